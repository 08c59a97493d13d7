import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const seized = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ kind, supplier, recipient, item, quantity }) => [
    kind,
    item?.class ?? null,
    quantity === null ? null : [quantity.low, quantity.high, quantity.unit],
    supplier,
    recipient,
  ]);

describe('what was found in a cargo that was stopped', () => {
  it.each([
    [
      'A frigate boarded the dhow in the Gulf of Oman and found 3,000 assault rifles and 23 anti-tank missiles.',
      [
        ['interdiction', 'small_arms', [3000, 3000, 'gun'], null, null],
        ['interdiction', 'anti_tank_missile', [23, 23, 'missile'], null, null],
      ],
    ],
    [
      'The US Navy intercepted a fishing vessel smuggling 2,116 AK-47 rifles from Iran to Yemen.',
      [['interdiction', 'small_arms', [2116, 2116, 'gun'], 'IR', 'YE']],
    ],
    [
      'Authorities in Cyprus detained a ship that carried four containers of munitions from Russia to Syria.',
      [['interdiction', 'container', [4, 4, 'container'], 'RU', 'SY']],
    ],
    [
      "The UAE said that it had foiled an attempt to send weapons to Sudan's army.",
      [['interdiction', null, null, null, 'SD']],
    ],
    [
      'The destroyer stopped a stateless dhow and took off 60 anti-tank missiles.',
      [['interdiction', 'anti_tank_missile', [60, 60, 'missile'], null, null]],
    ],
    [
      'The vessel was intercepted off Benghazi; 41 armoured vehicles were found in its hold.',
      [['interdiction', 'armoured_vehicle', [41, 41, 'vehicle'], null, null]],
    ],
    [
      'Inspectors boarded 12 vessels off Libya in 2023.',
      [['interdiction', null, [12, 12, 'vessel'], null, null]],
    ],
    [
      'The army captured 24 armoured vehicles from the Rapid Support Forces near El Fasher.',
      [['interdiction', 'armoured_vehicle', [24, 24, 'vehicle'], null, null]],
    ],
  ] as const)('%s', (sentence, expected) => {
    expect(seized(sentence)).toEqual(expected);
  });

  it('what a later sentence says of the lot names its sides, and is no transfer', () => {
    expect(
      seized(
        'Coast guards seized 500 rifles from a skiff off Somalia on 3 March 2023. The weapons came from Iran and were bound for the Houthis.',
      ),
    ).toEqual([['interdiction', 'small_arms', [500, 500, 'gun'], 'IR', 'Houthis']]);
  });

  it('a later sentence tells what the cargo held, with when and where it was stopped', () => {
    const claims = claimsOf(
      'Customs impounded a freighter at Misrata on 4 May 2023. The cargo included 20 machine guns.',
    );
    expect(claims.map(({ kind, when, place }) => [kind, when.edtf, place])).toEqual([
      ['interdiction', '2023-05-04', 'Misrata'],
    ]);
  });

  it('the rounds sent on after the forfeiture are a transfer', () => {
    expect(
      seized(
        'The Justice Department announced the forfeiture of 9,000 rifles. More than one million rounds were sent to Ukraine in July.',
      ),
    ).toEqual([
      ['interdiction', 'small_arms', [9000, 9000, 'gun'], null, null],
      ['transfer', 'munition', [1_000_000, null, 'round'], null, 'UA'],
    ]);
  });

  it.each([
    'The Panel found that the drones had been sold by Iran.',
    'Soldiers boarded an airliner in Luanda.',
  ])('no seizure: %s', (sentence) => {
    expect(claimsOf(sentence).filter(({ kind }) => kind === 'interdiction')).toEqual([]);
  });
});

describe('finds that are seizures', () => {
  it.each([
    ['$2.5 million in cash was seized at Beirut airport.', [['money', 2_500_000]]],
    ['The customs found Grad rockets under a load of cucumbers near Homs.', [['rocket', null]]],
    [
      'Sailors boarded the dhow and came upon a warhead, and parts of anti-ship cruise missiles.',
      [
        ['component', null],
        ['component', null],
      ],
    ],
  ] as const)('%s', (sentence, expected) => {
    expect(claimsOf(sentence).map(({ item, quantity }) => [item?.class, quantity?.low ?? null])).toEqual(
      expected,
    );
  });

  it('parts of a country are no goods', () => {
    expect(
      claimsOf('Russia sent troops to parts of the country.').every(
        ({ item }) => item?.class !== 'component',
      ),
    ).toBe(true);
  });
});
