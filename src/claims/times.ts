import type { Span } from '../core/span.js';
import { addDays, addMonths, dateText, latestWeekday, sameDayIn, weekday } from './calendar.js';

/**
 * Dates as newsrooms write them, to EDTF with honest precision. Own grammar: the value must keep what the words leave
 * open ("mid-2022", "last August"), and bind to "since", "as of" and "between" (docs/decisions/dates.md).
 */

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

/** What a relative date counts from. */
export interface TimeContext {
  /** Day of publication; null where unknown. */
  readonly published: string | null;
  /** The date last spoken of, for "that month" and "the same day"; null before the first. */
  readonly last: string | null;
  /** The sentence speaks of what is to come, so a date without a year may lie ahead. */
  readonly future: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const YEAR = '((?:19|20)\\d\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const ORDINALS: Record<string, number> = Object.fromEntries(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
    'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
    'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh',
    'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first'].map((word, i) => [word, i + 1]),
);
const ORDINAL = `(${Object.keys(ORDINALS).sort((a, b) => b.length - a.length).join('|')})`;
const SEASONS: Record<string, string> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' };
const COUNTS: Record<string, number> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12,
};
const COUNT = `(\\d{1,2}|${Object.keys(COUNTS).join('|')})`;
const PART = '(?:(?:the )?(early|mid|late|beginning of|start of|middle of|end of|first days of|last days of|closing days of|opening days of|first week of|turn of|course of)(?: in)?[ -](?:the )?)';

interface Atom {
  readonly name: string;
  readonly pattern: string;
  readonly unit?: boolean;
  readonly make: (groups: readonly (string | undefined)[], context: TimeContext) => string | null;
}

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;
const countOf = (word: string): number => COUNTS[word] ?? Number(word);

/** The year of a date without one: the latest that does not lie ahead, or the next where the sentence looks ahead. */
function yearFor(context: TimeContext, month: number, day?: number): number | null {
  const { published } = context;
  if (published === null) return context.last === null ? null : Number(context.last.slice(0, 4));
  const year = Number(published.slice(0, 4));
  const ahead = month * 100 + (day ?? 0) > Number(published.slice(5, 7)) * 100 + Number(published.slice(8, 10) || 31);
  if (!ahead) return year;
  return context.future && month - Number(published.slice(5, 7)) <= 6 ? year : year - 1;
}

function yearless(context: TimeContext, month: number, day?: number): string | null {
  const year = yearFor(context, month, day);
  return year === null ? null : dateText(year, month, day);
}

/** First and last quarter for the ends of a year, June for its middle; the month itself for a part of a month. */
function partOf(part: string, date: string): string {
  if (date.length !== 4 || part.startsWith('course')) return date;
  if (/^(early|beginning|start|first|opening|turn)/.test(part)) return `${date}-01/${date}-03`;
  if (/^(mid|middle)/.test(part)) return `${date}-06`;
  return `${date}-10/${date}-12`;
}

const relativeYear = (word: string, { published }: TimeContext): number | null => {
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  return /last|previous|preceding/.test(word) ? year - 1 : /next/.test(word) ? year + 1 : year;
};

/** Longest and most specific first: the first that matches at a place wins. */
const ATOMS: readonly Atom[] = [
  { name: 'iso-day', pattern: `${YEAR}-(\\d\\d)-(\\d\\d)`, make: ([y, m, d]) => dateText(Number(y), Number(m), Number(d)) },
  { name: 'dotted-day', pattern: `(\\d{1,2})\\.(\\d{1,2})\\.${YEAR}`, make: ([d, m, y]) => dateText(Number(y), Number(m), Number(d)) },
  { name: 'day-month-year', pattern: `(?:the )?${DAY}(?: of)? ${MONTH},? ${YEAR}`, make: ([d, m = '', y]) => dateText(Number(y), monthOf(m), Number(d)) },
  { name: 'month-day-year', pattern: `${MONTH} ${DAY},? ${YEAR}`, make: ([m = '', d, y]) => dateText(Number(y), monthOf(m), Number(d)) },
  { name: 'ordinal-month-year', pattern: `(?:the )?${ORDINAL} of ${MONTH}(?:,? ${YEAR})?`, make: ([d = '', m = '', y], c) => y === undefined ? yearless(c, monthOf(m), ORDINALS[d]) : dateText(Number(y), monthOf(m), ORDINALS[d]) },
  { name: 'day-month-of-year', pattern: `(?:${DAY} ${MONTH}|${MONTH} ${DAY}) (?:of )?(last|this|the previous|the preceding|next) year`, make: ([d1, m1, m2, d2, w = ''], c) => { const y = relativeYear(w, c); return y === null ? null : dateText(y, monthOf(m1 ?? m2 ?? ''), Number(d1 ?? d2)); } },
  { name: 'part-month-of-year', pattern: `${PART}?${MONTH} (?:of )?(last|this|the previous|the preceding|next) year`, make: ([, m = '', w = ''], c) => { const y = relativeYear(w, c); return y === null ? null : dateText(y, monthOf(m)); } },
  { name: 'part-month-year', pattern: `${PART}?${MONTH}(?:,| of)? ${YEAR}`, make: ([, m = '', y]) => dateText(Number(y), monthOf(m)) },
  { name: 'season-year', pattern: `(?:the )?(spring|summer|autumn|fall|winter)(?: of)? ${YEAR}`, make: ([s = '', y]) => `${y}-${SEASONS[s]}` },
  { name: 'half-year', pattern: `(?:the )?(first|second) half of (?:${YEAR}|(last|this) year)`, unit: true, make: ([h, y, w], c) => { const year = y ?? relativeYear(w ?? '', c); return year === null ? null : h === 'first' ? `${year}-01/${year}-06` : `${year}-07/${year}-12`; } },
  { name: 'quarter', pattern: `(?:the )?(first|second|third|fourth|last) quarter of (?:${YEAR}|(last|this) year)`, unit: true, make: ([q = '', y, w], c) => { const year = y ?? relativeYear(w ?? '', c); const n = q === 'last' ? 3 : ['first', 'second', 'third', 'fourth'].indexOf(q); return year === null ? null : `${dateText(Number(year), n * 3 + 1)}/${dateText(Number(year), n * 3 + 3)}`; } },
  { name: 'part-year', pattern: `${PART}(?:${YEAR}|(last|this|next) year)`, make: ([p = '', y, w], c) => { const year = y ?? relativeYear(w ?? '', c); return year === null ? null : partOf(p, String(year)); } },
  { name: 'month-day', pattern: `${MONTH} ${DAY}(?!\\d|[,.]\\d)`, make: ([m = '', d], c) => yearless(c, monthOf(m), Number(d)) },
  { name: 'day-month', pattern: `(?:the )?${DAY}(?: of)? ${MONTH}`, make: ([d, m = ''], c) => yearless(c, monthOf(m), Number(d)) },
  { name: 'weekday-of-week', pattern: `${WEEKDAY} of last week`, make: ([w = ''], c) => c.published === null ? null : addDays(latestWeekday(addDays(c.published, -weekdayFromMonday(c.published) - 1), WEEKDAYS.indexOf(w)), 0) },
  { name: 'weekday', pattern: `(?:(last|this|next|the previous) )?${WEEKDAY}(?! (?:post|times|mail))`, make: ([which, w = ''], c) => onWeekday(which, w, c) },
  { name: 'that-month', pattern: `(?:earlier |later )?(that|the same) (month|year|day|week|morning|evening|night)`, make: ([, u], c) => c.last === null ? null : u === 'year' ? c.last.slice(0, 4) : u === 'month' ? (c.last.length >= 7 ? c.last.slice(0, 7) : null) : c.last.length === 10 ? c.last : null },
  { name: 'that-named-month', pattern: `that ${MONTH}`, make: ([m = ''], c) => dateText(Number((c.last ?? c.published ?? '').slice(0, 4) || NaN), monthOf(m)) },
  { name: 'relative-month-name', pattern: `(last|this|next|the preceding|the previous) ${MONTH}`, make: ([w = '', m = ''], c) => namedMonth(w, m, c) },
  { name: 'next-day', pattern: `(?:on )?(?:the )?(following|next|previous) day|(?:the|a) day (before|earlier|after|later)|the day (before|after)`, make: ([w, x, z], c) => { const base = c.last?.length === 10 ? c.last : /earlier/.test(x ?? '') ? c.published : null; return base === null ? null : addDays(base, /following|next|after|later/.test(w ?? x ?? z ?? '') ? 1 : -1); } },
  { name: 'ago', pattern: `(?:about |some |around |almost |nearly |over |more than )?${COUNT} (day|week|month|year)s? (ago|earlier|later)`, make: ([n = '', u = '', w], c) => { const base = w === 'ago' ? c.published : (c.last ?? c.published); return base === null ? null : shifted(base, (w === 'later' ? 1 : -1) * countOf(n), u); } },
  { name: 'span', pattern: `(?:(?:over|in|during|for|within) )?(?:the )?(?:past|last|previous|preceding) ${COUNT} (day|week|month|year)s`, unit: true, make: ([n = '', u = ''], c) => c.published === null ? null : `${shifted(c.published, -countOf(n), u)}/${u === 'year' || u === 'month' ? c.published.slice(0, 7) : c.published}` },
  { name: 'unit', pattern: `(?:earlier |later )?(last|this|next|the previous|the current|the past) (week|month|year)`, unit: true, make: ([w = '', u = ''], c) => relativeUnit(w, u, c) },
  { name: 'day-word', pattern: `(today|tonight|this (?:morning|afternoon|evening)|yesterday|tomorrow)`, make: ([w = ''], c) => c.published === null ? null : addDays(c.published, w === 'yesterday' ? -1 : w === 'tomorrow' ? 1 : 0) },
  { name: 'season', pattern: `(last|this|next) (spring|summer|autumn|fall|winter)`, make: ([w = '', s = ''], c) => lastSeason(w, s, c) },
  { name: 'day-of-month', pattern: `(?:on |the )+(\\d{1,2})(?:st|nd|rd|th)\\b|on the ${ORDINAL}(?! (?:of|floor|day|time))`, make: ([d, o], c) => dayOfMonth(d === undefined ? (ORDINALS[o ?? ''] ?? 0) : Number(d), c) },
  { name: 'part-month', pattern: `${PART}?${MONTH}(?! \\d)`, make: ([, m = ''], c) => yearless(c, monthOf(m)) },
  { name: 'year', pattern: `${YEAR}(?![\\d,.]*\\d)`, unit: true, make: ([y = '']) => y },
];

const weekdayFromMonday = (day: string): number => (weekday(day) + 6) % 7;

function onWeekday(which: string | undefined, name: string, { published }: TimeContext): string | null {
  if (published === null) return null;
  const wanted = WEEKDAYS.indexOf(name);
  if (which === 'next') return addDays(latestWeekday(published, wanted), 7);
  const latest = latestWeekday(published, wanted);
  // "last Wednesday", said on a Wednesday, is a week ago.
  return which === 'last' && latest === published ? addDays(latest, -7) : latest;
}

function namedMonth(which: string, name: string, context: TimeContext): string | null {
  const base = /preceding|previous/.test(which) ? (context.last ?? context.published) : context.published;
  if (base === null) return null;
  const month = monthOf(name);
  const year = Number(base.slice(0, 4));
  const current = Number(base.slice(5, 7) || 1);
  if (which === 'next') return dateText(month > current ? year : year + 1, month);
  if (which === 'this') return dateText(year, month);
  return dateText(month < current ? year : year - 1, month);
}

function relativeUnit(which: string, unit: string, { published }: TimeContext): string | null {
  if (published === null) return null;
  const step = /last|previous|past/.test(which) ? -1 : which === 'next' ? 1 : 0;
  if (unit === 'year') return String(Number(published.slice(0, 4)) + step);
  if (unit === 'month') return addMonths(published, step);
  const monday = addDays(published, -weekdayFromMonday(published) + 7 * step);
  // A week has no EDTF value of its own; its month is the precision that is left.
  return step === 0 ? published.slice(0, 7) : monday.slice(0, 7);
}

function lastSeason(which: string, season: string, { published }: TimeContext): string | null {
  if (published === null) return null;
  const starts: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
  const year = Number(published.slice(0, 4));
  const begun = Number(published.slice(5, 7)) >= (starts[season] ?? 1);
  const shift = which === 'next' ? (begun ? 1 : 0) : which === 'last' ? (begun && Number(published.slice(5, 7)) > (starts[season] ?? 1) + 2 ? 0 : -1) : 0;
  return `${year + shift}-${SEASONS[season]}`;
}

function dayOfMonth(day: number, context: TimeContext): string | null {
  const base = context.last !== null && context.last.length >= 7 ? context.last : context.published;
  if (base === null) return null;
  const here = dateText(Number(base.slice(0, 4)), Number(base.slice(5, 7)), day);
  const ahead = here !== null && context.published !== null && here > context.published && !context.future;
  const month = addMonths(base, -1);
  return ahead ? dateText(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day) : here;
}

/** A day so many units away, at the precision that the unit leaves. */
function shifted(base: string, count: number, unit: string): string {
  if (unit === 'year') return base.length === 4 ? String(Number(base) + count) : String(Number(base.slice(0, 4)) + count);
  if (base.length === 4) return base;
  if (unit === 'month') return addMonths(base, count);
  if (base.length === 7) return base;
  const day = addDays(base, count * (unit === 'week' ? 7 : 1));
  return unit === 'week' && Math.abs(count) > 8 ? sameDayIn(day.slice(0, 7), day).slice(0, 7) : day;
}

interface Compiled extends Atom {
  readonly expression: RegExp;
}
const COMPILED: readonly Compiled[] = ATOMS.map((atom) => ({ ...atom, expression: new RegExp(`${atom.pattern}(?![\\p{L}\\p{N}])`, 'uy') }));
/** Words with which a time can begin; every other place is passed over. */
const OPENERS = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£-])(?:the|early|mid|late|beginning|start|middle|end|first|last|closing|opening|turn|earlier|later|this|next|that|on|over|in|during|for|within|past|previous|preceding|about|some|around|almost|nearly|more|a|an|day|today|tonight|yesterday|tomorrow|\\d{1,4}|${Object.keys(COUNTS).join('|')}|${WEEKDAYS.join('|')}|${MONTHS.join('|')}|spring|summer|autumn|fall|winter|${Object.keys(ORDINALS).join('|')})`,
  'gu',
);

/**
 * The times of a stretch of lower-case text; spans count from its start.
 * `taken` tells places that something else has been read from; `events` are happenings whose date is known data.
 */
export function readTimes(
  text: string,
  context: TimeContext,
  taken: (at: number) => boolean,
  events: readonly { start: number; end: number; edtf: string }[] = [],
): TimeMention[] {
  const atoms: Dated[] = [];
  let last = context.last;
  OPENERS.lastIndex = 0;
  for (let found = OPENERS.exec(text); found; found = OPENERS.exec(text)) {
    if (taken(found.index)) continue;
    for (const atom of COMPILED) {
      atom.expression.lastIndex = found.index;
      const match = atom.expression.exec(text);
      if (!match) continue;
      if (atom.name === 'part-month' && !isMonth(text, match, found.index)) continue;
      if (atom.name === 'year' && !/(?:in|of|since|by|from|until|till|during|for|to|and|or|before|after|between|through|around|about|early|late|mid|the|,|\()[ -]?$/.test(text.slice(0, found.index))) continue;
      const edtf = atom.make(match.slice(1), { ...context, last });
      if (edtf === null || edtf.includes('null') || edtf.includes('undefined')) continue;
      const course = match[0].includes('course of');
      const yeared = /\d{4}|year/.test(match[0]);
      atoms.push({ start: found.index, end: atom.expression.lastIndex, edtf, unit: course || (atom.unit ?? false), yeared });
      last = edtf.split('/').at(-1) ?? last;
      OPENERS.lastIndex = atom.expression.lastIndex;
      break;
    }
  }
  for (const event of events) atoms.push({ ...event, unit: false, yeared: true });
  return related(text, atoms.sort((a, b) => a.start - b.start));
}

/** "may" and "march" are months only where the text writes them so and the words around agree. */
function isMonth(text: string, match: RegExpExecArray, at: number): boolean {
  if (!/^(?:may|march|mar\.)$/.test(match[0])) return true;
  return /(?:in|since|by|of|from|until|till|last|this|next|between|and|early|mid|late|before|after|through|to|during|as recently as)[ -]$/.test(text.slice(0, at));
}

interface Dated {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
  readonly unit: boolean;
  /** The words give the year. */
  readonly yeared: boolean;
}

/** "March 28 and March 20, 2016": the year at the end holds for both. */
function inYearOf(first: Dated, second: Dated): Dated {
  if (first.yeared || !second.yeared || first.edtf.length < 7 || first.edtf.includes('/')) return first;
  return { ...first, edtf: second.edtf.slice(0, 4) + first.edtf.slice(4) };
}

/** Binds times to the words before them and to each other: since, as of, between … and …, from … to …. */
function related(text: string, atoms: readonly Dated[]): TimeMention[] {
  const mentions: TimeMention[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const next = atoms[i + 1];
    const own = atoms[i] as Dated;
    const between = next === undefined ? '' : text.slice(own.end, next.start);
    const atom = next !== undefined && between.length < 20 && /^[^.;]*\b(?:and|to|or)\b/.test(between) ? inYearOf(own, next) : own;
    const before = text.slice(0, atom.start);
    const opened = /(?:between|from)(?: about| around| the| as early as)? ?(?:the )?$/.exec(before);
    const joins = /^,? (?:to|through|until|till|and|up to)(?: the)?(?: early| mid)? $|^ ?[-–—/] ?$|^ into (?:the )?$|^(?: at the latest)?,? (?:and )?until $/.test(between);
    if (next !== undefined && opened !== null && joins) {
      mentions.push({ span: [opened.index, next.end], edtf: interval(atom.edtf, next.edtf), relation: 'between', unit: false });
      i++;
      continue;
    }
    if (next !== undefined && /^(?: to | through | until | ?[-–] ?| or |,? into )$/.test(between) && atom.edtf.length === next.edtf.length && atom.edtf < next.edtf) {
      mentions.push({ span: [atom.start, next.end], edtf: interval(atom.edtf, next.edtf), relation: 'between', unit: false });
      i++;
      continue;
    }
    const since = /(?:since|from)(?: at least| about| around| roughly| as early as| the)*(?: (?:the )?(?:start|beginning|outbreak|onset|launch) of)?(?: the)? ?$/.exec(before);
    const reached = since === null && sinceReaches(before, atoms[i - 1]?.end ?? 0);
    const by = /(?:as of|by|before|until|till|up to|as at|prior to|to)(?: the)? ?$/.exec(before);
    if (reached) {
      mentions.push({ span: [before.lastIndexOf('since '), atom.end], edtf: startOf(atom.edtf), relation: 'since', unit: false });
    } else if (since !== null && (since[0].startsWith('since') || /^(?: on(?:wards?)?| at the latest)?(?:,|\.|;|$| )/.test(text.slice(atom.end)))) {
      mentions.push({ span: [since.index, atom.end], edtf: startOf(atom.edtf), relation: 'since', unit: false });
    } else if (by !== null && by[0].trim() !== 'to') {
      mentions.push({ span: [by.index, atom.end], edtf: endOf(atom.edtf), relation: 'by', unit: false });
    } else {
      mentions.push({ span: [atom.start, atom.end], edtf: atom.edtf, relation: atom.edtf.includes('/') ? 'between' : 'at', unit: atom.unit });
    }
  }
  return mentions;
}

/** "since the leaders' summit of September 2023": what stands between says which day the date is. */
function sinceReaches(before: string, from: number): boolean {
  const at = before.lastIndexOf('since ');
  if (at < from) return false;
  const between = before.slice(at + 6);
  if (/\b(?:establishment|creation|founding|inception|formation)\b/.test(between)) return false;
  return between.length < 130 && !/[;:.]|\bsaid\b|, (?:and|but|which)\b/.test(between) && between.split(',').length <= 3;
}

const startOf = (edtf: string): string => edtf.split('/')[0] ?? edtf;
const endOf = (edtf: string): string => edtf.split('/').at(-1) ?? edtf;

function interval(from: string, to: string): string {
  const [start, end] = [startOf(from), endOf(to)];
  // A range whose first end took the later year ("August through January") runs backwards: its start is a year earlier.
  if (start.slice(0, 7) > end.slice(0, 7) && start.length > 4) return `${Number(start.slice(0, 4)) - 1}${start.slice(4)}/${end}`;
  return `${start}/${end}`;
}
