import { randomFrom } from './random.js';

/** Rows as `tallyman reconcile FILE.csv` takes them, with the truth of every item. */
export interface TruthWorld {
  readonly rows: readonly TruthRow[];
  readonly truth: ReadonlyMap<string, number>;
}

export interface TruthRow {
  readonly item: string;
  readonly source: string;
  readonly value: number;
  readonly time: number;
}

export interface WorldShape {
  readonly items: number;
  readonly sources: number;
  /** Mean number of further claims on an item that has two: without a conflict there is nothing to measure. */
  readonly further: number;
  /** Shares of claims: right, near (by a few per cent), of another time or extent, slipped by a power of ten, wild. */
  readonly right: number;
  readonly near: number;
  readonly other: number;
  readonly slip: number;
  readonly wild: number;
  /** Chance that a claim is taken from one made before it on the item, right or wrong. */
  readonly copied: number;
  /** Chance that a source comes back to an item and gives the truth. */
  readonly mended: number;
}

/** Few sources an item, a long tail of sources with one claim each, errors of every size, some of them copied. */
export const SPARSE: WorldShape = {
  items: 1200,
  sources: 2400,
  further: 1.6,
  right: 0.62,
  near: 0.16,
  other: 0.14,
  slip: 0.04,
  wild: 0.04,
  copied: 0.2,
  mended: 0.05,
};

/** The same with hardly a gross error: what is left is figures of other years and extents. */
export const MILD: WorldShape = { ...SPARSE, slip: 0.004, wild: 0.012, other: 0.2 };

/** The same with more error than truth beyond the right ones, and much copying. */
export const ROUGH: WorldShape = { ...SPARSE, right: 0.5, other: 0.22, wild: 0.06, slip: 0.06, copied: 0.35 };

/** Many claims by few sources of steady quality, hardly any two of them equal: instruments or forecasts. */
export const DENSE: WorldShape = {
  items: 1000,
  sources: 12,
  further: 8,
  right: 0.02,
  near: 0.85,
  other: 0.08,
  slip: 0.02,
  wild: 0.03,
  copied: 0.02,
  mended: 0,
};

/** A generated set. Sources differ: each has its own share of errors around that of the shape. */
export function truthWorld(shape: WorldShape, seed: number): TruthWorld {
  const random = randomFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const care = Array.from({ length: shape.sources }, () => Math.exp(0.8 * normal()));
  const truth = new Map<string, number>();
  const rows: TruthRow[] = [];
  let time = 0;
  for (let n = 0; n < shape.items; n++) {
    const item = `item ${n}`;
    const value = Math.round(Math.exp(9 + 1.3 * normal()));
    truth.set(item, value);
    const claims: TruthRow[] = [];
    const wanted = 2 + geometric(shape.further, random);
    const there = new Set<number>();
    while (there.size < Math.min(wanted, shape.sources)) {
      // A few sources claim much, most of them once or twice.
      const source = Math.floor(shape.sources * random() ** 1.6);
      if (there.has(source)) continue;
      there.add(source);
      const taken = claims.length > 0 && random() < shape.copied;
      const told = taken
        ? claims[Math.floor(random() * claims.length)]!.value
        : claimed(value, shape, care[source]!, random, normal);
      claims.push({ item, source: `source ${source}`, value: told, time: time++ });
      if (told !== value && random() < shape.mended)
        claims.push({ item, source: `source ${source}`, value, time: time++ });
    }
    rows.push(...claims);
  }
  return { rows, truth };
}

/** A digit lost or doubled, thousands and units taken for each other. */
const SLIPS = [10, 10, 0.1, 0.1, 0.01, 0.001, 1000];

function claimed(
  value: number,
  { right, near, other, slip, wild }: WorldShape,
  care: number,
  random: () => number,
  normal: () => number,
): number {
  const shares = [right * care, near, other / care, slip / care, wild / care];
  let at = random() * shares.reduce((sum, share) => sum + share, 0);
  const kind = shares.findIndex((share) => (at -= share) < 0);
  switch (kind) {
    case 0:
      return value;
    case 1:
      return Math.round(value * Math.exp((0.02 / care) * normal()));
    case 2:
      return Math.round(value * Math.exp(0.1 + 0.5 * Math.abs(normal()) * (random() < 0.5 ? 1 : -0.6)));
    case 3:
      return Math.round(value * SLIPS[Math.floor(random() * SLIPS.length)]!);
    default:
      return Math.round(value * Math.exp(1.5 * normal()));
  }
}

/** 0, 1, 2 … with this mean. */
function geometric(mean: number, random: () => number): number {
  let count = 0;
  while (random() < mean / (1 + mean)) count++;
  return count;
}
