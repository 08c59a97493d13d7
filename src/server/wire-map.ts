import { z } from 'zod';
import { ITEM_CLASSES, KINDS, MODALITIES, MODES, POLARITIES } from '../model/enums.js';
import { STRIKE_STATUSES } from '../model/strike-case.js';

/** The map as GeoJSON (RFC 7946): positions are longitude, latitude. */

const position = z.tuple([z.number(), z.number()]);
const point = z.object({ type: z.literal('Point'), coordinates: position });
const line = z.object({ type: z.literal('LineString'), coordinates: z.array(position).min(2) });

const collection = <G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), id: z.string(), geometry, properties })),
  });

/** First and last day, by which a time slider shows it; null for an open or unknown end. */
const days = { from: z.string().nullable(), to: z.string().nullable() };

/** What one or more claims say went from one place to another in one way. */
const route = z.object({
  origin: z.string(),
  destination: z.string(),
  via: z.array(z.string()),
  mode: z.enum(MODES).nullable(),
  /** `observed` by positions of the vessel, `inferred` from what fits, or `claimed` by somebody's words. */
  basis: z.enum(['observed', 'inferred', 'claimed']),
  vessels: z.array(z.string()),
  items: z.array(z.enum(ITEM_CLASSES)),
  kinds: z.array(z.enum(KINDS)),
  polarity: z.enum(POLARITIES),
  claims: z.array(z.string()),
  findings: z.array(z.string()),
  ...days,
});

const port = z.object({
  name: z.string(),
  type: z.string(),
  state: z.string().nullable(),
  unlocode: z.string().nullable(),
  /** How many of the routes begin, end and call there. */
  routes: z.number().int(),
});

const strike = z.object({
  place: z.string(),
  target: z.string().nullable(),
  status: z.enum(STRIKE_STATUSES),
  date: z.string(),
  weapons: z.array(z.string()),
  ...days,
});

const seizure = z.object({
  place: z.string(),
  items: z.array(z.enum(ITEM_CLASSES)),
  modality: z.enum(MODALITIES),
  claim: z.string(),
  finding: z.string().nullable(),
  ...days,
});

export const map = z.object({
  routes: collection(line, route),
  ports: collection(point, port),
  strikes: collection(point, strike),
  seizures: collection(point, seizure),
  /** What has a place of which no coordinates are known, by the place: nothing is left off the map in silence. */
  unplaced: z.array(
    z.object({ place: z.string(), claims: z.array(z.string()), strikes: z.array(z.string()) }),
  ),
});

export type WireMap = z.output<typeof map>;
