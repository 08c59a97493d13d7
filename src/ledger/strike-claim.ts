import type { Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';

/** A claim with how it stands in the ledger. */
export interface StrikeClaim {
  readonly claim: Claim;
  /** Of the statement, else of publication; null where unknown. */
  readonly day: string | null;
  readonly entry: KeptFinding['claims'][number];
  /** Whether it is the word of the page itself. */
  readonly narrated: boolean;
}
