/** Finds many phrases in a text at once, at word boundaries, the longest first. */

export interface Phrase<T> {
  readonly text: string;
  readonly value: T;
}

export interface PhraseHit<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

const WORD_CHAR = /[\p{L}\p{N}]/u;

/**
 * The text with its quotes, dashes and spaces made plain, character for character, so that offsets stay. Lower case is
 * taken where it has the same length.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[\u00a0\u2009\u202f\n\t]/g, ' ');
}

export function lowered(plain: string): string {
  const lower = plain.toLowerCase();
  return lower.length === plain.length
    ? lower
    : [...plain].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}

/**
 * Case rules: a phrase of capitals alone ("US", "DIA") matches only so; one that begins with a capital ("Moscow")
 * matches only with one, capitals throughout included; any other in any case.
 */
export class PhraseIndex<T> {
  private readonly byWord = new Map<string, { lower: string; phrase: string; values: T[] }[]>();

  constructor(phrases: Iterable<Phrase<T>>) {
    const known = new Map<string, { lower: string; phrase: string; values: T[] }>();
    for (const { text, value } of phrases) {
      const phrase = plainText(text);
      const entry = known.get(phrase);
      if (entry) {
        if (!entry.values.includes(value)) entry.values.push(value);
        continue;
      }
      const added = { lower: lowered(phrase), phrase, values: [value] };
      known.set(phrase, added);
      const word = firstWord(added.lower, 0);
      const list = this.byWord.get(word);
      if (list) list.push(added);
      else this.byWord.set(word, [added]);
    }
    for (const list of this.byWord.values())
      list.sort((a, b) => b.lower.length - a.lower.length || (a.lower < b.lower ? -1 : 1));
  }

  /** The longest phrases of a text, left to right, none over another; `plain` and `lower` by the functions above. */
  find(plain: string, lower: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    let at = 0;
    while (at < lower.length) {
      if (!WORD_CHAR.test(lower[at] ?? '') || (at > 0 && WORD_CHAR.test(lower[at - 1] ?? ''))) {
        at++;
        continue;
      }
      const hit = this.at(plain, lower, at);
      if (hit) hits.push(hit);
      at = hit ? hit.end : at + firstWord(lower, at).length;
    }
    return hits;
  }

  /** The longest phrase that begins at `at`; null where none does. */
  at(plain: string, lower: string, at: number): PhraseHit<T> | null {
    for (const entry of this.byWord.get(firstWord(lower, at)) ?? []) {
      const end = at + entry.lower.length;
      if (
        !lower.startsWith(entry.lower, at) ||
        (WORD_CHAR.test(lower[end] ?? '') && WORD_CHAR.test(lower[end - 1] ?? ''))
      )
        continue;
      if (fits(entry.phrase, plain.slice(at, end))) return { start: at, end, values: entry.values };
    }
    return null;
  }
}

function firstWord(lower: string, at: number): string {
  let end = at;
  while (end < lower.length && WORD_CHAR.test(lower[end] ?? '')) end++;
  return lower.slice(at, Math.max(end, at + 1));
}

function fits(phrase: string, found: string): boolean {
  if (phrase === found) return true;
  const first = phrase[0] ?? '';
  const capital = first !== first.toLowerCase();
  if (!capital) return true;
  if (phrase === phrase.toUpperCase()) return false;
  return (
    found === found.toUpperCase() ||
    (found[0] === first && lowered(found) === lowered(phrase) && !/^\p{Ll}/u.test(found))
  );
}
