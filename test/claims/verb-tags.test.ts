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
