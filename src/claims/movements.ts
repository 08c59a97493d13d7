import { itemOf } from './draft-claim.js';
import type { DraftClaim } from './draft-claim.js';
import { draftFor } from './reading.js';
import type { Reading } from './reading.js';
import { noParties } from './roles.js';

/** Ships, planes and trains on their way. */

/** A ship, plane or train on a path, with no goods handed over in the sentence. */
export function movements(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  if (made.length > 0) return [];
  const predicate = reading.predicates.find((p) =>
    p.frames.some((f) => f.name === 'voyage' || f.name === 'reach' || f.name === 'send'),
  );
  const carried = reading.mentions.some(
    ({ mention }) => mention.type === 'vessel' || mention.type === 'carrier',
  );
  if (!predicate || !carried) return [];
  const draft = draftFor(reading, 'movement', predicate, noParties());
  if (draft.route === null || (draft.route.origin === null && draft.route.destination === null)) return [];
  const container = reading.goods.find((g) => g.mention.class === 'container');
  draft.item = container ? itemOf(container.mention) : null;
  draft.rules.push('movement');
  return [draft];
}
