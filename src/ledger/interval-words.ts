import type { Interval } from '../core/interval.js';
import type { Unit } from '../model/enums.js';

/** An interval in words, for the reasons that the ledger gives: "at least 9,000", "6,300 to 7,700". */
export function intervalWords(interval: Interval | null): string {
  if (interval === null) return 'no figure';
  const { low, high } = interval;
  if (low !== null && high !== null)
    return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`;
  if (low !== null) return `at least ${grouped(low)}`;
  return high === null ? 'any number' : `at most ${grouped(high)}`;
}

/** Binary fractions of a tenth more or less are no part of a figure. */
function grouped(value: number): string {
  const [whole = '', fraction] = String(Number(value.toPrecision(12))).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

const PLURALS: Readonly<Partial<Record<Unit, string>>> = {
  aircraft: 'aircraft',
  person: 'people',
  usd: 'US dollars',
};

/** What is counted, for the reasons that the ledger gives: "rounds", "people". */
export const unitWords = (unit: Unit): string => PLURALS[unit] ?? `${unit}s`;
