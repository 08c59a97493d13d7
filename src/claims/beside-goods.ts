import type { Act } from './assemble.js';
import type { Placed } from './clause.js';
import { KNOWLEDGE } from './draft-claim.js';
import { words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import type { Reading } from './reading.js';
import type { Token } from './token.js';

/** What the words beside goods make of them: what they are for, when something is done, that there are none. */

/** "a production line for drones": goods for which a plant or knowledge is. */
export const isWhatFor = (reading: Reading, { mention, first }: Placed<GoodsMention>): boolean =>
  mention.figure === null &&
  reading.goods.some(
    (other) =>
      other.mention.class === 'military_technology' &&
      other.last < first &&
      first - other.last <= 4 &&
      /^(?:for|of|to (?:make|build|produce|assemble))(?: (?:the|its|their|an?))?(?: \w+)?$/.test(
        words(reading, other.last + 1, first),
      ),
  );

/** "after their training they could travel", "without a licence": knowledge that only dates or excuses another act. */
export const isOccasion = (
  { sentence: { tokens } }: Reading,
  { mention, first }: Placed<GoodsMention>,
): boolean =>
  mention.class !== null &&
  KNOWLEDGE.has(mention.class) &&
  mention.figure === null &&
  /^(?:after|before|during|since|despite|following|until|without|lacking)$/.test(
    tokens.slice(Math.max(0, first - 3), first).findLast(({ pos }) => !/^(?:DET|PRON|ADJ|PROPN)$/.test(pos))
      ?.lower ?? '',
  );

/** "has given Russia no arms", "no further drones", "neither rifles nor shells": goods of which the sentence says that there were none. */
export function isNone({ sentence: { tokens } }: Reading, { mention, first }: Placed<GoodsMention>): boolean {
  if (mention.figure !== null) return false;
  const before = tokens.slice(Math.max(0, first - 2), first);
  const none = (token: Token | undefined): boolean => /^(?:no|neither|nor)$/.test(token?.lower ?? '');
  if (none(before.at(-1)) || (none(before[0]) && before[1]?.pos === 'ADJ')) return true;
  // "flown neither fighters nor arms"
  const [or, neither] = [before.at(-1)?.lower, tokens.findIndex(({ lower }) => lower === 'neither')];
  return or === 'or' && neither >= 0 && neither < first && first - neither <= 6;
}

/** "crews who fly the aircraft": what flies, and is no cargo. */
export const isFlown = ({ class: itemClass }: GoodsMention, { predicate }: Act): boolean =>
  (itemClass === 'aircraft' || itemClass === 'drone') && /^(?:fly|ferry)$/.test(predicate.lemma);

/** Parts or material stand before the verb, from which something could be made. */
export const isMaterial = (reading: Reading, verb: number): boolean =>
  reading.goods.some(
    ({ mention, last }) =>
      /^(?:component|nuclear_technology|explosive|container)$/.test(mention.class ?? '') && last < verb,
  ) ||
  /\b(?:parts?|kits?|components?|materials?|cargo|load|boxes|containers?|haul|these|it|they|flights?|ships?|aircraft)$/.test(
    words(reading, 0, verb),
  );
