import type { Interval } from '../core/interval.js';
import type { Claim } from '../model/claim.js';
import type { Names } from './names.js';

/** "About" n is read as n less and plus a tenth. */
const ABOUT = 0.1;
const APPROXIMATE =
  /^(?:about|some|around|approximately|roughly|circa|an estimated|estimated|or so|more or less|~)$/i;

/**
 * What a claim's figure allows, both ends included; null where the claim gives no figure, a share alone, or a vague word
 * without a range.
 */
export function intervalOf(
  claim: Pick<Claim, 'quantity'>,
  names: Pick<Names, 'vagueRange'>,
): Interval | null {
  const { quantity } = claim;
  if (quantity === null) return null;
  const { low, high } = quantity;
  if (low === null && high === null)
    return quantity.vague === true ? names.vagueRange(quantity.wording) : null;
  if (!APPROXIMATE.test(quantity.qualifier ?? '')) return { low, high };
  return {
    low: low === null ? null : low * (1 - ABOUT),
    high: high === null ? null : high * (1 + ABOUT),
  };
}
