import { documentHead } from '../ledger/document-facts.js';
import { CERTAINTY, entitiesFrom, namesInDocument, type MeaningOf } from '../ledger/entities.js';
import type { Rulings } from '../ledger/rulings.js';
import { compare } from '../ledger/statement-date.js';
import { ENTITY_SORTS, type Entity } from '../model/entity.js';
import type { Changed, LedgerDocument, NamedInDocument } from '../model/ledger-rows.js';
import type { Store } from '../model/store.js';

interface ChangedDocuments {
  readonly before: readonly LedgerDocument[];
  readonly now: readonly LedgerDocument[];
}

/** Who and what the claims of the case speak of, where it is other than the ledger says: of those alone that changed documents name. */
export async function updateEntities(
  store: Store,
  meaningOf: MeaningOf,
  rulings: Rulings,
  { before, now }: ChangedDocuments,
): Promise<Changed<Entity>> {
  const [gone, come] = [talliesIn(before), talliesIn(now)];
  const fresh = new Map(
    entitiesFrom(
      now.map(({ named }) => named),
      meaningOf,
      rulings,
    ).map((entity) => [entity.id, entity]),
  );
  const put: Entity[] = [];
  const removed: string[] = [];
  for await (const entity of store.entities([...new Set([...gone.keys(), ...come.keys()])])) {
    const [went, more] = [gone.get(entity.id), fresh.get(entity.id)];
    fresh.delete(entity.id);
    const changed = recounted(entity, went, come.get(entity.id));
    if (changed.claims === 0) {
      removed.push(entity.id);
      continue;
    }
    const matched = went === undefined ? surer(entity.matched, more?.matched) : bestMatch(changed, meaningOf);
    if (matched === null) return everyEntity(store, meaningOf, rulings);
    put.push({ ...changed, matched });
  }
  return { put: [...put, ...fresh.values()], removed };
}

/** How often some documents name an entity. */
interface Tally {
  claims: number;
  readonly names: Map<string, number>;
}

function talliesIn(documents: readonly LedgerDocument[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { named } of documents)
    for (const { id, claims, names } of named) {
      const tally: Tally = tallies.get(id) ?? { claims: 0, names: new Map() };
      tallies.set(id, tally);
      tally.claims += claims;
      for (const [, name, count] of names) tally.names.set(name, (tally.names.get(name) ?? 0) + count);
    }
  return tallies;
}

function recounted(entity: Entity, gone: Tally | undefined, come: Tally | undefined): Entity {
  const counts = new Map(entity.names.map(({ name, claims }) => [name, claims]));
  for (const [name, count] of gone?.names ?? []) counts.set(name, (counts.get(name) ?? 0) - count);
  for (const [name, count] of come?.names ?? []) counts.set(name, (counts.get(name) ?? 0) + count);
  return {
    ...entity,
    claims: entity.claims - (gone?.claims ?? 0) + (come?.claims ?? 0),
    names: [...counts]
      .filter(([, claims]) => claims > 0)
      .map(([name, claims]) => ({ name, claims }))
      .sort((x, y) => y.claims - x.claims || compare(x.name, y.name)),
  };
}

/** The surest match of an entity's names; null where names that are left may have been said as one thing or another. */
function bestMatch({ id, names }: Entity, meaningOf: MeaningOf): Entity['matched'] | null {
  const rank = (matched: Entity['matched']): number => CERTAINTY.indexOf(matched);
  let [surely, perhaps] = [Infinity, Infinity];
  for (const { name } of names) {
    const ranks = ENTITY_SORTS.map((sort) => meaningOf.entity({ sort, name }))
      .filter((meaning) => meaning.id === id)
      .map(({ matched }) => rank(matched));
    surely = Math.min(surely, Math.max(...ranks));
    perhaps = Math.min(perhaps, ...ranks);
  }
  return surely === perhaps ? (CERTAINTY[surely] ?? null) : null;
}

const surer = (a: Entity['matched'], b: Entity['matched'] | undefined): Entity['matched'] =>
  CERTAINTY.find((one) => one === a || one === b) ?? a;

/** All entities, from every claim. */
async function everyEntity(store: Store, meaningOf: MeaningOf, rulings: Rulings): Promise<Changed<Entity>> {
  const named: (readonly NamedInDocument[])[] = [];
  for await (const { document, claims } of store.documentsWithClaims())
    named.push(namesInDocument(claims, documentHead(document), meaningOf));
  const now = new Map(entitiesFrom(named, meaningOf, rulings).map((entity) => [entity.id, entity]));
  const removed: string[] = [];
  for await (const entity of store.entities()) {
    const there = now.get(entity.id);
    if (there === undefined) removed.push(entity.id);
    else if (JSON.stringify(there) === JSON.stringify(entity)) now.delete(entity.id);
  }
  return { put: now.values(), removed };
}
