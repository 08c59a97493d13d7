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
  /** Set for every first word, by its hash: most words of a text begin nothing, and are told so without being cut out. */
  private readonly begins = new Uint8Array(HASHES);

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
      this.begins[hashOf(first, 0, first.length)] = 1;
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
      const end = wordEnd(lower, at);
      const hit = this.from(plain, lower, at, end);
      // The rest of the word in which a hit ends, or of the word that begins none, begins nothing.
      at = end;
      if (hit === null) continue;
      hits.push(hit);
      at = isWordChar(lower, hit.end - 1) ? wordEnd(lower, hit.end - 1) : hit.end;
    }
    return hits;
  }

  /** The longest phrase that begins at `at`; null where none does. */
  at(plain: string, lower: string, at: number): PhraseHit<T> | null {
    return this.from(plain, lower, at, wordEnd(lower, at));
  }

  /** The longest phrase that begins with the word from `at` to `end`. */
  private from(plain: string, lower: string, at: number, end: number): PhraseHit<T> | null {
    if (this.begins[hashOf(lower, at, end)] === 0) return null;
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

/** The stretches of a text, its phrases found once for all of them. */
export class PhrasedText<T> {
  private readonly plain: string;
  private readonly lower: string;
  readonly hits: readonly PhraseHit<T>[];
  /** Lower case depends on what stands around a stretch: each is read for itself. */
  private readonly apart: boolean;

  constructor(
    private readonly index: PhraseIndex<T>,
    text: string,
  ) {
    this.plain = plainText(text);
    this.lower = lowered(this.plain);
    this.hits = index.find(this.plain, this.lower);
    this.apart = this.plain.includes('Σ') || this.plain.toLowerCase().length !== this.plain.length;
  }

  /** The whole text made plain. */
  get whole(): string {
    return this.plain;
  }

  /** A stretch made plain, with the phrases that it holds by itself, counted from its start. */
  stretch(from: number, to: number): { plain: string; lower: string; hits: PhraseHit<T>[] } {
    const plain = this.plain.slice(from, to);
    if (this.apart || this.cuts(from) || this.cuts(to)) {
      const lower = lowered(plain);
      return { plain, lower, hits: this.index.find(plain, lower) };
    }
    const hits: PhraseHit<T>[] = [];
    for (let i = this.firstBehind(from); i < this.hits.length; i++) {
      const { start, end, values } = this.hits[i] as PhraseHit<T>;
      if (start >= to) break;
      hits.push({ start: start - from, end: end - from, values });
    }
    return { plain, lower: this.lower.slice(from, to), hits };
  }

  /** Whether a place lies within a word or a phrase. */
  private cuts(at: number): boolean {
    if (at > 0 && at < this.lower.length && isWordChar(this.lower, at - 1) && isWordChar(this.lower, at))
      return true;
    const before = this.hits[this.firstBehind(at) - 1];
    return before !== undefined && before.end > at;
  }

  /** Position of the first hit that begins at a place or behind it. */
  private firstBehind(at: number): number {
    let [low, high] = [0, this.hits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.hits[middle] as PhraseHit<T>).start < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const HASHES = 1 << 17;

/** A number below `HASHES` for the characters from `at` to `end`. */
function hashOf(text: string, at: number, end: number): number {
  let hash = 0;
  for (let i = at; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 15)) & (HASHES - 1);
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
