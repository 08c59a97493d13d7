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

/** "3 claims", "1 claim" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;
