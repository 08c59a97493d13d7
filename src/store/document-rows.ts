import { sql } from 'kysely';
import { groupBy } from '../core/group-by.js';
import type { Document } from '../model/document.js';
import type { DocumentWithClaims } from '../model/ledger-rows.js';
import type { DocumentFilter } from '../model/store.js';
import { dayRange, periodRange } from './day-range.js';
import { byVerdict } from './filters.js';
import { PAGE, paged } from './paging.js';
import { putPassages } from './search-rows.js';
import { deleteReject } from './reject-rows.js';
import type { Db } from './schema.js';
import { keyOrNull, keyText } from './stored-text.js';

/** UTF-16 units of documents that one query loads; a single longer one is loaded alone. */
const MOST_TEXT = 8_000_000;

/**
 * Writes a document. The same text read by the same reader has the same id; where what was found about it differs
 * (a date, a publisher), the newer finding stands, and its claims, which rest on it, are to be drawn again.
 * @returns whether anything changed
 */
export async function putDocument(db: Db, document: Document): Promise<boolean> {
  const body = JSON.stringify(document);
  const known = await db
    .selectFrom('documents')
    .select(sql<string>`body::text`.as('text'))
    .where('id', '=', keyText(document.id))
    .executeTakeFirst();
  if (known?.text === body) return false;
  const published = dayRange(document.published?.edtf);
  const row = {
    publisher: keyOrNull(document.publisher),
    published_from: published?.from ?? null,
    published_to: published?.to ?? null,
    published_day: published?.to ?? 'infinity',
    size: body.length,
    body,
  };
  if (known) {
    await db.deleteFrom('extractions').where('document', '=', keyText(document.id)).execute();
    await deleteReject(db, 'claims', document.id);
    await db.deleteFrom('second_readings').where('document', '=', keyText(document.id)).execute();
    await deleteReject(db, 'second-reader', document.id);
    await db.updateTable('documents').set(row).where('id', '=', keyText(document.id)).execute();
  } else {
    await db
      .insertInto('documents')
      .values({ id: keyText(document.id), source: document.source, ...row })
      .execute();
  }
  await putPassages(db, document);
  return true;
}

export async function documentById(db: Db, id: string): Promise<Document | null> {
  const row = await db
    .selectFrom('documents')
    .select('body')
    .where('id', '=', keyText(id))
    .executeTakeFirst();
  return row?.body ?? null;
}

export async function* listDocuments(db: Db, filter: DocumentFilter): AsyncGenerator<Document> {
  for await (const batch of batches(listedKeys(db, filter))) yield* await documentsById(db, batch);
}

/** Listed documents with their claims as they stand. */
export async function* documentsWithClaims(
  db: Db,
  ids?: readonly string[],
): AsyncGenerator<DocumentWithClaims> {
  for await (const batch of batches(listedKeys(db, { ids }))) {
    const rows = await db
      .selectFrom('documents as d')
      .innerJoin('claims as c', 'c.extraction', 'd.extraction')
      .select(['d.id', 'c.body'])
      .where('d.id', 'in', batch)
      .where((eb) => byVerdict(eb, {}))
      .orderBy('c.extraction')
      .orderBy('c.index')
      .execute();
    const claims = groupBy(rows, ({ id }) => id);
    for (const document of await documentsById(db, batch))
      yield { document, claims: (claims.get(keyText(document.id)) ?? []).map(({ body }) => body) };
  }
}

/** Keys of listed documents in their order. */
function listedKeys(db: Db, filter: DocumentFilter): AsyncGenerator<ListedKey> {
  const period = filter.period === undefined ? null : periodRange(filter.period);
  return paged<ListedKey>((last) => {
    let query = db
      .selectFrom('documents as d')
      .innerJoin('sources as s', 's.document', 'd.id')
      .select(['d.id', 'd.size', sql<string>`d.published_day::text`.as('day')])
      .orderBy('d.published_day')
      .orderBy('d.id')
      .limit(PAGE);
    if (filter.ids !== undefined) query = query.where('d.id', 'in', ['', ...filter.ids.map(keyText)]);
    if (filter.publisher !== undefined) query = query.where('d.publisher', '=', keyOrNull(filter.publisher));
    if (period) {
      // A date known by its month alone is within a period that it may lie in: nothing relevant is hidden.
      query = query.where('d.published_from', '<=', period.to).where('d.published_to', '>=', period.from);
    }
    if (last) {
      query = query.where((eb) =>
        eb(eb.refTuple('d.published_day', 'd.id'), '>', eb.tuple(last.day, last.id)),
      );
    }
    return query.execute();
  });
}

interface ListedKey {
  readonly id: string;
  readonly size: number;
  readonly day: string;
}

export async function unclaimedDocuments(
  db: Db,
  readers: string,
  extractor: string,
  limit: number,
): Promise<readonly Document[]> {
  const keys = await unclaimed(db, readers, extractor)
    .select(['d.id', 'd.size'])
    .orderBy('r.seq')
    .limit(limit)
    .execute();
  for await (const first of batches(keys)) return documentsById(db, first);
  return [];
}

/** Ids of all documents from which this extractor has drawn no claims, in the order of reading; or of one, if it is among them. */
export async function* unclaimedIds(
  db: Db,
  readers: string,
  extractor: string,
  only?: string,
): AsyncGenerator<string> {
  const rows = paged<{ readonly id: string; readonly seq: number }>((last) =>
    unclaimed(db, readers, extractor)
      .select(['d.id', 'r.seq'])
      .$if(only !== undefined, (q) => q.where('d.id', '=', keyText(only ?? '')))
      .$if(last !== null, (q) => q.where('r.seq', '>', last?.seq ?? 0))
      .orderBy('r.seq')
      .limit(PAGE)
      .execute(),
  );
  for await (const { id } of rows) yield id;
}

/** Documents `d` of these readers' readings `r` on which this extractor has not worked. */
const unclaimed = (db: Db, readers: string, extractor: string) =>
  db
    .selectFrom('readings as r')
    .innerJoin('sources as s', 's.id', 'r.source')
    // A source that these readers rejected keeps its older document listed, which is then worked on like the others.
    .innerJoin('documents as d', (join) =>
      join.on((eb) => eb('d.id', '=', eb.fn.coalesce('r.document', 's.document'))),
    )
    .where('r.readers', '=', keyText(readers))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('extractions as e')
            .select('e.id')
            .whereRef('e.document', '=', 'd.id')
            .where('e.extractor', '=', keyText(extractor)),
        ),
      ),
    );

/** Ids in batches whose documents together are no larger than one query may load. */
async function* batches(
  keys:
    | AsyncIterable<{ readonly id: string; readonly size: number }>
    | Iterable<{ readonly id: string; readonly size: number }>,
): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  let size = 0;
  for await (const key of keys) {
    if (batch.length > 0 && (size + key.size > MOST_TEXT || batch.length === PAGE)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(key.id);
    size += key.size;
  }
  if (batch.length > 0) yield batch;
}

/** The documents of these ids, in their order. */
async function documentsById(db: Db, ids: readonly string[]): Promise<readonly Document[]> {
  const rows = await db.selectFrom('documents').select(['id', 'body']).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row.body]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
