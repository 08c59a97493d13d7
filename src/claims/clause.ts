import type { Sentence } from './sentences.js';
import type { Token } from './token.js';
import type { Mention } from './mentions.js';

/** Positions of a mention's first and last token in its sentence. */
export interface Placed<M extends Mention = Mention> {
  readonly mention: M;
  readonly first: number;
  readonly last: number;
}

export function place<M extends Mention>(sentence: Sentence, mentions: readonly M[]): Placed<M>[] {
  return mentions.map((mention) => ({
    mention,
    first: Math.max(0, firstBehind(sentence.tokens, mention.span[0])),
    last: Math.max(0, lastBefore(sentence.tokens, mention.span[1])),
  }));
}

/** Position of the first token that ends behind an offset; -1 where none does. */
export function firstBehind(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end > offset) high = middle;
    else low = middle + 1;
  }
  return low < tokens.length ? low : -1;
}

/** Position of the last token that begins before an offset; -1 where none does. */
export function lastBefore(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Position of the last word before a verb and its helpers ("the ministry has since", of "said"); -1 for none. */
export const beforeVerb = (tokens: readonly Token[], verb: number): number =>
  tokens.findLastIndex(({ pos }, i) => i < verb && !/^(?:AUX|ADV|PART)$/.test(pos));

const STRONG = new Set([';', ':', '—', '–']);
const WEAK = new Set(
  'which who whose while whereas although though but because when where after before if unless since as'.split(
    ' ',
  ),
);

const texts = new WeakMap<readonly Token[], string>();

/** The words of a sentence in lower case, joined by spaces, kept for all that look for phrases in it. */
export function lowerText(tokens: readonly Token[]): string {
  const cached = texts.get(tokens);
  if (cached !== undefined) return cached;
  const text = tokens.map((token) => token.lower).join(' ');
  texts.set(tokens, text);
  return text;
}

const wordSets = new WeakMap<readonly Token[], ReadonlySet<string>>();

/**
 * The words of a sentence in lower case: its runs of letters and hyphens, kept for all that ask. A phrase stands in a
 * sentence only where its words do: rules that look for many phrases ask for their first words here.
 */
export function wordsIn(tokens: readonly Token[]): ReadonlySet<string> {
  const cached = wordSets.get(tokens);
  if (cached !== undefined) return cached;
  const words = new Set<string>();
  for (const { lower } of tokens) {
    if (/^[a-z-]+$/.test(lower)) words.add(lower);
    else for (const [run] of lower.matchAll(/[\p{L}-]+/gu)) words.add(run);
  }
  wordSets.set(tokens, words);
  return words;
}

/** A word that opens a clause of its own. */
export const isClauseOpener = (token: Token): boolean =>
  token.lower === 'that' ? token.pos === 'PRON' : WEAK.has(token.lower) && token.pos !== 'ADP';

/** How far apart two positions are in clauses: marks and conjunctions between them. */
export function separation(tokens: readonly Token[], a: number, b: number): number {
  const [from, to] = a < b ? [a, b] : [b, a];
  if (to - from < 2) return 0;
  const sums = boundarySums(tokens);
  return (sums[to - 1] ?? 0) - (sums[from] ?? 0);
}

/** Sums of the boundaries up to each token, kept for a sentence: every pair of its mentions and predicates asks. */
const known = new WeakMap<readonly Token[], Float64Array>();

function boundarySums(tokens: readonly Token[]): Float64Array {
  const cached = known.get(tokens);
  if (cached !== undefined) return cached;
  const sums = new Float64Array(tokens.length);
  let sum = 0;
  tokens.forEach((_, i) => (sums[i] = sum += boundaryAt(tokens, i)));
  known.set(tokens, sums);
  return sums;
}

/** How much a token parts what stands before it from what stands behind. */
function boundaryAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  const next = tokens[i + 1]?.pos ?? '';
  if (STRONG.has(token.text)) return 2;
  // "data, with which it has improved its missiles": farther from what stands before than "which" alone.
  if (/^(?:which|whom)$/.test(token.lower) && /^(?:with|by|through|from)$/.test(tokens[i - 1]?.lower ?? ''))
    return 2;
  if (WEAK.has(token.lower) && token.pos !== 'ADP') return 1;
  if (token.lower === 'to') return next === 'VERB' ? 0.5 : 0;
  const clause =
    token.lower === 'and' &&
    /^(?:PRON|DET|PROPN|VERB|AUX)$/.test(next) &&
    tokens.slice(i + 1, i + 6).some((t) => t.pos === 'VERB' || t.pos === 'AUX');
  return clause ? 1 : 0;
}

/** The preposition that governs a mention, with determiners and adjectives between passed over; empty where none does. */
export function prepositionOf(tokens: readonly Token[], first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    const token = tokens[i] as Token;
    // "In 2023 Wen sent": a year is no part of what follows it.
    if (/^(?:1[89]|20)\d\d$/.test(token.lower)) return '';
    if (
      /^(?:DET|ADJ|NUM)$/.test(token.pos) ||
      /^(?:its|their|his|her|the|both|far|["'“”‘’])$/.test(token.lower)
    )
      continue;
    if (
      token.pos === 'ADP' ||
      /^(?:to|from|into|by|in|at|on|for|with|against|via|through|towards?|between|off|near|over|of|out|aboard)$/.test(
        token.lower,
      )
    ) {
      return token.lower === 'of' && tokens[i - 1]?.lower === 'out' ? 'out of' : token.lower;
    }
    return '';
  }
  return '';
}
