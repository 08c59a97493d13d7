import type { Reading } from './reading.js';
import type { Saying } from './saying.js';
import type { Token } from './token.js';
import type { Chain } from './speaker.js';

/** Whose word a position of a sentence is, among the sayings that the sentence holds. */

/** The innermost saying that governs a position; null where none does. */
export function sayingFor({ sayings, sentence, discourse }: Reading, at: number): Saying | null {
  if (sayings.length === 0) return discourse.list?.saying ?? null;
  const ranked = sayings
    .filter(({ chain }) => chain.at(-1)?.role === 'claimant')
    .map((saying) => ({
      saying,
      cost: 20 * segments(sentence.tokens, sayings, saying.at, at) + outerness(saying, at),
    }))
    .sort((a, b) => a.cost - b.cost);
  return ranked[0]?.saying ?? null;
}

/** The whole chain of a sentence for one saying, outermost first: those who pass the word on stand before it. */
export function chainFor({ sayings, sentence }: Reading, saying: Saying | null, at: number): Chain {
  if (saying === null) return [];
  const claimant = saying.chain.at(-1);
  if (claimant === undefined) return [];
  const others = sayings
    .filter((other) => other !== saying && segments(sentence.tokens, sayings, other.at, saying.at) === 0)
    .sort((a, b) => outerness(b, at) - outerness(a, at));
  const relays = others.flatMap(({ chain }) =>
    chain.map(({ speaker }) => ({ speaker, role: 'relay' as const })),
  );
  const seen = new Set<string>([claimant.speaker.who]);
  const before = [...relays, ...saying.chain.slice(0, -1)].filter(({ speaker }) =>
    seen.has(speaker.who) ? false : (seen.add(speaker.who), true),
  );
  return [...before, claimant];
}

/** Whoever is cited is inside whoever cites; before the act the last to be named, behind it the first. */
function outerness({ at, depth, chain, rule }: Saying, act: number): number {
  if (rule === 'label') return 4;
  const relay = chain.at(-1)?.role === 'relay' ? 1 : 0;
  const place = at <= act ? 1 + (act - at) / 1000 : 2 + (at - act) / 1000;
  return depth > 0 ? 1 - depth : place + relay;
}

/** How many breaks part two positions: marks and conjunctions behind which another speaks. */
function segments(tokens: readonly Token[], sayings: readonly Saying[], a: number, b: number): number {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return tokens.slice(from + 1, to + 1).filter((_, i) => isBreak(tokens, sayings, from + 1 + i)).length;
}

function isBreak(tokens: readonly Token[], sayings: readonly Saying[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.text === ';' || token.lower === 'while' || token.lower === 'whereas') return true;
  if (sayings.some(({ first, rule }) => first === i && rule === 'gapped')) return true;
  const speaks = sayings.some(({ first, at, rule }) => first === i && first < at && rule.startsWith('said:'));
  const earlier = sayings.some(({ at, depth }) => at < i && depth === 0);
  return speaks && earlier && /^(?:and|but|yet|though|although)$/.test(before(tokens, i));
}

/** The word before a phrase, its article passed over. */
function before(tokens: readonly Token[], i: number): string {
  return (/^(?:the|a|an)$/.test(tokens[i - 1]?.lower ?? '') ? tokens[i - 2] : tokens[i - 1])?.lower ?? '';
}
