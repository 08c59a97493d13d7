import type { Token } from './token.js';

/** A phrase of a word list found in a sentence: positions of its first and last token. */
export interface PhraseAt<T> {
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

interface Entry<T> {
  /** For each word behind the first, the forms in which it may stand. */
  readonly rest: readonly ReadonlySet<string>[];
  readonly value: T;
}

const NONE: readonly never[] = [];

/** Other words that may stand between the parts of a phrase ("claimed the lives of"). */
const GAP = 2;

/** Finds the phrases of a word list in tagged sentences, in whatever form their words stand. */
export class TokenPhrases<T> {
  private readonly byForm = new Map<string, Entry<T>[]>();

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of phrases) {
      const [first = '', ...others] = phrase.split(' ');
      const entry = { rest: others.map((word) => new Set(formsOf(word))), value };
      for (const form of formsOf(first)) {
        const list = this.byForm.get(form);
        if (list) list.push(entry);
        else this.byForm.set(form, [entry]);
      }
    }
  }

  /** Every phrase that begins at a token, the longest first. */
  at(tokens: readonly Token[], i: number): PhraseAt<T>[] {
    const found: PhraseAt<T>[] = [];
    for (const { rest, value } of this.entries(tokens[i])) {
      const last = lastOf(rest, tokens, i);
      if (last !== null) found.push({ first: i, last, value });
    }
    return found.length < 2 ? found : found.sort((a, b) => b.last - a.last);
  }

  /** Whether a token is a word of the list by itself. */
  has(token: Token | undefined): boolean {
    return this.entries(token).some(({ rest }) => rest.length === 0);
  }

  /** Whether a lower-case word is a form of a word of the list. */
  hasForm(word: string): boolean {
    return this.byForm.get(word)?.some(({ rest }) => rest.length === 0) ?? false;
  }

  private entries(token: Token | undefined): readonly Entry<T>[] {
    if (token === undefined) return NONE;
    const { lower, lemma } = token;
    return this.byForm.get(lower) ?? (lemma === lower ? NONE : (this.byForm.get(lemma) ?? NONE));
  }
}

function lastOf(rest: readonly ReadonlySet<string>[], tokens: readonly Token[], i: number): number | null {
  let at = i;
  for (const forms of rest) {
    const next = tokens
      .slice(at + 1, at + 2 + GAP)
      .findIndex((token) => forms.has(token.lower) || forms.has(token.lemma));
    if (next < 0) return null;
    at += 1 + next;
  }
  return at;
}

/** The regular forms of a word, those of a verb and of a noun alike; irregular ones are the tagger's to reduce. */
function formsOf(word: string): string[] {
  const stem = word.replace(/e$/, '');
  const forms = [word, `${word}s`, `${word}es`, `${stem}ed`, `${stem}ing`];
  if (/[^aeiou]y$/.test(word)) forms.push(word.replace(/y$/, 'ies'), word.replace(/y$/, 'ied'));
  if (/[^aeiou][aeiou][bdgmnprt]$/.test(word))
    forms.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`);
  return forms;
}
