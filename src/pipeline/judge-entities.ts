import { TallymanError } from '../core/errors.js';
import { normalName } from '../ledger/names.js';
import type { Entity, EntityRef } from '../model/entity.js';
import {
  entityJudgementsInForce,
  makeEntityJudgement,
  type EntityJudgement,
  type EntityVerdict,
} from '../model/entity-judgement.js';
import { findEntity, findTwoEntities } from './entities.js';
import type { OpenCase } from './open-case.js';

/** Who says it, and why. */
export interface Reason {
  readonly by: string;
  readonly why: string;
}

const ref = ({ sort, key }: EntityRef): EntityRef => ({ sort, key });

/**
 * Says that two entities are one: the first stands, with all that is said of both.
 * @throws TallymanError `not-found`; `usage` where they cannot be one
 */
export async function mergeEntities(
  open: OpenCase,
  stands: string,
  other: string,
  reason: Reason,
  now: Date,
): Promise<EntityJudgement> {
  const [kept, merged] = await findTwoEntities(open, stands, other);
  if (kept.id === merged.id) throw new TallymanError('usage', `both are ${kept.name} already`, kept.id);
  if (kept.sort !== merged.sort || kept.sort === 'item')
    throw new TallymanError(
      'usage',
      `a ${kept.type} and a ${merged.type} cannot be one`,
      `${kept.id} ${merged.id}`,
    );
  const clash = differingImo(kept, merged);
  if (clash !== null)
    throw new TallymanError(
      'usage',
      `${clash}: a ship keeps its number for life; where one is false, say so in vocabulary/vessels.yaml (false_identities)`,
      `${kept.id} ${merged.id}`,
    );
  return add(open, 'merge', [kept, merged], null, reason, now);
}

function differingImo(a: Entity, b: Entity): string | null {
  const imo = ({ identifiers }: Entity): string | undefined =>
    identifiers.find(({ scheme }) => scheme === 'imo')?.value;
  const [one, two] = [imo(a), imo(b)];
  return one === undefined || two === undefined || one === two
    ? null
    : `IMO ${one} and IMO ${two} are two ships`;
}

/**
 * Has names that claims use of an entity mean another one.
 * @param as the entity that they mean; one of its own, called by the first of them, where it is null
 */
export async function splitEntity(
  open: OpenCase,
  from: string,
  names: readonly string[],
  as: string | null,
  reason: Reason,
  now: Date,
): Promise<EntityJudgement> {
  const entity = await findEntity(open, from);
  const used = names.map((name) => {
    const there = entity.names.find((each) => normalName(each.name) === normalName(name));
    if (there) return there.name;
    const all = entity.names.map((each) => each.name).join(', ');
    throw new TallymanError('usage', `no claim calls it so; claims say: ${all}`, name);
  });
  const [first] = used;
  if (first === undefined) throw new TallymanError('usage', 'name at least one name: --name', entity.id);
  if (entity.names.length === new Set(used).size && as === null)
    throw new TallymanError('usage', 'nothing would be left of it', entity.id);
  const key = as ?? (normalName(first) === normalName(entity.key) ? `${first} (another)` : first);
  if (normalName(key) === normalName(entity.key))
    throw new TallymanError('usage', 'give it another name: --as', key);
  return add(open, 'split', [entity, { sort: entity.sort, key }], used, reason, now);
}

/** Says of two entities that they are not one, so that they are no longer put forward. */
export async function tellApart(
  open: OpenCase,
  one: string,
  other: string,
  reason: Reason,
  now: Date,
): Promise<EntityJudgement> {
  const [a, b] = await findTwoEntities(open, one, other);
  if (a.id === b.id)
    throw new TallymanError(
      'usage',
      'they are one in the ledger; take back the merge (`tallyman undo`), or split names off',
      a.id,
    );
  return add(open, 'distinct', [a, b], null, reason, now);
}

/** Has the word of one count as the word of another: together they are one origin. */
export async function joinOrigins(
  open: OpenCase,
  stands: string,
  other: string,
  reason: Reason,
  now: Date,
): Promise<EntityJudgement> {
  const [kept, joined] = (await findTwoEntities(open, stands, other)).map(speaker) as [Entity, Entity];
  if (kept.origin === joined.origin)
    throw new TallymanError('usage', `both speak for ${kept.origin} already`, joined.id);
  return add(
    open,
    'join-origins',
    [
      { sort: 'party', key: kept.origin },
      { sort: 'party', key: joined.origin },
    ],
    null,
    reason,
    now,
  );
}

/** Has one speak for itself alone, and no longer for its state or body. */
export async function splitOrigin(
  open: OpenCase,
  one: string,
  reason: Reason,
  now: Date,
): Promise<EntityJudgement> {
  const entity = speaker(await findEntity(open, one));
  if (entity.origin === entity.key)
    throw new TallymanError('usage', `${entity.name} speaks for itself already`, entity.id);
  return add(open, 'split-origin', [entity], null, reason, now);
}

function speaker(entity: Entity): Entity {
  if (entity.sort === 'party') return entity;
  throw new TallymanError('usage', `a ${entity.type} says nothing, and is no origin`, entity.id);
}

/**
 * Takes a judgement on entities back.
 * @param id of the judgement, or the beginning that no other has
 * @throws TallymanError `not-found`; `outdated` where it is not in force
 */
export async function undoEntityJudgement(
  open: OpenCase,
  judgement: EntityJudgement,
  reason: Reason,
  now: Date,
): Promise<EntityJudgement> {
  if (!entityJudgementsInForce(await open.store.entityJudgements()).some(({ id }) => id === judgement.id))
    throw new TallymanError('outdated', 'the judgement is not in force', judgement.id);
  return add(open, 'undo', judgement.entities, judgement.names, reason, now, judgement.id);
}

async function add(
  { store }: OpenCase,
  verdict: EntityVerdict,
  entities: readonly EntityRef[],
  names: readonly string[] | null,
  { by, why }: Reason,
  now: Date,
  supersedes: string | null = null,
): Promise<EntityJudgement> {
  const judgement = makeEntityJudgement({
    verdict,
    by,
    why,
    at: now.toISOString(),
    supersedes,
    entities: entities.map(ref),
    names,
  });
  await store.addEntityJudgement(judgement);
  return judgement;
}
