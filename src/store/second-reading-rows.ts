import { sql } from 'kysely';
import type { Reject } from '../model/reject.js';
import type { SecondReading } from '../model/second-reading.js';
import { PAGE, paged } from './paging.js';
import { putRejects } from './reject-rows.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Ids of the listed documents that a reader has not read yet. */
export async function unreadBySecond(db: Db, reader: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('sources as s', 's.document', 'd.id')
    .leftJoin('second_readings as r', (join) =>
      join.onRef('r.document', '=', 'd.id').on('r.reader', '=', keyText(reader)),
    )
    .select('d.id')
    .distinct()
    .where('r.document', 'is', null)
    .orderBy('d.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Records what a reader made of a document, which becomes its second reading. */
export async function putSecondReading(
  db: Db,
  { document, reader, claims }: SecondReading,
  rejects: readonly Reject[],
): Promise<void> {
  const body = JSON.stringify(claims);
  await db
    .insertInto('second_readings')
    .values({ document: keyText(document), reader: keyText(reader), body })
    .onConflict((c) => c.columns(['document', 'reader']).doUpdateSet({ body, seq: sql`excluded.seq` }))
    .execute();
  await putRejects(db, 'second-reader', document, rejects);
}

/** The newest reading of each listed document, or of one. */
export async function* listSecondReadings(db: Db, document?: string): AsyncGenerator<SecondReading> {
  const rows = paged<SecondReading>(async (last) => {
    const page = await db
      .selectFrom('second_readings as r')
      .innerJoin('sources as s', 's.document', 'r.document')
      .select(['r.document', 'r.reader', 'r.body'])
      .distinctOn('r.document')
      .orderBy('r.document')
      .orderBy('r.seq', 'desc')
      .$if(document !== undefined, (q) => q.where('r.document', '=', keyText(document ?? '')))
      .$if(last !== null, (q) => q.where('r.document', '>', last?.document ?? ''))
      .limit(PAGE)
      .execute();
    return page.map(({ document: of, reader, body }) => ({ document: of, reader, claims: body }));
  });
  yield* rows;
}
