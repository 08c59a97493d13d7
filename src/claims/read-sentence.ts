import type { Document } from '../model/document.js';
import { pointsBack } from './carry-over.js';
import { governingAct, type Act } from './assemble.js';
import { place, separation, type Placed } from './clause.js';
import { attacksUnderInvestigation, investigations } from './cases.js';
import { contracts } from './contracts.js';
import { countedEvents } from './counted-events.js';
import { bareCounts, comparisons, loneFigures } from './counts.js';
import { peopleAbroad } from './deployments.js';
import { deniedClaims, denialIn, jointly, pastAndFuture } from './denials.js';
import { freeFigures, isProduction } from './figures-in.js';
import { assistance } from './knowledge.js';
import { losses } from './losses.js';
import type { LossWords } from './loss-words.js';
import { countedMovements, isSeenMoving, movements } from './movements.js';
import type { Discourse } from './discourse.js';
import { fits, isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { isType, type GoodsMention, type Mention } from './mentions.js';
import type { Predicate, PredicateReader } from './predicates.js';
import type { MentionReader } from './read-mentions.js';
import { actsOf, draftFor, noteStatements } from './draft-for.js';
import type { Reading } from './reading.js';
import { ownSide } from './own-side.js';
import { coordinated, partiesOf, type Parties } from './roles.js';
import { setsOutFrom } from './route.js';
import { placesIn } from './scene.js';
import type { SeizureWords } from './seizure-words.js';
import { seizures, tellsOfLot } from './seizures.js';
import type { Sentence } from './sentences.js';
import type { Saying } from './saying.js';
import { sayingsOf } from './sayings.js';
import { speakersOf } from './speakers.js';
import { strikeFigures } from './strike-figures.js';
import { attackQualifiedBy, strikes } from './strikes.js';
import type { Trace } from './trace.js';
import { withLabel, withRow } from './transcript.js';
import { datelineOf } from './times.js';
import { transferRow } from './transfer-tables.js';
import { worths } from './worth.js';
import { knowledgeOf } from './goods.js';
import { divideTimes } from './when.js';
import { sayingFor } from './word-of.js';

/** The claims of one sentence, in the order of what they are about. */
export function readClaims(input: {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly states: ReadonlyMap<string, number>;
  readonly discourse: Discourse;
  readonly mentions: MentionReader;
  readonly predicates: PredicateReader;
  readonly trace: Trace<Reading> | undefined;
  readonly lossWords: LossWords;
  readonly seizureWords: SeizureWords;
}): DraftClaim[] {
  const { document, sentence, discourse } = input;
  const published = document.published?.edtf ?? null;
  discourse.dateline = datelineOf(document.text.slice(...sentence.span), published) ?? discourse.dateline;
  const today = discourse.dateline ?? published;
  const words = input.predicates.speechWords;
  const found = input.mentions.read(sentence, document.text, {
    published: today !== null && today.length === 10 ? today : null,
    last: discourse.lastDate,
    future: /\b(?:will|next|plans?|planned|expected|to be|scheduled|going to|are to|is to|on the way)\b/.test(
      document.text.slice(...sentence.span).toLowerCase(),
    ),
    states: input.states,
    lastStates: discourse.lastStates,
    people: discourse.people,
    bodies: discourse.bodies,
    vessels: discourse.vessels,
  });
  const predicates = input.predicates.read(sentence);
  const speakers = speakersOf(sentence, found, words, document.text);
  const sayings = withRow(
    sentence,
    document,
    speakers,
    withLabel(
      sentence,
      document,
      sayingsOf(sentence, predicates, speakers, { before: discourse.referents(), words }, null),
    ),
  );
  const mentions = place(sentence, found);
  const speaking = speakingIn(mentions, sayings);
  const reading: Reading = {
    document,
    sentence,
    mentions,
    goods: goodsIn(sentence, mentions, predicates).filter(({ mention }) => !speaking.has(mention)),
    predicates,
    sayings,
    speakers,
    dating: divideTimes(
      sentence,
      mentions.filter((p): p is Placed<Extract<Mention, { type: 'time' }>> => isType('time')(p.mention)),
      predicates,
    ),
    discourse,
    words,
    lossWords: input.lossWords,
    seizureWords: input.seizureWords,
    losses: input.lossWords.read(sentence.tokens),
    speaking,
    published,
    pointsBack: pointsBack(sentence.tokens, predicates),
    trace: input.trace,
  };
  enterList(reading);
  noteStatements(reading);
  const silence = tellsNothing(reading);
  if (silence !== null) input.trace?.passedOver(sentence.span, silence);
  const drafts = silence === null ? claimsOf(reading) : [];
  input.trace?.sentence(reading, drafts);
  openList(reading, drafts);
  discourse.acts.push(...actsOf(reading));
  discourse.lastSaying = sayings.at(-1) ?? discourse.lastSaying;
  discourse.named(speakers);
  discourse.placed(placesIn(mentions));
  discourse.vessel = found.findLast(isType('vessel'))?.name ?? discourse.vessel;
  discourse.heard(sayings.flatMap(({ chain }) => chain.map(({ speaker }) => speaker)));
  for (const mention of found) {
    if (mention.type === 'person') discourse.met(mention.name);
    if (mention.type === 'body' && !discourse.bodies.includes(mention.organisation.name))
      discourse.bodies.push(mention.organisation.name);
    if (mention.type === 'party' && mention.form !== 'group') discourse.lastStates.push(mention.id);
    if (mention.type === 'time') {
      discourse.lastDate = mention.time.edtf.split('/').find((end) => end !== '..') ?? discourse.lastDate;
    }
    if (mention.type === 'goods' && !mention.content) discourse.lastGoods = mention;
    if (mention.type === 'vessel') discourse.lastVessel = mention.name;
  }
  return drafts;
}

/** Mentions within the words that say who speaks: they name no side of an act. */
function speakingIn(mentions: readonly Placed[], sayings: readonly Saying[]): Set<Mention> {
  const within = mentions.filter((m) =>
    sayings.some(({ first, last }) => first <= m.first && m.last <= last),
  );
  return new Set(within.map(({ mention }) => mention));
}

/** Goods that may have claims of their own: not what a box holds, nor "the supply" of other goods. */
function goodsIn(
  { tokens }: Sentence,
  mentions: readonly Placed[],
  predicates: readonly Predicate[],
): Placed<GoodsMention>[] {
  const goods = mentions.filter(
    (p): p is Placed<GoodsMention> => p.mention.type === 'goods' && !p.mention.content,
  );
  return goods.filter(
    ({ mention, first, last }) =>
      !isTrade(tokens, mentions, first) &&
      (mention.figure !== null ||
        tokens[last + 1]?.lower !== 'of' ||
        !predicates.some((p) => p.voice === 'nominal' && p.first >= first && p.last <= last) ||
        !goods.some((other) => other.first > last)),
  );
}

/** "specialists in rocket launchers", "crews for the drones": what people are versed in is not handed over with them. */
function isTrade(tokens: Sentence['tokens'], mentions: readonly Placed[], first: number): boolean {
  const versed = mentions.findLast(
    ({ mention, last }) =>
      last < first && (mention.type === 'office' || (mention.type === 'goods' && isPeople(mention))),
  );
  const [joint, ...rest] = versed === undefined ? [] : tokens.slice(versed.last + 1, first);
  return (
    joint !== undefined &&
    /^(?:in|of|for|on)$/.test(joint.lower) &&
    rest.every(({ pos }) => /^(?:DET|ADJ|NUM|PRON|PROPN|NOUN)$/.test(pos))
  );
}

/** A list goes on while its items do. */
function enterList({ document, sentence, discourse }: Reading): void {
  const opening = document.text.slice(
    document.blocks[sentence.block]?.span[0] ?? 0,
    (document.blocks[sentence.block]?.span[0] ?? 0) + 6,
  );
  if (
    !/^(?:[-•–*▪■"“]|\(?[0-9a-z]{1,2}[.)])/.test(opening) &&
    document.blocks[sentence.block]?.kind !== 'list_item'
  )
    discourse.list = null;
}

/** "It lists them as follows:" opens a list, under its speaker and its act. */
function openList({ document, sentence, discourse, sayings }: Reading, drafts: readonly DraftClaim[]): void {
  const text = document.text.slice(...sentence.span);
  if (!/:$|\b(?:the following|as follows)\b/.test(text)) return;
  discourse.list = {
    kind: drafts[0]?.kind ?? discourse.latest(() => true)?.kind ?? null,
    saying: sayings.at(-1) ?? discourse.lastSaying,
    heading: drafts[0] ?? null,
  };
}

/**
 * Why a sentence makes no claim whatever it speaks of; null where it may. A line without a verb is a heading or a credit;
 * what a law forbids or allows is background, unless somebody is said to do it.
 */
function tellsNothing({ sentence, document }: Reading): string | null {
  const block = document.blocks[sentence.block];
  if (block?.kind === 'table_row' || block?.kind === 'list_item') return null;
  const verb = sentence.tokens.some((token) => token.pos === 'VERB' || token.pos === 'AUX');
  const words = sentence.tokens.map((token) => token.lower).join(' ');
  const flash = /[A-Z]{4,} [A-Z]{3,}/.test(document.text.slice(...sentence.span));
  if (/\bneither (?:confirm|den)\w* nor (?:confirm|den)\w*\b/.test(words))
    return 'neither confirms nor denies';
  // What a correction quotes and withdraws is nobody's claim.
  if (
    /\b(?:earlier|previous) version\b|\bthis (?:article|story|page) (?:originally|previously|earlier)\b/.test(
      words,
    )
  )
    return 'quotes what a correction withdraws';
  if (/^(?:suppose|imagine|assume|picture|let us (?:say|suppose|assume))\b/.test(words))
    return 'supposes what nobody claims';
  const ceiling =
    /\b(?:cap|ceiling|quota)\b/.test(words) &&
    /\b(?:barrels?|tonnes?|tons?)\b/.test(words) &&
    !/\b(?:twice|above|over|beyond|exceed\w*)\b/.test(words);
  const law =
    ceiling ||
    (/\b(?:prohibit|bar|ban|forbid|limit|cap|oblige|require|allow|permit|restrict)(?:s|ed|ned|red|ing|ped)?\b/.test(
      words,
    ) &&
      /\b(?:resolutions?|paragraph|embargo|council|treaty|statute|law|sanctions)\b/.test(words));
  if (law) return 'says what a law forbids or allows';
  return !verb && !flash && !/\d/.test(words) ? 'has no verb and no figure: a heading or a credit' : null;
}

function claimsOf(reading: Reading): DraftClaim[] {
  const denial = denialIn(reading);
  if (denial === null) return statedClaims(reading);
  if (!denial.trailing) return deniedClaims(reading, denial, []);
  const sayings = reading.sayings.filter((saying) => saying !== denial.saying);
  const charged = statedClaims({ ...reading, sayings });
  return [...charged, ...deniedClaims(reading, denial, charged)];
}

/** The claims of a sentence, what somebody denies in it aside. */
function statedClaims(reading: Reading): DraftClaim[] {
  const heading = headingOf(reading);
  const lost = losses(reading);
  const seized = seizures(reading);
  const row = seized.drafts.length > 0 ? null : transferRow(reading);
  if (row !== null) return row;
  const agreed = contracts(reading);
  const cases = investigations(reading);
  let listed: { act: Act; last: number } | null = null;
  const drafts = reading.goods.flatMap((goods) => {
    if (seized.goods.has(goods) || agreed.goods.has(goods) || cases.goods.has(goods)) return [];
    if (goods === heading?.goods) return passOver(reading, goods, 'a heading for the goods named behind it');
    if (isCountedIn(reading, goods, lost)) return [];
    if (attackQualifiedBy(reading, goods) !== null) return []; // strikes.ts
    if (isAdjunct(reading, goods)) return passOver(reading, goods, 'only qualifies the noun behind it');
    if (underInvestigation(reading, goods)) return passOver(reading, goods, 'is what somebody looks into');
    const act =
      heading !== null &&
      goods.first > heading.goods.last &&
      fits(heading.act.kind, goods.mention, goods.mention.figure !== null)
        ? heading.act
        : nearestAct(reading, goods, listed);
    listed = act === null ? null : { act, last: goods.last };
    if (act === null) return passOver(reading, goods, 'no act near it is done with such goods');
    if (act.kind === 'use') return []; // strikes.ts
    if (isPeople(goods.mention) && /^(?:deployment|movement)$/.test(act.kind)) return []; // deployments.ts
    const draft = goodsClaim(reading, goods, act);
    return typeof draft === 'string' ? passOver(reading, goods, `${act.predicate.lemma}: ${draft}`) : [draft];
  });
  drafts.push(...seized.drafts, ...strikes(reading, seized.goods));
  drafts.push(...strikeFigures(reading, drafts));
  if (drafts.length === 0) drafts.push(...attacksUnderInvestigation(reading));
  const abroad = peopleAbroad(reading).filter(({ quantity }) => !isCounted(quantity, lost));
  drafts.push(
    ...abroad,
    ...countedEvents(reading),
    ...countedMovements(reading),
    ...lost,
    ...agreed.drafts,
    ...cases.drafts,
    ...assistance(reading, abroad),
  );
  dropUncounted(drafts);
  drafts.push(...bareCounts(reading, drafts), ...comparisons(reading, drafts));
  drafts.push(...worths(reading, drafts), ...loneFigures(reading, drafts));
  drafts.push(...movements(reading, drafts));
  return tellsOfLot(reading, drafts)
    .flatMap((draft) => perSupplier(reading, draft))
    .flatMap((draft) => pastAndFuture(reading, draft))
    .flatMap((draft) => jointly(reading, draft));
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
  { sentence }: Reading,
  goods: Placed<GoodsMention>,
  before: { readonly act: Act; readonly last: number } | null,
): Act | null {
  if (before === null || !fits(before.act.kind, goods.mention, goods.mention.figure !== null)) return null;
  const joint = sentence.tokens.slice(before.last + 1, goods.first).map(({ lower }) => lower);
  return joint.length > 0 && joint.every((word) => /^(?:,|and|or|as|well|also|plus|the|a|an)$/.test(word))
    ? before.act
    : null;
}

/** Several suppliers in one sentence have a claim each; several recipients share one. */
function perSupplier({ sentence, mentions }: Reading, draft: DraftClaim): DraftClaim[] {
  if (draft.kind !== 'transfer' && draft.kind !== 'assistance') return [draft];
  const { supplier, recipient } = draft;
  const gets = recipient === null ? [] : coordinated(sentence, mentions, recipient);
  if (gets.length > 1 && supplier !== null && !gets.includes(supplier)) draft.recipient = gets.join(', ');
  const sends = supplier === null ? [] : coordinated(sentence, mentions, supplier);
  if (sends.length < 2 || (recipient !== null && sends.includes(recipient))) return [draft];
  return sends.map((id, i) =>
    i === 0 ? Object.assign(draft, { supplier: id }) : { ...draft, supplier: id },
  );
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

const isCounted = (quantity: DraftClaim['quantity'], drafts: readonly DraftClaim[]): boolean =>
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

/** "missile attacks", "shell casings": a noun that only qualifies the next one, where other goods are told. */
function isAdjunct(reading: Reading, goods: Placed<GoodsMention>): boolean {
  const next = reading.sentence.tokens[goods.last + 1];
  if (
    (goods.mention.many && goods.mention.class !== null) ||
    goods.mention.figure !== null ||
    next?.pos !== 'NOUN' ||
    next.start - goods.mention.span[1] > 1
  )
    return false;
  const act = reading.predicates.some((p) => p.first === goods.last + 1 && p.frames.length > 0);
  return (
    (act && reading.goods.length > 1) ||
    /^(?:pictures?|images?|imagery|photographs?|photos|maps?|traffic|trade|counts?|yard|plants?|factor(?:y|ies)|makers?|industry|infrastructure|depots?|producers?|production|guidance|casings?|crews?|tests?|launch(?:es)?|suppliers?|sellers?|dealers?|brokers?|traders?|buyers?|customers?|exporters?|importers?|traffickers?|smugglers?|embargo(?:es)?)$/.test(
      next.lower,
    )
  );
}

/** "Two other cases of the launch of missiles" counts the launches: the missiles have no claim beside it. */
function dropUncounted(drafts: DraftClaim[]): void {
  const counted = drafts.some((draft) => draft.kind === 'use' && draft.quantity?.unit === 'attack');
  if (!counted) return;
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i] as DraftClaim;
    if (
      draft.kind === 'use' &&
      (draft.quantity === null || (draft.quantity.low === 1 && draft.quantity.unit === 'missile'))
    )
      drafts.splice(i, 1);
  }
}

/** "arms have changed hands at least ten times": deliveries that are counted by how often they came. */
function timesCounted(reading: Reading, mention: GoodsMention, act: Act): GoodsMention {
  const { tokens } = reading.sentence;
  if (act.kind !== 'transfer' || mention.figure !== null) return mention;
  const times = freeFigures(reading).find(
    ({ last, mention: { figure } }) =>
      figure.share === null &&
      /^(?:times|occasions)$/.test(tokens[last + 1]?.lower ?? '') &&
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

/** "crews who fly the aircraft": what flies, and is no cargo. */
const isFlown = ({ class: itemClass }: GoodsMention, { predicate }: Act): boolean =>
  (itemClass === 'aircraft' || itemClass === 'drone') && /^(?:fly|ferry)$/.test(predicate.lemma);

/** A claim about goods and the act that governs them; why there is none where the sentence says too little to make one. */
function goodsClaim(reading: Reading, goods: Placed<GoodsMention>, act: Act): DraftClaim | string {
  if (act.kind === 'casualty') return 'is lost without a figure';
  const mention = timesCounted(reading, goods.mention, act);
  const parties = partiesOf(reading, act.predicate, act.frame);
  const own = ownSide(reading, act.predicate, act.frame, sayingFor(reading, goods.first));
  if (own !== null && own.id !== parties.supplier && own.id !== parties.recipient)
    parties[own.slot] ??= own.id;
  const counted = mention.figure !== null;
  if (act.kind === 'transfer' && isFlown(mention, act) && parties.recipient === null)
    return 'is flown, not handed over';
  if (mention.class === 'money' && !counted) return 'money without a sum';
  // A row's figure stands in a cell of its own; its words alone say nothing new.
  if (!counted && reading.document.blocks[reading.sentence.block]?.kind === 'table_row')
    return 'a row without a figure beside the goods';
  if (counted && (act.kind === 'capacity' || act.kind === 'transfer') && isProduction(reading))
    return 'a figure of production or stocks';
  if (
    counted &&
    mention.class === null &&
    mention.figure?.low === 1 &&
    mention.figure.high === 1 &&
    mention.figure.qualifier === null
  )
    return 'a single thing of no known class';
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
    isSeenMoving(reading, mention, act, parties) || isMovedOn(reading, mention, act, parties)
      ? 'movement'
      : act.kind,
    act.predicate,
    parties,
    goods.first,
  );
  draft.item = itemOf(act.frame.name === 'improve' ? { ...mention, class: knowledgeOf(mention) } : mention);
  draft.quantity = quantityOf(mention.figure, mention.unit, reading.document.text, reading.sentence.span[0]);
  if (
    act.kind === 'transfer' ||
    act.kind === 'interdiction' ||
    act.kind === 'capacity' ||
    act.kind === 'assistance'
  ) {
    draft.supplier ??= mention.make !== null && mention.make !== draft.recipient ? mention.make : null;
  }
  draft.rules.push(`act:${act.frame.name}`, ...parties.rules);
  return draft;
}
