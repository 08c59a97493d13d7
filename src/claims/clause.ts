import type { Sentence, Token } from './sentences.js';
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
    first: Math.max(
      0,
      sentence.tokens.findIndex((token) => token.end > mention.span[0]),
    ),
    last: lastTokenBefore(sentence.tokens, mention.span[1]),
  }));
}

function lastTokenBefore(tokens: readonly Token[], end: number): number {
  for (let i = tokens.length - 1; i >= 0; i--) if ((tokens[i] as Token).start < end) return i;
  return 0;
}

const STRONG = /^(?:;|:|—|–)$/;
const WEAK =
  /^(?:which|who|whose|while|whereas|although|though|but|because|when|where|after|before|if|unless|since|as)$/;

/** How far apart two positions are in clauses: marks and conjunctions between them. */
export function separation(tokens: readonly Token[], a: number, b: number): number {
  const [from, to] = a < b ? [a, b] : [b, a];
  let count = 0;
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i] as Token;
    if (STRONG.test(token.text)) count += 2;
    else if (WEAK.test(token.lower) && token.pos !== 'ADP') count += 1;
    else if (
      token.lower === 'and' &&
      /^(?:PRON|DET|PROPN|VERB|AUX)$/.test(tokens[i + 1]?.pos ?? '') &&
      tokens.slice(i + 1, i + 6).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
    )
      count += 1;
    else if (token.lower === 'to' && tokens[i + 1]?.pos === 'VERB') count += 0.5;
  }
  return count;
}

/** The preposition that governs a mention, with determiners and adjectives between passed over; empty where none does. */
export function prepositionOf(tokens: readonly Token[], first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    const token = tokens[i] as Token;
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
