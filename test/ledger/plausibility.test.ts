import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../src/ledger/distance.js';
import { evidenceBeside, evidenceIn } from '../../src/ledger/evidence.js';
import { loadLedgerTables } from '../../src/model/ledger-tables.js';
import type { Vocabulary } from '../../src/model/vocabulary.js';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { documents, statements, type Said } from './reconciling.js';
import { vocabulary } from './vocabulary.js';

/** The vocabulary of the tests with two ports whose position is known, and a ship whose capacity is. */
const charted: Vocabulary = {
  ...vocabulary,
  places: vocabulary.places.map((place) =>
    place.name === 'Rajin'
      ? { ...place, lat: 42.23, lon: 130.28 }
      : place.name === 'Vostochny'
        ? { ...place, lat: 42.73, lon: 133.08 }
        : place,
  ),
  vessels: vocabulary.vessels.map((vessel) => ({ ...vessel, type: 'general cargo ship', teu: 300 })),
};
const doubts = (...list: readonly Said[]) =>
  buildLedger({ documents, claims: statements(...list), vocabulary: charted }).findings.flatMap((one) =>
    one.doubts.map(({ rule, claims, why }) => ({ rule, claims, why })),
  );
const rules = (...list: readonly Said[]) => doubts(...list).map(({ rule }) => rule);
const US: Said = { who: 'White House', on: '2024-02-01', doc: 'd1' };
const route = (more: object = {}) => ({
  route: { mode: ['sea'], origin: 'Rajin', destination: 'Vostochny', via: [], vessel: null, ...more },
});

describe('a question of plausibility', () => {
  it('is raised by more a day than has been known', () => {
    const during = { edtf: '2024-01-01/2024-01-10', scope: 'period' };
    expect(rules({ ...US, low: 9000, high: null, when: during })).toEqual([]);
    expect(doubts({ ...US, low: 50_000, high: null, when: during })).toEqual([
      {
        rule: 'rate',
        claims: [0],
        why: expect.stringMatching(/^at least 5,000 a day over 10 days, above 1,000 a day \(.+\)$/) as string,
      },
    ]);
    expect(rules({ ...US, low: null, high: 50_000, when: during })).toEqual([]);
  });

  it('is raised by more on one voyage than the ship holds', () => {
    const laden = (low: number, scope: string): Said => ({
      ...US,
      low,
      high: low,
      when: { edtf: '2024-01-10', scope },
      more: route({ vessel: 'Grey Heron' }),
    });
    expect(rules(laden(300, 'point'))).toEqual([]);
    expect(doubts(laden(301, 'point'))[0]?.why).toContain('Grey Heron, which holds at most 300');
    expect(rules(laden(900, 'cumulative'))).toEqual([]);
  });

  it('is raised by what is told as past before it was, and not by a year that is not over', () => {
    expect(rules({ ...US, low: 5, high: 5, when: { edtf: '2024-03', scope: 'period' } })).toEqual([
      'calendar',
    ]);
    expect(
      rules({ ...US, low: 5, high: 5, when: { edtf: '2024-01-02/2024-02-20', scope: 'period' } }),
    ).toEqual(['calendar']);
    expect(rules({ ...US, low: 5, high: 5, when: { edtf: '2024', scope: 'period' } })).toEqual([]);
    expect(
      rules({
        ...US,
        low: 5,
        high: 5,
        when: { edtf: '2024-03', scope: 'period' },
        more: { modality: 'planned' },
      }),
    ).toEqual([]);
  });

  it('is raised by a statement that is younger than its page', () => {
    expect(rules({ ...US, on: '2024-02-09', low: 5, high: 5 })).toEqual(['calendar']);
  });

  it('is raised by a voyage that is faster than such ships', () => {
    const fast = greatCircle({ lat: 42.23, lon: 130.28 }, { lat: 42.73, lon: 133.08 });
    expect(fast).toBeGreaterThan(120);
    expect(fast).toBeLessThan(135);
    const voyage = (edtf: string, more = route()): Said => ({
      ...US,
      low: 5,
      high: 5,
      when: { edtf, scope: 'period' },
      more: { kind: 'movement', ...more },
    });
    expect(rules(voyage('2024-01-10/2024-01-10'))).toEqual([]);
    const far: Vocabulary = {
      ...charted,
      places: charted.places.map((place) =>
        place.name === 'Vostochny' ? { ...place, lat: -33.9, lon: 18.4 } : place,
      ),
    };
    const [told] = buildLedger({
      documents,
      claims: statements(voyage('2024-01-10/2024-01-12')),
      vocabulary: far,
    }).findings;
    expect(told?.doubts).toMatchObject([{ rule: 'distance', claims: [0] }]);
  });

  it('deletes nothing and changes no range', () => {
    const during = { edtf: '2024-01-01/2024-01-10', scope: 'period' };
    const [told] = buildLedger({
      documents,
      claims: statements({ ...US, low: 5e9, high: null, when: during }),
      vocabulary: charted,
    }).findings;
    expect(told).toMatchObject({ range: { low: 5e9 }, origins: 1 });
  });
});

describe('evidence beside a claim', () => {
  const words = loadLedgerTables().evidence;
  const kinds = (text: string) => evidenceBeside([0, text.length], evidenceIn(text, words));

  it('is what its words name, but for what they say there is none of', () => {
    expect(kinds('Satellite  pictures of the quay show crates, the ministry said.')).toEqual(['imagery']);
    expect(kinds('Serial numbers on the debris match; port calls fit.')).toEqual(['debris', 'tracking']);
    expect(kinds('It showed no satellite images.')).toEqual([]);
    expect(kinds('There was no doubt left. Satellite images were shown.')).toEqual(['imagery']);
    expect(kinds('The disaster relief was praised.')).toEqual([]);
  });

  it('counts within the claim’s own words alone', () => {
    const text = 'Crates went east. Satellite images show a fair.';
    expect(evidenceBeside([0, 17], evidenceIn(text, words))).toEqual([]);
  });
});
