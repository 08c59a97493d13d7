import { TallymanError } from '../core/errors.js';
import { candidatesOf, type Candidate } from '../ledger/candidates.js';
import { documentHead, type DocumentHead } from '../ledger/document-facts.js';
import { entityNamed, namesInClaim } from '../ledger/entities.js';
import { judgedNames } from '../ledger/judged-names.js';
import { nameIndex, normalName, type Names } from '../ledger/names.js';
import { rulingsOf, type Rulings } from '../ledger/rulings.js';
import type { Claim } from '../model/claim.js';
import type { Entity, EntityType } from '../model/entity.js';
import type { OpenCase } from './open-case.js';
import { partyName } from './party-name.js';

/** What the analysts of a case have said of entities, as it stands. */
export const rulingsOfCase = async ({ store }: OpenCase): Promise<Rulings> =>
  rulingsOf(await store.entityJudgements());

/** The names of a case as its analysts have them. */
export const namesOfCase = async (open: OpenCase): Promise<Names> =>
  judgedNames(nameIndex(open.vocabulary()), await rulingsOfCase(open));

/** What findings call a party, by any name that analysts or the vocabulary have for it. */
export async function partyInFindings(open: OpenCase, name: string): Promise<string> {
  const party = partyName(name, open.vocabulary());
  return (await namesOfCase(open)).who(party)?.id ?? party;
}

export interface EntityFilter {
  readonly type?: EntityType | undefined;
  /** A part of any name or identifier. */
  readonly search?: string | undefined;
}

/** The entities of the ledger, the most named first. */
export async function listEntities(
  { store }: OpenCase,
  filter: EntityFilter = {},
): Promise<readonly Entity[]> {
  const sought = filter.search === undefined ? null : normalName(filter.search);
  const entities: Entity[] = [];
  for await (const entity of store.entities()) {
    if (filter.type !== undefined && entity.type !== filter.type) continue;
    if (sought === null || texts(entity).some((text) => normalName(text).includes(sought)))
      entities.push(entity);
  }
  return entities.sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
}

const texts = (entity: Entity): string[] => [
  entity.name,
  entity.key,
  ...[...entity.names, ...entity.aliases].map(({ name }) => name),
  ...entity.identifiers.map(({ value }) => value),
];

/**
 * The entity of an id, or of the beginning that no other has, or of a name, number or code that no other bears.
 * @throws TallymanError `not-found`; `usage` where several fit
 */
export async function findEntity(open: OpenCase, wanted: string): Promise<Entity> {
  return entityAmong(await everyEntity(open), wanted);
}

/** Two of them; see `findEntity`. */
export async function findTwoEntities(
  open: OpenCase,
  one: string,
  other: string,
): Promise<readonly [Entity, Entity]> {
  const all = await everyEntity(open);
  return [entityAmong(all, one), entityAmong(all, other)];
}

async function everyEntity({ store }: OpenCase): Promise<Entity[]> {
  const all: Entity[] = [];
  for await (const entity of store.entities()) all.push(entity);
  return all;
}

function entityAmong(all: readonly Entity[], wanted: string): Entity {
  const byId = wanted.startsWith('e-') ? all.filter(({ id }) => id.startsWith(wanted)) : [];
  const name = normalName(wanted);
  const exact = all.filter(({ key }) => normalName(key) === name);
  const found = [
    byId,
    exact,
    all.filter((entity) => texts(entity).some((text) => normalName(text) === name)),
  ].find(({ length }) => length > 0);
  const [only, ...others] = found ?? [];
  if (only === undefined)
    throw new TallymanError(
      'not-found',
      'the ledger has no such entity; `tallyman entities` lists them',
      wanted,
    );
  if (others.length > 0) {
    const some = [only, ...others]
      .slice(0, 5)
      .map(({ id, type, name: called }) => `${id} (${type} ${called})`);
    throw new TallymanError('usage', `${others.length + 1} entities fit: ${some.join(', ')}`, wanted);
  }
  return only;
}

/** The claims that name an entity, in statement order. */
export async function claimsNaming(open: OpenCase, { sort, key }: Entity): Promise<readonly Claim[]> {
  const names = await namesOfCase(open);
  const heads = new Map<string, DocumentHead>();
  for await (const document of open.store.documents()) heads.set(document.id, documentHead(document));
  const claims: Claim[] = [];
  for await (const claim of open.store.claims()) {
    const named = namesInClaim(claim, heads.get(claim.doc), names).some((each) => {
      const means = entityNamed(each, names);
      return means.sort === sort && means.key === key;
    });
    if (named) claims.push(claim);
  }
  return claims;
}

/** Two entities that may be one, as they are printed. */
export type CandidatePair = Candidate;

/** Pairs of entities that may be one, the most alike first. @param least the least score, 0 to 1 */
export async function candidatePairs(open: OpenCase, least: number): Promise<readonly CandidatePair[]> {
  return candidatesOf(await listEntities(open), await rulingsOfCase(open), least);
}
