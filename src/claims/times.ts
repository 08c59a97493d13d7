import type { Span } from '../core/span.js';
import { CORE_REACH, CORES, COUNT, OPENERS, countOf } from './date-words.js';
import { shifted, type TimeContext } from './relative-dates.js';
import { ATOMS, type Atom } from './time-atoms.js';

/**
 * Dates as newsrooms write them, to EDTF with honest precision. Own grammar: the value must keep what the words leave
 * open ("mid-2022", "last August"), and bind to "since", "as of" and "between" (docs/decisions/0001-dates.md).
 */

export type { TimeContext } from './relative-dates.js';

/** How a time stands to what it dates. */
export type TimeRelation = 'at' | 'since' | 'by' | 'between';

export interface TimeMention {
  readonly span: Span;
  /** EDTF date; of `since` its start, of `by` its end, of `between` the interval. */
  readonly edtf: string;
  readonly relation: TimeRelation;
  /** True for a calendar unit said of a flow ("last year", "in 2024"). */
  readonly unit: boolean;
}

interface Compiled extends Atom {
  readonly expression: RegExp;
}
const COMPILED: readonly Compiled[] = ATOMS.map((atom) => ({
  ...atom,
  expression: new RegExp(`(?:${atom.pattern})(?![\\p{L}\\p{N}])`, 'uy'),
}));
/** Any atom: most places where one could begin hold none, and are told so at once. */
const ANY = new RegExp(
  `(?:${ATOMS.map(({ pattern }) => `(?:${pattern.replace(/\\.|\((?!\?)/g, (at) => (at === '(' ? '(?:' : at))})`).join('|')})(?![\\p{L}\\p{N}])`,
  'uy',
);
const OPENER = new RegExp(`(?<![\\p{L}\\p{N}.,$€£-])(?:${OPENERS.join('|')})`, 'gu');

const CORE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CORES.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** An atom found in a text, before it is bound to the words around it. */
interface Dated {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
  readonly unit: boolean;
  readonly window: boolean;
  /** The words give the year. */
  readonly yeared: boolean;
}

/** A happening whose date is known data. */
interface KnownDate {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
}

/** Longest run of words that binds a date from before ("since the leaders' summit of"). */
const REACH = 160;

/**
 * The times of a stretch of lower-case text; spans count from its start.
 * `taken` tells places that something else has been read from.
 */
export function readTimes(
  text: string,
  context: TimeContext,
  taken: (at: number) => boolean,
  events: readonly KnownDate[] = [],
): TimeMention[] {
  const atoms: Dated[] = [];
  let last = context.last;
  let window = context.window ?? null;
  let told = context.told ?? null;
  let said: string | null = null;
  let dated: string | null = null;
  const cores = Array.from(text.matchAll(CORE), ({ index }) => index);
  let core = 0;
  OPENER.lastIndex = 0;
  for (let found = OPENER.exec(text); found; found = OPENER.exec(text)) {
    while (core < cores.length && (cores[core] as number) < found.index) core++;
    if (core >= cores.length) break;
    const near = (cores[core] as number) - CORE_REACH;
    if (found.index < near) {
      // What lies before is out of reach of any core; an opener is one word, and none begins within another.
      OPENER.lastIndex = Math.max(OPENER.lastIndex, near);
      continue;
    }
    ANY.lastIndex = found.index;
    if (!ANY.test(text) || taken(found.index)) continue;
    const read = atomAt(text, found.index, { ...context, last, said, dated, window, told });
    if (read === null) continue;
    OPENER.lastIndex = read.end;
    if (read.dated === null) continue;
    atoms.push(read.dated);
    last = endOf(read.dated.edtf);
    if (read.dated.edtf.includes('/')) window = read.dated.edtf;
    const bounds = /(?:since|from|by|until|till|before|after) (?:the )?$/.test(text.slice(0, found.index));
    if (read.dated.yeared && last.length < 10 && !bounds && isBefore(last, context.published)) told = last;
    if (last.length !== 10) continue;
    said = last;
    if (read.dated.yeared) dated = last;
  }
  for (const event of events) atoms.push({ ...event, unit: false, window: false, yeared: true });
  return bound(
    text,
    atoms.sort((a, b) => a.start - b.start),
  );
}

/** A date of a year before that of another. */
const isBefore = (date: string, other: string | null): boolean =>
  other !== null && date.slice(0, 4) < other.slice(0, 4);

/** The first atom that matches at a place; without a date where its words are a date that cannot be told. */
function atomAt(text: string, at: number, context: TimeContext): { end: number; dated: Dated | null } | null {
  for (const { expression, fits, make, unit, window } of COMPILED) {
    expression.lastIndex = at;
    const match = expression.exec(text);
    if (!match || fits?.(match[0], text.slice(Math.max(0, at - 20), at)) === false) continue;
    const end = expression.lastIndex;
    const edtf = make(match.slice(1), context);
    if (edtf === null) return { end, dated: null };
    const yeared = /\d{4}|year|then|that|same|latter/.test(match[0]);
    const course = match[0].includes('course of');
    return {
      end,
      dated: {
        start: at,
        end,
        edtf,
        unit: course || (unit ?? false),
        window: course || (window ?? false),
        yeared,
      },
    };
  }
  return null;
}

/** "March 28 and March 20, 2016": the year at the end holds for both. */
function inYearOf(first: Dated, second: Dated): Dated {
  if (first.yeared || !second.yeared || first.edtf.length < 7 || first.edtf.includes('/')) return first;
  return { ...first, edtf: second.edtf.slice(0, 4) + first.edtf.slice(4) };
}

/** Binds times to the words before them and to each other: since, as of, between … and …, from … to …. */
function bound(text: string, atoms: readonly Dated[]): TimeMention[] {
  const mentions: TimeMention[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const next = atoms[i + 1];
    const own = atoms[i] as Dated;
    const between = next === undefined ? '' : text.slice(own.end, next.start);
    const atom =
      next !== undefined && between.length < 20 && /^[^.;]*\b(?:and|to|or)\b/.test(between)
        ? inYearOf(own, next)
        : own;
    const offset = offsetOf(text.slice(Math.max(0, atom.start - REACH), atom.start), atom);
    if (offset !== null) {
      mentions.push(offset);
      continue;
    }
    if (atom.window || text.startsWith(' alone', atom.end)) {
      mentions.push({ span: [atom.start, atom.end], edtf: atom.edtf, relation: 'between', unit: atom.unit });
      continue;
    }
    const from = Math.max(0, atom.start - REACH);
    const before = text.slice(from, atom.start);
    const opened = /(?:between|from)(?: about| around| the| as early as)? ?(?:the )?$/.exec(before);
    const joins =
      /^,? (?:to|through|until|till|and|up to)(?: the)?(?: early| mid)? $|^ ?[-–—/] ?$|^ into (?:the )?$|^(?: at the latest)?,? (?:and )?until $/.test(
        between,
      );
    if (next !== undefined && opened !== null && joins) {
      mentions.push({
        span: [from + opened.index, next.end],
        edtf: interval(atom.edtf, next.edtf),
        relation: 'between',
        unit: false,
      });
      i++;
      continue;
    }
    if (
      next !== undefined &&
      /^(?: to | through | until | ?[-–] ?| or |,? into )$/.test(between) &&
      atom.edtf.length === next.edtf.length &&
      atom.edtf < next.edtf
    ) {
      mentions.push({
        span: [atom.start, next.end],
        edtf: interval(atom.edtf, next.edtf),
        relation: 'between',
        unit: false,
      });
      i++;
      continue;
    }
    const since =
      /(?:since|from|(?:go|goes|going|went|dates|dating|dated) back to)(?: at least| about| around| roughly| as early as| the)*(?: (?:the )?(?:start|beginning|outbreak|onset|launch) of)?(?: the)? ?$/.exec(
        before,
      );
    const reached = since === null && sinceReaches(before, (atoms[i - 1]?.end ?? 0) - from);
    const by =
      /(?:as of|by|before|until|till|up to|as at|prior to|to)(?: the)?(?: (?:start|beginning|middle|end|first days|last days) of(?: the)?)? ?$/.exec(
        before,
      );
    if (reached) {
      mentions.push({
        span: [from + before.lastIndexOf('since '), atom.end],
        edtf: startOf(atom.edtf),
        relation: 'since',
        unit: false,
      });
    } else if (
      since !== null &&
      (!since[0].startsWith('from') ||
        /^(?: on(?:wards?)?| at the latest)?(?:,|\.|;|$| )/.test(text.slice(atom.end)))
    ) {
      mentions.push({
        span: [from + since.index, atom.end],
        edtf: startOf(atom.edtf),
        relation: 'since',
        unit: false,
      });
    } else if (by !== null && by[0].trim() !== 'to') {
      mentions.push({
        span: [from + by.index, atom.end],
        edtf: endOf(atom.edtf),
        relation: 'by',
        unit: false,
      });
    } else {
      mentions.push({
        span: [atom.start, atom.end],
        edtf: atom.edtf,
        relation: atom.edtf.includes('/') ? 'between' : 'at',
        unit: atom.unit,
      });
    }
  }
  return mentions;
}

const OFFSET = new RegExp(
  `(?:about |some |around |almost |nearly |just |only )?${COUNT} (day|week|month|year)s? (before|after|prior to|ahead of|following) (?:(?:the|a|an) )?(?:[a-z]+ (?:of|on) )?(?:the )?$`,
  'u',
);

/** "ten days before the coup", "a month after the raid of 3 May": a date that counts from another; null where none does. */
function offsetOf(before: string, { start, end, edtf, window }: Dated): TimeMention | null {
  const found = OFFSET.exec(before);
  if (found === null || window) return null;
  const [, count = '', unit = '', way = ''] = found;
  const ahead = /^(?:before|prior|ahead)/.test(way);
  const shift = ahead ? -countOf(count) : countOf(count);
  const date = shifted(ahead ? startOf(edtf) : endOf(edtf), shift, unit);
  const from = start - (before.length - found.index);
  return date === null ? null : { span: [from, end], edtf: date, relation: 'at', unit: false };
}

/** "since the leaders' summit of September 2023": what stands between says which day the date is. */
function sinceReaches(before: string, from: number): boolean {
  const at = before.lastIndexOf('since ');
  if (at < 0 || at < from) return false;
  const between = before.slice(at + 6);
  if (/\b(?:establishment|creation|founding|inception|formation)\b/.test(between)) return false;
  return (
    between.length < 130 &&
    !/[;:.]|\bsaid\b|, (?:and|but|which)\b/.test(between) &&
    between.split(',').length <= 3
  );
}

const startOf = (edtf: string): string => edtf.split('/')[0] ?? edtf;
const endOf = (edtf: string): string => edtf.split('/').at(-1) ?? edtf;

function interval(from: string, to: string): string {
  const [start, end] = [startOf(from), endOf(to)];
  // A range whose first end took the later year ("August through January") runs backwards: its start is a year earlier.
  if (start.slice(0, 7) > end.slice(0, 7) && start.length > 4)
    return forwards(`${Number(start.slice(0, 4)) - 1}${start.slice(4)}`, end);
  return forwards(start, end);
}

/** Ends that cannot belong together leave the start alone: a window never runs backwards. */
function forwards(start: string, end: string): string {
  const length = Math.min(start.length, end.length, 7);
  return start.slice(0, length) > end.slice(0, length) ? `${start}/..` : `${start}/${end}`;
}

/**
 * The day of a dateline at the head of a stretch of text ("MANAMA (Aug. 31) --", "UPDATE, 5 September: "): relative
 * dates behind it count from there. Null where the text begins with none.
 */
export function datelineOf(text: string, published: string | null): string | null {
  const head = DATELINE.exec(text)?.[1];
  if (head === undefined) return null;
  const dates = readTimes(head.toLowerCase(), { published, last: null, future: false }, () => false);
  return dates.length === 1 && dates[0]?.edtf.length === 10 ? dates[0].edtf : null;
}

/** Capitals, then a date, then a dash or colon. */
const DATELINE =
  /^["“]?[\p{Lu}][\p{Lu} .,/'’-]+(?:, \p{Lu}[\p{L} .]{2,20})?,? ?(\(?(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8}\.?)(?:,? \d{4})?\)?)(?: \([^)]{2,30}\))?(?: ?(?:--|—|–|-) |: )/u;
