import { createRequire } from 'node:module';
import { geoBounds, geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Names } from '../ledger/names.js';
import { compare } from '../ledger/statement-date.js';
import { sourceWords } from './figure.js';
import { markup } from './markup.js';
import type { Matter } from './matter.js';
import { anchorOf, INK, letterOf, LETTERS, statementOf, WIDTH, type Drawn } from './plate.js';
import { PLATE_WORDS } from './plate-words.js';

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
type Point = readonly [lon: number, lat: number];

const HEIGHT = 400;
const MOST = 24;

interface Stop {
  readonly name: string;
  readonly at: Point;
}

interface Route {
  readonly claim: Claim;
  readonly document: Document;
  readonly stops: readonly Stop[];
}

/** The routes that statements name, and the strikes, on outlines of the world; null where no place has a position. */
export function mapPlate(matter: Matter): Drawn | null {
  const { routes, left } = routesOf(matter);
  const stops = routes.flatMap((route) => route.stops);
  const all = strikesOf(matter);
  // A strike far off would leave the routes no room: routes decide the frame where there are any.
  const points = (stops.length > 0 ? stops : all).map(({ at }) => at);
  if (points.length < 2) return null;
  const keyed = routes.slice(0, MOST).map((route, position) => ({ ...route, key: letterOf(position) }));
  const { land, borders, position, path } = projected(points);
  const strikes = all.filter(({ at }) => isInFrame(position(at)));
  const labels = labelsOf([...keyed.flatMap((route) => route.stops), ...strikes], position);
  const lines = linesOf(keyed);
  const alternative = PLATE_WORDS.mapAlternative(
    keyed.map(({ key, stops: places }) => `(${key}) ${places.map(({ name }) => name).join(' to ')}`),
    strikes.map(({ name }) => PLATE_WORDS.strike(name)),
  );
  const svg = markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="${LETTERS}" font-size="10" fill="${INK}" role="img" aria-label="${alternative}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#e8eef3"/><path d="${land}" fill="#faf9f5" stroke="#8d979f" stroke-width="0.6"/><path d="${borders}" fill="none" stroke="#b8c0c7" stroke-width="0.5"/>${lines.map(
    ({ claim, coordinates, keys, middle }) =>
      markup`<a href="${anchorOf(claim)}"><path d="${path({ type: 'LineString', coordinates: coordinates.map(([lon, lat]) => [lon, lat]) })}" fill="none" stroke="#d55e00" stroke-width="1.8" stroke-dasharray="6 4"/></a><text x="${middle(position)[0]}" y="${middle(position)[1]}" font-weight="bold" fill="#8a3d00" stroke="#faf9f5" stroke-width="3" paint-order="stroke">${keys}</text>`,
  )}${strikes.map(({ at }) => {
    const [x, y] = position(at);
    return markup`<path d="M${x - 5},${y - 5}L${x + 5},${y + 5}M${x - 5},${y + 5}L${x + 5},${y - 5}" stroke="#0072b2" stroke-width="2.2"/>`;
  })}${labels.map(
    ({ x, y, name, end }) =>
      markup`<circle cx="${x}" cy="${y}" r="2.6"/><text x="${x + (end ? -6 : 6)}" y="${y + 3.5}" text-anchor="${end ? 'end' : 'start'}" stroke="#faf9f5" stroke-width="3" paint-order="stroke">${name}</text>`,
  )}</svg>`;
  return {
    kind: 'map',
    caption: PLATE_WORDS.mapCaption(left + Math.max(0, routes.length - MOST)),
    alternative,
    svg: String(svg),
    statements: keyed.map((route) => statementOf(route.key, route)),
  };
}

function routesOf({ findings, evidence }: Matter): { routes: Route[]; left: number } {
  const { claims, documents, names } = evidence;
  const own = findings.flatMap((finding) => finding.claims.filter(({ echo_of }) => echo_of === null));
  let left = 0;
  const routes = [...new Set(own.map(({ claim }) => claim))].flatMap((id): Route[] => {
    const claim = claims.get(id);
    const document = claim && documents.get(claim.doc);
    if (!claim?.route || !document || claim.polarity !== 'affirmed') return [];
    const { origin, via, destination } = claim.route;
    const slots = [origin, ...via, destination].flatMap((slot) =>
      slot === null ? [] : [slot.split(', ')[0] ?? ''],
    );
    if (slots.length < 2) return [];
    const stops = slots.flatMap((slot): Stop[] => {
      return stopAt(slot, names);
    });
    if (stops.length < 2) {
      left += 1;
      return [];
    }
    return [{ claim, document, stops }];
  });
  return {
    routes: routes.sort((a, b) => compare(pathKey(a), pathKey(b)) || compare(a.claim.id, b.claim.id)),
    left,
  };
}

/** The place where its position is held. */
function stopAt(name: string, names: Names): Stop[] {
  const place = names.place(name)?.place;
  if (place === undefined || place.lat === null || place.lon === null) return [];
  return [{ name: sourceWords(place.name, 40), at: [place.lon, place.lat] }];
}

const pathKey = ({ stops }: Route): string => stops.map(({ name }) => name).join('>');

function strikesOf({ strikes, evidence }: Matter): Stop[] {
  const found = new Map<string, Stop>();
  for (const { place } of strikes) {
    for (const stop of place === null ? [] : stopAt(place, evidence.names)) found.set(stop.name, stop);
  }
  return [...found.values()];
}

/** Statements of one route share a line, which bears all their letters. */
function linesOf(keyed: readonly (Route & { key: string })[]) {
  const lines = new Map<string, (Route & { key: string })[]>();
  for (const route of keyed) lines.set(pathKey(route), [...(lines.get(pathKey(route)) ?? []), route]);
  return [...lines.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const coordinates = first.stops.map(({ at }) => at);
    return [
      {
        claim: first.claim,
        coordinates,
        keys: alike.map(
          (route, position) =>
            markup`${position === 0 ? null : ', '}<a href="${anchorOf(route.claim)}">${route.key}</a>`,
        ),
        middle: (position: (at: Point) => Point): Point => {
          const [[x1, y1], [x2, y2]] = [position(coordinates[0] as Point), position(coordinates[1] as Point)];
          return [round((x1 + x2) / 2), round((y1 + y2) / 2 - 4)];
        },
      },
    ];
  });
}

function labelsOf(stops: readonly Stop[], position: (at: Point) => Point) {
  const found = new Map<string, { x: number; y: number; name: string; end: boolean }>();
  for (const { name, at } of stops) {
    const [x, y] = position(at);
    found.set(name, { x, y, name, end: x > WIDTH - 110 });
  }
  return [...found.values()];
}

function projected(points: readonly Point[]) {
  const world = createRequire(import.meta.url)('world-atlas/countries-50m.json') as World;
  const extent: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: points.map(([lon, lat]) => [lon, lat]),
  };
  const [[west, south], [east, north]] = geoBounds(extent);
  const [wide, high] = [Math.max(3, Math.abs(east - west)), Math.max(2, north - south)];
  const corners: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: [
      [west - wide * 0.12, Math.max(-78, south - high * 0.2)],
      [east + wide * 0.12, Math.min(80, north + high * 0.2)],
    ],
  };
  const projection = geoMercator()
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [0, 0],
        [WIDTH, HEIGHT],
      ],
      corners,
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const path = geoPath(projection).digits(1);
  return {
    land: path(feature(world, world.objects.land)) ?? '',
    borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
    path: (shape: GeoPermissibleObjects): string => path(shape) ?? '',
    position: ([lon, lat]: Point): Point => {
      const [x, y] = projection([lon, lat]) ?? [0, 0];
      return [round(x), round(y)];
    },
  };
}

const isInFrame = ([x, y]: Point): boolean => x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;

const round = (value: number): number => Math.round(value * 10) / 10;
