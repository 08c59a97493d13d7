import { union, type Interval } from '../core/interval.js';
import type { Finding } from '../model/finding.js';
import { supports } from './modality.js';
import type { Placed, Relation } from './relation.js';
import { intervalWords } from './interval-words.js';
import { compare } from './statement-date.js';
import { oneEnd } from './window.js';

/** What the qualifying statements on a question allow together. */
export interface Range {
  readonly range: Interval;
  readonly asOf: string;
  readonly leading: Placed;
  /** Both sides in one sentence, where what is at least so lies above what is at most so. */
  readonly dispute: string | null;
}

interface RangeInput {
  readonly statements: readonly Placed[];
  readonly relations: readonly Relation[];
  readonly derived: ReadonlySet<Placed>;
  /** First day of the flow; null where open. */
  readonly start: string | null;
  /** Whether the question is an event or a rate, to which every window belongs. */
  readonly wholeWindow: boolean;
  /** Alternatives of one claimant count as one figure. */
  readonly alternatives: (a: Placed, b: Placed) => boolean;
}

/** Affirmed, not an echo, derived or superseded, and said in a way that supports it. */
export function qualifying(
  statements: readonly Placed[],
  relations: readonly Relation[],
  derived: ReadonlySet<Placed>,
): Placed[] {
  const superseded = new Set(relations.flatMap(({ b, relation }) => (relation === 'supersedes' ? [b] : [])));
  return statements.filter(
    (statement) =>
      statement.claim.polarity === 'affirmed' &&
      supports(statement.claim.modality) &&
      !derived.has(statement) &&
      !superseded.has(statement),
  );
}

/**
 * The range as of a date; null where no qualifying claim gives a figure.
 * @param asOf `YYYY-MM-DD`; by default the newest end among the qualifying claims
 */
export function rangeOf(input: RangeInput, asOf: string | null = null): Range | null {
  const figures = qualifying(input.statements, input.relations, input.derived).filter(
    ({ interval }) => interval !== null,
  );
  const newest = figures.map(endOf).sort(compare).at(-1);
  if (newest === undefined) return null;
  const date = asOf ?? newest;
  const members = figures.filter(
    (statement) => endOf(statement) <= date && (input.wholeWindow || statement.window.start === input.start),
  );
  const latest = [...members].sort((a, b) => compare(endOf(a), endOf(b))).at(-1);
  if (latest === undefined) return null;
  const parts = new Set(input.relations.flatMap(({ a, relation }) => (relation === 'part-of' ? [a] : [])));
  const low = greatest(members.map((one) => figureOf(one, members, input).low));
  const high = least(
    members
      .filter((one) => !parts.has(one) && (input.wholeWindow || oneEnd(one.window, latest.window, false)))
      .map((one) => figureOf(one, members, input).high),
  );
  if (low === null || high === null || low <= high) {
    const range = { low, high };
    return { range, asOf: date, leading: leadingOf(members, range), dispute: null };
  }
  const opposed = opposedOf(members, input.relations);
  const range = opposed.map(({ interval }) => interval!).reduce(union);
  return {
    range,
    asOf: date,
    leading: leadingOf(members, range),
    dispute: disputeOf(members, low, high, input),
  };
}

const endOf = ({ window }: Placed): string => window.end ?? '';

/** A statement's interval, with the alternatives that its claimant gives to it. */
function figureOf(statement: Placed, members: readonly Placed[], { alternatives }: RangeInput): Interval {
  return members
    .filter((other) => other.claimant === statement.claimant && alternatives(statement, other))
    .map(({ interval }) => interval!)
    .reduce(union, statement.interval!);
}

const greatest = (bounds: readonly (number | null)[]): number | null =>
  bounds.reduce((best, bound) => (bound !== null && (best === null || bound > best) ? bound : best), null);

const least = (bounds: readonly (number | null)[]): number | null =>
  bounds.reduce((best, bound) => (bound !== null && (best === null || bound < best) ? bound : best), null);

/** Those of the range that contradict each other, whatever their ends; all where none does so in a pair. */
function opposedOf(members: readonly Placed[], relations: readonly Relation[]): readonly Placed[] {
  const inside = new Set(members);
  const opposed = new Set(
    relations.flatMap(({ a, b, relation }) =>
      relation === 'contradicts' && inside.has(a) && inside.has(b) ? [a, b] : [],
    ),
  );
  return opposed.size === 0 ? members : members.filter((member) => opposed.has(member));
}

/** An open end is farther from any figure than another figure. */
const OPEN_GAP = 1e15;

/** Best standing, then the newest, then the interval that lies closest around the range. */
function leadingOf(members: readonly Placed[], range: Interval): Placed {
  const gap = (a: number | null, b: number | null): number =>
    a === b ? 0 : a === null || b === null ? OPEN_GAP : Math.abs(a - b);
  const distance = ({ interval }: Placed): number =>
    gap(interval!.low, range.low) + gap(interval!.high, range.high);
  const standing = ({ claim }: Placed): number =>
    ['confirmed', 'asserted', 'assessed', 'reported'].indexOf(claim.modality);
  return [...members].sort(
    (a, b) =>
      standing(a) - standing(b) ||
      compare(b.day ?? '', a.day ?? '') ||
      distance(a) - distance(b) ||
      compare(a.claim.id, b.claim.id),
  )[0]!;
}

function disputeOf(members: readonly Placed[], low: number, high: number, input: RangeInput): string {
  const side = (bound: 'low' | 'high', value: number): Placed =>
    members.find((one) => figureOf(one, members, input)[bound] === value)!;
  const [above, below] = [side('low', low), side('high', high)];
  const words = ({ claimant, interval, day }: Placed): string =>
    `${intervalWords(interval)} by ${claimant} (${day ?? 'undated'})`;
  return `${words(above)} stands against ${words(below)}.`;
}

/** The part of a finding that a range makes. */
export function rangeField(found: Range | null, statements: readonly Placed[]): Finding['range'] {
  if (found === null) return null;
  return { ...found.range, as_of: found.asOf, leading: statements.indexOf(found.leading) };
}
