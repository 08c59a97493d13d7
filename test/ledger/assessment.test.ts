import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, yardstickFor } from '../../src/ledger/assessment.js';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { LETTERS, loadLedgerTables, type LedgerTables, type Letter } from '../../src/model/ledger-tables.js';
import type { KeptFinding } from '../../src/model/finding.js';
import { anyClaims, facts } from './claims.js';
import { assessed, documents, finding, statements, type Said } from './reconciling.js';
import { vocabulary } from './vocabulary.js';

const US: Said = { who: 'White House', on: '2024-02-01', doc: 'd1', low: 4000, high: null };
const UA: Said = { who: 'Ukrainian Defence Ministry', on: '2024-02-02', doc: 'd2', low: 3500, high: null };
const DELTA: Said = { who: 'Delta Survey', on: '2024-02-03', doc: 'd1', low: 4100, high: 4500 };
const NATO: Said = { who: 'NATO official', on: '2024-02-03', doc: 'd2', low: 3900, high: null };
const MOSCOW: Said = { who: 'Moscow', on: '2024-02-05', doc: 'd2', more: { polarity: 'denied' } };

const tables = loadLedgerTables();
const ledger = (list: readonly Said[], of = documents, by: LedgerTables = tables): readonly KeptFinding[] =>
  buildLedger({ documents: of, claims: statements(...list), vocabulary, tables: by }).findings;
const standingOf = (list: readonly Said[], standard?: string) => {
  const [only] = assessed(ledger(list), standard);
  return only!.assessed.assessment;
};
const gradesOf = (...list: readonly Said[]) =>
  finding(...list).claims.map(({ grade }) => (grade === null ? null : `${grade.source}${grade.credibility}`));

describe('a standard', () => {
  it('takes two independent origins for a finding, and says whose word it rests on', () => {
    expect(standingOf([US, NATO])).toMatchObject({
      standing: 'finding',
      counts: [0, 1],
      why: 'two independent origins of reliability D or better: North Atlantic Treaty Organization, US',
    });
  });

  it('leaves one origin reported however often it says so, and says what is missing', () => {
    expect(standingOf([US, { ...US, doc: 'd3', on: '2024-03-01', low: 5000 }])).toMatchObject({
      standing: 'reported',
      why: expect.stringMatching(/^one origin: US; for a finding it takes two .* \(there is 1\)$/) as string,
    });
  });

  it('takes what could be, is planned or is alleged for no support', () => {
    for (const modality of ['possible', 'planned', 'alleged'])
      expect(standingOf([{ ...US, more: { modality } }]).standing).toBe('alleged');
    expect(standingOf([MOSCOW])).toMatchObject({ standing: 'alleged', likelihood: null, confidence: null });
  });

  it('may ask for an official assessment with physical evidence', () => {
    const shown = [{ ...facts('d1', '2024-02-03'), evidence: [{ kind: 'imagery', span: [0, 5] } as const] }];
    expect(standingOf([US], 'official-plus-physical').standing).toBe('reported');
    const [with_] = assessed(ledger([US], shown), 'official-plus-physical');
    expect(with_?.assessed.assessment).toMatchObject({ standing: 'finding', counts: [0] });
    // A research group shows imagery too, but is no official body.
    const [research] = assessed(ledger([{ ...US, who: 'Delta Survey' }], shown), 'official-plus-physical');
    expect(research?.assessed.assessment.standing).toBe('reported');
  });

  it('never lowers a standing where an origin becomes more reliable', () => {
    const rank = { finding: 0, reported: 1, alleged: 2 };
    fc.assert(
      fc.property(
        anyClaims,
        fc.constantFrom('US', 'UA', 'KP', 'Delta Survey', 'Publisher of d1'),
        fc.constantFrom<Letter>('A', 'B', 'C', 'D', 'E'),
        fc.constantFrom(...tables.standards.map(({ name }) => name)),
        (claims, name, letter, standard) => {
          const graded = (worst: Letter): LedgerTables => ({
            ...tables,
            sources: {
              ...tables.sources,
              named: [{ name, letter: worst, why: 'record', by: 'A. Analyst', since: '2024-01-01' }],
            },
          });
          const worse = LETTERS[LETTERS.indexOf(letter) + 1]!;
          const standings = (by: LedgerTables) => {
            const { findings } = buildLedger({ documents, claims, vocabulary, tables: by });
            const yardstick = yardstickFor(findings, by, standard);
            return findings.map((one) => rank[assess(one, yardstick).assessment.standing]);
          };
          const [before, after] = [standings(graded(worse)), standings(graded(letter))];
          after.forEach((level, at) => expect(level).toBeLessThanOrEqual(before[at]!));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('Admiralty grades', () => {
  it('start from the sort of source, and move by how it stands to what it says', () => {
    expect(finding(US).claims[0]?.grade?.source_why).toBe('B: an official body of a state');
    const wordOf = (said: Said) => finding(said).claims[0]?.grade?.source_why;
    expect(wordOf({ ...US, who: 'US officials', more: anonymous('US officials') })).toMatch(
      /^C: an official body of a state, lowered as it is not named$/,
    );
    expect(wordOf(MOSCOW)).toMatch(/^D: .* lowered as it speaks for itself against a charge$/);
    expect(wordOf({ ...US, who: 'Moscow' })).toMatch(/^B: .* raised as it speaks of its own act$/);
    expect(wordOf(UA)).toMatch(/^C: .* lowered as it is at war with a party to the matter$/);
    expect(wordOf(DELTA)).toBe('C: a research body');
    expect(wordOf({ ...US, who: 'Nobody Known' })).toMatch(/^F: /);
  });

  it('number a claim by what other origins say', () => {
    expect(gradesOf(US, NATO)).toEqual(['B1', 'B1']);
    expect(gradesOf(US)).toEqual(['B2']);
    expect(gradesOf(DELTA)).toEqual(['C3']);
    expect(gradesOf({ ...US, who: 'Nobody Known' })).toEqual(['F6']);
    expect(gradesOf({ ...US, low: 4000, high: 4000 }, { ...NATO, low: 9000, high: 9000 })).toEqual([
      'B4',
      'B4',
    ]);
    expect(gradesOf({ ...US, more: { modality: 'planned' } })).toEqual(['B6']);
  });

  it('take nothing off for the denial of those whose own act it would be, and something for another’s', () => {
    expect(gradesOf(US, NATO, MOSCOW)).toEqual(['B1', 'B1', 'D5']);
    expect(gradesOf(US, NATO, { ...MOSCOW, who: 'Delta Survey' })).toEqual(['B3', 'B3', 'C5']);
  });

  it('leave echoes ungraded', () => {
    expect(gradesOf(US, { ...US, doc: 'd2' })).toEqual(['B2', null]);
  });

  it('put the best graded claim in the lead, then the newest', () => {
    const leader = (...list: Said[]) => {
      const { claims, range } = finding(...list);
      return claims[range!.leading]?.claimant;
    };
    expect(leader(US, { ...DELTA, on: '2024-02-10' })).toBe('White House');
    expect(leader(US, NATO)).toBe('NATO official');
  });

  it('are total and the same whatever the order of arrival', () => {
    fc.assert(
      fc.property(
        anyClaims.chain((claims) =>
          fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
        ),
        ([claims, shuffled]) => {
          const graded = (list: typeof claims) =>
            assessed(buildLedger({ documents, claims: list, vocabulary }).findings).map(
              (one) => one.assessed,
            );
          expect(graded(shuffled)).toEqual(graded(claims));
          for (const one of assessed(buildLedger({ documents, claims, vocabulary }).findings))
            one.claims.forEach(({ echo_of }, at) =>
              expect(one.assessed.grades[at] === null).toBe(echo_of !== null),
            );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a conclusion', () => {
  it('gives likelihood and confidence apart, each with its reason', () => {
    expect(standingOf([US, NATO])).toMatchObject({
      likelihood: 'very likely',
      likelihood_why: expect.stringMatching(/; denied by none$/) as string,
      confidence: 'moderate',
    });
    expect(standingOf([{ ...US, who: 'Nobody Known' }])).toMatchObject({
      likelihood: null,
      confidence: 'low',
    });
  });

  it('is less sure where others deny, and less firm where figures are in dispute', () => {
    expect(standingOf([US, NATO, MOSCOW]).likelihood).toBe('very likely');
    expect(standingOf([US, NATO, { ...MOSCOW, who: 'Delta Survey' }]).likelihood).toBe('likely');
    expect(
      standingOf([
        { ...US, low: 4000, high: 4000 },
        { ...NATO, low: 9000, high: 9000 },
      ]),
    ).toMatchObject({ confidence: 'low', confidence_why: expect.stringContaining('in dispute') as string });
  });
});

const anonymous = (who: string) => ({
  attribution: [
    { who: 'Gazette', role: 'relay' },
    { who, role: 'claimant', anonymous: true, stated: '2024-02-01' },
  ],
});
