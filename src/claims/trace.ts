import type { Span } from '../core/span.js';
import type { DraftClaim } from './draft-claim.js';

/**
 * What the reader tells of its work to whoever asks (`extract(document, trace)`). It hands over what it has made anyway;
 * without a trace it only finds that there is none. `R` is all that is read from a sentence.
 */
export interface Trace<R> {
  /** Words that came near to a claim and made none, with the reason; told before the sentence that holds them. */
  passedOver(at: Span, why: string): void;
  /** A sentence was read: all that was found in it, and the drafts that were made of it. */
  sentence(reading: R, drafts: readonly DraftClaim[]): void;
  /** The conventions have been applied to the whole document: the drafts that they left, the same objects. */
  settled(drafts: readonly DraftClaim[]): void;
}
