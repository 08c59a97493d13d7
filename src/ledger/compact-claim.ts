import type { Claim } from '../model/claim.js';

/**
 * Gives claims the parts that they have in common as one object, and leaves out the rules that read them, which the
 * ledger does not look at: a million claims then take a gigabyte, not four.
 */
export function claimCompactor(): (claim: Claim) => Claim {
  const known = new Map<string, unknown>();
  const one = <T>(part: T): T => {
    if (part === null) return part;
    const key = JSON.stringify(part);
    const there = known.get(key);
    if (there !== undefined) return there as T;
    known.set(key, part);
    return part;
  };
  return (claim) => ({
    ...claim,
    doc: one(claim.doc),
    extractor: one(claim.extractor),
    rules: NO_RULES,
    supplier: one(claim.supplier),
    recipient: one(claim.recipient),
    actor: one(claim.actor),
    target: one(claim.target),
    place: one(claim.place),
    attribution: one(claim.attribution),
    item: one(claim.item),
    quantity: one(claim.quantity),
    when: one(claim.when),
    route: one(claim.route),
  });
}

const NO_RULES: readonly string[] = [];
