import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClaims, quantity } from './claims.js';
import { documents, finding, findingsOf, type Said } from './reconciling.js';

const US: Said = { who: 'White House', on: '2024-02-01', doc: 'd1' };
const NATO: Said = { who: 'NATO official', on: '2024-02-03', doc: 'd2' };
const UA: Said = { who: 'Ukrainian Defence Ministry', on: '2024-02-02', doc: 'd1' };
const bounds = (...list: readonly Said[]) => {
  const { range, dispute, origins } = finding(...list);
  return [range?.low ?? null, range?.high ?? null, dispute !== null, origins];
};

describe('the range of a finding', () => {
  it('is what all of its claims allow', () => {
    expect(
      bounds(
        { ...US, low: 100, high: null },
        { ...NATO, low: null, high: 300 },
        { ...UA, low: 150, high: 500 },
      ),
    ).toEqual([150, 300, false, 3]);
  });

  it('reads "about" as a tenth more or less, and a vague word by its table', () => {
    expect(bounds({ ...US, figure: quantity(100, 100, { qualifier: 'about' }) })).toEqual([
      90,
      expect.closeTo(110),
      false,
      1,
    ]);
    expect(
      bounds({ ...US, figure: quantity(null, null, { vague: true, wording: 'dozens of boxes' }) }),
    ).toEqual([24, 99, false, 1]);
  });

  it('holds both sides of a dispute and says so in one sentence with figures and dates', () => {
    const { range, dispute } = finding({ ...US, low: 100, high: 120 }, { ...NATO, low: 200, high: 220 });
    expect(range).toMatchObject({ low: 100, high: 220, as_of: '2024-02-03' });
    expect(dispute).toBe(
      '200 to 220 by NATO official (2024-02-03) stands against 100 to 120 by White House (2024-02-01).',
    );
  });

  it('takes no bound from what is planned, possible, alleged, derived or superseded', () => {
    expect(
      bounds(
        { ...US, low: 100, high: 100 },
        { ...NATO, low: 900, high: 900, more: { modality: 'planned' } },
        { ...UA, low: 800, high: 800, more: { modality: 'alleged' } },
      ),
    ).toEqual([100, 100, false, 1]);
    expect(
      bounds(
        { ...US, low: 100, high: 100 },
        { ...UA, low: 50, high: 50, more: { relation: { type: 'given', claim: 0 } } },
      ),
    ).toEqual([100, 100, false, 1]);
    expect(
      bounds({ ...US, low: 100, high: 100 }, { ...US, doc: 'd3', on: '2024-02-28', low: 130, high: 130 }),
    ).toEqual([130, 130, false, 1]);
  });

  it('takes alternatives of one claimant as one figure', () => {
    const or = (claim: number) => ({ more: { relation: { type: 'alternative_to', claim } } });
    expect(
      bounds({ ...US, low: 900, high: null, ...or(1) }, { ...US, low: 150, high: null, ...or(0) }),
    ).toEqual([150, null, false, 1]);
  });

  it('takes a low and no high from a part', () => {
    const [year, month] = [
      { edtf: '2023', scope: 'period' },
      { edtf: '2023-01', scope: 'period' },
    ];
    expect(
      bounds({ ...US, low: 10, high: 10, when: month }, { ...NATO, low: null, high: 90, when: year }),
    ).toEqual([10, 90, false, 2]);
  });

  it('is none without a qualifying figure', () => {
    expect(finding({ ...US }, { ...NATO, low: 5, high: 5, more: { modality: 'possible' } }).range).toBeNull();
  });

  it('never puts its low above its high, and leads with a claim of its own', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        for (const { range, claims: members, origins, denied_by } of findingsOf(claims, documents)) {
          expect(origins + denied_by.length).toBeLessThanOrEqual(members.length);
          if (range === null) continue;
          expect(range.low ?? -Infinity).toBeLessThanOrEqual(range.high ?? Infinity);
          expect(members[range.leading]?.echo_of).toBeNull();
        }
      }),
    );
  });
});
