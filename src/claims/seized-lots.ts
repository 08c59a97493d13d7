import type { Placed } from './clause.js';
import type { DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import { isType, type PartyMention } from './mentions.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf, type Parties } from './roles.js';

/** Whence a seized lot came and for whom it was meant. */

/** From whom and for whom a lot was meant, by what the sentence says of its way. */
export function lotParties(reading: Reading, from = 0): Parties {
  const { sentence, predicates } = reading;
  const { tokens } = sentence;
  // Who stands before the word of stopping stopped it.
  const mentions = reading.mentions.filter(({ first }) => first > from);
  const parties = noParties();
  for (const predicate of predicates) {
    const frame = predicate.frames.find((f) => f.name === 'send' || f.name === 'reach');
    if (!frame) continue;
    const { supplier, recipient } = partiesOf(reading, predicate, frame, mentions);
    parties.supplier ??= supplier;
    parties.recipient ??= recipient === parties.supplier ? null : recipient;
  }
  for (const phrase of reading.seizureWords.find('meant', tokens)) {
    const side = mentions.find(
      (p): p is Placed<PartyMention> =>
        isType('party')(p.mention) && p.first > phrase.first && p.first - phrase.last <= 4,
    );
    if (side === undefined) continue;
    const origin = /\b(?:from|by|in)\b/.test(words(reading, phrase.last, side.first));
    if (origin) parties.supplier ??= side.mention.id;
    else parties.recipient ??= side.mention.id === parties.supplier ? null : side.mention.id;
  }
  return parties;
}

/** "The weapons originated in Iran and were bound for the Houthis": what a later sentence says of a seized lot names its sides, and is no transfer. */
export function tellsOfLot(reading: Reading, drafts: readonly DraftClaim[]): DraftClaim[] {
  const { seizure } = reading.discourse;
  const { tokens, block } = reading.sentence;
  if (seizure === null || block - seizure.block > 1) return [...drafts];
  if (
    reading.seizureWords.find('meant', tokens).length === 0 ||
    reading.seizureWords.find('cargoes', tokens).length === 0
  )
    return [...drafts];
  const sides = lotParties(reading);
  const told = drafts.filter((draft) => isOfLot(draft));
  const supplier = told.find((draft) => draft.supplier !== null)?.supplier ?? sides.supplier;
  const recipient = told.find((draft) => draft.recipient !== null)?.recipient ?? sides.recipient;
  for (const draft of [seizure.about, ...seizure.drafts]) {
    draft.supplier ??= supplier === draft.recipient ? null : supplier;
    draft.recipient ??= recipient === draft.supplier ? null : recipient;
  }
  return drafts.filter((draft) => !isOfLot(draft));
}

const isOfLot = ({ kind, quantity, polarity, chain, supplier, recipient }: DraftClaim): boolean => {
  const own = chain.at(-1)?.speaker.state ?? null;
  return (
    (kind === 'transfer' || kind === 'movement') &&
    quantity === null &&
    polarity === 'affirmed' &&
    (own === null || (own !== supplier && own !== recipient))
  );
};

/** What the seizure's own sentence said holds for what it is said to have held. */
export function goOn(draft: DraftClaim, about: DraftClaim): void {
  if (draft.when.edtf === null && about.when.edtf !== null) draft.when = about.when;
  draft.place ??= about.place;
  draft.route ??= about.route;
  draft.supplier ??= about.supplier;
  draft.recipient ??= about.recipient === draft.supplier ? null : about.recipient;
}
