import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './request.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The server stands on the same computer; what it refuses once it refuses again.
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.status === 0,
      staleTime: 15_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
