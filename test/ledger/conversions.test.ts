import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { convert } from '../../src/ledger/conversions.js';
import { assessed, documents, statements, type Said } from './reconciling.js';
import { quantity } from './claims.js';
import { vocabulary } from './vocabulary.js';

const boxes = (doc: string, who: string, on: string, low: number | null, high: number | null): Said => ({
  doc,
  who,
  on,
  low,
  high,
});
const rounds = (doc: string, who: string, on: string, low: number | null, high: number | null): Said => ({
  doc,
  who,
  on,
  figure: quantity(low, high, { unit: 'round' }),
  more: { item: { class: 'artillery_shell', wording: 'shells' } },
});
const told = (...list: readonly Said[]) =>
  assessed(buildLedger({ documents, claims: statements(...list), vocabulary }).findings);
const on = (unit: string, ...list: readonly Said[]) =>
  told(...list).find(({ question }) => question.unit === unit)!.assessed;

describe('a conversion', () => {
  it('holds every product of a value and a factor, and keeps an open end open', () => {
    const number = fc.integer({ min: 1, max: 1e6 });
    const interval = fc
      .tuple(number, number)
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
    fc.assert(
      fc.property(
        interval,
        interval,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (range, factor, x, y) => {
          const within = ({ low, high }: { low: number; high: number }, share: number) =>
            low + (high - low) * share;
          const truth = within(range, x) * within(factor, y);
          const there = convert(range, factor);
          expect(truth).toBeGreaterThanOrEqual(there.low! * (1 - 1e-12));
          expect(truth).toBeLessThanOrEqual(there.high! * (1 + 1e-12));
          expect(convert({ low: range.low, high: null }, factor)).toEqual({ low: there.low, high: null });
          expect(convert({ low: null, high: range.high }, factor)).toEqual({ low: null, high: there.high });
        },
      ),
    );
  });

  it('stands beside the finding, and leaves its own range alone', () => {
    const [one] = told(boxes('d1', 'White House', '2024-02-01', 1000, null));
    expect(one?.range).toMatchObject({ low: 1000, high: null });
    expect(one?.assessed.converted).toContainEqual({
      assumption: 'container-152mm',
      unit: 'round',
      low: 250_000,
      high: null,
      against: [],
    });
  });

  it('sets findings of one flow in two units side by side', () => {
    const verdict = (low: number | null, high: number | null, date: string) =>
      on(
        'container',
        boxes('d1', 'White House', '2024-02-01', 1000, 1000),
        rounds('d4', 'NATO official', date, low, high),
      )
        .converted.find(({ assumption }) => assumption === 'container-152mm')
        ?.against.map((one) => one.verdict);
    expect(verdict(400_000, 400_000, '2024-02-02')).toEqual(['consistent']);
    expect(verdict(900_000, 900_000, '2024-05-20')).toEqual(['growth']);
    expect(verdict(100, 200, '2024-05-20')).toEqual(['inconsistent']);
  });

  it('compares nothing between other parties', () => {
    const other = rounds('d4', 'NATO official', '2024-02-02', 400_000, 400_000);
    const [away] = told(boxes('d1', 'White House', '2024-02-01', 1000, 1000), {
      ...other,
      more: { ...other.more, supplier: 'UA' },
    }).filter(({ question }) => question.unit === 'container');
    for (const { against } of away!.assessed.converted) expect(against).toEqual([]);
  });
});

describe('a figure that another gives by a known factor', () => {
  const source = boxes('d1', 'White House', '2024-02-01', 6700, 6700);

  it('is listed with the factor, and keeps its origin', () => {
    const list = [source, rounds('d2', 'Delta Survey', '2024-02-05', 3_000_000, null)];
    expect(on('round', ...list).derivations).toMatchObject([
      { claim: 0, assumption: 'container-152mm', factor: 450, from: { claimant: 'White House' } },
    ]);
    const rest = told(...list).find(({ question }) => question.unit === 'round');
    expect(rest).toMatchObject({ origins: 1, claims: [{ derived_from: null, origin: 'Delta Survey' }] });
  });

  it('is none of an earlier figure, of the claimant’s own, or where the product is another', () => {
    const none = (said: Said) => expect(on('round', source, said).derivations).toEqual([]);
    none(rounds('d2', 'Delta Survey', '2024-01-05', 3_000_000, null));
    none(rounds('d2', 'White House', '2024-02-05', 3_000_000, null));
    none(rounds('d2', 'Delta Survey', '2024-02-05', 2_000_000, null));
  });

  it('is no question where the text itself says that it is arithmetic', () => {
    const given = rounds('d1', 'Delta Survey', '2024-02-05', 3_000_000, null);
    const list = [source, { ...given, more: { ...given.more, relation: { type: 'given', claim: 0 } } }];
    expect(on('round', ...list).derivations).toEqual([]);
  });
});
