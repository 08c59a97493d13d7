import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from './request.js';
import type { SearchResult } from './types.js';

/** How many claims and paragraphs come at once; the lists of both have all of them. */
const FIRST = 30;

/** Claims and passages with these words; what is no longer asked for is aborted, what was found stays until more is. */
export function useSearchResults(words: string) {
  return useQuery({
    queryKey: ['search', words],
    enabled: words !== '',
    queryFn: ({ signal }) => request<SearchResult>('/search', { q: words, limit: FIRST }, { signal }),
    placeholderData: keepPreviousData,
  });
}
