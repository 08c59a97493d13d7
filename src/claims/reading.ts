import type { Document } from '../model/document.js';
import type { Placed } from './clause.js';
import type { Discourse } from './discourse.js';
import type { LossWord, LossWords } from './loss-words.js';
import type { GoodsMention, Mention } from './mentions.js';
import type { Predicate, SpeechWords } from './predicates.js';
import type { Saying } from './saying.js';
import type { SeizureWords } from './seizure-words.js';
import type { Sentence } from './sentences.js';
import type { Speaker } from './speaker.js';
import type { Trace } from './trace.js';
import type { Dating } from './when.js';

/** Everything that was read from one sentence, for the rules that make claims of it. */
export interface Reading {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly mentions: readonly Placed[];
  readonly goods: readonly Placed<GoodsMention>[];
  readonly predicates: readonly Predicate[];
  readonly sayings: readonly Saying[];
  readonly speakers: readonly Speaker[];
  readonly dating: Dating;
  readonly discourse: Discourse;
  readonly words: SpeechWords;
  readonly lossWords: LossWords;
  readonly seizureWords: SeizureWords;
  /** What the sentence says became of people. */
  readonly losses: readonly LossWord[];
  /** Mentions that name who speaks, and so no side of an act. */
  readonly speaking: ReadonlySet<Mention>;
  readonly published: string | null;
  /** The sentence points back to what was told before it. */
  readonly pointsBack: boolean;
  readonly trace: Trace<Reading> | undefined;
}
