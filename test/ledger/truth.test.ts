import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truthAnswers, type TruthAnswer } from '../../src/ledger/truth-answer.js';
import { truthModel } from '../../src/ledger/truth-model.js';
import { truthScale } from '../../src/ledger/truth-scale.js';
import { TruthRows, type TruthTable } from '../../src/ledger/truth-table.js';
import { BASELINES } from '../../bench/truth-baselines.js';
import { DENSE, MILD, ROUGH, SPARSE, truthWorld } from '../../bench/truth-world.js';

type Given = readonly [item: string, source: string, value: number, time?: number];

function tableOf(rows: readonly Given[]): TruthTable {
  const all = new TruthRows();
  for (const [item, source, value, time] of rows) all.add(item, source, value, time ?? null);
  return all.table();
}
const answersOf = (rows: readonly Given[]): TruthAnswer[] => {
  const table = tableOf(rows);
  return [...truthAnswers(table, truthModel(table))];
};

describe('rows', () => {
  it('stand by item, a source with its last word: by time, then by row', () => {
    const table = tableOf([
      ['x', 'a', 5, 3],
      ['y', 'a', 1, 1],
      ['x', 'b', 7, 1],
      ['x', 'a', 6, 2],
      ['y', 'a', 2, 1],
    ]);
    expect(table.items).toEqual(['x', 'y']);
    expect([...table.start]).toEqual([0, 2, 3]);
    expect([...table.value]).toEqual([7, 5, 2]);
    expect(table.superseded).toBe(2);
  });

  it('of any number are kept', () => {
    const table = tableOf(Array.from({ length: 5000 }, (_, n) => [`i${n % 7}`, `s${n}`, n] as const));
    expect([table.value.length, table.items.length, table.superseded]).toEqual([5000, 7, 0]);
  });
});

describe('the scale of a set', () => {
  it('is relative where sources differ by shares of the value, absolute where by amounts', () => {
    const around = (centre: number, by: (n: number) => number): Given[] =>
      [1, 2, 3, 4, 5].map((n) => [`i${centre}`, `s${n}`, by(n)]);
    const relative = [10, 300, 7000, 250_000].flatMap((c) => around(c, (n) => c * (1 + n / 20)));
    const absolute = [210, 250, 300, 950].flatMap((c) => around(c, (n) => c + (n * n) / 5));
    expect(truthScale(tableOf(relative)).relative).toBe(true);
    expect(truthScale(tableOf(absolute)).relative).toBe(false);
    expect(
      truthScale(
        tableOf([
          ['t', 'a', -4],
          ['t', 'b', 3],
        ]),
      ).relative,
    ).toBe(false);
  });
});

describe('an answer', () => {
  it('is the one value that is given', () => {
    expect(answersOf([['x', 'a', 42]])).toEqual([
      { item: 'x', value: 42, low: 42, high: 42, origins: 1, dispute: null },
    ]);
  });

  it('is what most sources give, beside a slip of ten and a wild figure', () => {
    const set: Given[] = Array.from({ length: 40 }, (_, n): Given[] => [
      [`i${n}`, 'a', 1000 + n],
      [`i${n}`, 'b', 1000 + n],
      [`i${n}`, 'c', n % 4 === 0 ? 10 * (1000 + n) : 1000 + n],
      [`i${n}`, `d${n}`, n % 3 === 0 ? 17 + n : 1000 + n],
    ]).flat();
    for (const [n, answer] of answersOf(set).entries())
      expect(answer).toMatchObject({ value: 1000 + n, origins: 4, dispute: null });
  });

  it('goes by the source that the others bear out, where two stand against each other', () => {
    const known: Given[] = Array.from({ length: 30 }, (_, n): Given[] => [
      [`i${n}`, 'careful', 500 + 7 * n],
      [`i${n}`, `other ${n}`, 500 + 7 * n],
      [`i${n}`, 'careless', 900 + 31 * n],
    ]).flat();
    const [last] = answersOf([...known, ['last', 'careless', 800], ['last', 'careful', 620]]).slice(-1);
    expect(last).toMatchObject({ item: 'last', value: 620 });
  });

  it('names both sides of a dispute that nothing decides', () => {
    const quiet: Given[] = Array.from({ length: 30 }, (_, n): Given[] => [
      [`i${n}`, `s${n}`, 1000 + 10 * n],
      [`i${n}`, `t${n}`, 1000 + 10 * n + (n % 3)],
    ]).flat();
    const [answer] = answersOf([['x', 'a', 1020], ['x', 'b', 1270], ...quiet]);
    expect(answer?.dispute).toMatch(/^\d+ by [ab] stands against \d+ by [ab]\.$/);
    expect(answer!.low).toBeLessThanOrEqual(1020);
    expect(answer!.high).toBeGreaterThanOrEqual(1270);
  });
});

const rowsOf = fc.array(
  fc.tuple(
    fc.constantFrom('x', 'y', 'z'),
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(fc.integer({ min: -1000, max: 100_000 }), fc.double({ noNaN: true, min: -1e100, max: 1e100 })),
    fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  ),
  { minLength: 1, maxLength: 40 },
);

describe('every answer', () => {
  it('is a value that a source gives, between its low and its high', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        for (const { item, value, low, high, origins } of answersOf(rows as Given[])) {
          const given = rows.filter((row) => row[0] === item);
          expect(given.map((row) => row[2])).toContain(value);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(origins).toBe(new Set(given.map((row) => row[1])).size);
        }
      }),
    );
  });

  it('is the same again', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        expect(answersOf(rows as Given[])).toEqual(answersOf(rows as Given[]));
      }),
    );
  });
});

/** By the mean over seeds of the logarithm of the error: one set with one huge slip must not decide. */
describe('on generated sets with known truth', () => {
  it.each(Object.entries({ mild: MILD, sparse: SPARSE, rough: ROUGH, dense: { ...DENSE, items: 200 } }))(
    'errs less than mean, median, voting, TruthFinder and CRH: %s',
    (_, shape) => {
      const errors = new Map<string, number>();
      const add = (method: string, error: number): void => {
        errors.set(method, (errors.get(method) ?? 0) + Math.log(error));
      };
      for (const seed of [21, 22, 23, 24]) {
        const { rows, truth } = truthWorld(shape, seed);
        const table = tableOf(rows.map(({ item, source, value, time }) => [item, source, value, time]));
        const error = (values: ArrayLike<number>): number =>
          table.items.reduce((sum, item, n) => sum + Math.abs(values[n]! - truth.get(item)!), 0);
        const found = [...truthAnswers(table, truthModel(table))];
        add('Tallyman', error(found.map(({ value }) => value)));
        for (const [method, estimate] of Object.entries(BASELINES)) add(method, error(estimate(table)));
        const inside = found.filter(
          ({ item, low, high }) => low <= truth.get(item)! && truth.get(item)! <= high,
        );
        expect(inside.length / found.length).toBeGreaterThan(0.8);
      }
      const best = [...errors].reduce((least, one) => (one[1] < least[1] ? one : least));
      expect(best[0]).toBe('Tallyman');
    },
  );
});
