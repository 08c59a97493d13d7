import type { SanctionsList, Screening } from '../model/sanctions.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Adds a version of a list; bytes that are known already stay under the name that they have. */
export async function addList(db: Db, list: SanctionsList): Promise<'added' | 'known'> {
  const added = await db
    .insertInto('lists')
    .values({ id: keyText(list.id), name: keyText(list.name), body: JSON.stringify(list) })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added ? 'added' : 'known';
}

/** In the order in which they were added. */
export async function allLists(db: Db): Promise<readonly SanctionsList[]> {
  const rows = await db.selectFrom('lists').select('body').orderBy('seq').execute();
  return rows.map(({ body }) => body);
}

/** Puts a screening in the place of the last one. */
export async function putScreening(db: Db, of: string, screening: Screening): Promise<void> {
  await db.deleteFrom('screenings').execute();
  await db
    .insertInto('screenings')
    .values({ of: keyText(of), body: JSON.stringify(screening) })
    .onConflict((c) => c.column('of').doUpdateSet({ body: JSON.stringify(screening) }))
    .execute();
}

export async function screeningOf(db: Db, of: string): Promise<Screening | null> {
  const row = await db
    .selectFrom('screenings')
    .select('body')
    .where('of', '=', keyText(of))
    .executeTakeFirst();
  return row?.body ?? null;
}
