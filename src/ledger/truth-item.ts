import type { TruthModel } from './truth-shares.js';
import type { TruthTable } from './truth-table.js';

/** What one claim is, by the truth that the other claims on its item make likely: chances, and distances times these. */
export interface Judged {
  readonly exact: number;
  readonly near: number;
  readonly nearDistance: number;
  readonly wrong: number;
  readonly wrongDistance: number;
  readonly slipped: number;
  readonly copied: number;
}

/** The claims on one item, weighed for every value that may be the true one. */
export interface ItemEvidence {
  /** By number, in the order in which the claims were made. */
  readonly sources: Int32Array;
  readonly values: Float64Array;
  /** The values that may be true, ascending, and how likely each is by all claims. */
  readonly candidates: Float64Array;
  readonly chances: Float64Array;
  /** How many claims give each of them. */
  readonly support: Int32Array;
  /** Null where no other claim could be true. */
  byOthers(claim: number): Judged | null;
}

/** Of more values than this the best supported may be true alone, so that work does not grow with their square. */
const MOST_CANDIDATES = 32;
/** Two values that differ by less than this share of them are one. */
const EQUAL = 1e-9;
/** A value is told in cells of this part of the width: what a coincidence of near values is likely to be. */
const CELL = 0.1;
const SLIPS = [1, 2, 3, 4, 5, 6].map((power) => power * Math.LN10);
const SLIP_TOLERANCE = 0.01;
/** Nothing is impossible: what no exponent can hold is as unlikely as this. */
const LEAST = 1e-300;

export function itemEvidence(table: TruthTable, item: number, model: TruthModel): ItemEvidence {
  const [from, to] = [table.start[item]!, table.start[item + 1]!];
  const sources = table.source.subarray(from, to);
  const values = table.value.subarray(from, to);
  const groups = groupsOf(values);
  const { chosen, first } = groups;
  const mass = (claim: number, candidate: number): number =>
    massOf(claim, groups.of[claim] === candidate, values[claim]!, chosen[candidate]!);

  function massOf(claim: number, same: boolean, value: number, truth: number): number {
    const { exact, near, wrong } = sharesOf(claim);
    if (same) return exact;
    const { nearMass, slipMass, wildMass } = parts(claim, value, truth);
    const free = Math.max(LEAST, near * nearMass + wrong * (slipMass + wildMass));
    return first[claim] === 1 ? free : Math.max(free, wrong * model.overall.copied);
  }

  /** The shares of the claim's source, as the last word on the item or one before it. */
  function sharesOf(claim: number): { exact: number; near: number; wrong: number } {
    const source = sources[claim]!;
    const [exact, near] = [model.exact[source]!, model.near[source]!];
    const factor = claim === sources.length - 1 ? model.lastOdds : model.earlierOdds;
    const raised = (exact * factor) / (exact * factor + 1 - exact);
    const rest = (1 - raised) / (1 - exact);
    return { exact: raised, near: near * rest, wrong: Math.max(1e-4, 1 - exact - near) * rest };
  }

  function parts(
    claim: number,
    value: number,
    truth: number,
  ): { distance: number; nearMass: number; slipMass: number; wildMass: number } {
    const { scale, overall } = model;
    const distance = Math.abs(scale.of(value) - scale.of(truth));
    const cell = overall.width * CELL;
    if (!Number.isFinite(distance))
      return { distance, nearMass: 0, slipMass: 0, wildMass: cell / (2 * overall.reach) };
    const width = model.width[sources[claim]!]!;
    const slipped = scale.relative && SLIPS.some((slip) => Math.abs(distance - slip) < SLIP_TOLERANCE);
    return {
      distance,
      nearMass: (cell / (2 * width)) * Math.exp(-distance / width),
      slipMass: slipped ? overall.slips / (2 * SLIPS.length) : 0,
      wildMass: (1 - overall.slips) * (cell / (2 * overall.reach)) * Math.exp(-distance / overall.reach),
    };
  }

  const likelihood = chosen.map((_, candidate) =>
    sources.reduce((sum, _, claim) => sum + Math.log(mass(claim, candidate)), usual(chosen[candidate]!)),
  );

  /** How usual a value is for an item of the set: a Cauchy, whose tails rule nothing out. */
  function usual(value: number): number {
    const { of, middle, range } = model.scale;
    const away = (of(value) - middle) / range;
    return Number.isFinite(away) ? -2 * Math.log(Math.hypot(1, away)) : -50;
  }

  function byOthers(claim: number): Judged | null {
    const own = groups.of[claim]!;
    const alone = groups.size[own] === 1;
    const left = chosen.map((_, candidate) =>
      alone && candidate === own ? -Infinity : likelihood[candidate]! - Math.log(mass(claim, candidate)),
    );
    const chances = normalised(left);
    if (chances === null) return null;
    let [exact, near, nearDistance, wrong, wrongDistance, slipped, copied] = [0, 0, 0, 0, 0, 0, 0];
    const shares = sharesOf(claim);
    for (let candidate = 0; candidate < chosen.length; candidate++) {
      const chance = chances[candidate]!;
      if (chance < 1e-12) continue;
      if (candidate === own) {
        exact += chance;
        continue;
      }
      const { distance, nearMass, slipMass, wildMass } = parts(claim, values[claim]!, chosen[candidate]!);
      const copy = first[claim] === 1 ? 0 : shares.wrong * model.overall.copied;
      const [n, s, w] = [shares.near * nearMass, shares.wrong * slipMass, shares.wrong * wildMass];
      const all = Math.max(LEAST, n + s + w + copy);
      near += (chance * n) / all;
      wrong += (chance * (s + w + copy)) / all;
      slipped += (chance * s) / all;
      copied += first[claim] === 1 ? 0 : (chance * (s + w + copy)) / all;
      if (!Number.isFinite(distance)) continue;
      nearDistance += ((chance * n) / all) * distance;
      wrongDistance += ((chance * (w + copy)) / all) * distance;
    }
    return { exact, near, nearDistance, wrong, wrongDistance, slipped, copied };
  }

  return {
    sources,
    values,
    candidates: chosen,
    chances: normalised(likelihood) ?? new Float64Array(chosen.length),
    support: groups.size,
    byOthers,
  };
}

interface Groups {
  /** The values that may be true, ascending. */
  readonly chosen: Float64Array;
  /** Of each claim, the position of its value among these; -1 where it is none of them. */
  readonly of: Int32Array;
  /** Of each of these values, how many claims give it. */
  readonly size: Int32Array;
  /** Of each claim, 1 where it is the first to give its value. */
  readonly first: Uint8Array;
}

function groupsOf(values: Float64Array): Groups {
  const sorted = values.slice().sort();
  const distinct: number[] = [];
  for (const value of sorted) {
    const last = distinct.at(-1);
    if (last === undefined || value - last > EQUAL * Math.max(Math.abs(value), Math.abs(last)))
      distinct.push(value);
  }
  const place = (value: number): number => {
    let [low, high] = [0, distinct.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (distinct[middle]! <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const counts = new Int32Array(distinct.length);
  const seen = new Uint8Array(distinct.length);
  const first = new Uint8Array(values.length);
  const at = values.reduce((places, value, claim) => {
    const here = place(value);
    places[claim] = here;
    counts[here]! += 1;
    if (seen[here] === 0) first[claim] = seen[here] = 1;
    return places;
  }, new Int32Array(values.length));

  // The best supported, and of those with equal support the nearest to the middle.
  const middle = place(sorted[(sorted.length - 1) >> 1]!);
  const best = distinct
    .map((_, position) => position)
    .sort((a, b) => counts[b]! - counts[a]! || Math.abs(a - middle) - Math.abs(b - middle) || a - b)
    .slice(0, MOST_CANDIDATES)
    .sort((a, b) => a - b);
  const position = new Map(best.map((one, n) => [one, n]));
  return {
    chosen: Float64Array.from(best, (one) => distinct[one]!),
    of: at.map((one) => position.get(one) ?? -1),
    size: Int32Array.from(best, (one) => counts[one]!),
    first,
  };
}

/** Log likelihoods as chances that sum to one; null where none is possible. */
function normalised(logs: Float64Array): Float64Array | null {
  const best = logs.reduce((most, one) => Math.max(most, one), -Infinity);
  if (best === -Infinity) return null;
  const chances = logs.map((one) => Math.exp(one - best));
  const sum = chances.reduce((total, one) => total + one, 0);
  return chances.map((one) => one / sum);
}
