import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../src/ledger/names.js';
import { ownQuestions, placements, questionsOf } from '../../src/ledger/question.js';
import type { Claim } from '../../src/model/claim.js';
import { claim, quantity } from './claims.js';
import { vocabulary } from './vocabulary.js';

const names = nameIndex(vocabulary);

/** Each question as its unit and item, with the positions of its claims in the list given. */
const sorted = (claims: readonly Claim[]) => {
  const own = ownQuestions(claims, names);
  const place = placements(names);
  return [...questionsOf(claims, (each) => place(each, own(each))).values()].map(({ question, members }) => ({
    question,
    members: members.map((member) => claims.indexOf(member)).sort(),
  }));
};

describe('the question of a claim', () => {
  it('keeps units and directions apart', () => {
    const questions = sorted([
      claim({ quantity: quantity(1000, null) }),
      claim({ quantity: quantity(5, 5, { unit: 'railcar' }) }, 1),
      claim({ supplier: 'RU', recipient: 'KP', quantity: quantity(7, 7) }, 2),
    ]);
    expect(questions.map(({ members }) => members)).toHaveLength(3);
  });

  it('puts a claim without figure on every question like its own but for the unit', () => {
    const questions = sorted([
      claim({ quantity: quantity(1000, null) }),
      claim({ quantity: quantity(5, 5, { unit: 'railcar' }) }, 1),
      claim({ quantity: null }, 2),
      claim({ quantity: quantity(null, null, { share_of: 'x2' }) }, 3),
    ]);
    expect(questions.map(({ members }) => members).sort()).toEqual([
      [0, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('gives it a question without unit where no figure is known, and none to a rate', () => {
    const questions = sorted([
      claim({ quantity: null }),
      claim({ quantity: quantity(9, 9, { per: 'day' }) }, 1),
    ]);
    expect(questions.map(({ question, members }) => [question.unit, question.per, members])).toEqual(
      expect.arrayContaining([
        [null, null, [0]],
        ['container', 'day', [1]],
      ]),
    );
  });

  it('counts a vague word with a range as a figure, and one without as none', () => {
    const vague = (wording: string, index: number) =>
      claim({ quantity: quantity(null, null, { vague: true, wording }) }, index);
    expect(sorted([vague('dozens', 0), vague('many', 1)]).map(({ members }) => members)).toEqual([[0, 1]]);
    expect(sorted([vague('many', 0)])[0]?.question.unit).toBeNull();
  });

  it('puts a denial on every question of its kind and parties, and on none of another direction', () => {
    const denial = { polarity: 'denied', item: null };
    const questions = sorted([
      claim({ quantity: quantity(1000, null) }),
      claim({ item: { class: 'artillery_shell', wording: 'shells' }, quantity: null }, 1),
      claim({ supplier: 'RU', recipient: 'KP', quantity: quantity(7, 7) }, 2),
      claim(denial, 3),
      claim({ ...denial, item: { class: 'artillery_shell', wording: 'shells' } }, 4),
      claim({ ...denial, supplier: 'UA' }, 5),
    ]);
    expect(questions.map(({ members }) => members).sort()).toEqual([[0, 3], [1, 3, 4], [2], [5]]);
  });

  it('asks a movement by the states in which its ends lie, and by its vessel', () => {
    const [only] = sorted([
      claim({
        kind: 'movement',
        supplier: null,
        recipient: null,
        item: null,
        route: {
          mode: ['sea'],
          origin: 'Najin',
          destination: 'Vostochnyy',
          via: [],
          vessel: 'MV Grey Heron',
        },
      }),
    ]);
    expect(only?.question).toMatchObject({ supplier: 'KP', recipient: 'RU', vessel: 'Grey Heron' });
  });

  it('knows a party by any of its names', () => {
    expect(
      sorted([
        claim({ recipient: 'RHF', quantity: quantity(1, 1) }),
        claim({ recipient: 'Red Hills Front', quantity: quantity(2, 2) }, 1),
      ]).map(({ members }) => members),
    ).toEqual([[0, 1]]);
  });
});

describe('one event', () => {
  const strike = (edtf: string, place: string | null, index: number) =>
    claim(
      {
        kind: 'use',
        supplier: null,
        recipient: null,
        actor: 'RU',
        target: 'UA',
        item: { class: 'ballistic_missile', wording: 'missiles' },
        quantity: quantity(2, 2, { unit: 'missile' }),
        when: { edtf, scope: 'point' },
        place,
      },
      index,
    );

  it('is told by claims whose dates overlap and places nest, and has the most precise of both', () => {
    const questions = sorted([strike('2024-01', 'Kharkiv', 0), strike('2024-01-02', 'Kharkiv Oblast', 1)]);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.question.event).toEqual({ date: '2024-01-02', place: 'Kharkiv' });
  });

  it('is another where the dates or places differ, or one of them is not given', () => {
    expect(
      sorted([
        strike('2024-01-02', 'Kharkiv', 0),
        strike('2024-01-03', 'Kharkiv', 1),
        strike('2024-01-02', 'Rajin', 2),
        strike('2024-01-02', null, 3),
      ]),
    ).toHaveLength(4);
  });

  it('stays by itself where it could be either of two', () => {
    const questions = sorted([
      strike('2024-01-02', 'Kharkiv', 0),
      strike('2024-01-09', 'Kharkiv', 1),
      strike('2024-01', 'Kharkiv', 2),
    ]);
    expect(questions.map(({ members }) => members)).toEqual([[0], [1], [2]]);
  });
});
