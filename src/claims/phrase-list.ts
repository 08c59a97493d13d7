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

  /** The first phrase of the list that `holds`, of those whose first word the sentence has. */
  find(tokens: readonly Token[], holds: (phrase: string) => boolean): string | undefined {
    const words = wordsIn(tokens);
    return this.phrases.find(({ phrase, first }) => (first === null || words.has(first)) && holds(phrase))
      ?.phrase;
  }
}
