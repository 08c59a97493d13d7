import type { CaseMap } from '../api/types.js';
import { partyWords } from './party.js';
import { ITEMS, KINDS, MODES } from './vocabulary.js';
import { counted, plain } from './words.js';

type Sort = 'route' | 'strike' | 'seizure' | 'port' | 'unplaced';

/** Something on the map, or that would be there if its place had coordinates, as the list beside it has it. */
export interface Thing {
  /** `route ID` */
  readonly key: string;
  readonly sort: Sort;
  readonly title: string;
  readonly more: string;
  readonly basis: 'observed' | 'inferred' | 'claimed' | null;
  readonly claims: readonly string[];
  readonly findings: readonly string[];
  readonly strike: string | null;
  /** Where the map goes to show it: west, south, east, north; null where no coordinates are known. */
  readonly bounds: readonly [number, number, number, number] | null;
}

export const SORTS: Readonly<Record<Sort, string>> = {
  route: 'Routes',
  strike: 'Strikes',
  seizure: 'Seizures',
  port: 'Ports and places on routes',
  unplaced: 'Places without coordinates',
};

const days = (from: string | null, to: string | null): string =>
  from === to ? (from ?? 'undated') : `${from ?? '…'} to ${to ?? '…'}`;

/** All that a map has, in the order of the list. */
export function thingsOf({ routes, strikes, seizures, ports, unplaced }: CaseMap): readonly Thing[] {
  return [
    ...routes.features.map(({ id, geometry, properties: p }) => ({
      key: `route ${id}`,
      sort: 'route' as const,
      title: [p.origin, ...p.via, p.destination].join(' → '),
      more: [
        p.polarity === 'affirmed' ? null : p.polarity,
        p.mode === null ? null : `by ${MODES[p.mode]}`,
        p.vessels.join(', '),
        p.items.map((item) => ITEMS[item]).join(', '),
        p.kinds.map((kind) => KINDS[kind]).join(', '),
        days(p.from, p.to),
      ]
        .filter(Boolean)
        .join(' · '),
      basis: p.basis,
      claims: p.claims,
      findings: p.findings,
      strike: null,
      bounds: boundsOf(geometry.coordinates),
    })),
    ...strikes.features.map(({ id, geometry, properties: p }) => ({
      key: `strike ${id}`,
      sort: 'strike' as const,
      title: `${p.place}, ${p.date}`,
      more: [
        p.target === null ? null : partyWords(p.target),
        plain(p.status),
        p.weapons.map(plain).join(', '),
      ]
        .filter(Boolean)
        .join(' · '),
      basis: null,
      claims: [],
      findings: [],
      strike: id,
      bounds: boundsOf([geometry.coordinates]),
    })),
    ...seizures.features.map(({ id, geometry, properties: p }) => ({
      key: `seizure ${id}`,
      sort: 'seizure' as const,
      title: p.place,
      more: [p.items.map((item) => ITEMS[item]).join(', '), p.modality, days(p.from, p.to)]
        .filter(Boolean)
        .join(' · '),
      basis: null,
      claims: [p.claim],
      findings: p.finding === null ? [] : [p.finding],
      strike: null,
      bounds: boundsOf([geometry.coordinates]),
    })),
    ...ports.features.map(({ id, geometry, properties: p }) => ({
      key: `port ${id}`,
      sort: 'port' as const,
      title: p.name,
      more: [
        plain(p.type),
        p.state === null ? null : partyWords(p.state),
        p.unlocode,
        counted(p.routes, 'route'),
      ]
        .filter(Boolean)
        .join(' · '),
      basis: null,
      claims: routes.features
        .filter(({ properties: { origin, destination, via } }) =>
          [origin, destination, ...via].includes(p.name),
        )
        .flatMap(({ properties }) => properties.claims),
      findings: [],
      strike: null,
      bounds: boundsOf([geometry.coordinates]),
    })),
    ...unplaced.map(({ place, claims, strikes: [strike] }) => ({
      key: `unplaced ${place}`,
      sort: 'unplaced' as const,
      title: place,
      more: 'no coordinates known',
      basis: null,
      claims,
      findings: [],
      strike: strike ?? null,
      bounds: null,
    })),
  ];
}

function boundsOf(
  positions: readonly (readonly [number, number])[],
): readonly [number, number, number, number] {
  const longitudes = positions.map(([longitude]) => longitude);
  const latitudes = positions.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
