import { describe, expect, it } from 'vitest';
import { readSentences } from '../../src/claims/sentences.js';
import { claimsOf, page } from './extractor.js';

const tagOf = (sentence: string, word: string): string | undefined =>
  readSentences(page(sentence))
    .flatMap(({ tokens }) => tokens)
    .find((token) => token.text === word)?.pos;

describe('verbs that a tagger takes for something else', () => {
  it.each([
    ['Iran and Russia have both sent missiles to Sudan.', 'sent', 'VERB'],
    ['The Emirates have foiled an attempt to send weapons.', 'foiled', 'VERB'],
    ['The United States informed the Panel that arms had gone astray.', 'informed', 'VERB'],
    ['The rifles came from such hauls.', 'hauls', 'NOUN'],
    ['The armed drones were old.', 'armed', 'ADJ'],
  ])('%s', (sentence, word, tag) => {
    expect(tagOf(sentence, word)).toBe(tag);
  });
});

describe('several suppliers and several recipients', () => {
  const parties = (sentence: string) =>
    claimsOf(sentence).map(({ supplier, recipient }) => [supplier, recipient]);

  it.each([
    [
      'Iran and Russia have both sent missiles to Sudan.',
      [
        ['IR', 'SD'],
        ['RU', 'SD'],
      ],
    ],
    [
      'Turkey, Jordan and the UAE supplied arms to Libya.',
      [
        ['TR', 'LY'],
        ['JO', 'LY'],
        ['AE', 'LY'],
      ],
    ],
    ['Iran sent drones to Mali and Niger.', [['IR', 'ML, NE']]],
  ])('%s', (sentence, expected) => {
    expect(parties(sentence)).toEqual(expected);
  });
});

describe('goods in a row, and a subject described between commas', () => {
  it('have one act', () => {
    const claims = claimsOf(
      'Norinco, a Chinese state company, delivered to South Sudan in July 2014, by way of Mombasa, 100 launchers for HJ-73D missiles, 1,200 missiles and 9,574 rifles.',
    );
    expect(claims.map(({ supplier, recipient, quantity }) => [supplier, recipient, quantity?.low])).toEqual([
      ['CN', 'SS', 100],
      ['CN', 'SS', 1200],
      ['CN', 'SS', 9574],
    ]);
  });

  it('go to the state that the text is about, where it tells no flow', () => {
    const claims = claimsOf(
      'Myanmar bought its first jets abroad, and Myanmar trained its pilots there.',
      'Serbia shipped 2,500 rockets in February. The generals of Myanmar thanked no one.',
    );
    expect(claims.map(({ supplier, recipient }) => [supplier, recipient])).toContainEqual(['RS', 'MM']);
  });
});
