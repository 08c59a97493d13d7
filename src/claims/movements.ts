import type { Unit } from '../model/enums.js';
import type { Act } from './assemble.js';
import { beforeVerb, prepositionOf, separation, type Placed } from './clause.js';
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
  const single = mention.figure.low === 1 && mention.figure.high === 1;
  const noun = reading.predicates.find(
    (p) =>
      p.voice === 'nominal' &&
      hasFrame(p, 'voyage', 'call') &&
      p.first > last &&
      p.first - last <= 5 &&
      // "some of the journey" is a part of one.
      (single || (tokens[p.last]?.lower.endsWith('s') ?? false)) &&
      tokens.slice(last + 1, p.first).every((t) => /^(?:ADJ|NOUN|DET|ADP|PROPN|ADV|NUM)$/.test(t.pos)),
  );
  const times = /^(?:times|occasions)\b(?! (?:as|more|the|its|further|farther|faster|larger)\b)/.test(
    words(reading, last + 1, last + 3),
  );
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
  if (draft.route === null && !tellsOfCarriers(reading)) return null;
  const byAir = draft.route?.mode.length === 1 && draft.route.mode[0] === 'air';
  const open = /^(?:times|occasions) (?:or more|at least)\b/.test(words(reading, last + 1, last + 4));
  const figure = open ? { ...mention.figure, high: null, qualifier: 'or more' } : mention.figure;
  return counted(reading, draft, figure, byAir ? 'flight' : 'voyage', `counted:${predicate.lemma}`);
}

/** Trips and calls are made by something that travels, in the sentence or right before it. */
const tellsOfCarriers = ({ mentions, discourse, sentence }: Reading): boolean =>
  mentions.some(({ mention: { type } }) => type === 'carrier' || type === 'vessel') ||
  ((discourse.latest(() => true)?.block ?? -9) >= sentence.block - 1 &&
    (discourse.latest((d) => d.kind === 'movement')?.block ?? -9) >= sentence.block - 1);

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
    .filter(({ cost }) => cost <= FAR)
    .sort((a, b) => a.cost - b.cost)
    .map(({ p }) => p);
  // "supplied two boats", "unloaded from the two ships", "is for sale": goods, or whence goods came.
  const handled =
    predicate !== undefined && hasFrame(predicate, 'send') && !hasFrame(predicate, 'voyage', 'call');
  const before = words(reading, Math.max(0, first - 2), first);
  if (
    handled &&
    (predicate.voice === 'nominal' ||
      /\b(?:from|off)(?: the)?$/.test(before) ||
      (predicate.voice === 'active' &&
        first > predicate.last &&
        !/\b(?:by|aboard|on|in)(?: the)?$/.test(before)))
  )
    return [];
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

/** Farther from them than this, by words and clauses, a verb says nothing of carriers. */
const FAR = 24;

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
  // "it added, have been moved": whoever speaks between commas is no ship.
  const from = Math.max(0, predicate.first - 6);
  const near = tokens.slice(from, predicate.first);
  const at = near.findLastIndex(({ lower }) => /^(?:she|it|her)$/.test(lower));
  const pronoun = at >= 0 && !(near[at]?.lower === 'it' && near.slice(at).some(({ text }) => text === ','));
  if (pronoun && lastVessel !== null) return { vessel: lastVessel };
  // "both reached Astrakhan": the ships told of before.
  const [subject] = tokens.slice(beforeVerb(tokens, predicate.first));
  const fleet = reading.discourse.latest(() => true);
  return /^(?:they|both|all)$/.test(subject?.lower ?? '') && fleet?.kind === 'movement' && fleet.item === null
    ? { vessel: fleet.route?.vessel ?? null }
    : null;
}

/** A ship, plane or train on a path, where the sentence tells of no hand-over. */
export function movements(reading: Reading, made: readonly DraftClaim[]): DraftClaim[] {
  if (made.some((draft) => !goesBeside(draft))) return [];
  for (const predicate of reading.predicates) {
    if (predicate.voice === 'nominal' || !hasFrame(predicate, ...MOVING)) continue;
    if (
      carrierBefore(reading, predicate) === null &&
      !isCarried(reading, predicate) &&
      !isLoaded(reading, predicate)
    )
      continue;
    if (isOthersAct(reading, predicate)) continue;
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

/** "the master of the Bana, on a charge of smuggling arms", "when she docked he accused Turkey of sending fighters": no act of the ship. */
function isOthersAct(reading: Reading, predicate: Predicate): boolean {
  if (!hasFrame(predicate, 'send') || hasFrame(predicate, 'voyage', 'call', 'load')) return false;
  const { tokens } = reading.sentence;
  const carrier = reading.mentions.findLast(
    ({ mention: { type }, last }) => last < predicate.first && (type === 'vessel' || type === 'carrier'),
  );
  if (/^(?:of|for|with)$/.test(tokens[predicate.first - 1]?.lower ?? '')) return true;
  return (
    carrier !== undefined &&
    reading.mentions.some(
      ({ mention: { type }, first, last }) =>
        first > carrier.last &&
        last < predicate.first &&
        (type === 'party' || type === 'body' || type === 'person'),
    ) &&
    tokens.slice(carrier.last + 1, predicate.first).some(({ pos }) => pos === 'VERB')
  );
}

/** "All had been loaded at Cai Mep": goods told before, with the port where they were put aboard. */
const isLoaded = (reading: Reading, predicate: Predicate): boolean =>
  predicate.voice === 'passive' &&
  hasFrame(predicate, 'load') &&
  /^(?:all|they|it|these|both)$/.test(
    reading.sentence.tokens[beforeVerb(reading.sentence.tokens, predicate.first)]?.lower ?? '',
  );

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
  const loaded = isLoaded(reading, predicate);
  if (
    !loaded &&
    (subject === undefined || !/^(?:they|these|it)$/.test(subject.lower) || !isCarried(reading, predicate))
  )
    return null;
  const { discourse } = reading;
  const boxes = discourse.latest(({ item }) => item?.class === 'container')?.item ?? null;
  const told = boxes ?? (discourse.lastGoods === null ? null : itemOf(discourse.lastGoods));
  return told === null ? null : { ...told, wording: subject?.text ?? told.wording };
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
