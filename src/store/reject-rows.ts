import { STAGES, type Reject, type Stage } from '../model/reject.js';
import { chunks } from './paging.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Makes these the rejects of a stage for a subject; none clears them. */
export async function putRejects(
  db: Db,
  stage: Stage,
  subject: string,
  rejects: readonly Reject[],
): Promise<void> {
  await deleteReject(db, stage, subject);
  const rows = rejects.map((reject, position) => ({
    stage,
    subject: keyText(subject),
    position,
    body: JSON.stringify(reject),
  }));
  for (const chunk of chunks(rows)) await db.insertInto('rejects').values(chunk).execute();
}

export async function deleteReject(db: Db, stage: Stage, subject: string): Promise<void> {
  await db.deleteFrom('rejects').where('stage', '=', stage).where('subject', '=', keyText(subject)).execute();
}

/** Rejects in the order of the stages, then by subject. */
export async function listRejects(db: Db, stage?: Stage): Promise<readonly Reject[]> {
  const rows = await db
    .selectFrom('rejects')
    .select(['stage', 'body'])
    .$if(stage !== undefined, (q) => q.where('stage', '=', stage ?? ''))
    .orderBy('subject')
    .orderBy('position')
    .execute();
  return STAGES.flatMap((name) => rows.filter((row) => row.stage === name).map((row) => row.body));
}

export async function rejectsOf(db: Db, stage: Stage, subject: string): Promise<readonly Reject[]> {
  const rows = await db
    .selectFrom('rejects')
    .select('body')
    .where('stage', '=', stage)
    .where('subject', '=', keyText(subject))
    .orderBy('position')
    .execute();
  return rows.map((row) => row.body);
}
