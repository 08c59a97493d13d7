import { contains, disjoint, equal, type Interval } from '../core/interval.js';
import type { RelationType } from '../model/enums.js';
import type { Pair, Standing } from '../model/finding.js';
import { intervalWords } from './interval-words.js';
import { oneEnd, sameStart, sameWindow, windowInside, windowsApart, type Bounds } from './window.js';

export type RelationName = Pair['relation'];

/** How two statements on a question stand to each other: `a` RELATION `b`. */
export interface Relation {
  readonly a: Standing;
  readonly b: Standing;
  readonly relation: RelationName;
  /** The reason in words, made when asked for: most pairs are only looked at. */
  readonly why: () => string;
}

/** What a question's statements are besides what each is by itself. */
export interface RelationContext {
  /** Whether `a` says this of `b`. */
  readonly says: (a: Standing, type: RelationType, b: Standing) => boolean;
  /** Whether `a` says that it revises `b`, or an earlier statement that stands elsewhere. */
  readonly revises: (a: Standing, b: Standing) => boolean;
  /** Whether one place is the other, or lies within it. */
  readonly within: (inner: string, outer: string) => boolean;
  /** Whether the question is one event: then all of it is one window and one place. */
  readonly event: boolean;
}

type Rule = (a: Standing, b: Standing, context: RelationContext) => Relation | null;

/** The first rule that holds decides; each is tried from either side. */
const RULES: readonly Rule[] = [
  denial,
  modality,
  figure,
  alternative,
  place,
  window,
  supersedes,
  partOf,
  growth,
  sameTime,
];

/**
 * The order of the two plays no part.
 * @returns one relation, always: where no rule holds the two are not comparable
 */
export function relate(x: Standing, y: Standing, context: RelationContext): Relation {
  const [one, other] = x.at < y.at ? [x, y] : [y, x];
  for (const rule of RULES) {
    const found = rule(one, other, context) ?? rule(other, one, context);
    if (found !== null) return found;
  }
  const why = (): string => 'window: neither the same nor one inside the other';
  return { a: one, b: other, relation: 'not-comparable', why };
}

const oneOrigin = (a: Standing, b: Standing): boolean => a.origin === b.origin;

function denial(a: Standing, b: Standing): Relation | null {
  if (!a.affirmed && !b.affirmed) return { a, b, relation: 'agrees', why: () => 'two denials' };
  if (a.affirmed || !b.affirmed || a.group !== b.group) return null;
  if (a.dated) {
    if (!insideByDay(b.window, a.window)) return null;
    const why = (): string => 'denial: of the time in which this is said to have been';
    return { a, b, relation: 'contradicts', why };
  }
  const later =
    a.day !== null && b.day !== null && b.day > a.day && b.window.end !== null && b.window.end > a.day;
  const why = (): string => 'denial: it covers what was said before it';
  return later ? null : { a, b, relation: 'contradicts', why };
}

/** The tolerance for ends does not apply to what a denial covers. */
const insideByDay = (inner: Bounds, outer: Bounds): boolean =>
  (outer.start === null || (inner.start !== null && inner.start >= outer.start)) &&
  (outer.end === null || (inner.end !== null && inner.end <= outer.end));

function modality(a: Standing, b: Standing): Relation | null {
  if (a.group === b.group) return null;
  const why = (): string => `modality: ${WORDS[a.group]}, against ${WORDS[b.group]}`;
  return { a, b, relation: 'not-comparable', why };
}

const WORDS = { happened: 'what happened', planned: 'what was planned', possible: 'what may be' } as const;

function figure(a: Standing, b: Standing): Relation | null {
  if (a.interval !== null && b.interval !== null) return null;
  return { a, b, relation: 'not-comparable', why: () => `figure: ${missing(a, b)}` };
}

function missing(a: Standing, b: Standing): string {
  if (a.interval === null && b.interval === null) return 'neither gives one';
  return a.share || b.share ? 'a share alone' : 'one gives none';
}

function alternative(a: Standing, b: Standing, { says }: RelationContext): Relation | null {
  if (!says(a, 'alternative_to', b)) return null;
  return { a, b, relation: 'not-comparable', why: () => 'alternative: the one or the other' };
}

function place(a: Standing, b: Standing, { within, event }: RelationContext): Relation | null {
  const [x, y] = [a.place, b.place];
  if (event || x === null || y === null || within(x, y) || within(y, x)) return null;
  return { a, b, relation: 'not-comparable', why: () => `place: ${x}, against ${y}` };
}

function window(a: Standing, b: Standing): Relation | null {
  const one = oneOrigin(a, b);
  if (windowsApart(a.window, b.window)) {
    return { a, b, relation: 'not-comparable', why: () => `window: ${span(a)}, against ${span(b)}` };
  }
  if (windowInside(a.window, b.window, one) || windowInside(b.window, a.window, one)) return null;
  return { a, b, relation: 'not-comparable', why: () => `window: ${span(a)} overlaps ${span(b)}` };
}

const span = ({ window: { start, end } }: Standing): string =>
  `${start ?? 'an open start'} to ${end ?? 'an open end'}`;

/** The same origin's later word on the same thing. */
function supersedes(a: Standing, b: Standing, context: RelationContext): Relation | null {
  if (!oneOrigin(a, b)) return null;
  const totals = a.runningTotal && b.runningTotal && sameStart(a.window, b.window);
  if (!totals && !context.event && !sameWindow(a.window, b.window, true)) return null;
  if (!context.event && widerPlace(b, a, context)) return null;
  const revises = context.revises(a, b);
  if (!isLater(a, b, revises)) return null;
  if (totals && !revises && below(a.interval, b.interval)) {
    const why = (): string =>
      `a running total that falls: ${intervalWords(a.interval)}, after ${intervalWords(b.interval)}`;
    return { a, b, relation: 'contradicts', why };
  }
  const why = (): string =>
    revises ? 'it says that it revises its own figure' : `a later statement of one origin (${a.origin})`;
  return { a, b, relation: 'supersedes', why };
}

function isLater(a: Standing, b: Standing, revises: boolean): boolean {
  if (a.day === null || b.day === null) return revises;
  if (a.day !== b.day) return a.day > b.day;
  return revises || (a.window.end ?? '') > (b.window.end ?? '');
}

/** Only a place that is given can be wider or narrower than another. */
export const widerPlace = (wide: Standing, narrow: Standing, { within }: RelationContext): boolean => {
  const [outer, inner] = [wide.place, narrow.place];
  if (outer === null || inner === null) return false;
  return within(inner, outer) && !within(outer, inner);
};

/** All that `a` allows lies under all that `b` allows. */
export const below = (a: Interval | null, b: Interval | null): boolean =>
  a !== null && b !== null && (a.high ?? Infinity) < (b.low ?? -Infinity);

function partOf(a: Standing, b: Standing, context: RelationContext): Relation | null {
  const why = context.says(a, 'part_of', b) ? (): string => 'it says so' : smaller(a, b, context);
  if (why === null) return null;
  if (below(b.interval, a.interval)) {
    const impossible = (): string =>
      `a part cannot exceed its whole: ${intervalWords(a.interval)} of ${intervalWords(b.interval)}`;
    return { a, b, relation: 'contradicts', why: impossible };
  }
  return { a, b, relation: 'part-of', why };
}

/** Why the window or place of `a` lies inside that of `b` and is smaller; null where it does not. */
function smaller(a: Standing, b: Standing, context: RelationContext): (() => string) | null {
  if (context.event || (a.runningTotal && b.runningTotal && sameStart(a.window, b.window))) return null;
  const one = oneOrigin(a, b);
  const same = sameWindow(a.window, b.window, one);
  const inTime = !same && windowInside(a.window, b.window, one);
  const outTime = !same && windowInside(b.window, a.window, one);
  const [inPlace, outPlace] = [widerPlace(b, a, context), widerPlace(a, b, context)];
  if (inTime && !outPlace) return () => `window: ${span(a)}, inside ${span(b)}`;
  return inPlace && !outTime ? () => `place: ${a.place}, inside ${b.place}` : null;
}

/** Running totals of two origins with one start and different ends: a later one may be as high or higher. */
function growth(a: Standing, b: Standing): Relation | null {
  if (!a.runningTotal || !b.runningTotal || oneOrigin(a, b) || !sameStart(a.window, b.window)) return null;
  if (oneEnd(a.window, b.window, false) || (a.window.end ?? '') < (b.window.end ?? '')) return null;
  const figures = (): string =>
    `${intervalWords(a.interval)} by ${a.window.end}, ${intervalWords(b.interval)} by ${b.window.end}`;
  return below(a.interval, b.interval)
    ? { a, b, relation: 'contradicts', why: () => `the later total cannot reach the earlier: ${figures()}` }
    : { a, b, relation: 'agrees', why: () => `running totals with different ends: ${figures()}` };
}

function sameTime(a: Standing, b: Standing, { event }: RelationContext): Relation | null {
  if (!event && !sameWindow(a.window, b.window, oneOrigin(a, b))) return null;
  const [x, y] = [a.interval, b.interval];
  if (x === null || y === null) return null;
  const both = (): string => `${intervalWords(x)} and ${intervalWords(y)}`;
  if (disjoint(x, y))
    return { a, b, relation: 'contradicts', why: () => `one window: ${both()} exclude each other` };
  if (contains(y, x) && !equal(x, y)) {
    const why = (): string => `one window: ${intervalWords(x)} lies inside ${intervalWords(y)}`;
    return { a, b, relation: 'refines', why };
  }
  if (contains(x, y) && !equal(x, y)) return null;
  return { a, b, relation: 'agrees', why: () => `one window: ${both()} overlap` };
}
