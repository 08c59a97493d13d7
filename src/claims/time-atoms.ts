import { addMonths, dateText } from './calendar.js';
import {
  COUNT,
  DAY,
  MONTH,
  ORDINAL,
  PART,
  SEASON,
  WEEKDAY,
  YEAR,
  countOf,
  dayOf,
  monthOf,
  seasonOf,
} from './date-words.js';
import {
  dayOfMonth,
  namedMonth,
  neighbouringDay,
  neighbouringUnit,
  onWeekday,
  relativeSeason,
  relativeUnit,
  relativeYear,
  sameUnit,
  shifted,
  weekdayOfLastWeek,
  yearless,
  type TimeContext,
} from './relative-dates.js';

type Groups = readonly (string | undefined)[];

/** One way to write a date. */
export interface Atom {
  readonly name: string;
  /** Over lower-case text; its groups go to `make` in order, those that did not match as undefined. */
  readonly pattern: string;
  /** EDTF; null where the calendar has no such day, or where the context does not say what it counts from. */
  readonly make: (groups: Groups, context: TimeContext) => string | null;
  /** A calendar unit said of a flow ("last year"). */
  readonly unit?: boolean;
  /** The words give both ends of a window ("3 to 9 May"). */
  readonly window?: boolean;
  /** Whether the words before allow it to be a date; left out where any do. */
  readonly fits?: (found: string, before: string) => boolean;
}

/** No noun behind: "the 5th Fleet" is no day. */
const UNNAMED =
  '(?= ?(?:[,.;:)?!–—-]|$)| (?:and|that|in|at|from|to|with|by|when|as|after|before|for|on|it|he|she|they|the|an?|said|told|was|were|is)(?![a-z]))';
const RELATIVE_YEAR = '(last|this|that|the same|the previous|the preceding|the following|next) year';

/** Longest and most specific first: the first that matches at a place wins. */
export const ATOMS: readonly Atom[] = [
  atom('iso-day', `${YEAR}-(\\d\\d)-(\\d\\d)`, ([y, m, d]) => dateText(Number(y), Number(m), Number(d))),
  atom('dotted-day', `(\\d{1,2})\\.(\\d{1,2})\\.${YEAR}`, ([d, m, y]) =>
    dateText(Number(y), Number(m), Number(d)),
  ),
  atom(
    'days-month',
    `(?:(?:from )?(?:the )?${DAY}(?: ?- ?| to | through | until )|between (?:the )?${DAY} and )(?:the )?${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`,
    ([a, b, end, m, y], c) => daysOf(m, a ?? b, end, y, c),
    { window: true },
  ),
  atom(
    'month-days',
    `(?:(?:from )?${MONTH} ${DAY}(?: ?- ?| to | through | until )|between ${MONTH} ${DAY} and )${DAY}(?:,? ${YEAR})?(?! ?${MONTH})`,
    ([m, a, n, b, end, y], c) => daysOf(m ?? n, a ?? b, end, y, c),
    { window: true },
  ),
  atom(
    'days-and-month',
    `(?:the )?${DAY} and (?:the )?${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`,
    ([a, end, m, y], c) => daysOf(m, a, end, y, c),
    { window: true },
  ),
  atom(
    'month-days-and',
    `${MONTH} ${DAY} and ${DAY}(?:,? ${YEAR})?(?! ?${MONTH})(?= ?(?:[,.;:)?!–—-]|$)| (?:in|at|near|on|off|by|the|when|and|to|from)(?![a-z]))`,
    ([m, a, end, y], c) => daysOf(m, a, end, y, c),
    { window: true },
  ),
  atom(
    'days-of-that-month',
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th) and (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: of (?:the|that|this|the same) month)?(?! of| ?${MONTH})`,
    ([a = '', end = ''], c) => {
      const [start, stop] = [dayOfMonth(dayOf(a), c), dayOfMonth(dayOf(end), c)];
      return start !== null && stop !== null && start < stop ? `${start}/${stop}` : null;
    },
    { window: true },
  ),
  atom('day-month-year', `(?:the )?${DAY}(?: of)? ${MONTH},? ${YEAR}`, ([d, m, y]) => dayIn(y, m, d)),
  atom('month-day-year', `${MONTH} ${DAY},? ${YEAR}`, ([m, d, y]) => dayIn(y, m, d)),
  atom('ordinal-month', `(?:the )?${ORDINAL} of ${MONTH}(?:,? ${YEAR})?`, ([d, m, y], c) =>
    y === undefined ? yearlessDay(m, d, c) : dayIn(y, m, d),
  ),
  atom(
    'part-to-part',
    `(?:between |from )?(?:early|mid|late)(?:-| in )?(?: and | to | through | until | - |-)(?:early|mid|late)[ -]${MONTH}(?:,? ${YEAR})?`,
    ([m = '', y], c) => (y === undefined ? yearless(c, monthOf(m)) : dayIn(y, m)),
    { window: true },
  ),
  atom(
    'day-month-of-year',
    `(?:${DAY} ${MONTH}|${MONTH} ${DAY}) (?:of )?${RELATIVE_YEAR}`,
    ([d, m, n, e, w], c) => dayIn(yearOf(undefined, w, c), m ?? n, d ?? e),
  ),
  atom('part-month-of-year', `${PART}?${MONTH} (?:of )?${RELATIVE_YEAR}`, ([, m, w], c) =>
    dayIn(yearOf(undefined, w, c), m),
  ),
  atom('part-month-year', `${PART}?${MONTH}(?:,| of)? ${YEAR}`, ([, m, y]) => dayIn(y, m)),
  atom('season-year', `(?:the )?${SEASON}(?: of)? ${YEAR}`, ([s = '', y = '']) => `${y}-${seasonOf(s)}`),
  atom(
    'half-year',
    `(?:the )?(first|second) half of (?:${YEAR}|(last|this|that|the same|the following) year)`,
    ([h, y, w], c) => monthsOf(yearOf(y, w, c), h === 'first' ? 1 : 7, 6),
    { unit: true },
  ),
  atom(
    'quarter',
    `(?:the )?(first|second|third|fourth|last) quarter of (?:${YEAR}|(last|this|that|the same|the following) year)`,
    ([q, y, w], c) => quarterOf(q, yearOf(y, w, c)),
    { unit: true },
  ),
  atom(
    'year-to',
    `(?:the year|the (?:12|twelve) months) (?:to|ended|ending|up to)(?: in)?(?: the end of)? ${MONTH},? ${YEAR}`,
    ([m, y]) => yearTo(dayIn(y, m)),
    { unit: true, window: true },
  ),
  atom('numbered-quarter', `q([1-4]) ${YEAR}`, ([q, y]) => quarterOf(q, y), { unit: true }),
  atom(
    'part-year',
    `${PART}(?:${YEAR}|(last|this|next|that|the same|the following) year)`,
    ([p = '', y, w], c) => partOfYear(p, yearOf(y, w, c)),
  ),
  // "in March 12 trucks": a day of the month stands behind "on".
  atom('month-day', `${MONTH} ${DAY}(?!\\d|[,.]\\d)`, ([m, d], c) => yearlessDay(m, d, c), {
    fits: (_, before) => !/\bin $/.test(before),
  }),
  atom('day-month', `(?:the )?${DAY}(?: of)? ${MONTH}`, ([d, m], c) => yearlessDay(m, d, c)),
  atom('weekday-of-week', `${WEEKDAY} of last week`, ([w = ''], c) => weekdayOfLastWeek(w, c)),
  atom(
    'weekday',
    `(?:(last|this|next|the previous) )?${WEEKDAY}(?! (?:post|times|mail))`,
    ([which, w = ''], c) => onWeekday(which, w, c),
  ),
  atom(
    'same-unit',
    `(?:earlier |later )?(?:that|the same) (month|year|day|week|morning|evening|night)`,
    ([u = ''], c) => sameUnit(u, c),
    { unit: true },
  ),
  atom('latter-unit', `the latter (month|year|day|week)`, ([u = ''], c) => sameUnit(u, c), { unit: true }),
  // "by then", "since then": the date last spoken of.
  atom('then', 'then', (_, { last }) => last, {
    fits: (_, before) => /\b(?:by|since|until|till|between|before) $/.test(before),
  }),
  atom(
    'same-window',
    `(?:over|in|during|within|throughout) (?:those|these|the same) (?:days|weeks|months|years)|(?:over|in|during|within) (?:that|the same) (?:period|window|time|span|stretch)`,
    (_, { window }) => window ?? null,
    { unit: true, window: true },
  ),
  atom('that-named-month', `that ${MONTH}`, ([m], { last, published }) =>
    dayIn((last ?? published)?.slice(0, 4), m),
  ),
  atom('relative-month-name', `(last|this|next|the preceding|the previous) ${MONTH}`, ([w = '', m = ''], c) =>
    namedMonth(w, m, c),
  ),
  atom(
    'neighbouring-day',
    `(?:on )?(?:the )?(following|next|previous) day|(?:the|a) day (before|earlier|after|later)`,
    ([w, x], c) => neighbouringDay(w ?? x ?? '', c),
  ),
  atom(
    'ago',
    `(?:about |some |around |almost |nearly |over |more than )?${COUNT} (day|week|month|year)s? (ago|earlier|later)`,
    ([n = '', u = '', w], c) => countedBack(countOf(n), u, w, c),
    { unit: true },
  ),
  atom(
    'neighbouring-unit',
    `the (following|next) (week|month|year)|the (week|month|year) (before|after)${UNNAMED}`,
    ([w, u, v, x], c) => neighbouringUnit(w ?? x ?? '', u ?? v ?? '', c),
    { unit: true },
  ),
  atom(
    'span',
    `(?:(?:over|in|during|for|within) )?(?:the )?(?:past|last|previous|preceding) ${COUNT} (day|week|month|year)s`,
    ([n = '', u = ''], c) => spanBack(countOf(n), u, c),
    { unit: true, window: true },
  ),
  atom(
    'past-unit',
    `(?:over|in|during|for|within) the (?:past|last) (week|month|year)`,
    ([u = ''], c) => spanBack(1, u, c),
    { unit: true, window: true },
  ),
  atom(
    'lasting',
    `for ${COUNT} (day|week|month|year)s`,
    ([n = '', u = ''], c) => spanBack(countOf(n), u, c),
    {
      window: true,
      fits: (_, before) => /\b(?:has|have|had) been \w+ing(?: \w+){0,2} $/.test(before),
    },
  ),
  atom(
    'unit',
    `(?:earlier |later )?(last|this|next|the previous|the current|the past) (week|month|year)`,
    ([w = '', u = ''], c) => relativeUnit(w, u, c),
    { unit: true },
  ),
  atom(
    'day-word',
    `(today|tonight|this (?:morning|afternoon|evening)|yesterday|tomorrow|overnight(?! (?:on|to|into|of|from|between) )|(?:in|during|through) the night(?! (?:of|to|from|between|before|after) ))`,
    ([w], { published }) =>
      published === null
        ? null
        : shifted(published, w === 'yesterday' ? -1 : w === 'tomorrow' ? 1 : 0, 'day'),
  ),
  atom('relative-season', `(last|this|next) ${SEASON}`, ([w = '', s = ''], c) => relativeSeason(w, s, c)),
  atom(
    'day-of-month',
    `(?:on |the )*(\\d{1,2})(?:st|nd|rd|th) of (?:the|that|this|the same) month|(?:on |the )+(\\d{1,2})(?:st|nd|rd|th)\\b${UNNAMED}|on the ${ORDINAL}${UNNAMED}`,
    ([e, d, , o], c) => dayOfMonth(dayOf(e ?? d ?? o ?? ''), c),
  ),
  atom('part-month', `${PART}?${MONTH}`, ([, m], c) => yearless(c, monthOf(m ?? '')), { fits: isMonth }),
  atom('years', `${YEAR}-(${YEAR}|\\d\\d)(?!-?\\d)`, ([first = '', second = '']) => yearsOf(first, second), {
    window: true,
    fits: isYear,
  }),
  atom('year', `${YEAR}(?![\\d,.]*\\d)`, ([y = '']) => y, { unit: true, fits: isYear }),
];

function atom(
  name: string,
  pattern: string,
  make: Atom['make'],
  traits: Pick<Atom, 'unit' | 'window' | 'fits'> = {},
): Atom {
  return { name, pattern, make, ...traits };
}

/** "may" and "march" are months only where the words before agree. */
function isMonth(found: string, before: string): boolean {
  if (!/^(?:may|march|mar\.)$/.test(found)) return true;
  return /(?:in|since|by|of|from|until|till|last|this|next|between|and|early|mid|late|before|after|through|to|during|as recently as|\|)[ -]$/.test(
    before,
  );
}

/** Four digits are a year only behind such a word or mark. */
function isYear(_: string, before: string): boolean {
  return /(?:in|of|since|by|from|until|till|during|for|to|and|or|before|after|between|through|around|about|early|late|mid|the|,|\||\()[ -]?$/.test(
    before,
  );
}

/** A day or month of a year. */
const dayIn = (year: string | null | undefined, month: string | undefined, day?: string): string | null =>
  year === null || year === undefined || month === undefined
    ? null
    : dateText(Number(year), monthOf(month), day === undefined ? undefined : dayOf(day));

const yearlessDay = (month = '', day = '', context: TimeContext): string | null =>
  yearless(context, monthOf(month), dayOf(day));

/** A year in digits, or "last year". */
function yearOf(digits: string | undefined, which: string | undefined, context: TimeContext): string | null {
  const year = digits === undefined ? relativeYear(which ?? '', context) : Number(digits);
  return year === null ? null : dateText(year);
}

/** First and last quarter for the ends of a year, June for its middle. */
function partOfYear(part: string, year: string | null): string | null {
  if (year === null || part.startsWith('course')) return year;
  if (/^(early|beginning|start|first|opening|turn)/.test(part)) return `${year}-01/${year}-03`;
  if (/^(mid|middle)/.test(part)) return `${year}-06`;
  return `${year}-10/${year}-12`;
}

/** So many months of a year. */
const monthsOf = (year: string | null | undefined, first: number, count: number): string | null =>
  year === null || year === undefined
    ? null
    : `${dateText(Number(year), first)}/${dateText(Number(year), first + count - 1)}`;

/** "the year to March 2024": twelve months, that one the last. */
const yearTo = (month: string | null): string | null =>
  month === null ? null : `${addMonths(month, -11)}/${month}`;

const QUARTERS: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3, last: 3 };

const quarterOf = (which = '', year: string | null | undefined): string | null =>
  monthsOf(year, (QUARTERS[which] ?? Number(which) - 1) * 3 + 1, 3);

/** "3 to 9 May 2023". */
function daysOf(
  month = '',
  from = '',
  to = '',
  year: string | undefined,
  context: TimeContext,
): string | null {
  const end = year === undefined ? yearlessDay(month, to, context) : dayIn(year, month, to);
  const start = end === null ? null : dayIn(end.slice(0, 4), month, from);
  return end !== null && start !== null && start < end ? `${start}/${end}` : null;
}

/** "five months ago", "two days later". */
function countedBack(
  count: number,
  unit: string,
  way: string | undefined,
  { last, published }: TimeContext,
): string | null {
  const base = way === 'ago' ? published : (last ?? published);
  return base === null ? null : shifted(base, way === 'later' ? count : -count, unit);
}

/** "the past three weeks": up to the publication, as fine as the unit is. */
function spanBack(count: number, unit: string, context: TimeContext): string | null {
  const published = context.said ?? context.published;
  const start = published === null ? null : shifted(published, -count, unit);
  if (published === null || start === null) return null;
  return `${start}/${unit === 'year' || unit === 'month' ? published.slice(0, 7) : published}`;
}

/** "2022-23", "2019-2021"; "2023-09" is a month. */
function yearsOf(first: string, second: string): string | null {
  const last = second.length === 4 ? second : first.slice(0, 2) + second;
  if (last > first) return `${first}/${last}`;
  return second.length === 4 ? null : dateText(Number(first), Number(second));
}
