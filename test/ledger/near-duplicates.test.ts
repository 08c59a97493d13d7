import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originalOf, overlapOf, repeatsIn } from '../../src/ledger/near-duplicates.js';
import { resemblance, shinglesOf } from '../../src/ledger/shingles.js';
import { sketchOf, type Sketch } from '../../src/ledger/sketch.js';

/** A text of the words at these numbers, some of them changed: one in `every`, none where it is 0. */
const text = (from: number, words: number, every: number): string =>
  Array.from({ length: words }, (_, n) =>
    every > 0 && (n + from) % every === 0 ? `changed${from}x${n}` : `word${n}`,
  ).join(' ');

/** Several articles, each with rewrites that keep more or less of it. */
const documents: fc.Arbitrary<Sketch[]> = fc
  .array(
    fc.tuple(fc.nat(3), fc.nat(20), fc.integer({ min: 30, max: 300 }), fc.constantFrom(0, 0, 12, 20, 40, 90)),
    { minLength: 12, maxLength: 25 },
  )
  .map((shapes) =>
    shapes.map(([article, from, words, every]) =>
      sketchOf(text(from, words, every).replaceAll('word', `a${article}w`)),
    ),
  );

describe('near-duplicates', () => {
  it('are documents whose five-word runs overlap by half or more, and the first of them is repeated', () => {
    let [all, found] = [0, 0];
    fc.assert(
      fc.property(documents, (list) => {
        const repeats = repeatsIn(list);
        list.forEach((document, position) => {
          const earlier = list.slice(0, position);
          const alike = earlier.filter((other) => resemblance(other.shingles, document.shingles) >= 0.5);
          const repeat = repeats.get(document);
          if (alike.length > 0) all++;
          if (repeat === undefined) return;
          found++;
          expect(alike).toContain(repeat.of);
          expect(repeat.overlap).toBe(resemblance(repeat.of.shingles, document.shingles));
          expect(repeat.overlap).toBe(overlapOf(repeat.of, document));
        });
      }),
      { numRuns: 120, seed: 1 },
    );
    expect(all).toBeGreaterThan(300);
    expect(found / all).toBeGreaterThan(0.99);
  });

  it('depend on no third document', () => {
    fc.assert(
      fc.property(documents, (list) => {
        const repeats = repeatsIn(list);
        for (const [document, { of }] of repeats)
          expect(repeatsIn([of, document]).get(document)?.of).toBe(of);
        for (const document of list) {
          if (repeats.has(document)) continue;
          for (const other of list.slice(0, list.indexOf(document)))
            expect(repeatsIn([other, document]).size).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of a near-duplicate repeat the first', () => {
    const chain = new Map([
      ['c', 'b'],
      ['b', 'a'],
    ]);
    const repeats = (one: string): string | null => chain.get(one) ?? null;
    expect(['a', 'b', 'c'].map((one) => originalOf(one, repeats))).toEqual([null, 'a', 'a']);
  });

  it('are none where a text is too short for a run of five words', () => {
    expect(shinglesOf('four words are short')).toHaveLength(0);
    expect(repeatsIn([sketchOf('four words are short'), sketchOf('four words are short')]).size).toBe(0);
  });
});
