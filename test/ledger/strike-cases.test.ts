import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { nameIndex } from '../../src/ledger/names.js';
import { strikeCases } from '../../src/ledger/strike-cases.js';
import type { Claim } from '../../src/model/claim.js';
import { strikeCaseSchema, type StrikeCase } from '../../src/model/strike-case.js';
import { anyClaims, claim, facts, quantity } from './claims.js';
import { vocabulary } from './vocabulary.js';

const documents = [
  facts('d1', '2024-01-03'),
  facts('d2', '2024-01-20'),
  facts('d3', '2024-03-01'),
  facts('d4', null, null),
];
const names = nameIndex(vocabulary);

function casesOf(claims: readonly Claim[]): StrikeCase[] {
  const { findings } = buildLedger({ documents, claims, vocabulary });
  const byId = new Map(claims.map((one) => [one.id, one]));
  return strikeCases(
    { findings, claims: byId, documents: new Map(documents.map((one) => [one.id, one])) },
    names,
  );
}

const missile = { class: 'ballistic_missile', wording: 'a North Korean missile' };

/** A statement on the strike on Kharkiv of 2 January 2024, as short as a test can say it. */
function strike(doc: string, who: string | null, stated: string | null, more: object = {}, index = 0): Claim {
  return claim(
    {
      doc,
      span: [index * 20, index * 20 + 10],
      kind: 'use',
      attribution: [
        ...(who === null ? [] : [{ who: 'Gazette', role: 'relay' }]),
        { who, role: 'claimant', stated },
      ],
      supplier: null,
      recipient: null,
      actor: 'RU',
      target: 'UA',
      place: 'Kharkiv',
      item: missile,
      when: { edtf: '2024-01-02', scope: 'point' },
      ...more,
    },
    index,
  );
}
const transfer = (more: object = {}): Claim =>
  claim(
    {
      doc: 'd3',
      attribution: [{ who: 'White House', role: 'claimant', stated: '2023-12-01' }],
      item: { class: 'ballistic_missile', wording: 'missiles' },
      ...more,
    },
    5,
  );
const LATER = [{ who: 'White House', role: 'claimant', stated: '2024-06-01' }];
const only = (claims: readonly Claim[]): StrikeCase => {
  const [first, ...others] = casesOf(claims);
  expect(others).toEqual([]);
  return first!;
};

describe('a strike case', () => {
  it('gathers what is told of one day and place, whatever the goods, the unit and the page', () => {
    const told = only([
      strike('d1', 'White House', '2024-01-02'),
      strike('d2', 'Delta Survey', '2024-01-19', {
        item: { class: 'component', wording: 'parts' },
        quantity: quantity(290, null, { unit: 'item' }),
      }),
      strike('d3', 'Olena Marchuk', '2024-03-01', {
        place: 'Kharkiv region',
        when: { edtf: '2024-01', scope: 'point' },
      }),
    ]);
    expect(told).toMatchObject({ date: '2024-01-02', place: 'Kharkiv', target: 'UA', status: 'recorded' });
    expect(told.weapons.map(({ item, make }) => [item, make])).toEqual([
      ['ballistic_missile', ['KP']],
      ['component', []],
    ]);
    expect(told.used_by).toMatchObject([{ actor: 'RU' }]);
    expect(told.counts).toMatchObject([{ item: 'component', low: 290, high: null }]);
    expect(told.claims).toHaveLength(3);
  });

  it('keeps two days, two places and two states apart, and makes none of a total', () => {
    const cases = casesOf([
      strike('d1', 'White House', '2024-01-02'),
      strike('d1', 'White House', '2024-01-02', { when: { edtf: '2024-01-05', scope: 'point' } }, 1),
      strike('d1', 'White House', '2024-01-02', { place: 'Rajin', target: null }, 2),
      strike('d1', 'White House', '2024-01-02', { when: { edtf: '../2024-01', scope: 'cumulative' } }, 3),
    ]);
    expect(cases.map(({ date, place, target }) => `${date} ${place} ${target}`).sort()).toEqual([
      '2024-01-02 Kharkiv UA',
      '2024-01-02 Rajin KP',
      '2024-01-05 Kharkiv UA',
    ]);
  });

  it('is one where a claim names the state hit and another does not', () => {
    const elsewhere = { place: 'Nowhere in the vocabulary' };
    const told = only([
      strike('d1', 'White House', '2024-01-02', elsewhere),
      strike('d2', 'Delta Survey', '2024-01-19', { ...elsewhere, target: null }),
    ]);
    expect([told.target, told.claims.length]).toEqual(['UA', 2]);
  });

  it('has an id of the question alone', () => {
    const one = only([strike('d1', 'White House', '2024-01-02')]);
    const more = only([
      strike('d1', 'White House', '2024-01-02'),
      strike('d2', 'Delta Survey', '2024-01-19'),
    ]);
    expect(more.id).toBe(one.id);
  });

  it('tells the casualties of the same event, and none of another', () => {
    const hit = (edtf: string, index: number): Claim =>
      strike(
        'd2',
        'Olena Marchuk',
        '2024-01-19',
        {
          kind: 'casualty',
          actor: null,
          item: null,
          outcome: 'killed',
          quantity: quantity(2, 2, { unit: 'person' }),
          when: { edtf, scope: 'point' },
        },
        index,
      );
    const told = casesOf([
      strike('d1', 'White House', '2024-01-02'),
      hit('2024-01-02', 0),
      hit('2024-02-02', 1),
    ]);
    expect(told.map(({ casualties }) => casualties.map(({ outcome, low }) => [outcome, low]))).toEqual([
      [['killed', 2]],
    ]);
  });
});

describe('the status of a strike', () => {
  it('rises with an inquiry and a confirmation by an authority, step by step', () => {
    const { status, steps } = only([
      strike('d1', 'Delta Survey', '2024-01-03'),
      strike('d2', 'Olena Marchuk', '2024-01-10', { modality: 'investigated' }),
      strike('d3', 'Ministry of Defence (Ukraine)', '2024-02-20', { modality: 'confirmed' }),
    ]);
    expect(steps.map((step) => [step.date, step.status, step.authority, step.origin])).toEqual([
      ['2024-01-03', 'recorded', 'Delta Survey', 'Delta Survey'],
      ['2024-01-10', 'under-investigation', 'Olena Marchuk', 'UA'],
      ['2024-02-20', 'officially-confirmed', 'Ministry of Defence (Ukraine)', 'UA'],
    ]);
    expect(status).toBe('officially-confirmed');
  });

  it('is not raised by a study that confirms, but by a page that says it was confirmed', () => {
    const confirmed = { modality: 'confirmed' };
    expect(only([strike('d1', 'Delta Survey', '2024-01-03', confirmed)]).status).toBe('recorded');
    expect(only([strike('d1', null, null, confirmed)]).status).toBe('officially-confirmed');
  });

  it('is disputed while a denial is the last word of its origin', () => {
    const affirmed = strike('d1', 'White House', '2024-01-02', { modality: 'confirmed' });
    const denied = strike('d2', 'Kremlin', '2024-01-05', { polarity: 'denied' });
    const admitted = strike('d3', 'Kremlin', '2024-02-20', { modality: 'confirmed' });
    expect(only([affirmed, denied]).status).toBe('disputed');
    expect(only([affirmed, denied, admitted]).status).toBe('officially-confirmed');
  });

  it('has no step for a repetition, which is a claim of the case all the same', () => {
    const { steps, claims } = only([
      strike('d1', 'White House', '2024-01-02'),
      strike('d2', 'White House', '2024-01-02'),
    ]);
    expect([steps.length, claims.length]).toEqual([1, 2]);
  });
});

describe('the link of a weapon to a transfer', () => {
  it('is an inference where goods, maker and user fit and the transfer began before, and says so', () => {
    const { links } = only([strike('d1', 'Delta Survey', '2024-01-03'), transfer()]);
    expect(links).toMatchObject([{ basis: 'inferred', supplier: 'KP', recipient: 'RU' }]);
    expect(links[0]?.grounds).toEqual([
      'the same goods: ballistic missile',
      'received by the one said to have used them: Russia',
      'known to have begun by 2023-12-01, before the strike',
      'from the state whose make the weapon is said to be: North Korea',
    ]);
  });

  it.each([
    ['another class of goods', { item: { class: 'container', wording: 'boxes' } }],
    ['another receiver', { recipient: 'Red Hills Front' }],
    ['another maker', { supplier: 'US' }],
    ['a transfer that began later', { when: { edtf: '2024-02/2024-03', scope: 'period' } }],
    ['a transfer of some day of that year', { attribution: LATER, when: { edtf: '2024', scope: 'period' } }],
    ['a plan', { modality: 'planned' }],
    ['a denial', { polarity: 'denied' }],
  ])('is none by %s', (_, more) => {
    expect(only([strike('d1', 'Delta Survey', '2024-01-03'), transfer(more)]).links).toEqual([]);
  });

  it('is none by another model, and one by the same', () => {
    const model = (name: string) => ({ item: { ...missile, model: name } });
    const linked = (one: string, other: string): number =>
      only([
        strike('d1', 'Delta Survey', '2024-01-03', model(one)),
        transfer({ item: { class: 'ballistic_missile', wording: 'missiles', model: other } }),
      ]).links.length;
    expect([linked('KN-23', 'KN-23'), linked('KN-23', 'KN-24')]).toEqual([1, 0]);
  });

  it('is stated where the claim names the supplier, or its sentence tells the transfer; then none is inferred', () => {
    const supplied = strike('d1', 'Delta Survey', '2024-01-03', { supplier: 'KP' });
    expect(only([supplied, transfer()]).links).toMatchObject([
      { basis: 'stated', supplier: 'KP', recipient: 'RU', claims: [supplied.id] },
    ]);
    const inOneSentence = claim({ doc: 'd1', span: [0, 10], item: missile }, 1);
    const { links } = only([strike('d1', 'Delta Survey', '2024-01-03'), inOneSentence]);
    expect(links.map(({ basis }) => basis)).toEqual(['stated']);
  });
});

it('has every dated use in one case, in the published form, whatever the order', () => {
  fc.assert(
    fc.property(
      anyClaims.chain((claims) =>
        fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
      ),
      ([claims, shuffled]) => {
        const cases = casesOf(claims);
        for (const one of cases) expect(strikeCaseSchema.parse(one)).toEqual(one);
        const listed = cases.flatMap((one) => one.claims);
        expect(new Set(listed).size).toBe(listed.length);
        const dated = claims.filter(
          ({ kind, when }) => kind === 'use' && when.scope === 'point' && when.edtf !== null,
        );
        expect(listed).toEqual(expect.arrayContaining(dated.map(({ id }) => id)));
        expect(casesOf(shuffled)).toEqual(cases);
      },
    ),
  );
});
