import type { Span } from '../core/span.js';
import type { DraftClaim } from './draft-claim.js';
import type { Reading } from './reading.js';
import type { Trace } from './trace.js';

/** A sentence as the reader left it. */
export interface NotedSentence {
  readonly reading: Reading;
  readonly drafts: readonly DraftClaim[];
  readonly passedOver: readonly Near[];
}

/** Words that made no claim. */
interface Near {
  readonly span: Span;
  readonly why: string;
}

/** Keeps what the reader tells until the document is read. */
export class Notes implements Trace<Reading> {
  readonly sentences: NotedSentence[] = [];
  kept: ReadonlySet<DraftClaim> = new Set();
  private pending: Near[] = [];

  passedOver(span: Span, why: string): void {
    this.pending.push({ span, why });
  }
  sentence(reading: Reading, drafts: readonly DraftClaim[]): void {
    this.sentences.push({ reading, drafts, passedOver: this.pending });
    this.pending = [];
  }
  settled(drafts: readonly DraftClaim[]): void {
    this.kept = new Set(drafts);
  }
}
