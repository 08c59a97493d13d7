import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClaims } from './claims.js';
import { documents, finding, findingsOf, relationsOf, type Said } from './reconciling.js';

const relation = (...list: readonly Said[]): string[] => relationsOf(finding(...list));
const why = (...list: readonly Said[]): string => finding(...list).pairs[0]?.why.split(':')[0] ?? '';
const US: Said = { who: 'White House', on: '2024-02-01', doc: 'd1' };
const NATO: Said = { who: 'NATO official', on: '2024-02-03', doc: 'd2' };
const since = (edtf: string) => ({ when: { edtf, scope: 'cumulative' } });
const during = (edtf: string) => ({ when: { edtf, scope: 'period' } });
const denied = { more: { polarity: 'denied', item: null } };

describe('every pair', () => {
  it('has exactly one relation, with its reason, and echoes have none', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        for (const { claims: members, pairs } of findingsOf(claims, documents)) {
          const own = members.flatMap(({ echo_of }, position) => (echo_of === null ? [position] : []));
          const seen = pairs.map(({ a, b }) => [Math.min(a, b), Math.max(a, b)].join(' ')).sort();
          const expected = own.flatMap((a, n) => own.slice(n + 1).map((b) => `${a} ${b}`)).sort();
          expect(seen).toEqual(expected);
          for (const { why: reason } of pairs) expect(reason).not.toBe('');
        }
      }),
    );
  });
});

describe('a denial', () => {
  it('contradicts what was said before it, and nothing that is told after it of a later day', () => {
    const denial: Said = { who: 'Government of Russia', on: '2024-02-02', doc: 'd1', ...denied };
    expect(relation({ ...US, low: 10, high: 10 }, denial)).toEqual(['d1:1 contradicts d1:0']);
    expect(relation(denial, { ...NATO, low: 10, high: 10 })).toEqual(['d1:0 not-comparable d2:0']);
    expect(why(denial, { ...NATO, low: 10, high: 10 })).toBe('figure');
  });

  it('with a window of its own contradicts only what lies inside it', () => {
    const denial: Said = { who: 'Government of Russia', on: '2024-02-02', ...denied, ...during('2023') };
    expect(relation(denial, { ...NATO, low: 5, high: 5, ...during('2023-03/2023-04') })).toEqual([
      'd1:0 contradicts d2:0',
    ]);
    expect(relation(denial, { ...NATO, low: 5, high: 5, ...during('2023-12/2024-01') })).toEqual([
      'd1:0 not-comparable d2:0',
    ]);
  });

  it('agrees with another, and is no answer to a plan', () => {
    const second = { who: 'Government of Ukraine', on: '2024-02-02', ...denied };
    const first = { who: 'Kremlin', on: '2024-02-01', ...denied };
    expect(relation(first, second)).toEqual(['d1:0 agrees d1:1']);
    expect(why({ ...NATO, low: 5, high: 5, more: { modality: 'planned' } }, { ...US, ...denied })).toBe(
      'modality',
    );
  });
});

describe('not comparable', () => {
  it.each([
    ['modality', { ...US, low: 5, high: 5, more: { modality: 'possible' } }, { ...NATO, low: 5, high: 5 }],
    ['figure', { ...US }, { ...NATO, low: 5, high: 5 }],
    [
      'window',
      { ...US, low: 5, high: 5, ...during('2023-01/2023-03') },
      { ...NATO, low: 5, high: 5, ...during('2023-05/2023-06') },
    ],
    [
      'window',
      { ...US, low: 5, high: 5, ...during('2023-01/2023-05') },
      { ...NATO, low: 5, high: 5, ...during('2023-03/2023-09') },
    ],
    [
      'alternative',
      { ...US, low: 5, high: 5, more: { relation: { type: 'alternative_to', claim: 1 } } },
      { ...US, low: 6, high: 6 },
    ],
    [
      'place',
      { ...US, low: 5, high: 5, more: { kind: 'deployment', place: 'Rajin' } },
      { ...NATO, low: 5, high: 5, more: { kind: 'deployment', place: 'Kharkiv' } },
    ],
  ] as [string, Said, Said][])('for its %s', (reason, one, other) => {
    expect(finding(one, other).pairs[0]?.relation).toBe('not-comparable');
    expect(why(one, other)).toBe(reason);
  });
});

describe('running totals', () => {
  it('of one origin supersede each other, unless one falls without a word of revision', () => {
    const first: Said = { ...US, low: 100, high: 100, ...since('2023-09/2024-02-01') };
    const then = { ...US, on: '2024-05-30', doc: 'd4', ...since('2023-09/2024-05-30') };
    expect(relation(first, { ...then, low: 150, high: 150 })).toEqual(['d4:0 supersedes d1:0']);
    expect(relation(first, { ...then, low: 50, high: 50 })).toEqual(['d4:0 contradicts d1:0']);
    expect(
      relation(first, { ...then, low: 50, high: 50, more: { relation: { type: 'revises', claim: null } } }),
    ).toEqual(['d4:0 supersedes d1:0']);
  });

  it('of two origins agree where the later can reach the earlier', () => {
    const first: Said = { ...US, low: 100, high: 100, ...since('2023-09/2024-02-01') };
    const then = { ...NATO, on: '2024-05-30', doc: 'd4', ...since('2023-09/2024-05-30') };
    expect(relation(first, { ...then, low: 150, high: 150 })).toEqual(['d4:0 agrees d1:0']);
    expect(relation(first, { ...then, low: 40, high: 60 })).toEqual(['d4:0 contradicts d1:0']);
  });

  it('with an open start begin with the flow', () => {
    expect(
      relation(
        { ...US, low: 100, high: 100, ...since('2023-09/2024-02-01') },
        { ...NATO, low: 90, high: 110 },
      ),
    ).toEqual(['d1:0 refines d2:0']);
  });
});

describe('the same window', () => {
  it('refines, agrees or contradicts by its intervals, and ends a month apart are one end', () => {
    const [one, other] = [since('2023-09/2024-02-01'), since('2023-09/2024-02-03')];
    expect(relation({ ...US, low: 10, high: 12, ...one }, { ...NATO, low: 5, high: 20, ...other })).toEqual([
      'd1:0 refines d2:0',
    ]);
    expect(relation({ ...US, low: 5, high: 20, ...one }, { ...NATO, low: 10, high: 12, ...other })).toEqual([
      'd2:0 refines d1:0',
    ]);
    expect(relation({ ...US, low: 5, high: 12, ...one }, { ...NATO, low: 10, high: 20, ...other })).toEqual([
      'd1:0 agrees d2:0',
    ]);
    expect(relation({ ...US, low: 5, high: 6, ...one }, { ...NATO, low: 10, high: 20, ...other })).toEqual([
      'd1:0 contradicts d2:0',
    ]);
  });
});

describe('a part', () => {
  it('lies inside a longer time, and cannot exceed its whole', () => {
    const whole: Said = { ...NATO, low: 100, high: 100, ...during('2023') };
    expect(relation({ ...US, low: 10, high: 10, ...during('2023-03') }, whole)).toEqual([
      'd1:0 part-of d2:0',
    ]);
    expect(relation({ ...US, low: 200, high: 200, ...during('2023-03') }, whole)).toEqual([
      'd1:0 contradicts d2:0',
    ]);
  });

  it('is one where a claim says so, also by an echo of it', () => {
    const total: Said = { ...NATO, low: 100, high: 100 };
    const said = { more: { relation: { type: 'part_of', claim: 0 } } };
    expect(relation({ ...total, doc: 'd1' }, { ...US, low: 10, high: 10, ...said })).toEqual([
      'd1:1 part-of d1:0',
    ]);
    expect(
      relation(
        { ...US, low: 10, high: 10, ...since('2023-09/2024-02-01') },
        { ...total, ...since('2023-09/2024-02-03') },
        { ...US, doc: 'd2', low: 10, high: 10, more: { relation: { type: 'part_of', claim: 0 } } },
      ),
    ).toEqual(['d1:0 part-of d2:0']);
  });
});
