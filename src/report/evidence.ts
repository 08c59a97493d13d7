import type { Names } from '../ledger/names.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Conversion } from '../model/ledger-tables.js';
import type { Terms } from './goods.js';

/** What sentences are made from. */
export interface Evidence {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly documents: ReadonlyMap<string, Document>;
  /** The claim of a document at a position. */
  readonly claimAt: (doc: string, index: number) => Claim | null;
  readonly names: Names;
  readonly terms: Terms;
  readonly conversions: readonly Conversion[];
}
