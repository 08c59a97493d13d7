import { dayBounds } from '../core/edtf-date.js';
import type { Claim } from '../model/claim.js';

/** When what a claim says was so, in days. */
export interface Window {
  /** First day; null where open. */
  readonly start: string | null;
  /** Last day; null only where neither the claim nor its document has a date. */
  readonly end: string | null;
  /** Whether the claim itself gives the end, which else is the date of the statement. */
  readonly endStated: boolean;
}

/** A window as it stands on a question, where it no longer matters who gave its end. */
export type Bounds = Pick<Window, 'start' | 'end'>;

/** Ends this many days apart or fewer are one end. */
const ONE_END = 31;

/**
 * The window of a claim by itself.
 * @param said the day of the statement, else of publication
 */
export function windowOf(claim: Pick<Claim, 'when'>, said: string | null): Window {
  const { edtf, scope } = claim.when;
  const bounds = edtf === null ? null : dayBounds(edtf);
  const start = bounds?.start ?? null;
  const end = bounds?.end ?? null;
  // "Since X" is written X/date of the statement: that end stands in no text.
  const endStated = end !== null && !(scope === 'cumulative' && start !== null && end === said);
  return { start, end: end ?? said, endStated };
}

/** "2024" said of a strength, and any rate: what is no total that grows. */
export const isRunningTotal = (claim: Claim, hasFigure: boolean): boolean =>
  claim.when.scope === 'cumulative' ||
  (claim.when.scope === 'unknown' && hasFigure && (claim.quantity?.per ?? null) === null);

export const sameStart = (a: Bounds, b: Bounds): boolean => a.start === b.start;

/** @param oneOrigin two statements of one origin are told apart by the day */
export function oneEnd(a: Bounds, b: Bounds, oneOrigin: boolean): boolean {
  if (a.end === null || b.end === null) return a.end === b.end;
  return oneOrigin ? a.end === b.end : daysApart(a.end, b.end) <= ONE_END;
}

export const sameWindow = (a: Bounds, b: Bounds, oneOrigin: boolean): boolean =>
  sameStart(a, b) && oneEnd(a, b, oneOrigin);

/** `inner` lies inside `outer`, or is the same. */
export function windowInside(inner: Bounds, outer: Bounds, oneOrigin: boolean): boolean {
  const begins = outer.start === null || (inner.start !== null && inner.start >= outer.start);
  const ends =
    oneEnd(inner, outer, oneOrigin) || (inner.end !== null && outer.end !== null && inner.end < outer.end);
  return begins && ends;
}

/** One is over before the other begins. */
export const windowsApart = (a: Bounds, b: Bounds): boolean =>
  (a.end !== null && b.start !== null && a.end < b.start) ||
  (b.end !== null && a.start !== null && b.end < a.start);

/** Both windows are stated, and they are not the same. */
export function statedWindowsDiffer(a: Window, b: Window): boolean {
  const [statesA, statesB] = [a, b].map(({ start, endStated }) => start !== null || endStated);
  if (!statesA || !statesB) return false;
  if (a.start !== b.start) return true;
  if (a.endStated && b.endStated) return a.end !== b.end;
  return a.endStated !== b.endStated && !oneEnd(a, b, false);
}

const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
