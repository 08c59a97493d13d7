import type * as claimRows from '../src/store/claim-row.js';
import { sql } from 'kysely';
import type { Database } from '../src/store/database.js';
import type { Db, Schema } from '../src/store/schema.js';
import { sha256 } from '../src/core/hash.js';
import type { Claim } from '../src/model/claim.js';
import type { Document } from '../src/model/document.js';

/** Rows a statement. */
const PIECE = 500;

/** A document of a generated case. */
export interface GeneratedDocument {
  readonly id: string;
  readonly publisher: string;
  /** EDTF. */
  readonly published: string;
  readonly text: string;
}

export const documentOf = ({ id, publisher, published, text }: GeneratedDocument): Document => ({
  id,
  source: sha256(id),
  reader: 'bench',
  title: id,
  publisher,
  byline: null,
  language: 'en',
  published: { edtf: published, how: 'header' },
  canonical_url: null,
  text,
  blocks: [{ span: [0, text.length], kind: 'paragraph', dropped: null, page: null }],
  truncated: false,
  ocr: null,
  warnings: [],
});

/**
 * Fills the tables of an empty case, in pieces and without their indexes: a case of a million claims as runs would have
 * left it takes minutes so, and hours document by document.
 */
export async function fillCase(
  { db, refill, duringLong }: Pick<Database, 'db' | 'refill' | 'duringLong'>,
  generated: readonly GeneratedDocument[],
  claims: ReadonlyMap<string, readonly Claim[]>,
  { claimRow }: typeof claimRows,
): Promise<void> {
  await db.transaction().execute((tx) =>
    refill(tx, TABLES, async () => {
      for (let start = 0; start < generated.length; start += PIECE) {
        await fillPiece(tx, generated.slice(start, start + PIECE).map(documentOf), claims, claimRow);
        await duringLong(tx);
      }
    }),
  );
}

/** All that a source leads to. */
const TABLES = [
  'sources',
  'origins',
  'readings',
  'documents',
  'extractions',
  'claims',
  'second_readings',
  'judgements',
  'anchors',
  'passages',
  'hand_claims',
] as const;

async function fillPiece(
  tx: Db,
  documents: readonly Document[],
  claims: ReadonlyMap<string, readonly Claim[]>,
  claimRow: (typeof claimRows)['claimRow'],
): Promise<void> {
  await put(
    tx,
    'sources',
    documents.map(({ source }) => ({ id: source, body: { id: source, media_type: 'text/plain', size: 1 } })),
  );
  await put(
    tx,
    'documents',
    documents.map((document) => {
      const day = document.published?.edtf ?? 'infinity';
      return {
        id: document.id,
        source: document.source,
        publisher: document.publisher,
        published_from: day,
        published_to: day,
        published_day: day,
        size: JSON.stringify(document).length,
        body: document,
      };
    }),
  );
  const extractions = await tx
    .insertInto('extractions')
    .values(
      documents.map(({ id }) => ({
        document: id,
        extractor: 'bench',
        digest: id,
        claims: claims.get(id)?.length ?? 0,
      })),
    )
    .returning(['id', 'document'])
    .execute();
  const byDocument = new Map(extractions.map(({ id, document }) => [document, id]));
  await put(
    tx,
    'claims',
    documents.flatMap((document) =>
      (claims.get(document.id) ?? []).map((claim) => ({
        ...claimRow(claim, byDocument.get(document.id)!, document),
        body: claim,
      })),
    ),
  );
  const ids = documents.map(({ id }) => id);
  await tx
    .updateTable('documents as d')
    .from('extractions as e')
    .set((eb) => ({ extraction: eb.ref('e.id') }))
    .whereRef('e.document', '=', 'd.id')
    .where('d.id', 'in', ids)
    .execute();
  await tx
    .updateTable('sources as s')
    .from('documents as d')
    .set((eb) => ({ document: eb.ref('d.id') }))
    .whereRef('d.source', '=', 's.id')
    .where('d.id', 'in', ids)
    .execute();
}

/** Many rows as one JSON parameter. */
async function put(tx: Db, table: keyof Schema, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {}) as never[];
  const given = sql`json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`;
  await tx
    .insertInto(table)
    .columns(columns)
    .expression(sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${given}`)
    .execute();
}
