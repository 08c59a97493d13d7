import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from './request.js';
import type { SearchResult } from './types.js';

const FIRST = 20;

/** Claims and passages with these words; what is no longer asked for is aborted, what was found stays until more is. */
export function useSearchResults(words: string) {
  return useInfiniteQuery({
    queryKey: ['search', words],
    enabled: words !== '',
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      request<SearchResult>('/search', { q: words, limit: FIRST, cursor: pageParam }, { signal }),
    getNextPageParam: (page) => page.passages.next ?? page.claims.next,
    placeholderData: keepPreviousData,
  });
}
