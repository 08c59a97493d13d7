import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const summary = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ kind, supplier, recipient, item, quantity }) => [
    kind,
    supplier,
    recipient,
    item?.class ?? null,
    quantity === null ? null : [quantity.low, quantity.high, quantity.unit],
  ]);

describe('one act, in the forms that sentences give it', () => {
  it.each([
    'Iran sent 40 drones to the Houthis.',
    'Iran has sent the Houthis 40 drones.',
    'Iran supplied the Houthis with 40 drones.',
    'The Houthis received 40 drones from Iran.',
    '40 drones were sent to the Houthis by Iran.',
    'The Houthis obtained 40 drones from Iran.',
    'Iran delivered 40 drones to the Houthis.',
    'Iran had transferred 40 drones to the Houthis.',
  ])('%s', (sentence) => {
    expect(summary(sentence)).toEqual([['transfer', 'IR', 'Houthis', 'drone', [40, 40, 'drone']]]);
  });

  it.each([
    [
      'Turkey sent 12 armoured vehicles to the Government of National Unity.',
      'TR',
      'Government of National Unity (Libya)',
      'armoured_vehicle',
      [12, 12, 'vehicle'],
    ],
    [
      'The UAE delivered six Pantsir systems to the Libyan National Army.',
      'AE',
      'Libyan National Army',
      'air_defence_system',
      [6, 6, 'system'],
    ],
    [
      'Russia has sent more than one million barrels of oil to North Korea.',
      'RU',
      'KP',
      'petroleum',
      [1_000_000, null, 'barrel'],
    ],
    [
      'North Korea shipped about 7,000 containers to Russia.',
      'KP',
      'RU',
      'container',
      [7000, 7000, 'container'],
    ],
    ["Sudan's army received eight Mohajer-6 drones from Iran.", 'IR', 'SD', 'drone', [8, 8, 'drone']],
    [
      'North Korea may have sent up to 5 million shells to Russia.',
      'KP',
      'RU',
      'artillery_shell',
      [null, 5_000_000, 'round'],
    ],
  ])('%s', (sentence, supplier, recipient, itemClass, quantity) => {
    expect(summary(sentence)).toEqual([['transfer', supplier, recipient, itemClass, quantity]]);
  });

  it('a list is a claim for each of its goods', () => {
    expect(summary('North Korea delivered 20,000 shells and 12 tanks to Russia.')).toEqual([
      ['transfer', 'KP', 'RU', 'artillery_shell', [20_000, 20_000, 'round']],
      ['transfer', 'KP', 'RU', 'tank', [12, 12, 'vehicle']],
    ]);
  });

  it('what containers could hold is no transfer of it', () => {
    const claims = claimsOf(
      'North Korea shipped about 7,000 containers to Russia.',
      'The containers could hold up to 3 million 152 mm artillery shells.',
    );
    expect(claims.map(({ kind, relation }) => [kind, relation])).toEqual([
      ['transfer', null],
      ['capacity', { type: 'given', claim: 0 }],
    ]);
    expect(claims[1]?.item).toMatchObject({ class: 'artillery_shell', calibre_mm: 152 });
    expect(claims[1]?.quantity).toMatchObject({ low: null, high: 3_000_000, unit: 'round' });
  });
});

describe('the other acts', () => {
  it.each([
    ['use', 'Russia launched nine KN-23 missiles at Ukraine in January.', { actor: 'RU', target: 'UA' }],
    ['deployment', 'North Korea has sent around 10,000 troops to Russia.', { actor: 'KP', place: 'Russia' }],
    [
      'casualty',
      'Ukraine captured two North Korean soldiers in Kursk on 9 January 2024.',
      { target: 'KP', outcome: 'captured' },
    ],
    [
      'interdiction',
      'Sailors seized 2,116 rifles in the Gulf of Oman on 6 January 2023.',
      { place: 'Gulf of Oman' },
    ],
    [
      'agreement',
      'Russia and North Korea signed a treaty in Pyongyang.',
      { supplier: 'RU', recipient: 'KP' },
    ],
    [
      'assistance',
      'Russia provided satellite technology to North Korea.',
      { supplier: 'RU', recipient: 'KP' },
    ],
  ])('%s', (kind, sentence, slots) => {
    const claims = claimsOf(sentence);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ kind, ...slots });
  });

  it('a voyage between ports is a movement with its route', () => {
    const [claim] = claimsOf(
      'A freighter carried 3,000 tonnes of ammunition from Rajin to Dunay on 4 March 2024.',
    );
    expect(claim).toMatchObject({
      kind: 'transfer',
      route: { mode: ['sea'], origin: 'Rajin', destination: 'Dunay' },
      when: { edtf: '2024-03-04', scope: 'point' },
    });
  });
});

describe('when', () => {
  it.each([
    ['Iran has sent 40 drones to the Houthis since September 2023.', '2023-09/2024-03-14', 'cumulative'],
    ['Iran sent 40 drones to the Houthis between May and July 2023.', '2023-05/2023-07', 'period'],
    ['Iran sent 40 drones to the Houthis on 4 May 2023.', '2023-05-04', 'point'],
    ['Iran sent 40 drones to the Houthis last year.', '2023', 'period'],
    ['By January 2024 Iran had sent 40 drones to the Houthis.', '../2024-01', 'cumulative'],
    ['As of 1 March Iran had sent 40 drones to the Houthis.', '../2024-03-01', 'cumulative'],
    ['Iran has sent 40 drones to the Houthis.', null, 'cumulative'],
    ['Iran sent drones to the Houthis.', null, 'unknown'],
  ])('%s', (sentence, edtf, scope) => {
    expect(claimsOf(sentence)[0]?.when).toEqual({ edtf, scope });
  });

  it('the day on which it was said is no date of the act', () => {
    const [claim] = claimsOf('The Pentagon said on Monday that Iran had sent 40 drones to the Houthis.');
    expect(claim?.when).toEqual({ edtf: null, scope: 'cumulative' });
    expect(claim?.attribution.at(-1)?.stated).toBe('2024-03-11');
  });
});

describe('what is no claim', () => {
  it.each([
    'Officials spoke about the weather in Benghazi.',
    'The drone has a range of 2,500 km.',
    'Resolution 2216 was adopted in 2015.',
    'The museum in Sana’a drew 4,000 visitors.',
    'The road from Bandar Abbas to Shiraz is 580 km long.',
    'He was born in Pyongyang in 1961.',
  ])('%s', (sentence) => {
    expect(claimsOf(sentence)).toEqual([]);
  });
});

describe('what is no claim, and what is no doubt', () => {
  it('hears nothing where somebody neither confirms nor denies', () => {
    expect(claimsOf('Moscow neither confirms nor denies that Iran sent 40 drones to Russia.')).toEqual([]);
  });

  it('takes the month of May for no "may"', () => {
    const [claim] = claimsOf('In May 2020 Iran sent 40 drones to the Houthis.');
    expect(claim?.modality).toBe('asserted');
    expect(claim?.when.edtf).toBe('2020-05');
  });
});

describe('what a noun of goods only qualifies', () => {
  it.each([
    ['Iran has become Sudan’s leading weapons supplier.', []],
    ['Russian advisers helped Iran upgrade its missiles.', [['assistance', 'missile_technology']]],
    [
      'Russian assistance has helped improve Iran’s missile guidance systems.',
      [['assistance', 'missile_technology']],
    ],
  ])('%s', (sentence, claims) => {
    expect(summary(sentence).map(([kind, , , item]) => [kind, item])).toEqual(claims);
  });
});

it('goods named by their maker are not sent to it', () => {
  expect(summary('The ships carried North Korean munitions to Sudan.')).toEqual([
    ['transfer', 'KP', 'SD', 'munition', null],
  ]);
});
