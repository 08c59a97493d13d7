import { groupBy } from '../core/group-by.js';
import type { Names } from '../ledger/names.js';
import type { ItemClass, Kind, Modality, Mode, Polarity } from '../model/enums.js';
import type { StrikeCase, StrikeStatus } from '../model/strike-case.js';
import { namesOfCase } from './entities.js';
import type { OpenCase } from './open-case.js';
import { daysOf, ownClaims, type Days, type PlacedClaim } from './placed-claims.js';

/** What is known of where things went and happened, as GeoJSON; positions are longitude, latitude. */

type Position = [longitude: number, latitude: number];

interface Feature<G, P> {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: G;
  readonly properties: P;
}
interface Collection<G, P> {
  readonly type: 'FeatureCollection';
  readonly features: Feature<G, P>[];
}
interface Point {
  readonly type: 'Point';
  readonly coordinates: Position;
}
interface Line {
  readonly type: 'LineString';
  readonly coordinates: Position[];
}

interface RouteProperties extends Days {
  readonly origin: string;
  readonly destination: string;
  readonly via: string[];
  readonly mode: Mode | null;
  readonly basis: 'observed' | 'inferred' | 'claimed';
  readonly vessels: string[];
  readonly items: ItemClass[];
  readonly kinds: Kind[];
  readonly polarity: Polarity;
  readonly claims: string[];
  readonly findings: string[];
}
interface PortProperties {
  readonly name: string;
  readonly type: string;
  readonly state: string | null;
  readonly unlocode: string | null;
  readonly routes: number;
}
interface StrikeProperties extends Days {
  readonly place: string;
  readonly target: string | null;
  readonly status: StrikeStatus;
  readonly date: string;
  readonly weapons: string[];
}
interface SeizureProperties extends Days {
  readonly place: string;
  readonly items: ItemClass[];
  readonly modality: Modality;
  readonly claim: string;
  readonly finding: string | null;
}

export interface CaseMap {
  readonly routes: Collection<Line, RouteProperties>;
  readonly ports: Collection<Point, PortProperties>;
  readonly strikes: Collection<Point, StrikeProperties>;
  readonly seizures: Collection<Point, SeizureProperties>;
  /** By the name of the place. */
  readonly unplaced: { readonly place: string; readonly claims: string[]; readonly strikes: string[] }[];
}

/** @param days what is shown; null for an open end. Things without a day are always shown. */
export async function mapOf(open: OpenCase, strikes: readonly StrikeCase[], days: Days): Promise<CaseMap> {
  const gazetteer = new Gazetteer(await namesOfCase(open));
  const claims = await ownClaims(open);
  const within = (one: Days): boolean =>
    (days.from === null || one.to === null || one.to >= days.from) &&
    (days.to === null || one.from === null || one.from <= days.to);
  const routes = routesOf(claims, gazetteer).filter(({ properties }) => within(properties));
  return {
    routes: collection(routes),
    ports: collection(portsOf(routes, gazetteer)),
    strikes: collection(strikesOf(strikes, gazetteer).filter(({ properties }) => within(properties))),
    seizures: collection(seizuresOf(claims, gazetteer).filter(({ properties }) => within(properties))),
    unplaced: gazetteer.unplaced(),
  };
}

const collection = <G, P>(features: Feature<G, P>[]): Collection<G, P> => ({
  type: 'FeatureCollection',
  features: features.sort((a, b) => (a.id < b.id ? -1 : 1)),
});

/** Where places lie, by any of their names; remembers those that it does not know. */
class Gazetteer {
  readonly #missing = new Map<string, { claims: Set<string>; strikes: Set<string> }>();

  constructor(private readonly names: Names) {}

  place(name: string) {
    return this.names.place(name)?.place ?? null;
  }

  nameOf(name: string): string {
    return this.names.place(name)?.name ?? name;
  }

  positionOf(name: string, by: { readonly claim: string } | { readonly strike: string }): Position | null {
    const { lat = null, lon = null } = this.place(name) ?? {};
    if (lat !== null && lon !== null) return [lon, lat];
    const missing = this.#missing.get(name) ?? { claims: new Set<string>(), strikes: new Set<string>() };
    if ('claim' in by) missing.claims.add(by.claim);
    else missing.strikes.add(by.strike);
    this.#missing.set(name, missing);
    return null;
  }

  unplaced(): CaseMap['unplaced'] {
    return [...this.#missing]
      .map(([place, { claims, strikes }]) => ({ place, claims: [...claims], strikes: [...strikes] }))
      .sort((a, b) => (a.place < b.place ? -1 : 1));
  }
}

/** What several claims say of one way is one line, with all of them. */
function routesOf(claims: readonly PlacedClaim[], gazetteer: Gazetteer): Feature<Line, RouteProperties>[] {
  const legs = claims.flatMap((own) => {
    const { route, id, polarity } = own.claim;
    if (!route?.origin || !route.destination) return [];
    const stops = [route.origin, ...route.via, route.destination];
    const positions = stops.map((stop) => gazetteer.positionOf(stop, { claim: id }));
    if (positions[0] === null || positions.at(-1) === null) return [];
    const coordinates = positions.filter((position) => position !== null);
    const names = stops.map((stop) => gazetteer.nameOf(stop));
    return (route.mode.length === 0 ? [null] : route.mode).map((mode) => ({
      own,
      mode,
      coordinates,
      names,
      key: JSON.stringify([mode, polarity, names]),
    }));
  });
  return [...groupBy(legs, ({ key }) => key)].map(([id, group]) => {
    const [{ mode, names, coordinates, own: first }] = group;
    const members = group.map(({ own }) => own);
    return {
      type: 'Feature',
      id,
      geometry: { type: 'LineString', coordinates },
      properties: {
        origin: names[0] ?? '',
        destination: names.at(-1) ?? '',
        via: names.slice(1, -1),
        mode,
        // Words say so; positions of vessels would make it observed, and what merely fits inferred.
        basis: 'claimed',
        vessels: distinct(members.map(({ claim }) => claim.route?.vessel ?? null)),
        items: distinct(members.map(({ claim }) => claim.item?.class ?? null)),
        kinds: distinct(members.map(({ claim }) => claim.kind)),
        polarity: first.claim.polarity,
        claims: members.map(({ claim }) => claim.id),
        findings: distinct(members.map(({ finding }) => finding)),
        ...hullOf(members.map(daysOfEvent)),
      },
    };
  });
}

/** When it was by the claim, else the day by which it was said. */
const daysOfEvent = ({ claim, stated }: PlacedClaim): Days => {
  const { from, to } = daysOf(claim.when.edtf ?? stated);
  return { from, to: to ?? daysOf(stated).to };
};

function hullOf(days: readonly Days[]): Days {
  const from = days.map((one) => one.from).sort()[0] ?? null;
  const ends = days.map(({ to }) => to);
  return {
    from: days.some((one) => one.from === null) ? null : from,
    to: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
  };
}

function portsOf(
  routes: readonly Feature<Line, RouteProperties>[],
  gazetteer: Gazetteer,
): Feature<Point, PortProperties>[] {
  const calls = routes.flatMap(({ properties: { origin, via, destination } }) =>
    distinct([origin, ...via, destination]),
  );
  return [...groupBy(calls, (name) => name)].flatMap(([name, { length }]) => {
    const place = gazetteer.place(name);
    if (place === null) return [];
    const { type, state, unlocode, lat, lon } = place;
    if (lat === null || lon === null) return [];
    return [
      {
        type: 'Feature' as const,
        id: name,
        geometry: { type: 'Point' as const, coordinates: [lon, lat] as Position },
        properties: { name, type, state, unlocode, routes: length },
      },
    ];
  });
}

const strikesOf = (
  strikes: readonly StrikeCase[],
  gazetteer: Gazetteer,
): Feature<Point, StrikeProperties>[] =>
  strikes.flatMap(({ id, place, target, status, date, weapons }) => {
    const at = place === null ? null : gazetteer.positionOf(place, { strike: id });
    if (place === null || at === null) return [];
    return [
      {
        type: 'Feature' as const,
        id,
        geometry: { type: 'Point' as const, coordinates: at },
        properties: {
          place,
          target,
          status,
          date,
          weapons: distinct(weapons.map(({ model, item }) => model ?? item)),
          ...daysOf(date),
        },
      },
    ];
  });

const seizuresOf = (
  claims: readonly PlacedClaim[],
  gazetteer: Gazetteer,
): Feature<Point, SeizureProperties>[] =>
  claims.flatMap((own) => {
    const { id, kind, place, item, modality, polarity } = own.claim;
    if (kind !== 'interdiction' || place === null || polarity !== 'affirmed') return [];
    const at = gazetteer.positionOf(place, { claim: id });
    if (at === null) return [];
    return [
      {
        type: 'Feature' as const,
        id,
        geometry: { type: 'Point' as const, coordinates: at },
        properties: {
          place: gazetteer.nameOf(place),
          items: distinct([item?.class ?? null]),
          modality,
          claim: id,
          finding: own.finding,
          ...daysOfEvent(own),
        },
      },
    ];
  });

const distinct = <T>(values: readonly (T | null)[]): T[] => [
  ...new Set(values.filter((value) => value !== null)),
];
