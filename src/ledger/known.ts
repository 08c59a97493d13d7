import { dayBounds } from '../core/edtf-date.js';
import type { KnownTo } from '../model/change.js';

/** When a document came out, and when the case obtained it. */
export interface Appearance {
  /** EDTF; null where unknown. */
  readonly published: string | null;
  /** Day on which the case first obtained it, `YYYY-MM-DD`. */
  readonly obtained: string;
}

/**
 * The first day, `YYYY-MM-DD`, on which a document could be known. A month of publication counts as its last day, as
 * everywhere in the ledger; a document without a date was known to the world, at the latest, when the case obtained it.
 */
export function knownSince({ published, obtained }: Appearance, knownTo: KnownTo): string {
  if (knownTo === 'case') return obtained;
  return (published === null ? null : (dayBounds(published)?.end ?? null)) ?? obtained;
}
