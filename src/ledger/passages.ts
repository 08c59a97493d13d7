import type { Span } from '../core/span.js';
import { keptBlocks, type Document } from '../model/document.js';
import { RUN } from './shingles.js';

/** The same words in two texts. */
export interface SharedPassage {
  readonly a: Span;
  readonly b: Span;
}

interface Word {
  readonly text: string;
  readonly span: Span;
}

/**
 * The passages that two documents have in common, longest runs of five words or more, in the order of the first; case
 * and punctuation tell no two apart, and no word is in two of them. Blocks that were dropped are left out.
 */
export function sharedPassages(a: Document, b: Document): SharedPassage[] {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const places = new Map<string, number[]>();
  for (let at = 0; at + RUN <= second.length; at++) {
    const run = runAt(second, at);
    const there = places.get(run);
    if (there) there.push(at);
    else places.set(run, [at]);
  }
  const taken = new Set<number>();
  const passages: SharedPassage[] = [];
  for (let at = 0; at + RUN <= first.length;) {
    let best = { from: 0, length: 0 };
    for (const from of (places.get(runAt(first, at)) ?? []).slice(0, LOOKED_AT)) {
      let length = 0;
      while (
        first[at + length] &&
        !taken.has(from + length) &&
        first[at + length]!.text === second[from + length]?.text
      )
        length++;
      if (length > best.length) best = { from, length };
    }
    if (best.length < RUN) {
      at++;
      continue;
    }
    for (let n = 0; n < best.length; n++) taken.add(best.from + n);
    passages.push({
      a: [first[at]!.span[0], first[at + best.length - 1]!.span[1]],
      b: [second[best.from]!.span[0], second[best.from + best.length - 1]!.span[1]],
    });
    at += best.length;
  }
  return passages;
}

/** Of the places where a text repeats five words, this many are looked at: texts that say one thing a thousand times exist. */
const LOOKED_AT = 16;

const runAt = (words: readonly Word[], at: number): string =>
  words
    .slice(at, at + RUN)
    .map(({ text }) => text)
    .join(' ');

const wordsOf = (document: Document): Word[] =>
  keptBlocks(document).flatMap(({ span: [start, end] }) =>
    [...document.text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
      text: word.toLowerCase(),
      span: [start + index, start + index + word.length],
    })),
  );
