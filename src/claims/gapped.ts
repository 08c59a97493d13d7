import type { Act } from './assemble.js';
import type { Placed } from './clause.js';
import type { GoodsMention } from './mentions.js';
import type { Reading } from './reading.js';
import { isPartylike, partyOf } from './roles.js';

/**
 * "Serbia sold Chad mortars, Bulgaria rifles and Turkey drones", "… Turkey with drones": who does with these goods what
 * the sentence's verb told of others; null where nobody stands before them so.
 */
export function gappedSubject(
  { sentence: { tokens }, mentions, predicates }: Reading,
  goods: Placed<GoodsMention>,
  { predicate }: Act,
): string | null {
  if (predicate.voice !== 'active') return null;
  const named = mentions.findLast(
    ({ mention, first, last }) =>
      isPartylike(mention) && first > predicate.last + 1 && last < goods.first && partyOf(mention) !== null,
  );
  if (named === undefined || !isPartylike(named.mention)) return null;
  const { first, last } = named;
  const opens = /^(?:,|and|;)$/.test(tokens[first - 1]?.text ?? '');
  const told = mentions.some(
    ({ mention, first: at }) => mention.type === 'goods' && at > predicate.last && at < first,
  );
  const verb = predicates.some((p) => p.voice !== 'nominal' && p.first > first && p.first < goods.first);
  const joint = tokens.slice(last + 1, goods.first);
  const bare = joint.every(({ lower, pos }) => lower === 'with' || pos === 'NUM' || pos === 'DET');
  const qualifies = goods.mention.span[0] <= named.mention.span[0];
  return opens && told && bare && !verb && !qualifies ? partyOf(named.mention) : null;
}
