import { separation, type Placed } from './clause.js';
import { isPeople } from './draft-claim.js';
import type { GoodsMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import type { Reading } from './reading.js';
import { isPartylike, partyOf } from './roles.js';

/** What an agreement is for, and between whom. */

/** Goods that an agreement is for, behind its noun or verb. */
export const goodsOf = (reading: Reading, last: number): Placed<GoodsMention>[] =>
  reading.goods.filter(
    ({ mention, first }) =>
      first > last &&
      !isPeople(mention) &&
      mention.class !== 'money' &&
      separation(reading.sentence.tokens, last, first) < 2,
  );

/** The parties in the clauses of an agreement, in the order named. */
export function partiesNear(
  reading: Reading,
  { first }: Predicate,
): { readonly id: string; readonly first: number }[] {
  const found: { id: string; first: number }[] = [];
  for (const placed of reading.mentions) {
    if (!isPartylike(placed.mention) || reading.speaking.has(placed.mention)) continue;
    const id = partyOf(placed.mention);
    if (
      id === null ||
      found.some((other) => other.id === id) ||
      separation(reading.sentence.tokens, placed.first, first) > 2
    )
      continue;
    if (
      placed.mention.type === 'party' &&
      placed.mention.form === 'demonym' &&
      reading.goods.some((g) => g.mention.make === id)
    )
      continue;
    found.push({ id, first: placed.first });
  }
  return found;
}
