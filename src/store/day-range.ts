import { dayBounds } from '../core/edtf-date.js';
import { TallymanError } from '../core/errors.js';

/** First and last day as Postgres `date` text; an open or unknown end is `-infinity` or `infinity`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The days of an EDTF date; null where there is none, or where it is no EDTF. */
export function dayRange(edtf: string | null | undefined): DayRange | null {
  const bounds = edtf === null || edtf === undefined ? null : dayBounds(edtf);
  return bounds && { from: day(bounds.start, '-infinity'), to: day(bounds.end, 'infinity') };
}

/** The days of a filter's period. @throws TallymanError `usage` */
export function periodRange(edtf: string): DayRange {
  const range = dayRange(edtf);
  if (range === null) {
    throw new TallymanError('usage', 'the period is no EDTF date or interval, such as 2024-01/2024-06', edtf);
  }
  return range;
}

/** EDTF knows years before 1 and after 9999; for a filter they lie beyond every date of a case. */
function day(text: string | null, open: '-infinity' | 'infinity'): string {
  if (text === null) return open;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000')) return text;
  return text.startsWith('+') ? 'infinity' : '-infinity';
}
