import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

/** Kind, class, bounds, whose people, where; routes as "origin > destination". */
const told = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ kind, item, quantity, actor, place, route }) => [
    kind,
    item?.class ?? null,
    quantity === null ? null : quantity.vague ? 'vague' : [quantity.low, quantity.high],
    kind === 'movement' ? `${route?.origin ?? ''} > ${route?.destination ?? ''}` : actor,
    place,
  ]);

describe('people sent or present abroad', () => {
  it.each([
    ['Turkey has sent some 2,000 Syrian fighters to Libya.', 'troops', [2000, 2000], 'TR', 'Libya'],
    ['Some 2,000 Syrian fighters have been sent to Libya by Turkey.', 'troops', [2000, 2000], 'TR', 'Libya'],
    ['The Wagner Group has about 1,000 fighters in Libya.', 'troops', [1000, 1000], 'Wagner Group', 'Libya'],
    ['The United States has 900 troops in Syria.', 'troops', [900, 900], 'US', 'Syria'],
    ['As many as 500 IRGC members remain in Sudan, a diplomat said.', 'troops', [null, 500], 'IR', 'Sudan'],
    ['Ten North Korean officers arrived in Tehran.', 'troops', [10, 10], 'KP', 'Tehran'],
    ['About 300 Iranian engineers are now in Port Sudan.', 'engineers', [300, 300], 'IR', 'Port Sudan'],
    ['More than 10,000 Cubans are fighting for Russia, Kyiv said.', 'troops', [10000, null], 'CU', null],
    ['The Cuban force in Ethiopia numbered about 15,000.', 'troops', [15000, 15000], 'CU', 'Ethiopia'],
    [
      'Diplomats put the number of Wagner fighters in Libya at between 800 and 1,200.',
      'troops',
      [800, 1200],
      'Wagner Group',
      'Libya',
    ],
    ['Some 15,000 Syrian workers are employed in Libya.', 'workers', [15000, 15000], 'SY', 'Libya'],
    ['Chad condemned the deployment of the Wagner Group to Mali.', 'troops', null, 'Wagner Group', 'Mali'],
  ])('%s', (sentence, itemClass, bounds, actor, place) => {
    expect(told(sentence)).toEqual([['deployment', itemClass, bounds, actor, place]]);
  });

  it('are instructors where they are there to teach, and those whom they teach are nobody sent', () => {
    const sentence = 'Iran sent specialists to Port Sudan to train drone crews and coach the gunners.';
    expect(told(sentence)).toEqual([['deployment', 'instructors', null, 'IR', 'Port Sudan']]);
  });

  it('are not the army at home, nor whoever is told something', () => {
    expect(told('The army has 30,000 soldiers.')).toEqual([]);
    expect(told("Sudan's Rapid Support Forces number 100,000 men.")).toEqual([]);
    expect(told('The council has 33 members.')).toEqual([]);
    expect(told('Nobody knows how many troops are in Libya.')).toEqual([]);
  });

  it('have parts, each with its place', () => {
    const sentence =
      'Some 9,000 Syrians work abroad for the company, about 5,000 of them in Libya and 4,000 in Sudan.';
    expect(told(sentence)).toEqual([
      ['deployment', 'workers', [9000, 9000], 'SY', null],
      ['deployment', 'workers', [5000, 5000], 'SY', 'Libya'],
      ['deployment', 'workers', [4000, 4000], 'SY', 'Sudan'],
    ]);
  });

  it('grow to a total', () => {
    const sentence = 'Iran sent another 200 advisers to Yemen in May 2021, bringing the total to 600.';
    expect(told(sentence)).toEqual([
      ['deployment', 'instructors', [200, 200], 'IR', 'Yemen'],
      ['deployment', 'instructors', [600, 600], 'IR', 'Yemen'],
    ]);
  });
});

describe('people withdrawn', () => {
  it.each([
    ['About 300 Wagner men withdrew from Mali to Libya in June.', 'troops', [300, 300], 'Mali > Libya'],
    ['Turkey flew home 250 Syrian fighters from Libya in March.', 'troops', [250, 250], 'Libya > '],
    ['Some 40 Iranian engineers have left Sudan.', 'engineers', [40, 40], 'Sudan > '],
  ])('%s', (sentence, itemClass, bounds, route) => {
    expect(told(sentence)).toEqual([['movement', itemClass, bounds, route, null]]);
  });
});
