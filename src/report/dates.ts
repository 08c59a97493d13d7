import { dayBounds } from '../core/edtf-date.js';
import type { When } from '../model/claim.js';
import { MONTHS, SEASONS } from './phrases.js';

/** EDTF in words, no more precise than it is: "13 October 2023", "June 2024", "the first quarter of 2024". */
export function dateWords(edtf: string): string {
  const [first = '', last] = edtf.split('/');
  if (last === undefined) return single(first);
  if (isOpen(first)) return `until ${single(last)}`;
  return isOpen(last) ? `since ${single(first)}` : `${single(first)} to ${single(last)}`;
}

const isOpen = (date: string): boolean => date === '..' || date === '';

function single(date: string): string {
  const about = /[~?%]/.test(date) ? 'about ' : '';
  const [year = '', month, day] = date.replace(/[~?%]/g, '').split('-');
  if (month === undefined) return about + year.replace(/X+$/, (unknown) => `${'0'.repeat(unknown.length)}s`);
  const season = SEASONS[month];
  if (season !== undefined) return `${about}${season} ${year}`;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return about + date; // an unspecified month ("2024-XX") is left as written
  return day === undefined || day.includes('X')
    ? `${about}${name} ${year}`
    : `${about}${Number(day)} ${name} ${year}`;
}

const hasDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(date);

/** "on 3 May 2024", "in May 2024": when one thing was said or done. */
export const onDate = (date: string): string => (hasDay(date) ? `on ${single(date)}` : `in ${single(date)}`);

/**
 * When the event was, by the claim.
 * @param said the date of the statement, EDTF: a running total that ends with it is said to run "since" its start
 */
export function whenWords(when: When, said: string | null): string | null {
  const { edtf, scope } = when;
  if (edtf === null) return null;
  const [first = '', last] = edtf.split('/');
  if (last === undefined) return scope === 'cumulative' ? `by ${single(first)}` : onDate(first);
  if (isOpen(first)) return `by ${single(last)}`;
  if (isOpen(last)) return `since ${single(first)}`;
  if (scope === 'cumulative' && said !== null && sameEnd(last, said)) return `since ${single(first)}`;
  return `between ${single(first)} and ${single(last)}`;
}

/** Whether an interval's end is the statement's own date and so stands in no text. */
const sameEnd = (end: string, said: string): boolean => dayBounds(end)?.end === dayBounds(said)?.end;
