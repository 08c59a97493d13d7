import { UNITS } from './vocabulary.js';

/** Words of the desk for values of the ledger. */

/** A key of a closed list as it is read: "ballistic_missile" is "ballistic missile". */
export const plain = (key: string): string => key.replaceAll(/[_-]/g, ' ');

/** A whole number with its thousands apart. */
export const figure = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });

interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** A range with its open ends said: "at least 10,000", "up to 4,800", "6,700", "5,000 to 8,000". */
export function rangeWords({ low, high }: Bounds): string {
  if (low === null && high === null) return 'no figure';
  if (high === null) return `at least ${figure(low ?? 0)}`;
  if (low === null) return `up to ${figure(high)}`;
  return low === high ? figure(low) : `${figure(low)} to ${figure(high)}`;
}

/** A unit in the plural: "missiles", "US dollars". */
export const unitWords = (unit: string | null): string =>
  unit === null
    ? 'items'
    : ((UNITS as Readonly<Record<string, readonly string[]>>)[unit]?.[1] ?? plain(unit));

/** A range with its unit: "13,000 to 16,000 containers", "1 vessel", "at least 10,000"; no unit where there is none. */
export function amountWords(bounds: Bounds, unit: string | null): string {
  if (unit === null || (bounds.low === null && bounds.high === null)) return rangeWords(bounds);
  const [one, more] = (UNITS as Readonly<Record<string, readonly [string, string]>>)[unit] ?? [unit, unit];
  const last = bounds.high ?? bounds.low;
  return `${rangeWords(bounds)} ${last === 1 ? one : more}`;
}

/** "3 claims", "1 claim" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** ISO 8601 as it is read: "2026-11-28 05:52" */
export const momentWords = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** A title in the upper case of its first letter. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
