import { useQuery } from '@tanstack/react-query';
import { request } from './request.js';

interface CaseSummary {
  readonly name: string;
  readonly counts: {
    readonly sources: number;
    readonly documents: number;
    readonly claims: number;
    readonly findings: number;
  };
}

/** The case that the server has open. */
export const useCase = () =>
  useQuery({ queryKey: ['case'], queryFn: ({ signal }) => request<CaseSummary>('/case', {}, { signal }) });
