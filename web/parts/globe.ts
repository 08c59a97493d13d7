import {
  Map as MapLibre,
  Marker,
  NavigationControl,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import landUrl from 'world-atlas/land-50m.json?url';
import type { CaseMap } from '../api/types.js';
import { thingsOf } from './map-things.js';

/** The map itself, drawn from what the desk was built with: no tiles, no fonts and no pictures from the network. */

setWorkerUrl(workerUrl);

export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly observed: string;
  readonly inferred: string;
  readonly claimed: string;
  readonly denied: string;
  readonly port: string;
}

export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    sea: '#eef3f4',
    land: '#ffffff',
    coast: '#b9c6c9',
    observed: '#0c4550',
    inferred: '#8a5a00',
    claimed: '#7a3b6b',
    denied: '#a3262a',
    port: '#39424a',
  },
  dark: {
    sea: '#15191c',
    land: '#262c30',
    coast: '#4a545a',
    observed: '#7ab3bb',
    inferred: '#e2a33c',
    claimed: '#d59ac7',
    denied: '#f08c8f',
    port: '#c9d1d6',
  },
};

/** The layers that can be clicked, with the sort of thing that each has. */
const CLICKABLE = {
  observed: 'route',
  inferred: 'route',
  claimed: 'route',
  strikes: 'strike',
  seizures: 'seizure',
  ports: 'port',
} as const;

export function canDrawMaps(): boolean {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') !== null;
}

const empty = () => ({ type: 'FeatureCollection' as const, features: [] });

function styleOf(colours: Palette): StyleSpecification {
  const route = (basis: string, dash?: number[]) =>
    ({
      id: basis,
      type: 'line',
      source: 'routes',
      filter: ['==', ['get', 'basis'], basis],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': [
          'case',
          ['==', ['get', 'polarity'], 'affirmed'],
          colours[basis as 'observed'],
          colours.denied,
        ],
        'line-width': ['case', ['boolean', ['feature-state', 'chosen'], false], 6, 3],
        ...(dash === undefined ? {} : { 'line-dasharray': dash }),
      },
    }) as const;
  const dots = (source: string, colour: string, radius: number) =>
    ({
      id: source,
      type: 'circle',
      source,
      paint: {
        'circle-color': colour,
        'circle-radius': ['case', ['boolean', ['feature-state', 'chosen'], false], radius + 3, radius],
        'circle-stroke-color': colours.land,
        'circle-stroke-width': 1.5,
      },
    }) as const;
  const collection = () => ({ type: 'geojson' as const, data: empty(), promoteId: 'key' });
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: empty() },
      routes: collection(),
      ports: collection(),
      strikes: collection(),
      seizures: collection(),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colours.coast } },
      route('claimed', [0.1, 2]),
      route('inferred', [3, 2.5]),
      route('observed'),
      dots('ports', colours.port, 4),
      dots('seizures', colours.inferred, 6),
      dots('strikes', colours.denied, 6),
    ],
  } as StyleSpecification;
}

/** A map on the page: what it shows, what stands out, and what is clicked. */
export class Globe {
  readonly #map: MapLibre;
  readonly #ready: Promise<void>;
  #labels: readonly { readonly marker: Marker; readonly name: string }[] = [];
  #shownBefore = false;
  #chosen: { readonly source: string; readonly id: string } | null = null;

  constructor(container: HTMLElement, colours: Palette, onPick: (key: string) => void) {
    const map = new MapLibre({
      container,
      style: styleOf(colours),
      center: [90, 48],
      zoom: 1.6,
      attributionControl: false,
      // The list beside it is what the keyboard goes through; the map follows.
      canvasContextAttributes: { antialias: true },
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
    this.#map = map;
    map.addControl(new NavigationControl({ showCompass: false }), 'top-left');
    map.touchZoomRotate.disableRotation();
    this.#ready = map.once('load').then(async () => {
      const topology = (await (await fetch(landUrl)).json()) as Topology;
      const land = topology.objects['land'];
      if (land !== undefined) this.#set('land', unwrapped(feature(topology, land)));
    });
    map.on('move', () => this.#thin());
    for (const [layer, sort] of Object.entries(CLICKABLE)) {
      map.on('click', layer, ({ features }) => {
        const key = features?.[0]?.properties['key'] as string | undefined;
        if (key !== undefined) onPick(`${sort} ${key}`);
      });
      map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
      map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
    }
  }

  async show(shown: CaseMap): Promise<void> {
    await this.#ready;
    for (const sort of ['routes', 'ports', 'strikes', 'seizures'] as const) {
      const { features } = shown[sort];
      this.#set(sort, {
        type: 'FeatureCollection',
        // What MapLibre keeps of a feature are its properties: the id goes there.
        features: features.map(({ type, id, geometry, properties }) => ({
          type,
          geometry,
          properties: { ...properties, key: id },
        })),
      });
    }
    this.#label(shown);
    const all = thingsOf(shown).flatMap(({ bounds }) => (bounds === null ? [] : [bounds]));
    if (this.#chosen === null && all.length > 0) this.#fit(all);
  }

  async choose(sort: string, id: string, bounds: readonly [number, number, number, number]): Promise<void> {
    await this.#ready;
    await this.unchoose();
    this.#chosen = { source: `${sort}s`, id };
    this.#map.setFeatureState(this.#chosen, { chosen: true });
    this.#fit([bounds]);
  }

  async unchoose(): Promise<void> {
    await this.#ready;
    if (this.#chosen !== null) this.#map.setFeatureState(this.#chosen, { chosen: false });
    this.#chosen = null;
  }

  remove(): void {
    this.#map.remove();
  }

  #fit(all: readonly (readonly [number, number, number, number])[]): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map.fitBounds(
      [
        Math.min(...all.map(([west]) => west)),
        Math.min(...all.map(([, south]) => south)),
        Math.max(...all.map(([, , east]) => east)),
        Math.max(...all.map(([, , , north]) => north)),
      ],
      { padding: 60, maxZoom: 6, animate: !still && this.#shownBefore },
    );
    this.#shownBefore = true;
  }

  #set(source: string, data: object): void {
    // It has the method of its kind: all sources here are GeoJSON.
    (this.#map.getSource(source) as { setData(data: object): void } | undefined)?.setData(data);
  }

  /** Names of places, as elements of the page: a map of its own letters would have to load them. */
  #label({ ports, strikes }: CaseMap): void {
    for (const { marker } of this.#labels) marker.remove();
    const places = new Map<string, readonly [number, number]>();
    for (const { geometry, properties } of ports.features) places.set(properties.name, geometry.coordinates);
    for (const { geometry, properties } of strikes.features)
      places.set(properties.place, geometry.coordinates);
    this.#labels = [...places].map(([name, at]) => {
      const element = document.createElement('span');
      element.className = 'place-name';
      element.setAttribute('aria-hidden', 'true');
      element.textContent = name;
      const marker = new Marker({ element, anchor: 'left', offset: [7, 0] });
      marker.setLngLat([at[0], at[1]]).addTo(this.#map);
      return { name, marker };
    });
  }

  /** A name that would lie over one before it is not shown until there is room. */
  #thin(): void {
    const taken: { readonly x: number; readonly y: number; readonly width: number }[] = [];
    for (const { marker, name } of this.#labels) {
      const { x, y } = this.#map.project(marker.getLngLat());
      const width = 10 + 6.5 * name.length;
      const over = taken.some(
        (other) => Math.abs(other.y - y) < 13 && x < other.x + other.width && other.x < x + width,
      );
      marker.getElement().style.visibility = over ? 'hidden' : 'visible';
      if (!over) taken.push({ x, y, width });
    }
  }
}

type Shape = ReturnType<typeof feature>;

/** Rings that cross the 180th meridian go on beyond it, rather than once around the world. */
function unwrapped(land: Shape): Shape {
  const ring = (positions: number[][]): void => {
    for (let n = 1; n < positions.length; n++) {
      const [before, now] = [positions[n - 1]?.[0] ?? 0, positions[n]];
      if (now === undefined) continue;
      while ((now[0] ?? 0) - before > 180) now[0] = (now[0] ?? 0) - 360;
      while ((now[0] ?? 0) - before < -180) now[0] = (now[0] ?? 0) + 360;
    }
  };
  for (const { geometry } of 'features' in land ? land.features : [land]) {
    if (geometry.type === 'Polygon') geometry.coordinates.forEach(ring);
    if (geometry.type === 'MultiPolygon') geometry.coordinates.flat().forEach(ring);
  }
  return land;
}
