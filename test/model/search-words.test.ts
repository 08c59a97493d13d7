import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctWords, highlightsIn, searchTerms, wordsIn } from '../../src/model/search-words.js';

const words = (text: string): string[] => [...wordsIn(text)].map(({ word }) => word);

describe('the words of a text', () => {
  it.each([
    ['Élan, KN-23 and “shells”', ['elan', 'kn', '23', 'and', 'shells']],
    ['more than 10,000 of 1 000 000', ['more', 'than', '10000', 'of', '1', '000', '000']],
    ['152mm; 3.5 tonnes', ['152mm', '3', '5', 'tonnes']],
    ['Порт Восточный', ['порт', 'восточныи']],
    ['북한 컨테이너', ['북한', '컨테이너'].map((word) => word.normalize('NFKD'))],
    ['羅津港', ['羅', '津', '港']],
    ["x' | y & !z \\ \0 \ud800", ['x', 'y', 'z']],
    ['a'.repeat(61), []],
  ])('%j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('stand where the text has them, and hold nothing that a query language reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { word, span } of wordsIn(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(distinctWords([text.slice(...span)])).toContain(word);
        }
      }),
    );
  });
});

describe('a search', () => {
  const found = (query: string, text: string): string[] =>
    highlightsIn(text, searchTerms(query)).map((span) => text.slice(...span));

  it.each([
    ['container', 'Containers of a container ship', ['Containers', 'container']],
    ['containers', 'one container', ['container']],
    ['russ', 'Russia and Russian', ['Russia', 'Russian']],
    ['10,000', 'over 10,000 containers', ['10,000']],
    ['10000', 'over 10,000 containers', ['10,000']],
    // A number is whole once another word follows it.
    ['10 ', '10 or 10,000', ['10']],
    ['to', 'to the town', ['to', 'town']],
    ['to ', 'to the town', ['to']],
    ['', 'anything', []],
    ['!&|', 'anything', []],
  ])('for %j marks %j', (query, text, expected) => {
    expect(found(query, text)).toEqual(expected);
  });
});
