import { wordsIn } from './clause.js';
import type { Token } from './token.js';

/** A list of phrases in lower case, for rules that look whether a sentence holds one. */
export class PhraseList {
  private readonly phrases: readonly { readonly phrase: string; readonly first: string | null }[];

  constructor(phrases: readonly string[]) {
    this.phrases = phrases.map((phrase) => ({
      phrase,
      first: /^[\p{L}-]+(?= |$)/u.exec(phrase)?.[0] ?? null,
    }));
  }

  /** Those phrases of which a sentence has the first word, in the order of the list; it holds no others. */
  among(tokens: readonly Token[]): string[] {
    const words = wordsIn(tokens);
    return this.phrases.flatMap(({ phrase, first }) => (first === null || words.has(first) ? [phrase] : []));
  }
}
