import type { Span } from '../core/span.js';

/**
 * Texts and queries as words that can be found: without case and accents, a number without the marks between its
 * thousands, each character of a script without spaces by itself. Both databases are given these words, and not the
 * texts, so that no dictionary or locale of a server has a part in what is found.
 */

interface Word {
  readonly word: string;
  readonly span: Span;
}

/** What a search looks for: every word of it, the last one also where it is only begun. */
export interface SearchTerm {
  readonly word: string;
  /** Whether longer words that begin so are meant too. */
  readonly open: boolean;
}

const WORD =
  /\p{Nd}{1,3}(?:[,.\u00a0\u202f]\p{Nd}{3})+(?!\p{Nd})|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

/** Longer runs are no words, but what a page hides in its markup. */
const LONGEST = 60;

export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const word = foldedWord(found);
    if (word !== '' && word.length <= LONGEST) yield { word, span: [index, index + found.length] };
  }
}

const foldedWord = (word: string): string => {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return /^\p{Nd}/u.test(plain) && /[,.\s]/.test(plain) ? plain.replace(/[,.\s]/g, '') : plain;
};

/** The distinct words of some texts, sorted. */
export const distinctWords = (texts: readonly (string | null | undefined)[]): string[] =>
  [...new Set(texts.flatMap((text) => [...wordsIn(text ?? '')].map(({ word }) => word)))].sort();

/** A word is looked for with its endings from this length on: "ship" finds "ships" and "shipment". */
const OPEN_FROM = 3;
/** Words of a query that are looked for. */
const MOST_TERMS = 12;

export function searchTerms(query: string): SearchTerm[] {
  const words = [...wordsIn(query)].slice(0, MOST_TERMS);
  // What is followed by a space or mark has been written to its end.
  const ended = words.at(-1)?.span[1] !== query.length;
  return words.map(({ word }, at) => {
    const letters = /^\p{L}+$/u.test(word);
    const last = at === words.length - 1 && !ended;
    const stem = letters && word.length > OPEN_FROM && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
    return { word: stem, open: (letters && stem.length >= OPEN_FROM) || (last && word.length >= 2) };
  });
}

/** Where a text has the words that are looked for. */
export function highlightsIn(text: string, terms: readonly SearchTerm[]): Span[] {
  if (terms.length === 0) return [];
  return [...wordsIn(text)].flatMap(({ word, span }) =>
    terms.some((term) => (term.open ? word.startsWith(term.word) : word === term.word)) ? [span] : [],
  );
}
