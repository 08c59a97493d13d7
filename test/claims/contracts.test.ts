import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

/** Sides, class and bounds of the agreements in a text. */
const agreed = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs)
    .filter(({ kind }) => kind === 'agreement')
    .map(({ supplier, recipient, item, quantity, modality }) => [
      supplier,
      recipient,
      item?.class ?? null,
      quantity === null ? null : [quantity.low, quantity.unit],
      modality,
    ]);

describe('agreements', () => {
  it.each([
    ['Russia and Sudan signed a treaty in May 2019.', [['RU', 'SD', null, null, 'asserted']]],
    [
      'Myanmar ordered six Su-30 fighters from Russia in 2018.',
      [['RU', 'MM', 'aircraft', [6, 'aircraft'], 'asserted']],
    ],
    [
      'Iran has agreed to supply Russia with 400 ballistic missiles.',
      [['IR', 'RU', 'ballistic_missile', [400, 'missile'], 'asserted']],
    ],
    [
      'Pakistan sealed a $1.5 billion deal to supply Sudan with 10 aircraft.',
      [
        ['PK', 'SD', 'aircraft', [10, 'aircraft'], 'asserted'],
        ['PK', 'SD', null, [1_500_000_000, 'usd'], 'asserted'],
      ],
    ],
    [
      'Russia and Sudan have been negotiating an agreement on a naval base.',
      [['RU', 'SD', null, null, 'planned']],
    ],
  ])('%s', (sentence, claims) => {
    expect(agreed(sentence)).toEqual(claims);
  });

  it('are counted, and their parts with them', () => {
    expect(
      agreed(
        'Turkey signed five contracts with Ethiopia in August 2021. Three of them were for drones and armoured vehicles.',
      ),
    ).toEqual([
      ['TR', 'ET', null, [5, 'item'], 'asserted'],
      ['TR', 'ET', null, [3, 'item'], 'asserted'],
    ]);
  });

  it.each([
    'In order to supply Russia the plant was enlarged.',
    'The accord obliges each side to help the other.',
    'The Government of National Accord holds the port.',
    'Under a 2010 law the deal needs the consent of the Senate.',
  ])('are none in "%s"', (sentence) => {
    expect(agreed(sentence)).toEqual([]);
  });
});
