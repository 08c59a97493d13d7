import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { governingAct, type Act } from './assemble.js';
import { isFlown, isMaterial, isNone, isOccasion, isWhatFor } from './beside-goods.js';
import { separation, type Placed } from './clause.js';
import { freeFigures, isProduction, words } from './figures-in.js';
import { isSeenMoving } from './movements.js';
import { isFired } from './fired.js';
import { gappedSubject } from './gapped.js';
import { fits, isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { type GoodsMention } from './mentions.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { ownSide } from './own-side.js';
import { partiesOf, type Parties } from './roles.js';
import { setsOutFrom } from './route.js';
import { attackQualifiedBy } from './strikes.js';
import { knowledgeOf, sortsOf } from './know-how.js';
import { sayingFor } from './word-of.js';

/** The claims about the goods of a sentence, by the acts that govern them. */

/**
 * @param elsewhere tells goods of which other rules make the claims
 * @param lost what the sentence says became of people; what it counts makes no second claim
 */
export function goodsClaims(
  reading: Reading,
  elsewhere: (goods: Placed<GoodsMention>) => boolean,
  lost: readonly DraftClaim[],
): DraftClaim[] {
  const heading = headingOf(reading);
  let listed: { act: Act; last: number } | null = null;
  return reading.goods.flatMap((goods) => {
    if (elsewhere(goods)) return [];
    if (goods === heading?.goods) return passOver(reading, goods, 'a heading for the goods named behind it');
    if (isCountedIn(reading, goods, lost)) return [];
    if (attackQualifiedBy(reading, goods) !== null) return []; // strikes.ts
    if (isAdjunct(reading, goods)) return passOver(reading, goods, 'only qualifies the noun behind it');
    if (isWhatFor(reading, goods)) return passOver(reading, goods, 'is what the knowledge before it is for');
    if (isOccasion(reading, goods)) return passOver(reading, goods, 'says when something else is done');
    if (underInvestigation(reading, goods)) return passOver(reading, goods, 'is what somebody looks into');
    const act =
      heading !== null &&
      goods.first > heading.goods.last &&
      fits(heading.act.kind, goods.mention, goods.mention.figure !== null)
        ? heading.act
        : nearestAct(reading, goods, listed);
    listed = act === null ? null : { act, last: goods.last };
    if (act === null) return passOver(reading, goods, 'no act near it is done with such goods');
    if (act.kind === 'use' || isFired(reading, goods, act)) return []; // strikes.ts
    if (isPeople(goods.mention) && /^(?:deployment|movement)$/.test(act.kind)) return []; // deployments.ts
    const draft = goodsClaim(reading, goods, act);
    if (typeof draft === 'string') return passOver(reading, goods, `${act.predicate.lemma}: ${draft}`);
    const { item } = draft;
    return act.kind === 'assistance' && item !== null
      ? sortsOf(reading.sentence.tokens, goods).map((of) => ({
          ...draft,
          item: { ...item, class: of ?? item.class },
        }))
      : [draft];
  });
}

/** Goods that make no claim, with the reason for whoever asks. */
function passOver({ trace }: Reading, { mention }: Placed<GoodsMention>, why: string): [] {
  trace?.passedOver(mention.span, why);
  return [];
}

/** The act that governs goods; in a row the verb that governs those before them, over a noun that stands near. */
function nearestAct(
  reading: Reading,
  goods: Placed<GoodsMention>,
  before: { readonly act: Act; readonly last: number } | null,
): Act | null {
  const own = governingAct(reading.sentence, goods, reading.predicates);
  return own === null || own.predicate.voice === 'nominal' ? (actOfRow(reading, goods, before) ?? own) : own;
}

/** The act of the goods right before these in a row, where it stands too far off to be seen from here. */
function actOfRow(
  reading: Reading,
  goods: Placed<GoodsMention>,
  before: { readonly act: Act; readonly last: number } | null,
): Act | null {
  const { sentence } = reading;
  if (before === null || !fits(before.act.kind, goods.mention, goods.mention.figure !== null)) return null;
  // "technology with the North, and nuclear technology": whom they are for may stand between.
  const joint = sentence.tokens
    .slice(before.last + 1, goods.first)
    .filter(
      (_, i) =>
        !reading.mentions.some(
          ({ mention: { type }, first, last }) =>
            type === 'party' && first <= before.last + 1 + i && before.last + 1 + i <= last,
        ),
    )
    .map(({ lower }) => lower)
    .filter((word, i, all) => !(/^(?:with|to)$/.test(word) && i < all.length - 1));
  return joint.length > 0 && joint.every((word) => /^(?:,|and|or|as|well|also|plus|the|a|an)$/.test(word))
    ? before.act
    : null;
}

/** "packages, including X and Y", "shipments, which include X": the heading's act is that of its items, and no claim beside them. */
function headingOf(reading: Reading): { readonly goods: Placed<GoodsMention>; readonly act: Act } | null {
  const at = reading.sentence.tokens.findIndex((token) =>
    /^(?:include|includes|included|including)$/.test(token.lower),
  );
  if (at < 0) return null;
  const goods = reading.goods.findLast(
    (g) =>
      g.last < at &&
      (g.mention.class === null || /assistance|aid|support|help/.test(g.mention.wording.toLowerCase())) &&
      g.mention.figure === null &&
      !isPeople(g.mention),
  );
  if (!goods || !reading.goods.some((g) => g.first > at)) return null;
  const act = governingAct(reading.sentence, goods, reading.predicates);
  return act === null
    ? null
    : {
        goods,
        act: {
          ...act,
          kind: act.kind === 'assistance' ? 'transfer' : act.kind,
          cost: Math.min(act.cost, 10),
        },
      };
}

/** Goods whose figure other claims have counted already. */
function isCountedIn(
  reading: Reading,
  { mention }: Placed<GoodsMention>,
  drafts: readonly DraftClaim[],
): boolean {
  const { figure } = mention;
  if (figure === null) return false;
  return isCounted(quantityOf(figure, null, reading.document.text, reading.sentence.span[0]), drafts);
}

export const isCounted = (quantity: DraftClaim['quantity'], drafts: readonly DraftClaim[]): boolean =>
  quantity !== null && drafts.some((draft) => draft.quantity?.wording === quantity.wording);

/** What an authority investigates is no claim that it happened. */
function underInvestigation(reading: Reading, goods: Placed<GoodsMention>): boolean {
  return reading.predicates.some(
    (p) =>
      /^(?:investigate|probe|look into)$/.test(p.lemma) &&
      p.last < goods.first &&
      !/^(?:attack|launch|strike)/.test(goods.mention.wording),
  );
}

const { qualified: QUALIFIED } = readYaml(
  join(DATA_FOLDER, 'claims', 'goods.yaml'),
  z.strictObject({
    source: z.array(z.string()),
    qualified: z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list)),
  }),
);

/** "missile attacks", "shell casings": a noun that only qualifies the next one, where other goods are told. */
function isAdjunct(reading: Reading, goods: Placed<GoodsMention>): boolean {
  const next = reading.sentence.tokens[goods.last + 1];
  if (/\bescorted by(?: \w+)?$/.test(words(reading, goods.first - 3, goods.first))) return true;
  if (
    (goods.mention.many && goods.mention.class !== null) ||
    goods.mention.figure !== null ||
    next?.pos !== 'NOUN' ||
    next.start - goods.mention.span[1] > 1
  )
    return false;
  const act = reading.predicates.some((p) => p.first === goods.last + 1 && p.frames.length > 0);
  return (act && reading.goods.length > 1) || QUALIFIED.has(next.lemma) || QUALIFIED.has(next.lower);
}

/** "arms have changed hands at least ten times": deliveries that are counted by how often they came. */
function timesCounted(reading: Reading, mention: GoodsMention, act: Act): GoodsMention {
  const { tokens } = reading.sentence;
  if (act.kind !== 'transfer' || mention.figure !== null) return mention;
  const times = freeFigures(reading).find(
    ({ last, mention: { figure } }) =>
      figure.share === null &&
      /^(?:times|occasions)$/.test(tokens[last + 1]?.lower ?? '') &&
      !/^(?:as|more|the|its|further|farther|faster|larger)$/.test(tokens[last + 2]?.lower ?? '') &&
      separation(tokens, last, act.predicate.first) < 1,
  );
  return times === undefined ? mention : { ...mention, figure: times.mention.figure, unit: 'item' };
}

/** Goods that set out from the land of those who had received them are moved on, not handed over. */
function isMovedOn(
  { discourse, mentions, sentence }: Reading,
  goods: GoodsMention,
  act: Act,
  parties: Parties,
): boolean {
  if (act.kind !== 'transfer' || goods.class === 'container' || goods.figure === null) return false;
  if (parties.supplier !== null || parties.recipient !== null || goods.make !== null) return false;
  const flow = discourse.latest((d) => d.kind === 'transfer' && d.supplier !== null && d.recipient !== null);
  if (flow === null || flow.reverse) return false;
  return mentions.some(
    ({ mention, first }) =>
      ((mention.type === 'place' && mention.state === flow.recipient) ||
        (mention.type === 'party' && mention.id === flow.recipient)) &&
      setsOutFrom(sentence.tokens, first),
  );
}

/** "Cuba has supplied it with rifles, China with jets": a second supplier has no verb of its own. */
function gappedSupplier(
  { mentions, sentence }: Reading,
  goods: Placed,
  { predicate, frame }: Act,
): string | null {
  if (frame.kind !== 'transfer' || frame.subject !== 'supplier' || predicate.voice !== 'active') return null;
  const { tokens } = sentence;
  const giver = mentions.findLast(
    ({ mention, first, last }) =>
      mention.type === 'party' &&
      mention.form !== 'demonym' &&
      first > predicate.last &&
      last < goods.first &&
      tokens[last + 1]?.lower === 'with' &&
      /^(?:,|and|;|while)$/.test(tokens[first - 1]?.lower ?? ''),
  )?.mention;
  return giver?.type === 'party' ? giver.id : null;
}

/** "smuggled cash to the group": money that goes from one side to the other, and pays for nothing beside it. */
const isGift = (
  reading: Reading,
  { class: itemClass, figure }: GoodsMention,
  act: Act,
  parties: Parties,
): boolean =>
  itemClass === 'money' &&
  figure?.unit !== 'tonne' &&
  act.kind === 'transfer' &&
  /^(?:send|equip)$/.test(act.frame.name) &&
  parties.supplier !== null &&
  parties.recipient !== null &&
  (figure === null || reading.goods.every(({ mention }) => mention.class === 'money' || isPeople(mention)));

/** A claim about goods and the act that governs them; why there is none where the sentence says too little to make one. */
function goodsClaim(reading: Reading, goods: Placed<GoodsMention>, act: Act): DraftClaim | string {
  if (act.kind === 'casualty') return 'is lost without a figure';
  const mention = timesCounted(reading, goods.mention, act);
  const parties = partiesOf(reading, act.predicate, act.frame);
  const gapped = gappedSubject(reading, goods, act);
  const { subject } = act.frame;
  if (gapped !== null && (subject === 'supplier' || subject === 'recipient')) parties[subject] = gapped;
  const own = ownSide(reading, act.predicate, act.frame, sayingFor(reading, goods.first));
  if (own !== null && own.id !== parties.supplier && own.id !== parties.recipient)
    parties[own.slot] ??= own.id;
  parties.supplier = gappedSupplier(reading, goods, act) ?? parties.supplier;
  const counted = mention.figure !== null;
  const flown = act.kind === 'transfer' && isFlown(mention, act) && parties.recipient === null;
  if (flown && !counted) return 'is flown, not handed over';
  const gift = isGift(reading, mention, act, parties);
  if (mention.class === 'money' && !counted && !gift) return 'money without a sum';
  // A row's figure stands in a cell of its own; its words alone say nothing new.
  if (!counted && reading.document.blocks[reading.sentence.block]?.kind === 'table_row')
    return 'a row without a figure beside the goods';
  if (counted && (act.kind === 'capacity' || act.kind === 'transfer') && isProduction(reading))
    return 'a figure of production or stocks';
  // "the parts could have made 300 drones": parts or material, and nobody who makes them.
  const { lemma, first: verb } = act.predicate;
  if (/^(?:could|would) (?:make|yield|bring)$/.test(lemma) && !isMaterial(reading, verb))
    return 'is made by somebody';
  if (
    counted &&
    mention.class === null &&
    mention.figure?.low === 1 &&
    mention.figure.high === 1 &&
    mention.figure.qualifier === null
  )
    return 'a single thing of no known class';
  // "the cargo came from Serbia" says whose goods these are, which are told elsewhere.
  if (!counted && mention.class === null && act.predicate.lemma === 'come from')
    return 'says whence goods are that are told elsewhere';
  if (!counted && act.cost > 26) return 'too far from the goods, which have no figure';
  // A passive without an agent ("could also have been sent") leans on the flow that the text has told.
  const leans =
    act.cost <= 14 &&
    act.kind === 'transfer' &&
    sayingFor(reading, act.predicate.first) !== null &&
    reading.discourse.latest((d) => d.kind === 'transfer') !== null;
  const denied = /\b(?:no|none|not|never|nothing|neither)\b/i.test(
    reading.document.text.slice(...reading.sentence.span),
  );
  const named =
    leans ||
    (denied && act.cost <= 10) ||
    parties.supplier !== null ||
    parties.recipient !== null ||
    parties.actor !== null ||
    parties.target !== null;
  if (!counted && !named && mention.make === null && act.kind !== 'interdiction')
    return 'neither a figure nor a party';
  const draft = draftFor(
    reading,
    flown || isSeenMoving(reading, mention, act, parties) || isMovedOn(reading, mention, act, parties)
      ? 'movement'
      : gift
        ? 'assistance'
        : act.kind,
    act.predicate,
    parties,
    goods.first,
  );
  draft.item = itemOf(
    /^(?:improve|help)$/.test(act.frame.name) ? { ...mention, class: knowledgeOf(mention) } : mention,
  );
  draft.quantity = quantityOf(mention.figure, mention.unit, reading.document.text, reading.sentence.span[0]);
  if (
    act.kind === 'transfer' ||
    act.kind === 'interdiction' ||
    act.kind === 'capacity' ||
    act.kind === 'assistance'
  ) {
    draft.supplier ??= mention.make !== null && mention.make !== draft.recipient ? mention.make : null;
  }
  if (isNone(reading, goods)) draft.polarity = 'negated';
  draft.rules.push(`act:${act.frame.name}`, ...parties.rules);
  return draft;
}
