import { itemEvidence, type ItemEvidence } from './truth-item.js';
import type { TruthModel } from './truth-shares.js';
import type { TruthTable } from './truth-table.js';

/** What the numbers given for an item support. */
export interface TruthAnswer {
  readonly item: string;
  /** The best supported value: one that a source gives. */
  readonly value: number;
  /** Between these the true value lies with nine chances in ten, by the sources' record. */
  readonly low: number;
  readonly high: number;
  /** How many sources stand on the item, each with its last word. */
  readonly origins: number;
  /** One sentence with both sides, where another value is not to be ruled out; else null. */
  readonly dispute: string | null;
}

/** Each tail of what is left out between low and high. */
const TAIL = 0.05;
/** A value with a chance of this or more is not ruled out. */
const NOT_RULED_OUT = 0.05;

/** The answer for every item, in the order in which the items first came. */
export function* truthAnswers(table: TruthTable, model: TruthModel): Generator<TruthAnswer> {
  for (let item = 0; item < table.items.length; item++) {
    const evidence = itemEvidence(table, item, model);
    const { candidates } = evidence;
    const value = candidates[quantile(evidence.chances, 0.5)]!;
    yield {
      item: table.items[item]!,
      value,
      ...rangeOf(evidence, value, model),
      origins: evidence.sources.length,
      dispute: disputeOf(value, evidence, table.sources, model),
    };
  }
}

/** Position of the first chance up to which they come to a share: half of them make the least expected error. */
function quantile(chances: ArrayLike<number>, share: number): number {
  let sum = 0;
  for (let at = 0; at < chances.length; at++) if ((sum += chances[at]!) >= share - 1e-12) return at;
  return chances.length - 1;
}

/** A value that one source gives may itself be near the truth alone; what several give alike is hardly so. */
function rangeOf(
  { candidates, chances, support }: ItemEvidence,
  value: number,
  { scale, overall }: TruthModel,
): { low: number; high: number } {
  // Of a value that nobody doubts or bears out nothing more is known.
  if (candidates.length === 1) return { low: value, high: value };
  const inexact = overall.near / (overall.near + overall.exact);
  const places = [...candidates].flatMap((candidate, at) => {
    const near = chances[at]! * inexact ** support[at]!;
    return [
      { at: scale.moved(candidate, -overall.width), chance: near / 2 },
      { at: candidate, chance: chances[at]! - near },
      { at: scale.moved(candidate, overall.width), chance: near / 2 },
    ];
  });
  places.sort((a, b) => a.at - b.at);
  const sums = places.map(({ chance }) => chance);
  const end = (share: number): number => rounded(places[quantile(sums, share)]!.at, candidates);
  return { low: Math.min(value, end(TAIL)), high: Math.max(value, end(1 - TAIL)) };
}

/** A value that somebody gives stays as it is; what lies beside one is no more precise than the sources are. */
const rounded = (value: number, given: Float64Array): number =>
  given.includes(value) ? value : Number(value.toPrecision(4));

/** The likeliest value that is no mere inaccuracy of the answer, with who gives either. */
function disputeOf(
  value: number,
  { candidates, chances, sources, values }: ItemEvidence,
  names: readonly string[],
  { scale, overall }: TruthModel,
): string | null {
  const apart = (other: number): boolean =>
    !(Math.abs(scale.of(other) - scale.of(value)) <= 3 * overall.width);
  let rival = -1;
  candidates.forEach((candidate, at) => {
    if (candidate !== value && apart(candidate) && (rival < 0 || chances[at]! > chances[rival]!)) rival = at;
  });
  if (rival < 0 || chances[rival]! < NOT_RULED_OUT) return null;
  const side = (given: number): string => {
    const who = [...sources].filter((_, claim) => values[claim] === given).map((source) => names[source]!);
    const others = who.length - 1;
    return `${given} by ${who[0]}${others === 0 ? '' : ` and ${others} ${others === 1 ? 'other' : 'others'}`}`;
  };
  return `${side(value)} stands against ${side(candidates[rival]!)}.`;
}
