import { dayBounds } from '../core/edtf-date.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { DocumentHead } from './document-facts.js';

/** The last day of a date; null where it is open or unknown. */
export const lastDay = (edtf: string | null | undefined): string | null =>
  edtf ? (dayBounds(edtf)?.end ?? null) : null;

/** The day on which a claim was made, else published (a month counts as its last day); null where neither is known. */
export function statementDay(claim: Claim, document: DocumentHead | undefined): string | null {
  return lastDay(claimantOf(claim).stated) ?? lastDay(document?.published);
}

export interface Dated {
  readonly claim: Claim;
  /** `YYYY-MM-DD`; null where unknown, which sorts last. */
  readonly day: string | null;
}

/** Statement order: by day; document and position only break ties. */
export function byStatement(a: Dated, b: Dated): number {
  return (
    compare(a.day ?? '9999', b.day ?? '9999') ||
    compare(a.claim.doc, b.claim.doc) ||
    a.claim.index - b.claim.index
  );
}

/** By code unit, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
