import { TallymanError } from '../core/errors.js';
import type { Document } from '../model/document.js';
import { handClaimOn, type HandClaim } from '../model/hand-claim.js';
import { claimRow } from './claim-row.js';
import { noteChange } from './ledger-changes.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Keeps a claim made by hand, and lists it with the others of its document. */
export async function addHandClaim(db: Db, claim: HandClaim): Promise<void> {
  const { id, source, body } = claim;
  const listed = await db
    .selectFrom('documents as d')
    .innerJoin('sources as s', 's.document', 'd.id')
    .select(['d.body', 'd.extraction'])
    .where('d.id', '=', keyText(body.doc))
    .forUpdate('d')
    .executeTakeFirst();
  if (!listed) throw new TallymanError('not-found', 'the case as it stands has no such document', body.doc);
  if (listed.extraction === null)
    throw new TallymanError('no-ledger', 'no claims have been drawn from the document yet', body.doc);
  const known = await db.selectFrom('hand_claims').select('id').where('id', '=', id).executeTakeFirst();
  if (known) return;
  await db
    .insertInto('hand_claims')
    .values({ id, source, body: JSON.stringify(claim) })
    .execute();
  await placeHandClaims(db, listed.body, listed.extraction, id);
  await noteChange(db, [body.doc]);
}

/** Lists the claims made by hand on the source of a document with an extraction of it; or one of them alone. */
export async function placeHandClaims(
  db: Db,
  document: Document,
  extraction: number,
  only?: string,
): Promise<void> {
  const made = await handClaimsOn(db, document.source);
  const placed = made.flatMap((claim, nth) =>
    only === undefined || claim.id === only ? (handClaimOn(document, claim, nth) ?? []) : [],
  );
  if (placed.length === 0) return;
  await db
    .insertInto('claims')
    .values(placed.map((claim) => claimRow(claim, extraction, document)))
    .execute();
  await db
    .updateTable('extractions')
    .set((eb) => ({ by_hand: eb('by_hand', '+', placed.length) }))
    .where('id', '=', extraction)
    .execute();
}

/** In the order in which they were made. */
async function handClaimsOn(db: Db, source: string): Promise<readonly HandClaim[]> {
  const rows = await db
    .selectFrom('hand_claims')
    .select('body')
    .where('source', '=', keyText(source))
    .orderBy('seq')
    .execute();
  return rows.map(({ body }) => body);
}

export async function handClaimById(db: Db, id: string): Promise<HandClaim | null> {
  const row = await db
    .selectFrom('hand_claims')
    .select('body')
    .where('id', '=', keyText(id))
    .executeTakeFirst();
  return row?.body ?? null;
}
