import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, disjoint, equal, intersection, union, type Interval } from '../../src/core/interval.js';

const end = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
const intervals: fc.Arbitrary<Interval> = fc
  .tuple(end, end)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { low: b, high: a } : { low: a, high: b }));
const holds = (interval: Interval, n: number): boolean =>
  (interval.low === null || interval.low <= n) && (interval.high === null || n <= interval.high);

describe('intervals with open ends', () => {
  it('reads "more than" and "up to" as they are meant', () => {
    const moreThan1000 = { low: 1000, high: null };
    const upTo50 = { low: null, high: 50 };
    expect(contains(moreThan1000, { low: 6700, high: 6700 })).toBe(true);
    expect(contains({ low: 6700, high: 6700 }, moreThan1000)).toBe(false);
    expect(disjoint(moreThan1000, upTo50)).toBe(true);
    expect(union(moreThan1000, upTo50)).toEqual({ low: null, high: null });
    expect(intersection(moreThan1000, { low: null, high: 13000 })).toEqual({ low: 1000, high: 13000 });
  });

  it('an interval shares its ends: 5 to 10 and 10 to 15 meet', () => {
    expect(disjoint({ low: 5, high: 10 }, { low: 10, high: 15 })).toBe(false);
    expect(intersection({ low: 5, high: 10 }, { low: 10, high: 15 })).toEqual({ low: 10, high: 10 });
  });

  it('union and intersection do not depend on the order', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        expect(union(a, b)).toEqual(union(b, a));
        expect(intersection(a, b)).toEqual(intersection(b, a));
        expect(disjoint(a, b)).toBe(disjoint(b, a));
      }),
    );
  });

  it('a value lies in the intersection exactly where it lies in both', () => {
    fc.assert(
      fc.property(intervals, intervals, fc.integer({ min: -5, max: 65 }), (a, b, n) => {
        const both = intersection(a, b);
        expect(both !== null && holds(both, n)).toBe(holds(a, n) && holds(b, n));
      }),
    );
  });

  it('the union holds both, and nothing smaller does', () => {
    fc.assert(
      fc.property(intervals, intervals, intervals, (a, b, other) => {
        const both = union(a, b);
        expect(contains(both, a) && contains(both, b)).toBe(true);
        if (contains(other, a) && contains(other, b)) expect(contains(other, both)).toBe(true);
      }),
    );
  });

  it('containing is an order: reflexive, transitive, and equal where it goes both ways', () => {
    fc.assert(
      fc.property(intervals, intervals, intervals, (a, b, c) => {
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
        expect(contains(a, b) && contains(b, a)).toBe(equal(a, b));
      }),
    );
  });
});
