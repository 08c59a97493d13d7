import { contains, disjoint, equal, type Interval } from '../core/interval.js';
import type { Finding } from '../model/finding.js';
import type { Names } from './names.js';
import { placeWithin, placesNest } from './places.js';
import type { SaidRelations } from './said-relations.js';
import type { Statement } from './statement.js';
import { intervalWords } from './interval-words.js';
import { oneEnd, sameStart, sameWindow, windowInside, windowsApart, type Window } from './window.js';

export type RelationName = Finding['pairs'][number]['relation'];

/** A statement on one question, with the window that it has there. */
export interface Placed extends Statement {
  readonly window: Window;
}

/** How two statements on a question stand to each other: `a` RELATION `b`. */
export interface Relation {
  readonly a: Placed;
  readonly b: Placed;
  readonly relation: RelationName;
  readonly why: string;
}

export interface RelationContext {
  readonly names: Names;
  readonly said: SaidRelations;
  /** Whether the question is one event: then all of it is one window and one place. */
  readonly event: boolean;
}

type Rule = (a: Placed, b: Placed, context: RelationContext) => Relation | null;

/** The first rule that holds decides; each is tried from either side, so that the order of the two plays no part. */
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

/** @returns one relation, always: where no rule holds the two are not comparable */
export function relate(one: Placed, other: Placed, context: RelationContext): Relation {
  for (const rule of RULES) {
    const found = rule(one, other, context) ?? rule(other, one, context);
    if (found !== null) return found;
  }
  return {
    a: one,
    b: other,
    relation: 'not-comparable',
    why: 'window: neither the same nor one inside the other',
  };
}

const oneOrigin = (a: Placed, b: Placed): boolean => a.origin === b.origin;
const affirmed = ({ claim }: Placed): boolean => claim.polarity === 'affirmed';

function denial(a: Placed, b: Placed): Relation | null {
  if (!affirmed(a) && !affirmed(b)) return { a, b, relation: 'agrees', why: 'two denials' };
  if (affirmed(a) || !affirmed(b) || a.group !== b.group) return null;
  if (a.claim.when.edtf !== null) {
    if (!insideByDay(b.window, a.window)) return null;
    return { a, b, relation: 'contradicts', why: 'denial: of the time in which this is said to have been' };
  }
  const later =
    a.day !== null && b.day !== null && b.day > a.day && b.window.end !== null && b.window.end > a.day;
  return later ? null : { a, b, relation: 'contradicts', why: 'denial: it covers what was said before it' };
}

/** The tolerance for ends does not apply to what a denial covers. */
const insideByDay = (inner: Window, outer: Window): boolean =>
  (outer.start === null || (inner.start !== null && inner.start >= outer.start)) &&
  (outer.end === null || (inner.end !== null && inner.end <= outer.end));

function modality(a: Placed, b: Placed): Relation | null {
  if (a.group === b.group) return null;
  return { a, b, relation: 'not-comparable', why: `modality: ${WORDS[a.group]}, against ${WORDS[b.group]}` };
}

const WORDS = { happened: 'what happened', planned: 'what was planned', possible: 'what may be' } as const;

function figure(a: Placed, b: Placed): Relation | null {
  if (a.interval !== null && b.interval !== null) return null;
  const share = [a, b].some(({ claim }) => (claim.quantity?.share_of ?? null) !== null);
  const why =
    a.interval === null && b.interval === null
      ? 'neither gives one'
      : share
        ? 'a share alone'
        : 'one gives none';
  return { a, b, relation: 'not-comparable', why: `figure: ${why}` };
}

function alternative(a: Placed, b: Placed, { said }: RelationContext): Relation | null {
  if (!said.says(a, 'alternative_to', b)) return null;
  return { a, b, relation: 'not-comparable', why: 'alternative: the one or the other' };
}

function place(a: Placed, b: Placed, { names, event }: RelationContext): Relation | null {
  const [x, y] = [a.claim.place, b.claim.place];
  if (event || x === null || y === null || placesNest(x, y, names)) return null;
  return { a, b, relation: 'not-comparable', why: `place: ${x}, against ${y}` };
}

function window(a: Placed, b: Placed): Relation | null {
  const one = oneOrigin(a, b);
  if (windowsApart(a.window, b.window)) {
    return { a, b, relation: 'not-comparable', why: `window: ${span(a)}, against ${span(b)}` };
  }
  if (windowInside(a.window, b.window, one) || windowInside(b.window, a.window, one)) return null;
  return { a, b, relation: 'not-comparable', why: `window: ${span(a)} overlaps ${span(b)}` };
}

const span = ({ window: { start, end } }: Placed): string =>
  `${start ?? 'an open start'} to ${end ?? 'an open end'}`;

/** The same origin's later word on the same thing. */
function supersedes(a: Placed, b: Placed, { names, said, event }: RelationContext): Relation | null {
  if (!oneOrigin(a, b)) return null;
  const totals = a.runningTotal && b.runningTotal && sameStart(a.window, b.window);
  if (!totals && !event && !sameWindow(a.window, b.window, true)) return null;
  if (!event && widerPlace(b, a, names)) return null;
  const revises = said.revises(a, b);
  if (!isLater(a, b, revises)) return null;
  if (totals && !revises && below(a.interval, b.interval)) {
    const why = `a running total that falls: ${intervalWords(a.interval)}, after ${intervalWords(b.interval)}`;
    return { a, b, relation: 'contradicts', why };
  }
  const why = revises
    ? 'it says that it revises its own figure'
    : `a later statement of one origin (${a.origin})`;
  return { a, b, relation: 'supersedes', why };
}

function isLater(a: Placed, b: Placed, revises: boolean): boolean {
  if (a.day === null || b.day === null) return revises;
  if (a.day !== b.day) return a.day > b.day;
  return revises || (a.window.end ?? '') > (b.window.end ?? '');
}

/** Only a place that is given can be wider or narrower than another. */
const widerPlace = (wide: Placed, narrow: Placed, names: Names): boolean => {
  const [outer, inner] = [wide.claim.place, narrow.claim.place];
  if (outer === null || inner === null) return false;
  return placeWithin(inner, outer, names) && !placeWithin(outer, inner, names);
};

const below = (a: Interval | null, b: Interval | null): boolean =>
  a !== null && b !== null && (a.high ?? Infinity) < (b.low ?? -Infinity);

function partOf(a: Placed, b: Placed, { names, said, event }: RelationContext): Relation | null {
  const why = said.says(a, 'part_of', b) ? 'it says so' : smaller(a, b, names, event);
  if (why === null) return null;
  if (below(b.interval, a.interval)) {
    const impossible = `a part cannot exceed its whole: ${intervalWords(a.interval)} of ${intervalWords(b.interval)}`;
    return { a, b, relation: 'contradicts', why: impossible };
  }
  return { a, b, relation: 'part-of', why };
}

/** Why the window or place of `a` lies inside that of `b` and is smaller; null where it does not. */
function smaller(a: Placed, b: Placed, names: Names, event: boolean): string | null {
  if (event || (a.runningTotal && b.runningTotal && sameStart(a.window, b.window))) return null;
  const one = oneOrigin(a, b);
  const inTime = windowInside(a.window, b.window, one) && !sameWindow(a.window, b.window, one);
  const outTime = windowInside(b.window, a.window, one) && !sameWindow(a.window, b.window, one);
  const [inPlace, outPlace] = [widerPlace(b, a, names), widerPlace(a, b, names)];
  if (inTime && !outPlace) return `window: ${span(a)}, inside ${span(b)}`;
  return inPlace && !outTime ? `place: ${a.claim.place}, inside ${b.claim.place}` : null;
}

/** Running totals of two origins with one start and different ends: a later one may be as high or higher. */
function growth(a: Placed, b: Placed): Relation | null {
  if (!a.runningTotal || !b.runningTotal || oneOrigin(a, b) || !sameStart(a.window, b.window)) return null;
  if (oneEnd(a.window, b.window, false) || (a.window.end ?? '') < (b.window.end ?? '')) return null;
  const figures = `${intervalWords(a.interval)} by ${a.window.end}, ${intervalWords(b.interval)} by ${b.window.end}`;
  return below(a.interval, b.interval)
    ? { a, b, relation: 'contradicts', why: `the later total cannot reach the earlier: ${figures}` }
    : { a, b, relation: 'agrees', why: `running totals with different ends: ${figures}` };
}

function sameTime(a: Placed, b: Placed, { event }: RelationContext): Relation | null {
  if (!event && !sameWindow(a.window, b.window, oneOrigin(a, b))) return null;
  const [x, y] = [a.interval, b.interval];
  if (x === null || y === null) return null;
  const both = `${intervalWords(x)} and ${intervalWords(y)}`;
  if (disjoint(x, y)) return { a, b, relation: 'contradicts', why: `one window: ${both} exclude each other` };
  if (contains(y, x) && !equal(x, y)) {
    return {
      a,
      b,
      relation: 'refines',
      why: `one window: ${intervalWords(x)} lies inside ${intervalWords(y)}`,
    };
  }
  if (contains(x, y) && !equal(x, y)) return null;
  return { a, b, relation: 'agrees', why: `one window: ${both} overlap` };
}
