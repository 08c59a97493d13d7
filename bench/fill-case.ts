import type * as claimRows from '../src/store/claim-row.js';
import type { Db } from '../src/store/schema.js';
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
 * Fills the tables of an empty case, in pieces: a case of a million claims as runs would have left it takes minutes so,
 * and hours document by document.
 */
export async function fillCase(
  db: Db,
  generated: readonly GeneratedDocument[],
  claims: ReadonlyMap<string, readonly Claim[]>,
  { claimRow }: typeof claimRows,
): Promise<void> {
  for (let start = 0; start < generated.length; start += PIECE) {
    const documents = generated.slice(start, start + PIECE).map(documentOf);
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('sources')
        .values(documents.map(({ source }) => ({ id: source, body: sourceBody(source) })))
        .execute();
      await tx
        .insertInto('documents')
        .values(
          documents.map((document) => {
            const body = JSON.stringify(document);
            const day = document.published?.edtf ?? 'infinity';
            return {
              id: document.id,
              source: document.source,
              publisher: document.publisher,
              published_from: day,
              published_to: day,
              published_day: day,
              size: body.length,
              body,
            };
          }),
        )
        .execute();
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
      for (const document of documents) {
        const extraction = byDocument.get(document.id)!;
        const rows = (claims.get(document.id) ?? []).map((claim) => claimRow(claim, extraction, document));
        if (rows.length > 0) await tx.insertInto('claims').values(rows).execute();
        await tx.updateTable('documents').set({ extraction }).where('id', '=', document.id).execute();
        await tx
          .updateTable('sources')
          .set({ document: document.id })
          .where('id', '=', document.source)
          .execute();
      }
    });
  }
}

const sourceBody = (id: string): string => JSON.stringify({ id, media_type: 'text/plain', size: 1 });
