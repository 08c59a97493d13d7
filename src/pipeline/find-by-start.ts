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
  if (alike.length > 1) {
    const some = alike.slice(0, 5).map((each) => each.id);
    throw new TallymanError('usage', `${alike.length} ids begin so: ${some.join(', ')}`, id);
  }
  return alike[0] ?? null;
}
