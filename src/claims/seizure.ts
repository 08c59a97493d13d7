import type { DraftClaim } from './draft-claim.js';

/** A seizure of which the text goes on to speak. */
export interface Seizure {
  /** What its own sentence said of when, where, on which ship, from whom and for whom. */
  readonly about: DraftClaim;
  /** The claims made of it so far. */
  readonly drafts: DraftClaim[];
  /** Paragraph in which it was last spoken of. */
  block: number;
  /** The items of a list, each a seizure, of which later sentences speak together. */
  readonly listed?: boolean;
}
