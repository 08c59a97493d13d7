import { union, type Interval } from '../core/interval.js';
import type { KeptFinding, Standing } from '../model/finding.js';
import type { FindingHead } from '../model/kept-finding.js';
import { bestRank, credibilityIn, gradeRank } from './grade-claim.js';
import { relate, type RelationContext } from './relation.js';
import { intervalWords } from './interval-words.js';
import { compare } from './statement-date.js';
import { byLetter, qualifies, type Weighing } from './weighing.js';
import { oneEnd } from './window.js';

/** A claim on a question, as a range looks at it. */
export interface Told {
  readonly claim: Pick<KeptFinding['claims'][number], 'claim' | 'claimant'>;
  readonly standing: Standing;
}

/** What the qualifying statements on a question allow together. */
export interface Range {
  readonly range: Interval;
  readonly asOf: string;
  readonly leading: Told;
  /** Both sides in one sentence, where what is at least so lies above what is at most so. */
  readonly dispute: string | null;
}

interface RangeInput {
  readonly statements: readonly Told[];
  readonly weighing: Weighing;
  /** First day of the flow; null where open. */
  readonly start: string | null;
  /** Whether the question is an event or a rate, to which every window belongs. */
  readonly wholeWindow: boolean;
  /** Positions of the alternatives to the statement at a position. */
  readonly alternatives: (at: number) => readonly number[];
}

/** The statements that support the finding. */
export const qualifying = (statements: readonly Told[], weighing: Weighing): Told[] =>
  statements.filter(({ standing }) => qualifies(standing, weighing));

/**
 * The range as of a date; null where no qualifying claim gives a figure.
 * @param asOf `YYYY-MM-DD`; by default the newest end among the qualifying claims
 */
export function rangeOf(input: RangeInput, asOf: string | null = null): Range | null {
  const figures = qualifying(input.statements, input.weighing).filter(
    ({ standing }) => standing.interval !== null,
  );
  const newest = figures.map(endOf).sort(compare).at(-1);
  if (newest === undefined) return null;
  const date = asOf ?? newest;
  const members = figures.filter(
    (one) => endOf(one) <= date && (input.wholeWindow || one.standing.window.start === input.start),
  );
  const latest = [...members].sort((a, b) => compare(endOf(a), endOf(b))).at(-1);
  if (latest === undefined) return null;
  const figure = figuresOf(members, input);
  const low = greatest(members.map((one) => figure(one).low));
  const high = leastOfWhole(
    members
      .filter((one) => input.wholeWindow || oneEnd(one.standing.window, latest.standing.window, false))
      .map((one) => ({ one, high: figure(one).high })),
    input,
  );
  if (low === null || high === null || low <= high) {
    const range = { low, high };
    return { range, asOf: date, leading: leadingOf(members, range, input.weighing), dispute: null };
  }
  const range = opposedHull(members, input.weighing.context);
  return {
    range,
    asOf: date,
    leading: leadingOf(members, range, input.weighing),
    dispute: disputeOf(members, low, high, figure),
  };
}

const endOf = ({ standing: { window } }: Told): string => window.end ?? '';

/** A statement's interval, with the alternatives that its claimant gives to it. */
function figuresOf(members: readonly Told[], { alternatives }: RangeInput): (statement: Told) => Interval {
  const byPosition = new Map(members.map((member) => [member.standing.at, member]));
  return (statement) =>
    alternatives(statement.standing.at)
      .flatMap((at) => byPosition.get(at) ?? [])
      .filter(({ claim }) => claim.claimant === statement.claim.claimant)
      .map(({ standing }) => standing.interval!)
      .reduce(union, statement.standing.interval!);
}

const greatest = (bounds: readonly (number | null)[]): number | null =>
  bounds.reduce((best, bound) => (bound !== null && (best === null || bound > best) ? bound : best), null);

/** The least high among those that are no part of another: from the least up, so that few are asked what they are part of. */
function leastOfWhole(
  bounds: readonly { readonly one: Told; readonly high: number | null }[],
  { statements, weighing: { context } }: RangeInput,
): number | null {
  const bounded = bounds.flatMap(({ one, high }) => (high === null ? [] : [{ one, high }]));
  const widestFirst = statements.map(({ standing }) => standing).sort(byWidth);
  return (
    bounded.sort((a, b) => a.high - b.high).find(({ one }) => !isPart(one.standing, widestFirst, context))
      ?.high ?? null
  );
}

function isPart(part: Standing, wholes: readonly Standing[], context: RelationContext): boolean {
  return wholes.some((whole) => {
    if (whole === part || whole.interval === null || whole.group !== part.group) return false;
    const { a, relation } = relate(part, whole, context);
    return relation === 'part-of' && a === part;
  });
}

/** The window that is most likely to hold another first. */
const byWidth = ({ window: a }: Standing, { window: b }: Standing): number =>
  compare(a.start ?? '', b.start ?? '') || compare(b.end ?? '', a.end ?? '');

/** The hull of those of the range that contradict each other, whatever their ends; of all where none does so in a pair. */
function opposedHull(members: readonly Told[], context: RelationContext): Interval {
  const standings = members.map(({ standing }) => standing);
  const downwards = [...standings].sort((a, b) => lowOf(b) - lowOf(a) || a.at - b.at);
  const upwards = [...standings].sort((a, b) => highOf(a) - highOf(b) || a.at - b.at);
  const contradicted = (
    one: Standing,
    sorted: readonly Standing[],
    apart: (other: Standing) => boolean,
  ): boolean => {
    for (const other of sorted) {
      if (!apart(other)) return false;
      if (relate(one, other, context).relation === 'contradicts') return true;
    }
    return false;
  };
  // Only what lies wholly above or below a statement can contradict it.
  const opposed = (one: Standing): boolean =>
    contradicted(one, downwards, (other) => lowOf(other) > highOf(one)) ||
    contradicted(one, upwards, (other) => highOf(other) < lowOf(one));
  const lowest = [...standings].sort((a, b) => lowOf(a) - lowOf(b)).find(opposed);
  const highest = [...standings].sort((a, b) => highOf(b) - highOf(a)).find(opposed);
  if (lowest === undefined || highest === undefined)
    return standings.map(({ interval }) => interval!).reduce(union);
  return { low: lowest.interval!.low, high: highest.interval!.high };
}

const lowOf = ({ interval }: Standing): number => interval?.low ?? -Infinity;
const highOf = ({ interval }: Standing): number => interval?.high ?? Infinity;

/** An open end is farther from any figure than another figure. */
const OPEN_GAP = 1e15;

/** Of the best sources' statements so many are graded for the lead, the newest first. */
const CANDIDATES = 64;

/** Best grade, then the newest, then the interval that lies closest around the range. */
function leadingOf(members: readonly Told[], range: Interval, weighing: Weighing): Told {
  const gap = (a: number | null, b: number | null): number =>
    a === b ? 0 : a === null || b === null ? OPEN_GAP : Math.abs(a - b);
  const distance = ({ standing: { interval } }: Told): number =>
    gap(interval!.low, range.low) + gap(interval!.high, range.high);
  const newest = (a: Told, b: Told): number =>
    compare(b.standing.day ?? '', a.standing.day ?? '') ||
    distance(a) - distance(b) ||
    compare(a.claim.claim, b.claim.claim);
  const credibility = credibilityIn(weighing);
  const candidates = [...members]
    .sort((a, b) => byLetter(a.standing, b.standing) || newest(a, b))
    .slice(0, CANDIDATES);
  let best: { readonly one: Told; readonly rank: number } | null = null;
  for (const one of candidates) {
    // None after this can be better, as they come by letter, then the newest first.
    if (best !== null && best.rank <= bestRank(one.standing)) break;
    const rank = gradeRank(one.standing, credibility(one.standing));
    if (best === null || rank < best.rank || (rank === best.rank && newest(one, best.one) < 0))
      best = { one, rank };
  }
  return best!.one;
}

function disputeOf(
  members: readonly Told[],
  low: number,
  high: number,
  figure: (statement: Told) => Interval,
): string {
  const side = (bound: 'low' | 'high', value: number): Told =>
    members.find((one) => figure(one)[bound] === value)!;
  const [above, below] = [side('low', low), side('high', high)];
  const words = ({ claim: { claimant }, standing: { interval, day } }: Told): string =>
    `${intervalWords(interval)} by ${claimant} (${day ?? 'undated'})`;
  return `${words(above)} stands against ${words(below)}.`;
}

/** The part of a finding that a range makes. @param supporting the statements that support it */
export function rangeField(found: Range | null, supporting: readonly Told[]): FindingHead['range'] {
  if (found === null) return null;
  return {
    ...found.range,
    as_of: found.asOf,
    leading: found.leading.claim.claim,
    vague: vagueEnds(found.range, supporting),
  };
}

/** The ends that are given by vague words alone. */
function vagueEnds(range: Interval, supporting: readonly Told[]): ('low' | 'high')[] {
  return (['low', 'high'] as const).filter((end) => {
    const giving = supporting.filter(
      ({ standing: { interval } }) =>
        interval !== null && range[end] !== null && interval[end] === range[end],
    );
    return giving.length > 0 && giving.every(({ standing }) => standing.vague);
  });
}
