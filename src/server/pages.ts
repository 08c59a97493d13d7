import { makeCursor, readCursor } from './cursor.js';
import type { Page } from './wire.js';

/** The size and beginning of a page, as a list is asked for it. */
export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * A page of a list that is at hand. The next one goes on after the last item given, by its key, so that what comes
 * meanwhile neither moves nor repeats the others; where that item is gone, at its place.
 * @param list the list with its filters and order
 * @param key tells the items apart
 * @throws TallymanError `bad-cursor`
 */
export function pageOfList<T>(
  all: readonly T[],
  { limit, cursor }: Paging,
  list: unknown,
  key: (item: T) => string,
): Page<T> {
  const start = cursor === undefined ? 0 : startAfter(all, list, cursor, key);
  const items = all.slice(start, start + limit);
  const end = start + items.length;
  const last = items.at(-1);
  return {
    items,
    total: all.length,
    next: last !== undefined && end < all.length ? makeCursor(list, [end, key(last)]) : null,
  };
}

function startAfter<T>(all: readonly T[], list: unknown, cursor: string, key: (item: T) => string): number {
  const [place = 0, wanted = ''] = readCursor(list, cursor);
  const at = Number(place);
  const before = all[at - 1];
  if (before !== undefined && key(before) === wanted) return at;
  const found = all.findIndex((item) => key(item) === wanted);
  return found < 0 ? Math.min(at, all.length) : found + 1;
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
