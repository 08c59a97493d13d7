import parse from 'edtf';

/**
 * Dates as EDTF level 1 text (Library of Congress, 2019): a day, month, season or year with its qualifier, or an
 * interval with open (`..`) ends. The text is the value: precision is never added or lost.
 */

/** First and last day of an EDTF date, as `YYYY-MM-DD`; null where that end is open or unknown. */
export interface DayBounds {
  readonly start: string | null;
  readonly end: string | null;
}

const SEASONS: Record<string, [first: string, last: string]> = {
  // Meteorological seasons of the northern hemisphere; winter begins in the year that names it.
  '21': ['03-01', '05-31'],
  '22': ['06-01', '08-31'],
  '23': ['09-01', '11-30'],
  '24': ['12-01', '02-29'],
  // Quarters (EDTF level 2 codes that newsroom dates need: "early 2024").
  '33': ['01-01', '03-31'],
  '34': ['04-01', '06-30'],
  '35': ['07-01', '09-30'],
  '36': ['10-01', '12-31'],
};

const known = new Map<string, DayBounds | null>();

/** Day bounds of EDTF text; null where the text is no EDTF date. */
export function dayBounds(edtf: string): DayBounds | null {
  const cached = known.get(edtf);
  if (cached !== undefined) return cached;
  const bounds = readBounds(edtf);
  if (known.size > 100_000) known.clear();
  known.set(edtf, bounds);
  return bounds;
}

export const isEdtf = (text: string): boolean => dayBounds(text) !== null;

function readBounds(edtf: string): DayBounds | null {
  const ends = edtf.split('/');
  if (ends.length > 2) return null;
  const [first, last] = ends.map(endBounds);
  if (first === null || first === undefined) return null;
  if (last === undefined) return edtf === '..' || edtf === '' ? null : first;
  if (last === null) return null;
  if (first.start !== null && last.end !== null && first.start > last.end) return null;
  return { start: first.start, end: last.end };
}

function endBounds(edtf: string): DayBounds | null {
  if (edtf === '..' || edtf === '') return { start: null, end: null };
  const season = /^(\d{4})-(2[1-4]|3[3-6])[~?%]?$/.exec(edtf);
  if (season) {
    const [, year, code] = season as unknown as [string, string, string];
    const [from, to] = SEASONS[code] as [string, string];
    const endYear = code === '24' ? Number(year) + 1 : Number(year);
    return { start: `${year}-${from}`, end: lastDay(endYear, to) };
  }
  try {
    const date = parse(edtf) as { min: number; max: number };
    return { start: isoDay(date.min), end: isoDay(date.max) };
  } catch {
    return null; // the parser's own error says only that the text is no EDTF
  }
}

const isoDay = (time: number): string | null =>
  Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null;

const lastDay = (year: number, monthDay: string): string =>
  monthDay === '02-29' ? `${year}-02-${isLeap(year) ? 29 : 28}` : `${year}-${monthDay}`;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
