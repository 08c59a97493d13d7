import type { TruthTable } from './truth-table.js';

/**
 * The scale on which a set's sources differ: of each other's values by so much (temperatures), or by such a share of
 * them (populations). Differences are Laplace distributed on either; the likelier scale is taken.
 */
export interface TruthScale {
  readonly relative: boolean;
  /** A value on the scale; negative infinity for what a relative scale has no place for. */
  readonly of: (value: number) => number;
  /** The value that lies so far from another. */
  readonly moved: (value: number, by: number) => number;
  /** The median of the differences that are not zero, from the median of their item. */
  readonly spread: number;
  /** Where the items of the set lie on the scale, by the medians of each: the middle, and the median distance from it. */
  readonly middle: number;
  readonly range: number;
}

const ABSOLUTE = (value: number): number => value;
const RELATIVE = (value: number): number => (value > 0 ? Math.log(value) : -Infinity);

/** Above this share of values that are not positive a set has no relative scale. */
const FEW = 0.01;

export function truthScale(table: TruthTable): TruthScale {
  const absolute = differences(table, ABSOLUTE);
  const negative = table.value.reduce((count, value) => count + Number(value <= 0), 0);
  if (negative <= FEW * table.value.length) {
    const relative = differences(table, RELATIVE);
    if (relative.likelihood > absolute.likelihood)
      return { relative: true, of: RELATIVE, moved: (value, by) => value * Math.exp(by), ...relative };
  }
  return { relative: false, of: ABSOLUTE, moved: (value, by) => value + by, ...absolute };
}

interface Differences extends Pick<TruthScale, 'spread' | 'middle' | 'range'> {
  readonly likelihood: number;
}

/** How items' values lie around their medians on a scale; likelihoods are per unit of value, and so comparable. */
function differences({ start, value }: TruthTable, of: (value: number) => number): Differences {
  const found: number[] = [];
  const middles: number[] = [];
  let jacobian = 0;
  for (let item = 0; item + 1 < start.length; item++) {
    const values = value.slice(start[item], start[item + 1]).sort();
    const middle = values[(values.length - 1) >> 1]!;
    if (Number.isFinite(of(middle))) middles.push(of(middle));
    for (const one of values) {
      if (one === middle) continue;
      const difference = Math.abs(of(one) - of(middle));
      if (!Number.isFinite(difference)) continue;
      found.push(difference);
      if (of === RELATIVE) jacobian -= Math.log(one);
    }
  }
  const middle = medianOf(middles) ?? 0;
  const range = Math.max(medianOf(middles.map((one) => Math.abs(one - middle))) ?? 1, 1e-9);
  const spread = medianOf(found);
  if (spread === null) return { spread: 1, middle, range, likelihood: 0 };
  // A Laplace of this median has the scale median / ln 2; far ones count as a tail of a Cauchy would have them.
  const likelihood = found.reduce((sum, difference) => {
    const ratio = difference / spread;
    return sum - Math.log(spread) - Math.log1p(ratio * ratio);
  }, jacobian);
  return { spread, middle, range, likelihood };
}

function medianOf(numbers: readonly number[]): number | null {
  return Float64Array.from(numbers).sort()[numbers.length >> 1] ?? null;
}
