import { sql, type Insertable, type Selectable } from 'kysely';
import type { DocumentFrame, LedgerDocument, LedgerDocumentQuery } from '../model/ledger-rows.js';
import { PAGE, paged } from './paging.js';
import type { Db, Schema } from './schema.js';
import { keyOrNull, keyText } from './stored-text.js';

export function ledgerDocumentValues(document: LedgerDocument): Insertable<Schema['ledger_documents']> {
  const { head, published, bands, repeats, ...rest } = document;
  return {
    id: keyText(head.id),
    published,
    bands: [...bands],
    repeats: keyOrNull(repeats),
    head: JSON.stringify(head),
    rest: JSON.stringify({ repeats, ...rest }),
  };
}

export async function ledgerDocuments(
  db: Db,
  query: LedgerDocumentQuery,
): Promise<readonly LedgerDocument[]> {
  if ('sharing' in query) return sharingBands(db, query);
  let select = db
    .selectFrom('ledger_documents as l')
    .select(['l.published', 'l.bands', 'l.head', 'l.rest'])
    .orderBy('l.published')
    .orderBy('l.id');
  if ('ids' in query) {
    if (query.ids.length === 0) return [];
    select = select.where('l.id', 'in', listed(query.ids));
  } else {
    if (query.repeating.length === 0) return [];
    select = select.where('l.repeats', 'in', listed(query.repeating));
  }
  const rows = await select.execute();
  return rows.map(documentOfRow);
}

/** A planner holds a band in common to be so common that it would read every document: it is told not to. */
async function sharingBands(
  db: Db,
  { sharing, after, limit }: Extract<LedgerDocumentQuery, { sharing: unknown }>,
): Promise<readonly LedgerDocument[]> {
  if (sharing.length === 0) return [];
  const rows = await db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    let select = tx
      .selectFrom('ledger_documents as l')
      .select(['l.published', 'l.bands', 'l.head', 'l.rest'])
      .where(sql<boolean>`l.bands && ${`{${sharing.join(',')}}`}::integer[]`)
      .orderBy('l.published')
      .orderBy('l.id');
    if (after)
      select = select.where((eb) =>
        eb(eb.refTuple('l.published', 'l.id'), '>', eb.tuple(after.published, keyText(after.head.id))),
      );
    if (limit !== undefined) select = select.limit(limit);
    return select.execute();
  });
  return rows.map(documentOfRow);
}

type Row = Pick<Selectable<Schema['ledger_documents']>, 'published' | 'bands' | 'head' | 'rest'>;

const documentOfRow = ({ published, bands, head, rest }: Row): LedgerDocument => ({
  head: JSON.parse(head) as DocumentFrame,
  published,
  bands,
  ...(JSON.parse(rest) as Omit<LedgerDocument, 'head' | 'published' | 'bands'>),
});

export async function* nearDuplicates(db: Db): AsyncGenerator<LedgerDocument> {
  const rows = paged<Row & { readonly id: string }>((last) => {
    let query = db
      .selectFrom('ledger_documents as l')
      .select(['l.id', 'l.published', 'l.bands', 'l.head', 'l.rest'])
      .where('l.repeats', 'is not', null)
      .orderBy('l.published')
      .orderBy('l.id')
      .limit(PAGE);
    if (last)
      query = query.where((eb) =>
        eb(eb.refTuple('l.published', 'l.id'), '>', eb.tuple(last.published, last.id)),
      );
    return query.execute();
  });
  for await (const row of rows) yield documentOfRow(row);
}

export async function headsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentFrame>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('ledger_documents as l')
    .select('l.head')
    .where('l.id', 'in', listed(ids))
    .execute();
  return new Map(
    rows.map(({ head }) => {
      const known = JSON.parse(head) as DocumentFrame;
      return [known.id, known];
    }),
  );
}

const listed = (ids: readonly string[]) =>
  sql<string>`(select value from json_array_elements_text(${JSON.stringify(ids.map(keyText))}::json))`;
