import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const used = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs)
    .filter(({ kind }) => kind === 'use')
    .map(({ actor, target, item, quantity }) => [
      item?.class ?? null,
      quantity === null ? null : [quantity.low, quantity.high, quantity.unit],
      actor,
      target,
    ]);

describe('weapons used', () => {
  it.each([
    [
      'The Houthis fired three ballistic missiles at Eilat.',
      [['ballistic_missile', [3, 3, 'missile'], 'Houthis', 'IL']],
    ],
    [
      'Russia launched 62 drones at Ukraine overnight, of which 40 were shot down.',
      [
        ['drone', [62, 62, 'drone'], 'RU', 'UA'],
        ['drone', [40, 40, 'drone'], 'RU', 'UA'],
      ],
    ],
    [
      "Ukraine's air defences downed 40 of 62 drones that Russia launched.",
      [
        ['drone', [62, 62, 'drone'], 'RU', null],
        ['drone', [40, 40, 'drone'], 'RU', null],
      ],
    ],
    [
      'US forces shot down 15 Houthi drones over the Red Sea.',
      [['drone', [15, 15, 'drone'], 'Houthis', null]],
    ],
    [
      'The RSF shelled El Fasher with howitzers supplied by the UAE.',
      [['howitzer', null, 'Rapid Support Forces', 'SD']],
    ],
    [
      'The Houthis have carried out more than 100 attacks on ships.',
      [[null, [100, null, 'attack'], 'Houthis', null]],
    ],
    [
      'The Myanmar air force carried out 613 air strikes in 2022.',
      [[null, [613, 613, 'attack'], 'MM', null]],
    ],
    ['The missiles that struck Abqaiq were made in Iran.', [['ballistic_missile', null, null, 'SA']]],
    [
      'Yemeni rebels have launched 430 missiles at Saudi Arabia.',
      [['ballistic_missile', [430, 430, 'missile'], 'Houthis', 'SA']],
    ],
    ['Hezbollah sent drones at an army base near Haifa on 13 October.', [['drone', null, 'Hezbollah', 'IL']]],
    ['Serbia sent rockets to Sudan at least twice.', []],
    ['The army of Sudan has flown Mohajer-6 drones.', [['drone', null, 'SD', null]]],
    ['Iranian pilots were being trained in Russia to fly the Su-35.', []],
    [
      'The drones that Iran had supplied to Russia exploded over Kyiv in October 2022.',
      [['drone', null, 'RU', 'UA']],
    ],
    [
      'The Houthis fired five missiles at Israel. The last of the five came down in the Negev.',
      [
        ['ballistic_missile', [5, 5, 'missile'], 'Houthis', 'IL'],
        ['ballistic_missile', [1, 1, 'missile'], 'Houthis', 'IL'],
      ],
    ],
    ['Several of the drones failed in tests before the sale.', []],
    ['What remains is a photograph of a green fuselage on its side.', []],
  ] as const)('%s', (sentence, expected) => {
    expect(used(sentence)).toEqual(expected);
  });

  it.each([
    ['It was most likely a KN-23, the army believes.', ['ballistic_missile', null, 'RU', 'UA']],
    ['The wreckage is that of a Shahed-136, the army said.', ['drone', null, 'RU', 'UA']],
    ['Two people were killed by a drone in Odesa the next day.', ['drone', null, 'RU', 'UA']],
    ['Engines made in Germany have been found in the wreckage.', ['component', null, 'RU', 'UA']],
    ['The Kremlin admitted the attack.', ['ballistic_missile', null, 'RU', 'UA']],
  ] as const)('behind a strike: %s', (sentence, expected) => {
    expect(used(`Russia fired missiles at Kharkiv on 2 January. ${sentence}`)[1]).toEqual(expected);
  });

  it('rifles dropped to somebody are handed over, bombs dropped on somebody used', () => {
    const kinds = (text: string) => claimsOf(text).map(({ kind }) => kind);
    expect(kinds('France dropped rifles and missiles to the rebels in Libya.')).toEqual([
      'transfer',
      'transfer',
    ]);
    expect(kinds('France dropped bombs on the town of Sirte.')).toEqual(['use']);
  });

  it('what was supplied is fired by whom it was supplied to', () => {
    expect(
      used('Iran has supplied drones to Russia.', 'Debris of an Iranian drone was found near Odesa.'),
    ).toEqual([['drone', null, 'RU', 'UA']]);
  });

  it('pictures released of a shipment fire nothing', () => {
    expect(
      used(
        'The coalition said on Friday that Iran had armed the Houthis, releasing pictures that it said show one consignment on the quay.',
      ),
    ).toEqual([]);
  });

  it('a launcher destroyed in the field has hit nobody', () => {
    expect(used('A rocket launcher of the Libyan National Army was destroyed near Misrata.')[0]?.[3]).toBe(
      null,
    );
  });

  it.each([
    'The destroyer intercepted a shipment of 60 pistols.',
    'Has Ukraine been hit with any of the missiles?',
    'They vow to come to their aid if one is attacked.',
  ])('no use: %s', (sentence) => {
    expect(used(sentence)).toEqual([]);
  });
});

describe('weapons told of at the head or the end of a sentence', () => {
  it.each([
    ['Fragments of a Fateh-110 were found in Marib.', [['ballistic_missile', null, null, 'YE']]],
    ['Remains of an Iranian drone were found near Abha.', [['drone', null, null, 'SA']]],
    ['The strike on the tanker was carried out with a Shahed-136.', [['drone', null, null, null]]],
    ['A Bayraktar TB2 destroyed a column of trucks near Mekelle.', [['drone', null, null, 'ET']]],
    [
      "Sudan's army has deployed Iranian Mohajer-6 drones against the RSF.",
      [['drone', null, 'SD', 'Rapid Support Forces']],
    ],
    [
      'The RSF has carried out more than 30 drone attacks on Port Sudan since May.',
      [['drone', [30, null, 'attack'], 'Rapid Support Forces', 'SD']],
    ],
  ] as const)('%s', (sentence, expected) => {
    expect(used(sentence)).toEqual(expected);
  });

  it('a figure counts the weapons behind "of", not those behind "and"', () => {
    expect(
      used('Israel shot down 12 of 14 drones and a Fateh-110.').map(([kind, count]) => [kind, count]),
    ).toContainEqual(['drone', [12, 12, 'drone']]);
  });
});
