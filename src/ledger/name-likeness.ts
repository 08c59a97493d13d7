import { distance } from 'fastest-levenshtein';
import type { NameForm, NameWord } from './name-forms.js';

/** How alike two names are, and why. */
export interface NameLikeness {
  /** 0 to 1; 1 for the same words. */
  readonly score: number;
  readonly why: string;
}

/** What two spellings of one word count for. */
const SPELLED = 0.95;
/** A word may differ in one letter of four. */
const CLOSEST = 0.75;
/** Shorter words differ in one letter by being other words. */
const SHORTEST = 4;
const NOTHING: NameLikeness = { score: 0, why: 'other words' };

/**
 * Compares word by word, in whatever order the words stand. Numbers must be the same: "Sparta II" and "Sparta IV" are
 * two ships. Words that many names have count little. What is written together in one and apart in the other is compared
 * as a whole, too.
 */
export function nameLikeness(a: NameForm, b: NameForm): NameLikeness {
  if (a.words.length === 0 || b.words.length === 0 || a.numbers !== b.numbers) return NOTHING;
  const byWords = wordsLikeness(a.words, b.words);
  const whole = wholeLikeness(a, b);
  return whole !== null && whole.score > byWords.score ? whole : byWords;
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly likeness: number;
}

function wordsLikeness(a: readonly NameWord[], b: readonly NameWord[]): NameLikeness {
  const pairs: Pair[] = [];
  for (const [i, one] of a.entries()) {
    for (const [j, two] of b.entries()) {
      const likeness = wordLikeness(one, two);
      if (likeness > 0) pairs.push({ i, j, likeness });
    }
  }
  pairs.sort((x, y) => y.likeness - x.likeness || x.i - y.i || x.j - y.j);
  const [left, right] = [new Set(a.keys()), new Set(b.keys())];
  let shared = 0;
  let spelled = 0;
  for (const { i, j, likeness } of pairs) {
    if (!left.has(i) || !right.has(j)) continue;
    left.delete(i);
    right.delete(j);
    shared += likeness * (weight(a[i]) + weight(b[j]));
    if (likeness < 1) spelled++;
  }
  if (shared === 0) return NOTHING;
  const rest = [...[...left].map((i) => a[i]), ...[...right].map((j) => b[j])];
  const alone = rest.reduce((sum, word) => sum + weight(word), 0);
  const total = [...a, ...b].reduce((sum, word) => sum + weight(word), 0);
  const score = shared / total;
  const missing = rest.flatMap((word) => word?.plain ?? []);
  const why =
    alone === 0 && spelled === 0
      ? 'the same words'
      : [
          ...(spelled > 0 ? [`${spelled} ${spelled === 1 ? 'word' : 'words'} spelled otherwise`] : []),
          ...(missing.length > 0 ? [`in one alone: ${missing.join(' ')}`] : []),
        ].join('; ');
  return { score, why };
}

const weight = (word: NameWord | undefined): number => word?.weight ?? 0;

/** 0 to 1; 0 for other words. */
export function wordLikeness(a: NameWord, b: NameWord): number {
  if (a.plain === b.plain) return 1;
  if (a.number !== null || b.number !== null) return a.number === b.number ? SPELLED : 0;
  if (a.variant !== null && a.variant === b.variant) return SPELLED;
  if (a.sound === b.sound) return SPELLED;
  return SPELLED * lettersLikeness(a.sound, b.sound);
}

/** 1 less the share of letters that differ; 0 where that is more than spelling. */
function lettersLikeness(a: string, b: string): number {
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (short < SHORTEST || short < CLOSEST * long) return 0;
  const likeness = 1 - distance(a, b) / long;
  return likeness >= CLOSEST ? likeness : 0;
}

/** Names of as many words are compared by them alone. */
function wholeLikeness(a: NameForm, b: NameForm): NameLikeness | null {
  if (a.words.length === b.words.length) return null;
  const likeness = a.joined === b.joined ? 1 : lettersLikeness(a.joined, b.joined);
  return likeness < 0.9 ? null : { score: SPELLED * likeness, why: 'written together or apart' };
}
