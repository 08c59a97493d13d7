import { governingAct } from './assemble.js';
import { separation } from './clause.js';
import { itemOf } from './draft-claim.js';
import type { DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { Frame } from './predicates.js';
import { draftFor } from './reading.js';
import type { Reading } from './reading.js';
import { isPartylike, noParties, partiesOf, partyOf } from './roles.js';

/** Agreements, and what authorities investigate. */

/** "Putin and Kim signed a treaty": an agreement between the parties in the order named. */
export function agreements(reading: Reading): DraftClaim[] {
  const predicates = reading.predicates.filter((p) => p.frames.some((f) => f.kind === 'agreement'));
  const verb = predicates.find((p) => p.voice !== 'nominal');
  const noun = predicates.find((p) => p.voice === 'nominal');
  if (!verb || !noun) return [];
  if (!/^(?:sign|conclude|ink|initial|ratify|strike|agree|negotiate)/.test(verb.lemma)) return [];
  const both = reading.mentions.flatMap((placed) => {
    if (!isPartylike(placed.mention) || reading.speaking.has(placed.mention)) return [];
    const id = partyOf(placed.mention);
    return id === null || separation(reading.sentence.tokens, placed.first, verb.first) > 2 ? [] : [id];
  });
  const [supplier, ...others] = [...new Set(both)];
  if (supplier === undefined || others.length === 0) return [];
  const draft = draftFor(reading, 'agreement', verb, noParties());
  draft.supplier = supplier;
  draft.recipient = others.join(', ');
  draft.explicit = true;
  const start = reading.sentence.tokens[noun.first];
  draft.item = { class: null, wording: start?.text ?? noun.lemma };
  draft.rules.push('agreement');
  return [draft];
}

/** A case that an authority opened, runs or closed. Attacks under investigation are use, and are read there. */
export function investigations(reading: Reading): DraftClaim[] {
  const predicate = reading.predicates.find(
    (p) => p.frames.some((f) => f.kind === 'investigation') && !/^(?:charge|try|look at|case)$/.test(p.lemma),
  );
  if (
    !predicate ||
    /\b(?:nobody|no one|none)\b/.test(words(reading, 0, predicate.first)) ||
    reading.predicates.some((p) => p.frames.some((f) => f.kind === 'use'))
  )
    return [];
  const draft = draftFor(reading, 'investigation', predicate, noParties());
  draft.modality = 'investigated';
  const goods = reading.goods[0];
  draft.item = goods ? { ...itemOf(goods.mention), class: null } : null;
  const act = goods ? governingAct(reading.sentence, goods, reading.predicates) : null;
  if (act) {
    const { supplier, recipient } = partiesOf(
      reading.sentence,
      act.predicate,
      act.frame,
      reading.mentions,
      reading.predicates,
      reading.speaking,
    );
    Object.assign(draft, { supplier, recipient });
  }
  draft.rules.push('investigation');
  return [draft];
}

/** "The attack of 7 February is still under investigation": use that nobody has established yet. */
export function attacksUnderInvestigation(reading: Reading): DraftClaim[] {
  const text = ` ${words(reading, 0, reading.sentence.tokens.length)} `;
  if (!(reading.words.modality.investigated ?? []).some((phrase) => text.includes(` ${phrase} `))) return [];
  const predicate = reading.predicates.find(
    (p) => p.voice === 'nominal' && p.frames.some((f) => f.kind === 'use'),
  );
  if (
    !predicate ||
    freeFigures(reading).some(({ last }) => last < predicate.first && predicate.first - last < 5)
  )
    return [];
  const frame = predicate.frames.find((f) => f.kind === 'use') as Frame;
  const draft = draftFor(
    reading,
    'use',
    predicate,
    partiesOf(reading.sentence, predicate, frame, reading.mentions, reading.predicates, reading.speaking),
  );
  draft.modality = 'investigated';
  draft.item = reading.discourse.latest((d) => d.kind === 'use' && d.item !== null)?.item ?? null;
  draft.rules.push('attack-under-investigation');
  return [draft];
}
