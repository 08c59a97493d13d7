import type { Placed } from './clause.js';
import { beforeVerb, separation } from './clause.js';
import { fits, isPeople, itemOf, type DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import { draftFor } from './draft-for.js';
import { ownSide } from './own-side.js';
import type { Frame, Predicate } from './predicates.js';
import type { Reading } from './reading.js';
import { partiesOf } from './roles.js';
import { strikeParties } from './strikes.js';
import { sayingFor } from './word-of.js';

/** Transfers that name no goods: "Kenya is arming the rebels", "they had been passed on to the rebels", "none was delivered". */

/** @param made the claims about goods that the sentence does name */
export function unnamedGoods(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  if (made.some(({ kind }) => /^(?:transfer|interdiction|agreement|investigation|movement)$/.test(kind)))
    return [];
  return [...armings(reading), ...handedOn(reading)].slice(0, 1);
}

/** Verbs that say with themselves what is given. */
const ARMING: ReadonlySet<string> = new Set(['arm', 'rearm']);

/** "is arming the rebels": arms of no said kind, given to whoever is armed. */
function armings(reading: Reading): DraftClaim[] {
  return reading.predicates.flatMap((predicate) => {
    const frame = predicate.frames.find(({ name }) => name === 'equip');
    if (frame === undefined || !ARMING.has(predicate.lemma) || predicate.voice === 'nominal') return [];
    // "armed with rifles", "an armed group"
    if (hasGoods(reading, predicate)) return [];
    const draft = transferBy(reading, predicate, frame);
    if (draft === null) return [];
    if (draft.recipient === null || draft.supplier === null) return [];
    draft.item = { class: null, wording: wordingOf(reading, predicate) };
    draft.rules.push('arming');
    return [draft];
  });
}

/** "they had been passed on to the rebels", "none has been delivered": the goods that the text told of last. */
function handedOn(reading: Reading): DraftClaim[] {
  const goods = reading.discourse.lastGoods;
  if (goods === null || isPeople(goods) || goods.class === 'money') return [];
  return reading.predicates.flatMap((predicate) => {
    const frame = predicate.frames.find(
      ({ name, kind }) => kind === 'transfer' && (name === 'send' || name === 'reach'),
    );
    if (frame === undefined || predicate.voice === 'nominal') return [];
    if ((frame.name === 'send') !== (predicate.voice === 'passive') || hasGoods(reading, predicate))
      return [];
    const subject = pronounBefore(reading, predicate);
    if (subject === null) return [];
    const draft = transferBy(reading, predicate, frame);
    if (draft === null || (frame.name === 'reach' && draft.supplier === null && draft.recipient === null))
      return [];
    if (draft.polarity === 'affirmed' && draft.supplier === null && draft.recipient === null) return [];
    draft.item = { ...itemOf(goods), wording: subject };
    draft.rules.push('pronoun-goods');
    return [draft];
  });
}

function transferBy(reading: Reading, predicate: Predicate, frame: Frame): DraftClaim | null {
  const parties = partiesOf(reading, predicate, frame);
  const own = ownSide(reading, predicate, frame, sayingFor(reading, predicate.first));
  if (own !== null && own.id !== parties.supplier && own.id !== parties.recipient)
    parties[own.slot] ??= own.id;
  if (parties.supplier !== null && parties.supplier === parties.recipient) return null;
  const draft = draftFor(reading, 'transfer', predicate, parties);
  draft.rules.push(...parties.rules);
  return draft;
}

/** Goods of the same clause: the act may be theirs. */
const hasGoods = ({ goods, sentence: { tokens } }: Reading, { first }: Predicate): boolean =>
  goods.some((one: Placed) => separation(tokens, one.first, first) < 1);

/** A pronoun for goods right before the verb and its helpers, as the text has it. */
function pronounBefore(reading: Reading, { first }: Predicate): string | null {
  const { tokens } = reading.sentence;
  const at = beforeVerb(tokens, first);
  const word = tokens[at];
  return word !== undefined && /^(?:they|these|those|none|it|all|both)$/.test(word.lower) ? word.text : null;
}

const wordingOf = (reading: Reading, { first, last }: Predicate): string => words(reading, first, last + 1);

/** "it will use them against the rebels", "they have been fired at the port": the weapons that the text told of last. */
export function unnamedWeapons(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const weapons = reading.discourse.lastGoods;
  if (weapons === null) return [];
  if (weapons.class === null || !fits('use', weapons, false)) return [];
  if (made.some(({ kind }) => kind === 'use')) return [];
  const drafts = reading.predicates.flatMap((predicate) => {
    const frame = predicate.frames.find(({ name }) => name === 'fire');
    const word = predicate.voice === 'nominal' ? null : pronounOf(reading, predicate);
    if (frame === undefined || word === null || hasGoods(reading, predicate)) return [];
    const parties = strikeParties(reading, { predicate, frame });
    const draft = draftFor(reading, 'use', predicate, parties);
    if ((draft.actor ?? draft.target ?? draft.place) === null) return [];
    draft.item = { ...itemOf(weapons), wording: word };
    draft.make = weapons.make;
    draft.rules.push(...parties.rules, 'pronoun-goods');
    return [draft];
  });
  return drafts.slice(0, 1);
}

/** The pronoun that suffers an act: before a passive, behind an active verb. */
function pronounOf(reading: Reading, predicate: Predicate): string | null {
  if (predicate.voice === 'passive') return pronounBefore(reading, predicate);
  const object = reading.sentence.tokens[predicate.last + 1];
  return object !== undefined && /^(?:them|these|it)$/.test(object.lower) ? object.text : null;
}
