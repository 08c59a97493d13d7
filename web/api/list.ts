import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { request, type Query } from './request.js';

/** A page of a list as the API gives it: `next` is the cursor of the page after it, null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next: string | null;
}

export interface List<T> {
  readonly rows: readonly T[];
  /** Length of the whole list; null until the first page has come. */
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly query: UseInfiniteQueryResult<unknown>;
}

const PAGE = 200;

/** A list of any length, of which pages come as they are scrolled to. */
export function useList<T>(path: string, query: Query = {}, enabled = true): List<T> {
  const result = useInfiniteQuery({
    queryKey: ['list', path, query],
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>(path, { ...query, limit: PAGE, cursor: pageParam }, { signal }),
    getNextPageParam: (page) => page.next,
    // What was shown stays while the next filter is worked out.
    placeholderData: (before) => before,
  });
  return {
    rows: result.data?.pages.flatMap(({ items }) => items) ?? [],
    total: result.data?.pages[0]?.total ?? null,
    hasMore: result.hasNextPage,
    query: result,
  };
}

/** Every item of a list, page after page, however many there are. */
export async function* wholeList<T>(path: string, query: Query, signal: AbortSignal): AsyncIterable<T> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await request<Page<T>>(path, { ...query, limit: 1000, cursor }, { signal });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== null);
}
