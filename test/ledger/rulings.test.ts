import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger, type Ledger } from '../../src/ledger/build-ledger.js';
import { rulingsOf } from '../../src/ledger/rulings.js';
import type { Claim } from '../../src/model/claim.js';
import { entityId, type EntityRef } from '../../src/model/entity.js';
import {
  ENTITY_VERDICTS,
  makeEntityJudgement,
  type EntityJudgement,
  type EntityVerdict,
} from '../../src/model/entity-judgement.js';
import { anyClaims, claim, facts, quantity } from './claims.js';
import { vocabulary } from './vocabulary.js';

const documents = [facts('d1', '2024-02-03'), facts('d2', '2024-02'), facts('d3', null, null)];

const ledgerOf = (claims: readonly Claim[], history: readonly EntityJudgement[] = []): Ledger =>
  buildLedger({ documents, claims, vocabulary, rulings: rulingsOf(history) });

let second = 0;
const judge = (
  verdict: EntityVerdict,
  entities: readonly EntityRef[],
  more: Partial<Omit<EntityJudgement, 'id'>> = {},
): EntityJudgement =>
  makeEntityJudgement({
    verdict,
    by: 'A. Analyst',
    why: 'compared the registers',
    at: new Date(Date.UTC(2025, 0, 1, 0, 0, (second += 1))).toISOString(),
    supersedes: null,
    entities,
    names: null,
    ...more,
  });
const undo = ({ id, entities, names }: EntityJudgement): EntityJudgement =>
  judge('undo', entities, { names, supersedes: id });

const party = (key: string): EntityRef => ({ sort: 'party', key });
const vessel = (key: string): EntityRef => ({ sort: 'vessel', key });

const said = (who: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  attribution: [{ who, role: 'claimant', stated: '2024-02-01' }],
  quantity: quantity(100, null),
  ...more,
});

describe('a merge', () => {
  const claims = [
    claim(said('White House', { supplier: 'Red Hills Front' }), 0),
    claim(said('Delta Survey', { supplier: 'Hill Fighters' }), 1),
  ];

  it('brings the questions of two parties together, and says so of the entity', () => {
    expect(ledgerOf(claims).findings).toHaveLength(2);
    const merge = judge('merge', [party('Red Hills Front'), party('Hill Fighters')]);
    const { findings, entities } = ledgerOf(claims, [merge]);
    expect(findings.map(({ question, origins }) => [question.supplier, origins])).toEqual([
      ['Red Hills Front', 2],
    ]);
    const front = entities.find(({ key }) => key === 'Red Hills Front');
    expect(front).toMatchObject({
      claims: 2,
      names: [
        { name: 'Hill Fighters', claims: 1 },
        { name: 'Red Hills Front', claims: 1 },
      ],
      merged: [entityId(party('Hill Fighters'))],
    });
    expect(entities.some(({ key }) => key === 'Hill Fighters')).toBe(false);
  });

  it('leads along a chain of merges, whatever their order', () => {
    const a = judge('merge', [party('Hill Fighters'), party('Peak Band')]);
    const b = judge('merge', [party('Red Hills Front'), party('Hill Fighters')]);
    const three = [...claims, claim(said('NATO', { supplier: 'Peak Band' }), 2)];
    for (const history of [
      [a, b],
      [b, a],
    ])
      expect(ledgerOf(three, history).findings.map(({ question }) => question.supplier)).toEqual([
        'Red Hills Front',
      ]);
  });

  it('makes one claimant of two, so that a later telling is an echo and no second origin', () => {
    const twice = [
      claim({ ...said('Delta Survey'), doc: 'd1' }, 0),
      claim({ ...said('Delta Watch'), doc: 'd2' }, 0),
    ];
    expect(ledgerOf(twice).findings[0]?.origins).toBe(2);
    const merge = judge('merge', [party('Delta Survey'), party('Delta Watch')]);
    const [finding] = ledgerOf(twice, [merge]).findings;
    expect(finding?.origins).toBe(1);
    expect(finding?.claims.filter(({ echo_of }) => echo_of !== null)).toHaveLength(1);
  });

  it('joins vessels in the questions of their voyages', () => {
    const route = (ship: string): object => ({
      mode: ['sea'],
      origin: 'Rajin',
      destination: 'Vostochny',
      via: [],
      vessel: ship,
    });
    const voyages = ['MV Gray Heron', 'Grey Heron'].map((ship, at) =>
      claim({ ...said('White House'), kind: 'movement', route: route(ship) }, at),
    );
    expect(new Set(ledgerOf(voyages).findings.map(({ question }) => question.vessel))).toEqual(
      new Set(['Gray Heron', 'Grey Heron']),
    );
    const merge = judge('merge', [vessel('Grey Heron'), vessel('Gray Heron')]);
    expect(new Set(ledgerOf(voyages, [merge]).findings.map(({ question }) => question.vessel))).toEqual(
      new Set(['Grey Heron']),
    );
  });
});

describe('a split', () => {
  it('has a name mean another entity than the vocabulary says', () => {
    const claims = [claim(said('White House', { supplier: 'RHF' }), 0)];
    const split = judge('split', [party('Red Hills Front'), party('Red Hat Fleet')], { names: ['RHF'] });
    expect(ledgerOf(claims).findings[0]?.question.supplier).toBe('Red Hills Front');
    expect(ledgerOf(claims, [split]).findings[0]?.question.supplier).toBe('Red Hat Fleet');
    const merge = judge('merge', [party('RU'), party('Red Hat Fleet')]);
    expect(ledgerOf(claims, [split, merge]).findings[0]?.question.supplier).toBe('RU');
  });
});

describe('origins', () => {
  const claims = [
    claim(said('White House'), 0),
    claim(said('U.S. officials', { doc: 'd2', quantity: quantity(200, null) }), 0),
    claim(said('Delta Survey', { doc: 'd3', quantity: quantity(300, null) }), 0),
  ];
  const originsOf = (history: readonly EntityJudgement[]): (string | null)[] =>
    ledgerOf(claims, history).findings.flatMap((finding) => finding.claims.map(({ origin }) => origin));

  it('are joined and split as analysts say', () => {
    expect(originsOf([])).toEqual(['US', 'US', 'Delta Survey']);
    expect(originsOf([judge('split-origin', [party('White House')])])).toEqual([
      'White House',
      'US',
      'Delta Survey',
    ]);
    expect(originsOf([judge('join-origins', [party('US'), party('Delta Survey')])])).toEqual([
      'US',
      'US',
      'US',
    ]);
  });
});

const ref: fc.Arbitrary<EntityRef> = fc.oneof(
  fc
    .constantFrom('KP', 'RU', 'Red Hills Front', 'White House', 'Delta Survey', 'Nobody', 'NATO official')
    .map(party),
  fc.constantFrom('Grey Heron', 'Nobody').map(vessel),
  fc.constantFrom('Kharkiv', 'Rajin').map((key): EntityRef => ({ sort: 'place', key })),
);
const anyJudgement = fc
  .record({
    verdict: fc.constantFrom(...ENTITY_VERDICTS.filter((verdict) => verdict !== 'undo')),
    a: ref,
    b: ref,
    name: fc.constantFrom('RHF', 'Washington', 'MV Grey Heron', 'Delta Survey', 'Kharkiv'),
  })
  .map(({ verdict, a, b, name }) =>
    judge(verdict, [a, { ...b, sort: a.sort }], { names: verdict === 'split' ? [name] : null }),
  );

describe('the law of undo', () => {
  it("any judgements, undone in any order, leave the machine's ledger byte for byte", () => {
    fc.assert(
      fc.property(
        anyClaims,
        fc.array(anyJudgement, { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (claims, judgements, order) => {
          const machine = JSON.stringify(ledgerOf(claims));
          const left = [...judgements];
          const history = [...judgements];
          while (left.length > 0)
            for (const taken of left.splice(order.next().value % left.length, 1)) history.push(undo(taken));
          expect(JSON.stringify(ledgerOf(claims, history))).toBe(machine);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('what is undone leaves the ledger of what is left, and no judgement loses a claim', () => {
    fc.assert(
      fc.property(
        anyClaims,
        fc.array(anyJudgement, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (claims, judgements, at) => {
          const taken = judgements[at % judgements.length]!;
          const rest = judgements.filter((each) => each !== taken);
          const ledger = ledgerOf(claims, [...judgements, undo(taken)]);
          expect(JSON.stringify(ledger)).toBe(JSON.stringify(ledgerOf(claims, rest)));
          const placed = new Set(
            ledger.findings.flatMap((finding) => finding.claims.map((each) => each.claim)),
          );
          expect(placed).toEqual(new Set(claims.map(({ id }) => id)));
        },
      ),
      { numRuns: 100 },
    );
  });
});
