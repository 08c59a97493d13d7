import type { Claim } from './claim.js';

/** What a further reader found in a document and the text bears; it stands beside the claims, and is none of them. */
export interface SecondReading {
  readonly document: string;
  /** Version of the reader. */
  readonly reader: string;
  readonly claims: readonly Claim[];
}
