import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const told = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ kind, item, supplier, recipient, modality }) => [
    kind,
    item?.class ?? null,
    supplier,
    recipient,
    modality,
  ]);

describe('cases', () => {
  it.each([
    [
      'Police arrested the broker on a charge of smuggling rifles from Turkey to Libya.',
      'small_arms',
      'TR',
      'LY',
    ],
    [
      'A court in Sofia sentenced two men for sending missile parts from Iran to the Houthis.',
      'component',
      'IR',
      'Houthis',
    ],
    ['Cyprus has opened an investigation into a cargo of drones for Libya.', 'drone', null, null],
  ])('%s', (sentence, itemClass, supplier, recipient) => {
    expect(told(sentence)).toEqual([['investigation', itemClass, supplier, recipient, 'investigated']]);
  });

  it('go on in later sentences with what they are about', () => {
    expect(
      told(
        'Police arrested the broker on a charge of smuggling rifles from Turkey to Libya. He was convicted in May 2023.',
      ),
    ).toEqual([
      ['investigation', 'small_arms', 'TR', 'LY', 'investigated'],
      ['investigation', 'small_arms', 'TR', 'LY', 'investigated'],
    ]);
  });

  it.each(['The drones are dear in any case.', "Turkey did not answer the Panel's inquiry."])(
    'are none in "%s"',
    (sentence) => {
      expect(told(sentence)).toEqual([]);
    },
  );
});

describe('charges and what they are for', () => {
  it.each([
    'A complaint charges Maria Lopez and her company, Alfa of Panama, with procuring American chips for Iran.',
    'A jury indicted four men for smuggling microchips to Iran, the Justice Department said.',
  ])('%s', (sentence) => {
    expect(claimsOf(sentence).map(({ kind, item, recipient }) => [kind, item?.class, recipient])).toEqual([
      ['investigation', 'dual_use_goods', 'IR'],
    ]);
  });

  it('a body that may not bring a charge runs no case', () => {
    expect(claimsOf('The commission has no power to bring charges.')).toEqual([]);
  });
});
