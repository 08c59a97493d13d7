import { TallymanError } from '../core/errors.js';
import { entityId, type Entity } from '../model/entity.js';
import { entityJudgementsInForce, type EntityJudgement } from '../model/entity-judgement.js';
import { undoEntityJudgement, type Reason } from './judge-entities.js';
import { judge, judgementsOf, type ListedJudgement } from './judge.js';
import { isOnEntities, type ListedEntityJudgement, type LoggedJudgement } from './logged-judgement.js';
import { onlyOne } from './find-by-start.js';
import type { OpenCase } from './open-case.js';

/** Every judgement of a case, on claims and on entities, in the order in which they were made. */
export async function judgementLog(open: OpenCase): Promise<readonly LoggedJudgement[]> {
  const all: LoggedJudgement[] = [...(await judgementsOf(open)), ...(await entityJudgementsOf(open))];
  return all.sort((a, b) => Date.parse(a.judgement.at) - Date.parse(b.judgement.at));
}

/** Every judgement on entities, in the order in which they were made. */
export async function entityJudgementsOf({ store }: OpenCase): Promise<readonly ListedEntityJudgement[]> {
  const history = await store.entityJudgements();
  if (history.length === 0) return [];
  const inForce = new Set(entityJudgementsInForce(history));
  const named = await namedIds(store.entities());
  return history.map((judgement) => ({
    judgement,
    claim: null,
    status: statusOf(judgement, inForce, named),
  }));
}

async function namedIds(entities: AsyncIterable<Entity>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { id, merged } of entities) for (const each of [id, ...merged]) ids.add(each);
  return ids;
}

function statusOf(
  judgement: EntityJudgement,
  inForce: ReadonlySet<EntityJudgement>,
  named: ReadonlySet<string>,
): ListedJudgement['status'] {
  if (judgement.verdict === 'undo') return 'undo';
  if (!inForce.has(judgement)) return 'taken-back';
  return judgement.entities.some((ref) => named.has(entityId(ref))) ? 'in-force' : 'lost';
}

/**
 * Takes a judgement back, whatever it is on.
 * @param id of the judgement, or the beginning that no other has
 * @returns what the undo takes back
 * @throws TallymanError `not-found`; `usage` where it is not the last one in force on its claim; `outdated`
 */
export async function undo(open: OpenCase, id: string, reason: Reason, now: Date): Promise<LoggedJudgement> {
  const logged = await loggedJudgement(open, id);
  if (logged.status === 'undo' || logged.status === 'taken-back')
    throw new TallymanError('usage', 'the judgement is not in force; judge anew', logged.judgement.id);
  if (isOnEntities(logged)) {
    await undoEntityJudgement(open, logged.judgement, reason, now);
    return logged;
  }
  if (logged.claim === null)
    throw new TallymanError('usage', 'no claim of the present reading is the one that was judged', id);
  const inForce = (await judgementsOf(open, logged.claim)).filter(({ status }) => status === 'in-force');
  if (inForce.at(-1)?.judgement.id !== logged.judgement.id)
    throw new TallymanError(
      'usage',
      'a later judgement on the claim is in force; take that one back first',
      id,
    );
  await judge(open, logged.claim, { verdict: 'undo', ...reason, set: [] }, now);
  return logged;
}

async function loggedJudgement(open: OpenCase, id: string): Promise<LoggedJudgement> {
  const alike = (await judgementLog(open)).filter(({ judgement }) => judgement.id.startsWith(id));
  const named = id.startsWith('j-')
    ? onlyOne(
        id,
        alike.map(({ judgement }) => judgement),
      )
    : null;
  const only = alike.find(({ judgement }) => judgement === named);
  if (only === undefined)
    throw new TallymanError('not-found', 'no such judgement; `tallyman judgements` lists them', id);
  return only;
}
