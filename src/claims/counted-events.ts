import type { Unit } from '../model/enums.js';
import { separation } from './clause.js';
import { fits, isPeople, itemOf, quantityOf } from './draft-claim.js';
import type { DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { Frame } from './predicates.js';
import { draftFor } from './reading.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf } from './roles.js';

/** Events that are counted, and people said to be somewhere or lost. */

/** Counted attacks, launches and voyages: "two other cases of the launch of …", "64 voyages", "five crossings". */
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
        p.first - last <= (cases ? 9 : 5) &&
        tokens
          .slice(last + 1, p.first)
          .every((t) => /^(?:ADJ|NOUN|DET|ADP|PROPN|PUNCT|ADV|NUM)$/.test(t.pos)) &&
        p.frames.some((f) => f.kind === 'use' || f.name === 'voyage'),
    );
    if (!predicate) continue;
    const frame = predicate.frames.find((f) => f.kind === 'use' || f.name === 'voyage') as Frame;
    if (/debris|fragment|wreck|remnant|remain/.test(predicate.lemma)) continue;
    const unit: Unit = frame.kind === 'use' ? 'attack' : 'voyage';
    const draft = draftFor(
      reading,
      frame.kind,
      predicate,
      partiesOf(reading.sentence, predicate, frame, reading.mentions, reading.predicates, reading.speaking),
    );
    draft.quantity = quantityOf(mention.figure, unit, reading.document.text, reading.sentence.span[0]);
    const weapon = reading.goods.find((g) => fits('use', g.mention, false));
    const used = reading.discourse.latest((d) => d.kind === 'use' && d.item !== null);
    draft.item = frame.kind === 'use' ? (weapon ? itemOf(weapon.mention) : (used?.item ?? null)) : null;
    draft.rules.push(`counted:${predicate.lemma}`);
    drafts.push(draft);
  }
  for (const { mention, first } of reading.mentions) {
    if (
      mention.type !== 'carrier' ||
      mention.figure === null ||
      mention.unit === null ||
      mention.figure.distractor !== null
    )
      continue;
    const predicate =
      reading.predicates.find((p) => p.frames.length > 0 && separation(tokens, p.first, first) < 2) ??
      reading.predicates.find(
        (p) => /^(?:count|see|find|show|identify|record|spot)$/.test(p.lemma) && p.last < first,
      );
    if (!predicate || predicate.frames.some((f) => f.kind === 'interdiction' || f.kind === 'use')) continue;
    const draft = draftFor(reading, 'movement', predicate, noParties());
    draft.quantity = quantityOf(
      mention.figure,
      mention.unit,
      reading.document.text,
      reading.sentence.span[0],
    );
    draft.rules.push('counted-carriers');
    drafts.push(draft);
  }
  return drafts;
}

/** "there are no troops in Ukraine": people said to be, or not to be, somewhere. */
export function presences(reading: Reading): DraftClaim[] {
  const { tokens } = reading.sentence;
  return reading.goods.flatMap(({ mention, first, last }) => {
    if (!isPeople(mention)) return [];
    const before = tokens
      .slice(Math.max(0, first - 4), first + 1)
      .map((t) => t.lower)
      .join(' ');
    if (
      !/\bthere (?:are|is|were|was|have been|had been)\b/.test(before) &&
      !/^(?:are|is|were|was|remain|remained) (?:in|at|on|near|still in|now in)\b/.test(
        words(reading, last + 1, last + 4),
      )
    )
      return [];
    const draft = draftFor(reading, 'deployment', null, noParties());
    draft.actor = mention.make;
    draft.item = itemOf(mention);
    draft.quantity = quantityOf(
      mention.figure,
      mention.unit,
      reading.document.text,
      reading.sentence.span[0],
    );
    if (/\bno(?: longer)?\b|\bnot any\b/.test(words(reading, Math.max(0, first - 3), last + 1)))
      draft.polarity = 'negated';
    draft.rules.push('presence');
    return [draft];
  });
}
