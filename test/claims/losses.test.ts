import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const lost = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs)
    .filter(({ kind }) => kind === 'casualty')
    .map(({ target, item, quantity, outcome }) => [
      quantity === null ? null : [quantity.low, quantity.high],
      outcome,
      item?.class ?? null,
      target,
    ]);

describe('people lost, each figure with what became of them', () => {
  it.each([
    [
      'Thirteen Turkish soldiers died when a convoy was shelled in Tripoli.',
      [[[13, 13], 'killed', 'troops', 'TR']],
    ],
    [
      'Some 40 Cuban soldiers have been killed or wounded near Cangamba.',
      [[[40, 40], 'losses', 'troops', 'CU']],
    ],
    [
      'Eleven Wagner fighters were taken prisoner and 84 killed near Tinzaouaten.',
      [
        [[11, 11], 'captured', 'troops', 'Wagner Group'],
        [[84, 84], 'killed', 'troops', 'Wagner Group'],
      ],
    ],
    [
      'The RSF said it had lost 120 fighters in El Geneina.',
      [[[120, 120], 'losses', 'troops', 'Rapid Support Forces']],
    ],
    ["The junta's losses in Myawaddy amounted to some 200 men.", [[[200, 200], 'losses', null, 'MM']]],
    [
      'The number of Syrian mercenaries killed in Libya has reached 471.',
      [[[471, 471], 'killed', 'troops', 'SY']],
    ],
    [
      'Two villagers lost their lives and five were hurt.',
      [
        [[2, 2], 'killed', null, null],
        [[5, 5], 'wounded', null, null],
      ],
    ],
    ['Drone fire claimed the lives of 23 civilians.', [[[23, 23], 'killed', null, null]]],
    ['The death toll rose to 47 on Sunday.', [[[47, 47], 'killed', null, null]]],
  ] as const)('%s', (sentence, expected) => {
    expect(lost(sentence)).toEqual(expected);
  });

  it('each verb has the figure behind it, and the bound of the first of two is that of both', () => {
    expect(
      lost('The jets dropped two bombs on a village, killing at least 12 people and wounding 30.'),
    ).toEqual([
      [[12, null], 'killed', null, null],
      [[30, null], 'wounded', null, null],
    ]);
  });

  it('those of whom the text speaks are those of the next bare figures', () => {
    expect(
      lost(
        'Ethiopia has sent about 9,000 soldiers to Somalia.',
        'Their losses have reached 470, including 60 dead.',
      ),
    ).toEqual([
      [[470, 470], 'losses', 'troops', 'ET'],
      [[60, 60], 'killed', 'troops', 'ET'],
    ]);
  });

  it('a part points to its whole', () => {
    const claims = claimsOf('Seven people, three of them children, died in the raid.');
    expect(claims.map(({ quantity, relation }) => [quantity?.low, relation])).toEqual([
      [7, null],
      [3, { type: 'part_of', claim: 0 }],
    ]);
  });

  it('says that nobody was lost', () => {
    const [claim] = claimsOf('There were no casualties in Hodeidah.');
    expect(claim).toMatchObject({ kind: 'casualty', polarity: 'negated', quantity: null });
  });

  it.each([
    'The army lost 40 tanks and 12 guns in the battle.',
    'The blast killed a child and wounded her mother.',
    'Prices fell by 300 pounds.',
  ])('no figure of people: %s', (sentence) => {
    expect(lost(sentence)).toEqual([]);
  });
});
