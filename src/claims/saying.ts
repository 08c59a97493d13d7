import type { Modality } from '../model/enums.js';
import type { Chain, Speaker } from './speaker.js';

/** Whose word a stretch of a sentence is. */
export interface Saying {
  /** Position in the sentence's tokens of the word that gives the word to somebody. */
  readonly at: number;
  /** Positions of the first and last token of the attributing words: the speaker, the verb and whom they told. */
  readonly first: number;
  readonly last: number;
  readonly chain: Chain;
  /** All who are named together as the subject, the claimant first among them ("Moscow and Pyongyang"). */
  readonly together: readonly Speaker[];
  /** Whether each of them said it, which gives a claim for each. */
  readonly each: boolean;
  readonly modality: Modality | 'denied';
  /** How deep a source it is: 0 who speaks, 1 whom a speaker cites, 2 from whom the cited have it. */
  readonly depth: number;
  readonly rule: string;
}

/** A speaker where the sentence names them; positions of tokens. */
export interface Candidate {
  readonly speaker: Speaker;
  readonly first: number;
  readonly last: number;
}

/** One speaker's saying; what is not told is that of a plain statement. */
export function sayingOf(
  speaker: Speaker,
  place: Pick<Saying, 'at' | 'first' | 'last' | 'rule'>,
  more: Partial<Pick<Saying, 'modality' | 'depth'>> & { readonly role?: 'relay' | 'claimant' } = {},
): Saying {
  const { role = 'claimant', modality = 'asserted', depth = 0 } = more;
  return { ...place, modality, depth, chain: [{ speaker, role }], together: [speaker], each: false };
}
