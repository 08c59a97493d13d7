import { claimantOf, type Claim } from '../model/claim.js';
import type { Entity } from '../model/finding.js';
import type { DocumentHead } from './document-facts.js';
import { publisherOf } from './document-facts.js';
import type { KnownName, Names } from './names.js';
import { originOf } from './origin.js';
import { compare } from './statement-date.js';

type Role = 'who' | 'item' | 'place' | 'vessel';

/** The canonical parties, claimants, goods, places and vessels of the case, sorted by id. */
export function entitiesOf(
  claims: readonly Claim[],
  documents: ReadonlyMap<string, DocumentHead>,
  names: Names,
): Entity[] {
  const said: Readonly<Record<Role, Set<string>>> = {
    who: new Set(),
    item: new Set(),
    place: new Set(),
    vessel: new Set(),
  };
  const note = (role: Role, name: string | null | undefined): void => {
    if (name) said[role].add(name);
  };
  for (const claim of claims) {
    for (const party of [claim.supplier, claim.recipient, claim.actor, claim.target]) note('who', party);
    for (const { who } of claim.attribution) note('who', who);
    note('who', claimantName(claim, documents.get(claim.doc)));
    note('item', claim.item?.class);
    const { place, route } = claim;
    for (const named of [place, route?.origin, route?.destination, ...(route?.via ?? [])])
      note('place', named);
    note('vessel', route?.vessel);
  }
  return entitiesBy(said, names);
}

/** Each name said, in whichever role; what is both a party and a place is the party. */
function entitiesBy(said: Readonly<Record<Role, ReadonlySet<string>>>, names: Names): Entity[] {
  const found = new Map<string, Omit<Entity, 'names'> & { readonly names: Set<string> }>();
  for (const role of ['who', 'item', 'place', 'vessel'] as const) {
    for (const name of [...said[role]].sort(compare)) {
      const entity = entityOf(name, role, names);
      const there = found.get(entity.id);
      if (there) {
        there.names.add(name);
        if (entity.matched === 'exact') found.set(entity.id, { ...there, matched: 'exact' });
      } else found.set(entity.id, { ...entity, names: new Set([name]) });
    }
  }
  return [...found.values()]
    .map((entity) => ({ ...entity, names: [...entity.names].sort(compare) }))
    .sort((a, b) => compare(a.id, b.id));
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

function entityOf(name: string, role: Role, names: Names): Entity {
  if (role === 'item') {
    return {
      id: name,
      type: 'item',
      name: name.replaceAll('_', ' '),
      names: [],
      origin: name,
      matched: 'exact',
    };
  }
  const known = lookUp(name, role, names);
  if (known) {
    const origin = role === 'who' ? originOf(known.id, null, names) : known.id;
    return { id: known.id, type: known.type, name: known.name, names: [], origin, matched: known.matched };
  }
  const origin = role === 'who' ? originOf(name, null, names) : name;
  return { id: name, type: role === 'who' ? 'unknown' : role, name, names: [], origin, matched: 'none' };
}

function lookUp(name: string, role: Exclude<Role, 'item'>, names: Names): KnownName | null {
  switch (role) {
    case 'who':
      return names.who(name);
    case 'place':
      return names.place(name);
    case 'vessel':
      return names.vessel(name);
  }
}
