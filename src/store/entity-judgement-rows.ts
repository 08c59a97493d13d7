import { TallymanError } from '../core/errors.js';
import type { EntityJudgement } from '../model/entity-judgement.js';
import type { Db } from './schema.js';

/** Adds a judgement on entities; what an undo takes back must be in force. */
export async function addEntityJudgement(db: Db, judgement: EntityJudgement): Promise<void> {
  const { id, verdict, supersedes } = judgement;
  if ((verdict === 'undo') !== (supersedes !== null))
    throw new TypeError('an undo takes a judgement back, and nothing else does');
  const known = await db.selectFrom('judgements').select('id').where('id', '=', id).executeTakeFirst();
  if (known) return;
  if (supersedes !== null) await lockInForce(db, supersedes);
  await db
    .insertInto('judgements')
    .values({
      id,
      thread: supersedes ?? id,
      supersedes,
      source: null,
      claim: null,
      body: JSON.stringify(judgement),
    })
    .execute();
}

/** Of two undos of one judgement that come at once, the second waits here, and finds it taken back. */
async function lockInForce(db: Db, id: string): Promise<void> {
  const there = await db
    .selectFrom('judgements')
    .select('id')
    .where('id', '=', id)
    .where('claim', 'is', null)
    .where('supersedes', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const undone = await db
    .selectFrom('judgements')
    .select('id')
    .where('supersedes', '=', id)
    .executeTakeFirst();
  if (!there || undone) throw new TallymanError('outdated', 'the judgement is not in force', id);
}

export async function listEntityJudgements(db: Db): Promise<readonly EntityJudgement[]> {
  const rows = await db
    .selectFrom('judgements')
    .select('body')
    .where('claim', 'is', null)
    .$narrowType<{ body: EntityJudgement }>()
    .orderBy('seq')
    .execute();
  return rows.map(({ body }) => body);
}
