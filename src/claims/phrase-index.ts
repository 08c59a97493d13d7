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

/** Whether a letter or digit stands at `at`; the ASCII range, which is nearly all of a text, without a regular expression. */
function isWordChar(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 128 && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

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

interface Entry<T> {
  readonly lower: string;
  readonly phrase: string;
  readonly values: T[];
}

/**
 * Case rules: a phrase of capitals alone ("US", "DIA") matches only so; one that begins with a capital ("Moscow")
 * matches only with one, capitals throughout included; any other in any case.
 */
export class PhraseIndex<T> {
  /** Phrases by their first word and, where they have more, by that and what follows it up to the end of the second. */
  private readonly byOpening = new Map<string, Entry<T>[]>();
  /** First words of phrases that have more than one. */
  private readonly goesOn = new Set<string>();

  constructor(phrases: Iterable<Phrase<T>>) {
    const known = new Map<string, Entry<T>>();
    for (const { text, value } of phrases) {
      const phrase = plainText(text);
      const entry = known.get(phrase);
      if (entry) {
        if (!entry.values.includes(value)) entry.values.push(value);
        continue;
      }
      const added = { lower: lowered(phrase), phrase, values: [value] };
      known.set(phrase, added);
      const first = added.lower.slice(0, wordEnd(added.lower, 0));
      const opening = added.lower.slice(0, secondWordEnd(added.lower, first.length));
      if (opening !== first) this.goesOn.add(first);
      const list = this.byOpening.get(opening);
      if (list) list.push(added);
      else this.byOpening.set(opening, [added]);
    }
    for (const list of this.byOpening.values()) {
      list.sort((a, b) => b.lower.length - a.lower.length || (a.lower < b.lower ? -1 : 1));
    }
  }

  /** The longest phrases of a text, left to right, none over another; `plain` and `lower` by the functions above. */
  find(plain: string, lower: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    let at = 0;
    while (at < lower.length) {
      if (!isWordChar(lower, at)) {
        at++;
        continue;
      }
      const hit = this.at(plain, lower, at);
      if (hit) hits.push(hit);
      at = hit ? hit.end : at;
      // The rest of the word in which a hit ends, or of the word that begins none, begins nothing.
      if (hit === null || (at > 0 && isWordChar(lower, at - 1))) at = wordEnd(lower, at);
    }
    return hits;
  }

  /** The longest phrase that begins at `at`; null where none does. */
  at(plain: string, lower: string, at: number): PhraseHit<T> | null {
    const end = wordEnd(lower, at);
    const first = lower.slice(at, end);
    const longer = this.goesOn.has(first)
      ? this.among(lower.slice(at, secondWordEnd(lower, end)), plain, lower, at)
      : null;
    return longer ?? this.among(first, plain, lower, at);
  }

  private among(opening: string, plain: string, lower: string, at: number): PhraseHit<T> | null {
    for (const entry of this.byOpening.get(opening) ?? []) {
      const end = at + entry.lower.length;
      if (!lower.startsWith(entry.lower, at) || (isWordChar(lower, end) && isWordChar(lower, end - 1)))
        continue;
      if (fits(entry.phrase, plain.slice(at, end))) return { start: at, end, values: entry.values };
    }
    return null;
  }
}

/** End of the word that begins at `at`; past one character where none does. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWordChar(text, end)) end++;
  return Math.max(end, at + 1);
}

/** End of the second word, from the end of the first; that end itself where the text has no more words. */
function secondWordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWordChar(text, at)) at++;
  return at >= text.length ? from : wordEnd(text, at);
}

function fits(phrase: string, found: string): boolean {
  if (phrase === found) return true;
  const first = phrase[0] ?? '';
  const capital = first !== first.toLowerCase();
  if (!capital) return true;
  if (phrase === phrase.toUpperCase()) return false;
  return (
    found === found.toUpperCase() ||
    (found.startsWith(first) && lowered(found) === lowered(phrase) && !/^\p{Ll}/u.test(found))
  );
}
