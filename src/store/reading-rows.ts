import { sql } from 'kysely';
import { TallymanError } from '../core/errors.js';
import type { Document } from '../model/document.js';
import type { Reject } from '../model/reject.js';
import { putDocument } from './document-rows.js';
import { placeJudgements } from './judgement-rows.js';
import { noteChange } from './ledger-changes.js';
import { deleteReject, putRejects, rejectsOf } from './reject-rows.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/**
 * Records what a version of the readers made of a source.
 * - A document becomes the listed one of its source, and ends the source's reject.
 * - A reject leaves an older version's document listed: a reader that lost the ability to read a page must not take
 *   evidence out of a ledger; the reject says what happened, and the older document keeps its reader's name.
 * - Once a version has read a source, or a newer one has dealt with it, a failure of that version changes nothing: what
 *   was read stands, and a repeat does not bring back a reject that a newer version has ended.
 */
export async function commitReading(
  db: Db,
  readers: string,
  source: string,
  outcome: Document | Reject,
): Promise<void> {
  await lockSource(db, source);
  const earlier = await db
    .selectFrom('readings')
    .select(['seq', 'document'])
    .where('source', '=', keyText(source))
    .where('readers', '=', keyText(readers))
    .executeTakeFirst();
  if ('stage' in outcome) {
    if (outcome.stage !== 'documents' || outcome.subject !== source) {
      throw new TypeError(`a reject of stage documents on ${source} was expected`);
    }
    if (earlier && (earlier.document !== null || (await newestReading(db, source)) !== earlier.seq)) return;
    if (!earlier) await putReading(db, readers, source, null);
    await putRejects(db, 'documents', source, [outcome]);
    return;
  }
  if (outcome.source !== source) throw new TypeError(`document ${outcome.id} is none of source ${source}`);
  const changed = await putDocument(db, outcome);
  const document = keyText(outcome.id);
  // A repeat must not bring back a document that a newer version has replaced since.
  if (!changed && earlier?.document === document) return;
  await putReading(db, readers, source, document);
  const listed = await db
    .selectFrom('sources')
    .select('document')
    .where('id', '=', keyText(source))
    .executeTakeFirst();
  await db.updateTable('sources').set({ document }).where('id', '=', keyText(source)).execute();
  await noteChange(db, [outcome.id, ...(listed?.document ? [listed.document] : [])]);
  // An earlier document that is listed again brings its claims with it.
  await placeJudgements(db, outcome);
  await deleteReject(db, 'documents', source);
}

/** Forgets that readers failed on a source, so that it is tried again. */
export async function forgetFailedReadings(db: Db, source: string): Promise<void> {
  if ((await rejectsOf(db, 'documents', source)).length === 0) return;
  await db
    .deleteFrom('readings')
    .where('source', '=', keyText(source))
    .where('document', 'is', null)
    .execute();
}

async function newestReading(db: Db, source: string): Promise<number | null> {
  const row = await db
    .selectFrom('readings')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('source', '=', keyText(source))
    .executeTakeFirst();
  return row?.seq ?? null;
}

async function putReading(db: Db, readers: string, source: string, document: string | null): Promise<void> {
  await db
    .insertInto('readings')
    .values({ source: keyText(source), readers: keyText(readers), document })
    // The new row's number, taken for a row that was not inserted, puts the reading behind all others.
    .onConflict((c) => c.columns(['source', 'readers']).doUpdateSet({ document, seq: sql`excluded.seq` }))
    .execute();
}

/** Two commits on one source come one after the other. */
async function lockSource(db: Db, source: string): Promise<void> {
  const row = await db
    .selectFrom('sources')
    .select('id')
    .where('id', '=', keyText(source))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new TallymanError('not-found', 'no such source in the case', source);
}
