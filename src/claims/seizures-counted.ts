import { lowerText, type Placed } from './clause.js';
import { quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { CarrierMention } from './mentions.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties } from './roles.js';
import { goOn, lotParties } from './seized-lots.js';
import { isActive, predicateAt } from './stops.js';
import type { PhraseAt } from './token-phrases.js';

/** Ships that were boarded, sums that were seized, and seizures that the text says there were not. */

/** What is done to a cargo and not to its ship. */
const NOT_BOARDED = /^(?:unload|x-ray|open|declare|misdeclare|find|found|bust|haul)/;

/** "boarded and inspected 25 ships": a count of ships, with no class. */
export function boarded(reading: Reading, stops: readonly PhraseAt<true>[]): DraftClaim[] {
  return reading.mentions.flatMap((placed) => {
    if (!isCountedShip(placed)) return [];
    const stop = stops.find(({ first, last }) =>
      first < placed.first ? placed.first - last <= 4 : first - placed.last <= 5,
    );
    if (stop === undefined || NOT_BOARDED.test(words(reading, stop.first, stop.first + 1))) return [];
    const { figure } = placed.mention;
    const draft = draftFor(reading, 'interdiction', predicateAt(stop), lotParties(reading));
    draft.item = { class: null, wording: reading.document.text.slice(...placed.mention.span) };
    draft.quantity = quantityOf(figure, 'vessel', reading.document.text, reading.sentence.span[0]);
    draft.rules.push('boarded');
    return [draft];
  });
}

/** "seized $2 million in cash": money by its worth. */
export function sumsSeized(
  reading: Reading,
  stops: readonly PhraseAt<true>[],
  about: DraftClaim | null,
): DraftClaim[] {
  const [stop] = stops;
  if (stop === undefined) return [];
  return freeFigures(reading).flatMap(({ mention, first, last }) => {
    if (mention.figure.unit !== 'usd') return [];
    const before = stop.first > last && stop.first - last <= 5 && !isActive(reading, stop);
    if (!before && (first < stop.first || first - stop.last > 3)) return [];
    const money = /\b(?:cash|banknotes?|bills|notes|currency|dinars?|pounds|dollars|gold)\b/.test(
      words(reading, last + 1, last + 6),
    );
    const draft = draftFor(reading, 'interdiction', predicateAt(stop), noParties());
    draft.item = { class: money ? 'money' : null, wording: reading.document.text.slice(...mention.span) };
    draft.quantity = quantityOf(mention.figure, 'usd', reading.document.text, reading.sentence.span[0]);
    if (about !== null) goOn(draft, about);
    draft.rules.push('sum-seized');
    return [draft];
  });
}

const isCountedShip = (placed: Placed): placed is Placed<CarrierMention> =>
  placed.mention.type === 'carrier' &&
  placed.mention.unit === 'vessel' &&
  placed.mention.figure?.distractor === null;

/** "None of the cargoes was stopped", "no inspection has been made of the ship": a seizure that the text says there was not. */
export function noneStopped(reading: Reading, stops: readonly PhraseAt<true>[]): DraftClaim[] {
  const { tokens, block } = reading.sentence;
  // "No. | Ship | Stopped off": the head of a table.
  if (reading.document.blocks[block]?.kind === 'table_row') return [];
  const stop = stops.find(({ first }) =>
    /\b(?:no|none|not|never|neither|nobody|n['’]t)\b/.test(words(reading, Math.max(0, first - 8), first)),
  );
  const text = lowerText(tokens);
  const nothing = /\bno (?:[\w-]+ )?(?:inspection|search|boarding|seizure|interdiction)s?\b/.exec(text);
  const at = nothing === null ? -1 : text.slice(0, nothing.index).split(' ').length - 1;
  const word = stop ?? (nothing === null ? undefined : { first: at, last: at, value: true as const });
  const told =
    reading.seizureWords
      .find('cargoes', tokens)
      .some(({ first }) => !/^(?:it|they|them|all|each|both)$/.test(tokens[first]?.lower ?? '')) ||
    reading.mentions.some(({ mention: { type } }) => type === 'carrier' || type === 'vessel');
  if (word === undefined || !told) return [];
  const draft = draftFor(reading, 'interdiction', predicateAt(word), lotParties(reading));
  draft.item = { class: null, wording: words(reading, word.first, word.last + 1) };
  draft.polarity = 'negated';
  draft.rules.push('none-stopped');
  return [draft];
}
