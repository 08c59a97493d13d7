import type { Entity, EntityRef, EntityType, Identifier } from '../model/entity.js';
import type { Organisation, Vessel } from '../model/vocabulary.js';
import type { KnownName } from './names.js';

type Fields = Pick<
  Entity,
  'type' | 'name' | 'state' | 'aliases' | 'identifiers' | 'flags' | 'false_identities' | 'posts'
>;

/** What the vocabulary has of an entity, with the times for which it holds. */
export function entityFields({ sort, key }: EntityRef, known: KnownName | null): Fields {
  return {
    type: typeOf(sort, known),
    name: sort === 'item' ? key.replaceAll('_', ' ') : (known?.name ?? key),
    state: stateOf(known),
    aliases: aliasesOf(known),
    identifiers: identifiersOf(known),
    flags: known?.vessel?.flags ?? [],
    false_identities: (known?.vessel?.false_identities ?? []).map(({ name, imo, mmsi, from, to }) => ({
      name,
      identifiers: [
        ...(imo === null ? [] : [always('imo', imo)]),
        ...(mmsi === null ? [] : [always('mmsi', mmsi)]),
      ],
      from,
      to,
    })),
    posts: known?.person?.posts ?? [],
  };
}

function typeOf(sort: EntityRef['sort'], known: KnownName | null): EntityType {
  if (sort !== 'party') return sort;
  if (known?.state) return 'state';
  if (known?.person) return 'person';
  return known?.organisation ? typeOfOrganisation(known.organisation) : 'unknown';
}

function typeOfOrganisation({ type, origin }: Organisation): EntityType {
  if (type === 'armed_group' || type === 'company') return type;
  return origin === 'state' ? 'agency' : 'organisation';
}

const stateOf = (known: KnownName | null): string | null =>
  known?.state?.code ??
  known?.organisation?.state ??
  known?.place?.state ??
  known?.person?.posts.find(({ to }) => to === null)?.state ??
  null;

const always = (scheme: Identifier['scheme'], value: string): Identifier => ({
  scheme,
  value,
  from: null,
  to: null,
});

function aliasesOf(known: KnownName | null): Fields['aliases'] {
  if (known === null) return [];
  const { state, organisation, person, place, vessel, model } = known;
  const timeless = (state ?? organisation ?? person ?? place ?? vessel ?? model)?.aliases ?? [];
  return [...timeless.map((name) => ({ name, from: null, to: null })), ...(vessel?.former_names ?? [])];
}

function identifiersOf(known: KnownName | null): readonly Identifier[] {
  if (known === null) return [];
  const { state, place, vessel } = known;
  return [
    ...(state ? [always('iso-3166-1', state.code)] : []),
    ...(place?.unlocode ? [always('un-locode', place.unlocode)] : []),
    ...(vessel ? vesselIdentifiers(vessel) : []),
  ];
}

const vesselIdentifiers = ({ imo, mmsi, call_signs }: Vessel): Identifier[] => [
  ...(imo === null ? [] : [always('imo', imo)]),
  ...mmsi.map(({ number, from, to }) => ({ scheme: 'mmsi' as const, value: number, from, to })),
  ...call_signs.map(({ sign, from, to }) => ({ scheme: 'call-sign' as const, value: sign, from, to })),
];
