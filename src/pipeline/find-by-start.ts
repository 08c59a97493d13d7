import { TallymanError } from '../core/errors.js';

/**
 * The record of an id, or the only one whose id begins so; null for none.
 * @throws TallymanError `usage` where several begin so
 */
export async function findByStart<T extends { readonly id: string }>(
  id: string,
  exact: (id: string) => Promise<T | null>,
  all: AsyncIterable<T>,
): Promise<T | null> {
  const record = await exact(id);
  if (record) return record;
  const alike: T[] = [];
  for await (const each of all) if (each.id.startsWith(id)) alike.push(each);
  return onlyOne(id, alike);
}

/**
 * The one of some records whose ids begin so, or whose id it is; null for none.
 * @throws TallymanError `usage` where there are several
 */
export function onlyOne<T extends { readonly id: string }>(id: string, alike: readonly T[]): T | null {
  const exact = alike.find((each) => each.id === id);
  if (exact !== undefined || alike.length < 2) return exact ?? alike[0] ?? null;
  const some = alike.slice(0, 5).map((each) => each.id);
  throw new TallymanError('usage', `${alike.length} ids begin so: ${some.join(', ')}`, id);
}
