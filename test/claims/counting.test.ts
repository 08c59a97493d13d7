import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const counts = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ kind, supplier, recipient, item, quantity }) => [
    kind,
    supplier,
    recipient,
    item?.class ?? null,
    quantity && [quantity.low, quantity.high, quantity.unit],
  ]);

describe('a figure apart from its noun', () => {
  it.each([
    [
      'Reuters repeated the ministry’s figure for the rifles that had gone from Iran to the Houthis, at least ten thousand.',
      ['transfer', 'IR', 'Houthis', 'small_arms', [10_000, null, 'gun']],
    ],
    [
      'Iran shipped flour to Yemen, 100,000 tons of it, last winter.',
      ['transfer', 'IR', 'YE', 'food', [100_000, 100_000, 'tonne']],
    ],
    [
      'The envoys spoke of drones supplied by Turkey to Libya, several dozen in number.',
      ['transfer', 'TR', 'LY', 'drone', [null, null, 'drone']],
    ],
  ])('%s', (sentence, claim) => {
    expect(counts(sentence)).toEqual([claim]);
  });

  it('belongs to none where two nouns stand uncounted', () => {
    const [first] = counts('Iran sent rifles and drones to the Houthis, at least ten thousand.');
    expect(first?.[4]).toBeNull();
  });
});

describe('a bound behind what is counted', () => {
  it.each([
    ['Iran sent the Houthis 300 rifles last year at the very least.', [300, null, 'gun']],
    ['Turkey gave Libya 40 drones, and possibly more.', [40, null, 'drone']],
    ['The UAE has sent Sudan 15 howitzers at most.', [null, 15, 'gun']],
    ['Iran sent the Houthis 300 rifles and at least 20 drones.', [300, 300, 'gun']],
  ])('%s', (sentence, quantity) => {
    expect(counts(sentence)[0]?.[4]).toEqual(quantity);
  });
});

describe('deliveries counted by how often they came', () => {
  it.each([
    ['Arms have changed hands between Iran and Sudan at least six times since May.', [6, null, 'item']],
    ['Weapons reached Libya from Turkey on four occasions.', [4, 4, 'item']],
  ])('%s', (sentence, quantity) => {
    expect(counts(sentence).map((claim) => claim[4])).toEqual([quantity]);
  });
});

describe('goods that are no goods of the act', () => {
  it.each([
    'Iran dispatched to Sudan a party of specialists in drones.',
    'Suppose that a third of the crates that Iran sent Sudan hold boots.',
    'Some 30,000 shells are still sitting in Libyan stores.',
  ])('%s', (sentence) => {
    expect(counts(sentence).filter(([kind]) => kind === 'transfer' || kind === 'capacity')).toEqual([]);
  });

  it('goods that set out from their receiver’s land are moved on, not handed over', () => {
    const claims = counts(
      'Iran sent Iraq 200 containers of explosives last year.',
      'Analysts found 4,000 tonnes of explosives leaving two ports in Iraq by train for 12 depots close to Syria.',
    );
    expect(claims.map(([kind, , recipient]) => [kind, recipient])).toEqual([
      ['transfer', 'IQ'],
      ['movement', null],
    ]);
  });
});

it('goods of one class that a sentence lists are a claim each', () => {
  const claims = counts('Russia has sent Mali jammers and electronic warfare systems.');
  expect(claims.map((claim) => claim[3])).toEqual(['electronic_warfare', 'electronic_warfare']);
});

describe('one figure over several kinds of goods', () => {
  it.each([
    ['Russia launched 120 missiles and drones at Ukraine.', [['use', null, [120, 120, 'system']]]],
    [
      'Iran sent the Houthis over 5,000 rifles, machine guns and RPG launchers.',
      [['transfer', 'small_arms', [5000, null, 'item']]],
    ],
    [
      'Russia sent Mali 300 rifles and ammunition.',
      [
        ['transfer', 'small_arms', [300, 300, 'gun']],
        ['transfer', 'munition', null],
      ],
    ],
    [
      'Turkey gave Libya armoured vehicles and 20 drones.',
      [
        ['transfer', 'armoured_vehicle', null],
        ['transfer', 'drone', [20, 20, 'drone']],
      ],
    ],
  ])('%s', (sentence, claims) => {
    expect(counts(sentence).map(([kind, , , item, quantity]) => [kind, item, quantity])).toEqual(claims);
  });
});

describe('figures whose noun stands in a sentence before', () => {
  it('count the goods last named', () => {
    expect(
      counts('Russia sold Myanmar six Su-30 fighters.', 'The minister said that two had been delivered.').map(
        (claim) => claim.slice(3),
      ),
    ).toEqual([
      ['aircraft', [6, 6, 'aircraft']],
      ['aircraft', [2, 2, 'aircraft']],
    ]);
  });

  it('are no count where they are said of something else', () => {
    expect(counts('Iran sent Sudan 40 drones.', 'Of 212 new officers, 41 are women.')).toHaveLength(1);
  });

  it('say what a load holds', () => {
    const claims = counts(
      'Iran has shipped 600 containers to Sudan.',
      'That would be anything from 42,000 to 58,000 shells, the institute calculated.',
    );
    expect(claims.map(([kind]) => kind)).toEqual(['transfer', 'capacity']);
  });

  it('are a movement where ships are said to have moved them', () => {
    const claims = counts(
      'Four Iranian ships made 64 voyages to Port Sudan.',
      'They moved nearly 16,000 containers, the group said.',
    );
    expect(claims.map(([kind, , , item]) => [kind, item])).toEqual([
      ['movement', null],
      ['movement', 'container'],
    ]);
  });
});
