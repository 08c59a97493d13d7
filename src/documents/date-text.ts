/**
 * Calendar dates as pages print them, in the languages of Europe and in Chinese, Japanese and Korean order.
 * Month names come from the runtime's own locale data (Unicode CLDR).
 */

/** A date in a text, with the precision that it has there. */
export interface FoundDate {
  /** `YYYY-MM-DD`, `YYYY-MM`, or `--MM-DD` where the year is not given. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Which of 4/2 is the day; only dates of the form 04/02/2024 are concerned. */
export type DayOrder = 'day-first' | 'month-first';

const LOCALES =
  'en de fr es pt it nl pl cs sk uk ru be bg sr hr sl mk ro hu el tr sv da nb fi et lv lt sq is ca eu ga'.split(
    ' ',
  );
const EXTRA_MONTHS: Record<string, number> = {
  sept: 9,
  janv: 1,
  févr: 2,
  fév: 2,
  mär: 3,
  setembro: 9,
  ags: 8,
};

function monthNames(): Map<string, number> {
  const names = new Map<string, number>(Object.entries(EXTRA_MONTHS));
  for (const locale of LOCALES) {
    for (const style of ['long', 'short'] as const) {
      for (const options of [{ month: style }, { month: style, day: 'numeric', year: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month += 1) {
          const part = format.formatToParts(Date.UTC(2023, month - 1, 15)).find((p) => p.type === 'month');
          const name = part?.value.toLowerCase().replace(/[.\s]+$/u, '') ?? '';
          // Two languages may give one short name to two months; the language listed first has it.
          if (/^\p{L}[\p{L}\p{M}’']{2,}$/u.test(name) && !names.has(name)) names.set(name, month);
        }
      }
    }
  }
  return names;
}

const MONTHS = monthNames();
const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
const DAY = String.raw`(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª|°)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const NAMED_MONTH = String.raw`(?<month>${MONTH})(?![\p{L}\p{M}])\.?`;
const LEFT = String.raw`(?<![\p{L}\p{M}\d.,/:-])`;
const RIGHT = String.raw`(?![\d/]|[.,]\d)`;

const pattern = (source: string): RegExp => new RegExp(LEFT + source, 'giu');

/** The forms, the most telling first; a stretch of text taken by one is not read again by the next. */
const FORMS: readonly RegExp[] = [
  pattern(
    String.raw`${YEAR}\s?[-./–]\s?(?<month>0?[1-9]|1[0-2])\s?[-./–]\s?(?<day>0?[1-9]|[12]\d|3[01])(?!\d)`,
  ),
  pattern(
    String.raw`${YEAR}\s?[年년]\s?(?<month>0?[1-9]|1[0-2])\s?[月월]\s?(?<day>0?[1-9]|[12]\d|3[01])\s?[日일]`,
  ),
  pattern(
    String.raw`${DAY}\.?(?:\s+(?:of|de|d'|di))?[\s-]+${NAMED_MONTH},?(?:\s+(?:de|del|of|anul))?[\s,-]+${YEAR}${RIGHT}`,
  ),
  pattern(String.raw`${NAMED_MONTH}\s+${DAY}(?:\s*,\s*|\s+)(?:at\s+)?${YEAR}${RIGHT}`),
  pattern(String.raw`(?<first>\d{1,2})(?<mark>[./-])\s?(?<second>\d{1,2})\k<mark>\s?${YEAR}(?!\d)`),
  pattern(String.raw`${YEAR}[\s,]+${NAMED_MONTH}\s+${DAY}(?!\d)`),
  pattern(String.raw`${NAMED_MONTH},?(?:\s+(?:de|del|of))?\s+${YEAR}${RIGHT}`),
  pattern(String.raw`${DAY}\.?(?:\s+(?:of|de|di))?\s+${NAMED_MONTH}(?!\s+\d{4})`),
  pattern(String.raw`${NAMED_MONTH}\s+${DAY}(?![\d:]|[.,]\d)`),
];

/** Every date of the text, in the order in which they stand. */
export function findDates(text: string, order: DayOrder = 'day-first'): FoundDate[] {
  const found: FoundDate[] = [];
  // Most text has no date; a day or a year is the least that one has.
  if (!/\d/u.test(text)) return found;
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const date = valueOf(match.groups ?? {}, order);
      if (date !== null) found.push({ date, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function valueOf(parts: Record<string, string | undefined>, order: DayOrder): string | null {
  let day = parts['day'] === undefined ? null : Number(parts['day']);
  let month = monthNumber(parts['month']);
  if (parts['first'] !== undefined && parts['second'] !== undefined) {
    const pair = [Number(parts['first']), Number(parts['second'])] as const;
    // Dots are day-first everywhere; a slash or dash depends on the writer, unless one number can be no month.
    const monthFirst = parts['mark'] !== '.' && (pair[1] > 12 || (order === 'month-first' && pair[0] <= 12));
    [day, month] = monthFirst ? [pair[1], pair[0]] : [pair[0], pair[1]];
  }
  if (month === null || month < 1 || month > 12) return null;
  const mm = String(month).padStart(2, '0');
  if (day === null) return `${parts['year'] ?? ''}-${mm}`;
  const dd = String(day).padStart(2, '0');
  if (parts['year'] === undefined) return day <= 31 ? `--${mm}-${dd}` : null;
  return calendarDay(`${parts['year']}-${mm}-${dd}`);
}

function monthNumber(name: string | undefined): number | null {
  if (name === undefined) return null;
  return /^\d/.test(name) ? Number(name) : (MONTHS.get(name.toLowerCase()) ?? null);
}

/** The day, or null where the calendar has none such. */
export function calendarDay(iso: string): string | null {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
