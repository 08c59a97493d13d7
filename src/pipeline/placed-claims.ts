import { dayBounds } from '../core/edtf-date.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { StrikeCase } from '../model/strike-case.js';
import type { OpenCase } from './open-case.js';

/** A claim that is no repetition, with the finding on which it stands and the days of which it speaks. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly finding: string | null;
  /** EDTF of the statement, else of the publication; null where neither is known. */
  readonly stated: string | null;
}

/** First and last day; null for an end that is open or unknown. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** Every claim of the ledger that repeats no other, in statement order. */
export async function ownClaims({ store }: OpenCase): Promise<PlacedClaim[]> {
  const findings = new Map<string, string>();
  const echoes = new Set<string>();
  for await (const { id, claims } of store.findings())
    for (const { claim, echo_of } of claims) {
      if (echo_of !== null) echoes.add(claim);
      else if (!findings.has(claim)) findings.set(claim, id);
    }
  const published = new Map<string, string | null>();
  for await (const document of store.documents())
    published.set(document.id, document.published?.edtf ?? null);
  const own: PlacedClaim[] = [];
  for await (const claim of store.claims()) {
    if (echoes.has(claim.id)) continue;
    const stated = claimantOf(claim).stated ?? published.get(claim.doc) ?? null;
    own.push({ claim, finding: findings.get(claim.id) ?? null, stated });
  }
  return own;
}

export function daysOf(edtf: string | null): Days {
  const bounds = edtf === null ? null : dayBounds(edtf);
  return { from: bounds?.start ?? null, to: bounds?.end ?? null };
}

/** The strike that each claim tells of. */
export const strikeOfClaim = (strikes: readonly StrikeCase[]): ReadonlyMap<string, string> =>
  new Map(strikes.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
