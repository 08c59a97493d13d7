import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const told = (text: string) =>
  claimsOf(text).map(({ kind, item, quantity, supplier, recipient }) => [
    kind,
    item?.class ?? null,
    quantity?.unit ?? null,
    supplier,
    recipient,
  ]);

describe('help that is no goods', () => {
  it.each([
    [
      'Dozens of Sudanese soldiers have been trained on the system in Iran.',
      [['assistance', null, 'person', 'IR', 'SD']],
    ],
    ['Pilots from Myanmar have been trained in Russia.', [['assistance', null, null, 'RU', 'MM']]],
    [
      'Iran has spent as much as one billion dollars a year on the Houthis.',
      [['assistance', 'money', 'usd', 'IR', 'Houthis']],
    ],
    ['The munitions plants in the North are running day and night.', []],
  ])('%s', (sentence, claims) => {
    expect(told(sentence)).toEqual(claims);
  });

  it('is no training where trainers are sent', () => {
    expect(told('Iran sent trainers to Port Sudan to teach the gunners.').map(([kind]) => kind)).toEqual([
      'deployment',
    ]);
  });
});

describe('money given', () => {
  const gifts = (sentence: string) =>
    claimsOf(sentence).map(({ kind, supplier, recipient, item, quantity }) => [
      kind,
      supplier,
      recipient,
      item?.class ?? null,
      quantity?.low ?? null,
    ]);

  it.each([
    [
      'Libya passed $20 million to the RSF, the panel said.',
      [['assistance', 'LY', 'Rapid Support Forces', 'money', 20_000_000]],
    ],
    [
      'Iran transferred $700 million a year to Hezbollah.',
      [['assistance', 'IR', 'Hezbollah', 'money', 700_000_000]],
    ],
    [
      'Israel accused Iran of smuggling cash to Hezbollah.',
      [['assistance', 'IR', 'Hezbollah', 'money', null]],
    ],
  ] as const)('%s', (sentence, expected) => {
    expect(gifts(sentence)).toEqual(expected);
  });

  it('a price is no gift', () => {
    expect(gifts('Libya sold the RSF rifles for $20 million.').every(([kind]) => kind !== 'assistance')).toBe(
      true,
    );
  });
});

describe('help with weapons', () => {
  it.each([
    [
      'Iran is sharing satellite imagery with the Houthis.',
      [['assistance', 'IR', 'Houthis', 'satellite_technology']],
    ],
    [
      'Iran helped the Houthis to build ballistic missiles.',
      [['assistance', 'IR', 'Houthis', 'missile_technology']],
    ],
    ['Russia is helping Sudan to build Geran drones.', [['assistance', 'RU', 'SD', 'military_technology']]],
    ['The volunteers helped families with food and tents.', []],
  ] as const)('%s', (sentence, expected) => {
    expect(
      claimsOf(sentence).map(({ kind, supplier, recipient, item }) => [
        kind,
        supplier,
        recipient,
        item?.class,
      ]),
    ).toEqual(expected);
  });
});
