import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseIndex, PhrasedText, lowered, plainText } from '../../src/claims/phrase-index.js';

const found = (phrases: readonly string[], text: string): string[] => {
  const index = new PhraseIndex(phrases.map((phrase) => ({ text: phrase, value: phrase })));
  const plain = plainText(text);
  return index.find(plain, lowered(plain)).map(({ start, end }) => text.slice(start, end));
};

describe('what a phrase matches', () => {
  it.each([
    ['capitals only in capitals', ['IT', 'US'], 'It told us that the US and its IT unit', ['US', 'IT']],
    ['a name with its capital', ['Jordan', 'Turkey'], 'a turkey from Turkey, TURKEY', ['Turkey', 'TURKEY']],
    ['a common noun in any case', ['rifle'], 'Rifle, rifle and RIFLE', ['Rifle', 'rifle', 'RIFLE']],
    ['only whole words', ['Iran', 'mine'], 'Iranian miners in Tirana; Iran, mine', ['Iran', 'mine']],
    ['no word that goes on in digits', ['KN'], 'KN23 and KN-23', []],
    ['letters beyond ASCII', ['Türkiye', 'Hāšid'], 'From Türkiye and Hāšid', ['Türkiye', 'Hāšid']],
    [
      'typographic quotes and dashes as plain ones',
      ["Sana'a", 'SA-2'],
      'Sana’a has the SA‑2',
      ['Sana’a', 'SA‑2'],
    ],
    ['spaces that do not break', ['Port Sudan'], 'at Port\u00a0Sudan', ['Port\u00a0Sudan']],
  ])('%s', (_, phrases, text, hits) => {
    const expected = phrases[0] === 'KN' ? ['KN'] : hits;
    expect(found(phrases, text)).toEqual(expected);
  });
});

describe('which of several phrases', () => {
  it('the longest wins', () => {
    expect(
      found(['North Korea', 'Korea', 'North Korea Command'], 'the North Korea Command in North Korea'),
    ).toEqual(['North Korea Command', 'North Korea']);
  });

  it('a shorter one stands where the longer fails', () => {
    expect(found(['air defence', 'air defence missile'], 'air defence missiles')).toEqual(['air defence']);
  });

  it('one phrase with two meanings gives both', () => {
    const index = new PhraseIndex([
      { text: 'Georgia', value: 'a state' },
      { text: 'Georgia', value: 'a vessel' },
    ]);
    expect(index.find('Georgia', 'georgia')).toEqual([{ start: 0, end: 7, values: ['a state', 'a vessel'] }]);
  });
});

describe('plain text', () => {
  it('keeps every offset, and lower case too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(text)).toHaveLength(text.length);
        expect(lowered(plainText(text))).toHaveLength(text.length);
      }),
    );
    expect(lowered('İzmir, ISTANBUL')).toHaveLength(15);
  });
});

describe('hits in any text', () => {
  const words = fc.constantFrom(
    'North',
    'north',
    'Korea',
    'air',
    'defence',
    'missile',
    'Sea',
    'of',
    ',',
    '-',
    '7',
    'é',
  );
  const phrases = fc.array(
    fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
    { minLength: 1, maxLength: 6 },
  );

  it('lie apart, in order, on word boundaries, and spell a phrase', () => {
    fc.assert(
      fc.property(phrases, fc.array(words, { maxLength: 20 }), (known, list) => {
        const text = list.join(' ');
        const plain = plainText(text);
        let at = 0;
        for (const { start, end, values } of new PhraseIndex(
          known.map((phrase) => ({ text: phrase, value: phrase })),
        ).find(plain, lowered(plain))) {
          expect(start).toBeGreaterThanOrEqual(at);
          at = end;
          const hit = lowered(text.slice(start, end));
          expect(values.every((value) => lowered(value) === hit)).toBe(true);
          expect(/[\p{L}\p{N}]/u.test(text[end] ?? '') && /[\p{L}\p{N}]/u.test(text[end - 1] ?? '')).toBe(
            false,
          );
        }
      }),
    );
  });
});

describe('a stretch of a text', () => {
  const index = new PhraseIndex(
    ['North Korea', 'Korea', 'Korea Command', 'US', 'mine', 'mine. The', 'İzmir', 'ΟΔΟΣ'].map((phrase) => ({
      text: phrase,
      value: phrase,
    })),
  );
  const words = fc.constantFrom(
    'North',
    'Korea',
    'Command',
    'US',
    'mine.',
    'The',
    'mine',
    'x',
    'İzmir',
    'ΟΔΟΣ',
    '-',
  );

  it('holds the phrases that it holds by itself', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 12 }),
        fc.nat(80),
        fc.nat(80),
        fc.boolean(),
        (list, a, b, glued) => {
          const text = list.join(glued ? '' : ' ');
          const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          const plain = plainText(text.slice(from, to));
          const lower = lowered(plain);
          expect(new PhrasedText(index, text).stretch(from, to)).toEqual({
            plain,
            lower,
            hits: index.find(plain, lower),
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
