import { fits, itemOf, quantityOf } from './draft-claim.js';
import type { DraftClaim } from './draft-claim.js';
import { freeFigures } from './figures-in.js';
import type { Frame } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { strikeParties } from './strikes.js';

/** Attacks that are counted. */

/** "two other cases of the launch of …", "64 strikes". */
export function countedEvents(reading: Reading): DraftClaim[] {
  const { tokens } = reading.sentence;
  const drafts: DraftClaim[] = [];
  for (const { mention, last } of freeFigures(reading)) {
    const cases = tokens
      .slice(last + 1, last + 6)
      .some((t) => /^(?:case|incident|instance|occasion)s?$/.test(t.lower));
    const predicate = reading.predicates.find(
      (p) =>
        (p.voice === 'nominal' || cases) &&
        p.first > last &&
        !/^(?:DET|PRON)$/.test(tokens[p.last + 1]?.pos ?? '') && // "one hit a warehouse"
        p.first - last <= (cases ? 9 : 5) &&
        tokens
          .slice(last + 1, p.first)
          .every((t) => /^(?:ADJ|NOUN|DET|ADP|PROPN|PUNCT|ADV|NUM)$/.test(t.pos)) &&
        p.frames.some((f) => f.kind === 'use'),
    );
    if (!predicate) continue;
    const frame = predicate.frames.find((f) => f.kind === 'use') as Frame;
    if (/debris|fragment|wreck|remnant|remain/.test(predicate.lemma)) continue;
    const draft = draftFor(reading, frame.kind, predicate, strikeParties(reading, { predicate, frame }));
    draft.quantity = quantityOf(mention.figure, 'attack', reading.document.text, reading.sentence.span[0]);
    const weapon = reading.goods.find((g) => fits('use', g.mention, false));
    const used = reading.discourse.latest((d) => d.kind === 'use' && d.item !== null);
    draft.item = weapon ? itemOf(weapon.mention) : (used?.item ?? null);
    draft.rules.push(`counted:${predicate.lemma}`);
    drafts.push(draft);
  }
  return drafts;
}
