import { canonicalJson, sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { DocumentFrame } from '../model/ledger-rows.js';
import { compare } from './statement-date.js';

/**
 * What a ledger was built from, in one hash that follows a change without a look at the rest: documents have digests,
 * and their sum (Bellare and Micciancio, "A new paradigm for collision-free hashing", 1997) plays with no order.
 */

const MODULUS = 1n << 256n;

/** The sum of no digests. */
export const NO_DOCUMENTS = '0'.repeat(64);

/** Of a document's head and of its claims as they stand. */
export const documentDigest = (head: DocumentFrame, claims: readonly Claim[]): string =>
  sha256(canonicalJson([head, claims.map(stateOfClaim).sort(compare)]));

/** A claim's id says what was read; what a judgement made of it is beside it. */
const stateOfClaim = (claim: Claim): string =>
  claim.judgement === undefined ? claim.id : `${claim.id} ${sha256(canonicalJson(claim))}`;

/** A sum of digests with some taken out and some put in; all in hex. */
export function digestSum(
  sum: string,
  change: { readonly removed?: Iterable<string>; readonly added?: Iterable<string> },
): string {
  let total = BigInt(`0x${sum}`);
  for (const digest of change.removed ?? []) total -= BigInt(`0x${digest}`);
  for (const digest of change.added ?? []) total += BigInt(`0x${digest}`);
  return (((total % MODULUS) + MODULUS) % MODULUS).toString(16).padStart(64, '0');
}

/** SHA-256 of what a ledger was built by and from: equal states are equal ledgers. */
export const ledgerState = (version: string, sum: string): string => sha256(`${version} ${sum}`);
