/** A closed numeric interval; null is an open end. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

const low = (interval: Interval): number => interval.low ?? -Infinity;
const high = (interval: Interval): number => interval.high ?? Infinity;
const closed = (from: number, to: number): Interval => ({
  low: Number.isFinite(from) ? from : null,
  high: Number.isFinite(to) ? to : null,
});

/** Every value of `inner` lies in `outer`. */
export const contains = (outer: Interval, inner: Interval): boolean =>
  low(outer) <= low(inner) && high(inner) <= high(outer);

export const disjoint = (a: Interval, b: Interval): boolean => high(a) < low(b) || high(b) < low(a);

export const equal = (a: Interval, b: Interval): boolean => low(a) === low(b) && high(a) === high(b);

/** What both allow; null where they have nothing in common. */
export const intersection = (a: Interval, b: Interval): Interval | null =>
  disjoint(a, b) ? null : closed(Math.max(low(a), low(b)), Math.min(high(a), high(b)));

/** The smallest interval that holds both. */
export const union = (a: Interval, b: Interval): Interval =>
  closed(Math.min(low(a), low(b)), Math.max(high(a), high(b)));
