import { groupBy } from '../core/group-by.js';
import { claimantOf, type Claim } from '../model/claim.js';
import { ENTITY_SORTS, entityId, type Entity, type EntityRef, type EntitySort } from '../model/entity.js';
import type { NamedInDocument } from '../model/ledger-rows.js';
import type { DocumentHead } from './document-facts.js';
import { publisherOf } from './document-facts.js';
import { entityFields } from './entity-fields.js';
import type { KnownName, Names } from './names.js';
import { originOf } from './origin.js';
import { keyOfRef, type Rulings } from './rulings.js';
import { compare } from './statement-date.js';

/** A name in a claim, and as what. */
export interface NamedInClaim {
  readonly sort: EntitySort;
  readonly name: string;
}

/** Everyone and everything that a claim names: parties, speakers, the vessel, places, goods and their designation. */
export function namesInClaim(claim: Claim, document: DocumentHead | undefined, names: Names): NamedInClaim[] {
  const named: NamedInClaim[] = [];
  const note = (sort: EntitySort, name: string | null | undefined): void => {
    if (name) named.push({ sort, name });
  };
  const { supplier, recipient, actor, target, place, route } = claim;
  for (const parties of [supplier, recipient, actor, target])
    for (const party of parties?.split(', ') ?? []) note('party', party);
  for (const { who } of claim.attribution) note('party', who);
  note('party', claimantName(claim, document));
  note('vessel', route?.vessel);
  for (const each of [place, route?.origin, route?.destination, ...(route?.via ?? [])])
    for (const one of placesIn(each, names)) note('place', one);
  note('item', claim.item?.class);
  note('model', claim.item?.model);
  return named;
}

/** "Chongjin, Hamhung" are two places where the vocabulary has both, and one that it does not have otherwise. */
function placesIn(name: string | null | undefined, names: Names): readonly string[] {
  if (!name) return [];
  const parts = name.split(', ');
  return parts.length > 1 && names.place(name) === null && parts.every((part) => names.place(part) !== null)
    ? parts
    : [name];
}

/** What a name means: an entity of the vocabulary, one of an analyst's, or one that has that name alone. */
export function entityNamed(
  { sort, name }: NamedInClaim,
  names: Names,
): EntityRef & { readonly known: KnownName | null } {
  const known = lookUp(sort, name, names);
  return { sort: known?.sort ?? sort, key: known?.id ?? names.unlistedKey(sort, name), known };
}

/** How often the claims of one document name whom, and by which names. */
export function namesInDocument(
  claims: readonly Claim[],
  document: DocumentHead | undefined,
  meaningOf: MeaningOf,
): NamedInDocument[] {
  const tallies = new Map<
    string,
    { claims: number; readonly names: Map<string, [EntitySort, string, number]> }
  >();
  for (const claim of claims) {
    const counted = new Set<string>();
    const said = new Set<string>();
    for (const named of namesInClaim(claim, document, meaningOf.names)) {
      const wording = `${named.sort} ${named.name}`;
      if (said.has(wording)) continue;
      said.add(wording);
      const { id } = meaningOf.entity(named);
      const tally = tallies.get(id) ?? { claims: 0, names: new Map<string, [EntitySort, string, number]>() };
      tallies.set(id, tally);
      const name = tally.names.get(wording) ?? [named.sort, named.name, 0];
      name[2]++;
      tally.names.set(wording, name);
      if (!counted.has(id)) tally.claims++;
      counted.add(id);
    }
  }
  return [...tallies]
    .map(([id, tally]) => ({
      id,
      claims: tally.claims,
      names: [...tally.names].sort(([a], [b]) => compare(a, b)).map(([, name]) => name),
    }))
    .sort((a, b) => compare(a.id, b.id));
}

/** What names mean, each looked up once. */
export interface MeaningOf {
  readonly names: Names;
  readonly entity: (named: NamedInClaim) => EntityRef & {
    readonly id: string;
    readonly known: KnownName | null;
    readonly matched: Entity['matched'];
  };
}

export function meanings(names: Names): MeaningOf {
  const resolved = new Map<string, ReturnType<MeaningOf['entity']>>();
  return {
    names,
    entity: (named) => {
      const wording = `${named.sort} ${named.name}`;
      const there = resolved.get(wording);
      if (there) return there;
      const { known, ...ref } = entityNamed(named, names);
      const meaning = { ...ref, id: entityId(ref), known, matched: matchOf(ref, known) };
      resolved.set(wording, meaning);
      return meaning;
    },
  };
}

/** Everyone and everything that the case's claims name, sorted by id. */
export function entitiesOf(
  claims: readonly Claim[],
  documents: ReadonlyMap<string, DocumentHead>,
  names: Names,
  rulings: Rulings,
): Entity[] {
  const meaningOf = meanings(names);
  const named = [...groupBy(claims, ({ doc }) => doc)].map(([doc, those]) =>
    namesInDocument(those, documents.get(doc), meaningOf),
  );
  return entitiesFrom(named, meaningOf, rulings);
}

interface Tally {
  readonly ref: EntityRef;
  readonly known: KnownName | null;
  matched: Entity['matched'];
  claims: number;
  readonly names: Map<string, number>;
}

/** The same from what each document's claims name. */
export function entitiesFrom(
  documents: Iterable<readonly NamedInDocument[]>,
  meaningOf: MeaningOf,
  rulings: Rulings,
): Entity[] {
  const count = entityCount(meaningOf);
  for (const document of documents) count.add(document);
  return count.entities(rulings);
}

/** Counts entities, a document at a time. */
export function entityCount(meaningOf: MeaningOf): {
  readonly add: (document: readonly NamedInDocument[]) => void;
  /** Sorted by id. */
  readonly entities: (rulings: Rulings) => Entity[];
} {
  const tallies = new Map<string, Tally>();
  const tallyOf = (id: string, named: NamedInClaim): Tally => {
    const { known, matched, sort, key } = meaningOf.entity(named);
    const tally = tallies.get(id) ?? {
      ref: { sort, key },
      known,
      matched,
      claims: 0,
      names: new Map<string, number>(),
    };
    tallies.set(id, tally);
    if (CERTAINTY.indexOf(matched) < CERTAINTY.indexOf(tally.matched)) tally.matched = matched;
    return tally;
  };
  return {
    add: (document) => {
      for (const { id, claims, names } of document) {
        for (const [at, [sort, name, count]] of names.entries()) {
          const tally = tallyOf(id, { sort, name });
          if (at === 0) tally.claims += claims;
          tally.names.set(name, (tally.names.get(name) ?? 0) + count);
        }
      }
    },
    entities: (rulings) => {
      const mergedInto = mergedRefs(rulings);
      return [...tallies.values()]
        .map((tally) => entityOf(tally, meaningOf.names, mergedInto.get(keyOfRef(tally.ref)) ?? []))
        .sort((a, b) => compare(a.id, b.id));
    },
  };
}

/** The surest first. */
export const CERTAINTY: readonly Entity['matched'][] = ['identifier', 'exact', 'alias', 'none'];

/** Classes of goods are the vocabulary's own; a name that an analyst alone knows is matched with nothing. */
function matchOf({ sort }: EntityRef, known: KnownName | null): Entity['matched'] {
  if (sort === 'item') return 'exact';
  const { state, organisation, person, place, vessel, model } = known ?? {};
  return known !== null && (state ?? organisation ?? person ?? place ?? vessel ?? model) !== undefined
    ? known.matched
    : 'none';
}

function entityOf(
  { ref, known, matched, claims, names: said }: Tally,
  names: Names,
  merged: readonly string[],
): Entity {
  return {
    id: entityId(ref),
    ...ref,
    ...entityFields(ref, known),
    origin: ref.sort === 'party' ? originOf(ref.key, null, names) : ref.key,
    matched,
    claims,
    names: [...said]
      .map(([name, count]) => ({ name, claims: count }))
      .sort((a, b) => b.claims - a.claims || compare(a.name, b.name)),
    merged,
  };
}

/** Ids of what is merged into each, by the key of what stands. */
function mergedRefs({ merged }: Rulings): ReadonlyMap<string, readonly string[]> {
  const into = new Map<string, string[]>();
  for (const [of, key] of merged) {
    const sort = ENTITY_SORTS.find((each) => of.startsWith(`${each} `)) ?? 'party';
    const at = keyOfRef({ sort, key });
    into.set(at, [...(into.get(at) ?? []), entityId({ sort, key: of.slice(sort.length + 1) })].sort(compare));
  }
  return into;
}

function lookUp(sort: EntitySort, name: string, names: Names): KnownName | null {
  switch (sort) {
    case 'party':
      return names.who(name);
    case 'place':
      return names.place(name);
    case 'vessel':
      return names.vessel(name);
    case 'model':
      return names.model(name);
    case 'item':
      return null;
  }
}

/** The claimant by name; an unnamed narrator is the document's publisher. */
export function claimantName(claim: Claim, document: DocumentHead | undefined): string {
  return claimantOf(claim).who ?? publisherOf(document ?? { id: claim.doc, title: null, publisher: null });
}

/** A claimant's canonical name, by which two statements are known to be one speaker's. */
export function canonicalClaimant(claim: Claim, document: DocumentHead | undefined, names: Names): string {
  const name = claimantName(claim, document);
  const known = names.who(name);
  if (!known) return name;
  return known.state ? `Government of ${known.state.name}` : known.id;
}
