import type { Unit } from '../model/enums.js';
import type { Act } from './assemble.js';
import { prepositionOf, separation, type Placed } from './clause.js';
import { itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { CarrierMention, FigureMention, GoodsMention, Mention, VesselMention } from './mentions.js';
import type { Frame, Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties, type Parties } from './roles.js';

/** Ships, planes and trains on their way: voyages and carriers that are counted, single ones, and boxes seen moving. */

const hasFrame = (predicate: Predicate, ...names: readonly Frame['name'][]): boolean =>
  predicate.frames.some(({ name }) => names.includes(name));

/**
 * "64 voyages", "11 times … she sailed", "Five tankers have taken on petroleum": movements by their number. Beside goods
 * that are counted themselves (`made`) their carriers are no movement.
 */
export function countedMovements(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  const voyages = freeFigures(reading).flatMap((placed) => voyagesBy(reading, placed) ?? []);
  if (made.some(({ kind, quantity }) => kind === 'transfer' && quantity !== null)) return voyages;
  const carriers = reading.mentions.flatMap((placed) =>
    isCarrier(placed) ? carriersBy(reading, placed, voyages.length > 0) : [],
  );
  return [...voyages, ...carriers];
}

const isCarrier = (placed: Placed): placed is Placed<CarrierMention> => placed.mention.type === 'carrier';

/** Voyages that a figure counts: a noun for them behind it, or "times" with a verb of motion. */
function voyagesBy(reading: Reading, { mention, last }: Placed<FigureMention>): DraftClaim | null {
  const { tokens } = reading.sentence;
  if (mention.figure.unit !== null) return null;
  const noun = reading.predicates.find(
    (p) =>
      p.voice === 'nominal' &&
      hasFrame(p, 'voyage', 'call') &&
      p.first > last &&
      p.first - last <= 5 &&
      tokens.slice(last + 1, p.first).every((t) => /^(?:ADJ|NOUN|DET|ADP|PROPN|ADV|NUM)$/.test(t.pos)),
  );
  const times = /^(?:times|occasions)\b/.test(words(reading, last + 1, last + 2));
  const verb = times
    ? reading.predicates.find(
        (p) =>
          p.voice !== 'nominal' &&
          hasFrame(p, 'voyage', 'call', 'reach', 'send') &&
          carrierBefore(reading, p) !== null,
      )
    : undefined;
  const predicate = noun ?? verb;
  if (predicate === undefined) return null;
  const draft = movementOf(reading, predicate);
  const byAir = draft.route?.mode.length === 1 && draft.route.mode[0] === 'air';
  return counted(reading, draft, mention.figure, byAir ? 'flight' : 'voyage', `counted:${predicate.lemma}`);
}

/** Carriers that a figure counts, where they are said to move, to load or to be seen. */
function carriersBy(
  reading: Reading,
  { mention, first, last }: Placed<CarrierMention>,
  voyages: boolean,
): DraftClaim[] {
  const { figure, unit } = mention;
  if (figure === null || unit === null || figure.distractor !== null) return [];
  // "64 trips by four ships": the voyages are counted, and no ships beside them.
  if (voyages) return [];
  const [predicate] = reading.predicates
    .filter((p) => p.frames.length > 0 || isCount(p))
    .map((p) => ({ p, cost: distance(reading, p, first, last) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ p }) => p);
  if (predicate === undefined || !(isCount(predicate) || hasFrame(predicate, ...MOVING))) return [];
  const draft = movementOf(reading, predicate);
  if (
    /^for (?:every|each)\b/.test(words(reading, last + 1, last + 6).replace(/^.*?(?=for (?:every|each))/, ''))
  ) {
    draft.when = { edtf: null, scope: 'unknown' };
    const ratio = { ...figure, share: `x${figure.low ?? figure.high ?? ''}`, low: null, high: null };
    return [counted(reading, draft, ratio, unit, 'counted-carriers')];
  }
  return [counted(reading, draft, figure, unit, 'counted-carriers')];
}

const MOVING = ['voyage', 'call', 'load', 'sight', 'reach', 'send', 'moor'] as const;

const isCount = ({ lemma, voice }: Predicate): boolean =>
  voice !== 'nominal' && /^(?:count|find|show|identify|record|spot|log|track|document)$/.test(lemma);

const distance = (reading: Reading, p: Predicate, first: number, last: number): number =>
  (p.first > last ? p.first - last : first - p.last) +
  12 * separation(reading.sentence.tokens, Math.min(p.first, first), Math.max(p.last, last)) +
  (p.voice === 'nominal' ? 4 : 0);

function counted(
  reading: Reading,
  draft: DraftClaim,
  figure: FigureMention['figure'],
  unit: Unit,
  rule: string,
): DraftClaim {
  draft.quantity = quantityOf(figure, unit, reading.document.text, reading.sentence.span[0]);
  draft.rules.push(rule);
  return draft;
}

/** A movement told by a predicate, by the ship named before it where the sentence only says "she" or "the ship". */
function movementOf(reading: Reading, predicate: Predicate): DraftClaim {
  const draft = draftFor(reading, 'movement', predicate, noParties());
  const carrier = carrierBefore(reading, predicate);
  const { route } = draft;
  const vessel = carrier?.vessel ?? null;
  if (vessel !== null && (route?.vessel ?? null) === null)
    draft.route = {
      mode: ['sea'],
      origin: null,
      destination: null,
      via: [],
      ...route,
      vessel,
    };
  if (hasFrame(predicate, 'moor', 'sight')) standStill(reading, draft);
  if (hasFrame(predicate, 'call')) comeIn(reading, draft);
  return draft;
}

/** "landed at", "docked in": where a carrier comes in is the end of its path. */
function comeIn(reading: Reading, draft: DraftClaim): void {
  const port = reading.mentions.find(
    ({ mention, first }) =>
      mention.type === 'place' && /^(?:at|in|into)$/.test(prepositionOf(reading.sentence.tokens, first)),
  )?.mention;
  if (port?.type !== 'place' || draft.route?.destination !== null) return;
  draft.route = { ...draft.route, destination: port.name };
}

/** What stands still is at a place, and on no way to it. */
function standStill(reading: Reading, draft: DraftClaim): void {
  const place = reading.mentions.find(
    ({ mention, first }) =>
      mention.type === 'place' &&
      /^(?:at|in|off|near|outside)$/.test(prepositionOf(reading.sentence.tokens, first)),
  )?.mention;
  if (place?.type !== 'place') return;
  draft.place = place.name;
  if (draft.route !== null) {
    const { origin, destination } = draft.route;
    draft.route = {
      ...draft.route,
      origin: origin === place.name ? null : origin,
      destination: destination === place.name ? null : destination,
    };
  }
}

/** The ship, plane or train that moves: the last one named before the verb, or the ship that "she" and "the ship" mean. */
function carrierBefore(reading: Reading, predicate: Predicate): { readonly vessel: string | null } | null {
  const { tokens } = reading.sentence;
  const named = reading.mentions.findLast(
    (placed): placed is Placed<CarrierMention | VesselMention> =>
      (placed.mention.type === 'vessel' || placed.mention.type === 'carrier') &&
      placed.last < predicate.first &&
      separation(tokens, placed.last, predicate.first) < 2,
  );
  const { lastVessel } = reading.discourse;
  if (named?.mention.type === 'vessel') return { vessel: null };
  if (named !== undefined) {
    const definite = /^(?:the|this|that|her|his)$/.test(tokens[named.first - 1]?.lower ?? '');
    return {
      vessel: definite && named.mention.mode === 'sea' && named.mention.figure === null ? lastVessel : null,
    };
  }
  const pronoun = tokens
    .slice(Math.max(0, predicate.first - 6), predicate.first)
    .some(({ lower }) => /^(?:she|it|her)$/.test(lower));
  return pronoun && lastVessel !== null ? { vessel: lastVessel } : null;
}

/** A ship, plane or train on a path, where the sentence tells of no hand-over. */
export function movements(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  if (made.some((draft) => !goesBeside(draft))) return [];
  for (const predicate of reading.predicates) {
    if (predicate.voice === 'nominal' || !hasFrame(predicate, ...MOVING)) continue;
    if (carrierBefore(reading, predicate) === null && !isCarried(reading, predicate)) continue;
    const draft = movementOf(reading, predicate);
    const { route, place } = draft;
    if (route === null || (route.origin === null && route.destination === null && place === null)) continue;
    const goods = reading.goods.find(({ mention }) => mention.unit !== 'person') ?? null;
    const cargo = hasFrame(predicate, 'load') || goods?.mention.class === 'container' ? goods : null;
    draft.item = cargo === null ? pronounCargo(reading, predicate) : itemOf(cargo.mention);
    draft.rules.push('movement');
    return [draft];
  }
  return [];
}

/** A suspicion about its cargo, and people and cases told of in passing, leave a voyage to be told. */
const goesBeside = ({ kind, quantity, modality }: DraftClaim): boolean =>
  kind === 'deployment' ||
  kind === 'investigation' ||
  (kind === 'transfer' && quantity === null && /^(?:alleged|possible|assessed|reported)$/.test(modality));

/** "They were tracked by ship from … and onward by rail": goods that are carried, without a carrier as subject. */
const isCarried = (reading: Reading, predicate: Predicate): boolean =>
  (predicate.voice === 'passive' || hasFrame(predicate, 'reach')) &&
  reading.mentions.some(
    ({ mention, first }) =>
      (mention.type === 'carrier' || mention.type === 'vessel') && first > predicate.last,
  );

/** What "they" mean behind goods that were counted: the boxes told of before. */
function pronounCargo(reading: Reading, predicate: Predicate): DraftClaim['item'] {
  const subject = reading.sentence.tokens.slice(0, predicate.first).findLast(({ pos }) => pos === 'PRON');
  if (subject === undefined || !/^(?:they|these|it)$/.test(subject.lower) || !isCarried(reading, predicate))
    return null;
  const { discourse } = reading;
  const boxes = discourse.latest(({ item }) => item?.class === 'container')?.item ?? null;
  const told = boxes ?? (discourse.lastGoods === null ? null : itemOf(discourse.lastGoods));
  return told === null ? null : { ...told, wording: subject.text };
}

/** Goods seen on their way between ports, or carried by a ship that no party is said to send or receive from. */
export function isSeenMoving(reading: Reading, goods: GoodsMention, act: Act, parties: Parties): boolean {
  if (act.kind !== 'transfer') return false;
  const text = reading.document.text.slice(...reading.sentence.span);
  const ports = reading.mentions.filter(({ mention }) => isPort(mention)).length;
  const hull = reading.mentions.some(
    ({ mention, last }) => mention.type === 'vessel' && last < act.predicate.first,
  );
  const delivers = DELIVERING.has(act.predicate.lemma) && goods.class !== 'container';
  const carries = hull && act.predicate.voice === 'active' && ports > 1 && !delivers;
  if (goods.class === 'container')
    return (SEEN.test(text) && ports > 0) || carries || carriersMove(reading, act, parties);
  return carries && parties.supplier === null && parties.recipient === null && goods.make === null;
}

/** "They moved nearly 16,000 containers": said of ships, by name or after a sentence about them. */
function carriersMove(
  { mentions, sentence, discourse }: Reading,
  { predicate, frame }: Act,
  { supplier, recipient }: Parties,
): boolean {
  if (supplier !== null || recipient !== null) return false;
  if (predicate.voice !== 'active' || frame.subject !== 'supplier') return false;
  const at = predicate.first;
  const subject = mentions.findLast(
    ({ mention, last }) => last < at && (mention.type === 'vessel' || mention.type === 'carrier'),
  );
  const pronoun = /^(?:they|she|it)$/.test(sentence.tokens[0]?.lower ?? '') && at <= 3;
  return subject !== undefined || (pronoun && discourse.latest(() => true)?.kind === 'movement');
}

/** Verbs by which a ship hands its cargo over. */
const DELIVERING: ReadonlySet<string> = new Set([
  'land',
  'discharge',
  'put ashore',
  'unload',
  'offload',
  'deliver',
]);

const isPort = (mention: Mention): boolean =>
  mention.type === 'place' && /^(?:port|city|town)$/.test(mention.kind);

const SEEN =
  /\b(?:tracking|tracked|pictures?|images?|imagery|satellite|photograph\w*|seen|observed|spotted|being loaded|put aboard|loading)\b/i;
