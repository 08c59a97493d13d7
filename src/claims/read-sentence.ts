import type { Document } from '../model/document.js';
import { pointsBack } from './carry-over.js';
import { lowerText, place, type Placed } from './clause.js';
import { attacksUnderInvestigation, investigations } from './cases.js';
import { contracts } from './contracts.js';
import { countedEvents } from './counted-events.js';
import { bareCounts, comparisons, loneFigures } from './counts.js';
import { peopleAbroad } from './deployments.js';
import { deniedClaims, denialIn, jointly, pastAndFuture } from './denials.js';
import { goodsClaims, isCounted } from './goods-claims.js';
import { assistance } from './knowledge.js';
import { enterList, openList, whole, withRow } from './lists.js';
import { losses } from './losses.js';
import type { LossWords } from './loss-words.js';
import { countedMovements, movements } from './movements.js';
import type { Discourse } from './discourse.js';
import { isPeople, type DraftClaim } from './draft-claim.js';
import { isType, type GoodsMention, type Mention } from './mentions.js';
import { pronounParties, topicOf } from './pronoun-parties.js';
import type { Predicate, PredicateReader } from './predicates.js';
import type { MentionReader, Survey } from './read-mentions.js';
import { actsOf, noteStatements, tellsReverse } from './draft-for.js';
import type { Reading } from './reading.js';
import { coordinated } from './roles.js';
import { placesIn } from './scene.js';
import type { SeizureWords } from './seizure-words.js';
import { tellsOfLot } from './seized-lots.js';
import { seizures } from './seizures.js';
import type { Sentence } from './sentences.js';
import type { Saying } from './saying.js';
import { sayingsOf } from './sayings.js';
import type { Speaker } from './speaker.js';
import { speakersOf } from './speakers.js';
import { readingsOfSeries, withSeriesGoods } from './series.js';
import { strikeFigures } from './strike-figures.js';
import { strikes } from './strikes.js';
import { weaponsTold } from './weapons-told.js';
import type { Trace } from './trace.js';
import { turnsOf, type Turn } from './transcript.js';
import { giveBack } from './told-so.js';
import { datelineOf } from './times.js';
import { transferRow } from './transfer-tables.js';
import { unnamedGoods, unnamedWeapons } from './unnamed-goods.js';
import { worths } from './worth.js';
import { divideTimes } from './when.js';

/** The claims of one sentence, in the order of what they are about. */
export function readClaims(input: {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly survey: Survey;
  readonly discourse: Discourse;
  readonly mentions: MentionReader;
  readonly predicates: PredicateReader;
  readonly trace: Trace<Reading> | undefined;
  readonly lossWords: LossWords;
  readonly seizureWords: SeizureWords;
}): DraftClaim[] {
  const { document, sentence, discourse, survey } = input;
  const published = document.published?.edtf ?? null;
  const entry = discourse.entries.get(sentence.block);
  discourse.dateline =
    entry?.day ?? datelineOf(document.text.slice(...sentence.span), published) ?? discourse.dateline;
  const today = discourse.dateline ?? published;
  const words = input.predicates.speechWords;
  const found = input.mentions.read(sentence, survey, {
    published: today !== null && today.length === 10 ? today : null,
    last: discourse.lastDate,
    window: discourse.lastWindow,
    told:
      discourse.lastDated === sentence.block && isOfEarlierYear(discourse.lastDate, today)
        ? discourse.lastDate
        : null,
    future:
      /(?:\b(?:will|next|plans?|planned|expected|to be|scheduled|going to|are to|is to|on the way)\b|['’]ll\b)/.test(
        document.text.slice(...sentence.span).toLowerCase(),
      ),
    states: survey.states,
    lastStates: discourse.lastStates,
    homes: survey.homes,
    parties: discourse.parties,
    flow: discourse.flow(),
    people: discourse.people,
    bodies: discourse.bodies,
    vessels: discourse.vessels,
  });
  const predicates = input.predicates.read(sentence);
  // Who is only described may be a side of an act; who speaks is told by the words for speakers.
  const named = found.filter(isNamed);
  const speakers = speakersOf(sentence, named, predicates, words, document.text, survey.bodyNames);
  const turn = turnsOf(document, words)[sentence.block] ?? null;
  const quoted = discourse.quotes.enter(sentence, document.text);
  const self = quoted ?? (turn === null ? discourse.house : turn.question ? null : turn.speaker);
  const told = sayingsOf(sentence, predicates, speakers, discourse.asReferents(words), self);
  const sayings = withRow(sentence, document, speakers, inTurn(told, quoted, turn), words);
  const listed = withSeriesGoods(sentence, place(sentence, found));
  const meant = pronounParties(sentence.tokens, listed, predicates, discourse.topicsNow());
  const mentions =
    meant.length === 0 ? listed : withSeriesGoods(sentence, place(sentence, inOrder([...found, ...meant])));
  discourse.about(topicOf(sentence.tokens, mentions));
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
  discourse.quotes.leave(sayings, drafts);
  giveBack(sentence, sayings, speakers, drafts, discourse);
  discourse.turned = drafts.length === 0 && tellsReverse(reading);
  discourse.acts.push(...actsOf(reading));
  discourse.lastSaying = sayings.at(-1) ?? discourse.lastSaying;
  if (sayings.length > 0) discourse.lastSpoken = sentence.block;
  discourse.named(speakers);
  discourse.placed(
    placesIn(mentions.filter(({ mention }) => !speaking.has(mention) && !isNamedIn(speakers, mention))),
  );
  discourse.vessel = found.findLast(isType('vessel'))?.name ?? discourse.vessel;
  discourse.heard(sayings.flatMap(({ chain }) => chain.map(({ speaker }) => speaker)));
  for (const mention of found) {
    if (mention.type === 'person') discourse.met(mention.name);
    if (mention.type === 'body' && !discourse.bodies.includes(mention.organisation.name))
      discourse.bodies.push(mention.organisation.name);
    if (mention.type === 'party' && isNamed(mention)) {
      discourse.parties.push(mention);
      if (mention.form !== 'group' && mention.form !== 'firm') discourse.lastStates.push(mention.id);
    }
    if (mention.type === 'time') {
      discourse.lastDate = mention.time.edtf.split('/').find((end) => end !== '..') ?? discourse.lastDate;
      discourse.lastDated = sentence.block;
      if (/^\d.*\/\d/.test(mention.time.edtf)) discourse.lastWindow = mention.time.edtf;
    }
    if (mention.type === 'goods' && !mention.content) discourse.lastGoods = mention;
    if (mention.type === 'vessel') discourse.lastVessel = mention.name;
  }
  return drafts;
}

/** "the Attorney's Office for the District of Massachusetts": a place in a speaker's name is no scene. */
const isNamedIn = (speakers: readonly Speaker[], { span }: Mention): boolean =>
  speakers.some((s) => s.span[0] < span[0] && span[1] <= s.span[1]);

/** A day or month of a year before that of today. */
const isOfEarlierYear = (date: string | null, today: string | null): boolean =>
  date !== null && today !== null && date.length >= 7 && date.slice(0, 4) < today.slice(0, 4);

/** What a sentence says within a quote or a turn of a transcript: whoever speaks there passes on the word of whom they name. */
function inTurn(sayings: readonly Saying[], quoted: Speaker | null, turn: Turn | null): readonly Saying[] {
  const speaker = quoted ?? turn?.speaker ?? null;
  if (speaker === null) return sayings;
  const question = quoted === null && turn?.question === true;
  if (sayings.length === 0)
    return question ? [] : [whole(speaker, quoted === null ? 'transcript-label' : 'quote')];
  return sayings.map((saying) => ({
    ...saying,
    chain: [{ speaker, role: 'relay' as const }, ...saying.chain],
  }));
}

const inOrder = (mentions: readonly Mention[]): Mention[] =>
  [...mentions].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);

const isNamed = (mention: Mention): boolean => mention.type !== 'party' || mention.form !== 'described';

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
    rest.every(({ pos, lower }) => /^(?:DET|ADJ|NUM|PRON|PROPN|NOUN)$/.test(pos) && !lower.endsWith('ing'))
  );
}

/**
 * Why a sentence makes no claim whatever it speaks of; null where it may. A line without a verb is a heading or a credit;
 * what a law forbids or allows is background, unless somebody is said to do it.
 */
function tellsNothing(reading: Reading): string | null {
  const { sentence, document } = reading;
  const block = document.blocks[sentence.block];
  if (block?.kind === 'table_row' || block?.kind === 'list_item') return null;
  const verb = sentence.tokens.some((token) => token.pos === 'VERB' || token.pos === 'AUX');
  const words = lowerText(sentence.tokens);
  const flash = /[A-Z]{4,} [A-Z]{3,}/.test(document.text.slice(...sentence.span));
  if (/\bneither (?:confirm|den)\w* nor (?:confirm|den)\w*\b/.test(words))
    return 'neither confirms nor denies';
  if (isOpen(reading)) return 'says what nobody confirms, or asks';
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
      /\b(?:resolutions?|paragraph|embargo|council|treaty|statute|law|sanctions|policy|policies)\b/.test(
        words,
      ));
  if (law) return 'says what a law forbids or allows';
  const figure = /(?<![\p{L}\d])\d[\d.,]*(?![\p{L}\d])/u.test(words);
  return !verb && !flash && !figure ? 'has no verb and no figure: a heading or a credit' : null;
}

const OPEN =
  /\b(?:not (?:yet |independently |immediately |so far |be able to )*(?:confirm|verify|corroborate)|(?:unable|declined?|refused?|refuses) to (?:confirm|verify|comment|say)|(?:did|does|do|would|could) not (?:say|tell|disclose|specify|reveal|know) (?:whether|if|how|what|who|when|where|why)|(?:ask|asks|asked|wonders?|wondered|inquired?) (?:[\w.'’-]+ ){0,7}?(?:whether|if|how many|how much|what|who|why))\b/;

/** "could not confirm that …", "has asked how many …", "To ask the Government what …": what is left open, unless an act is told before it. */
function isOpen({ sentence: { tokens }, predicates, sayings }: Reading): boolean {
  const text = tokens.map(({ lower }) => lower).join(' ');
  if (/^to ask (?:the|his|her)\b/.test(text)) return true;
  // "How many there are, the mission did not say"
  if (
    /^(?:how (?:many|much)|whether|who|what|where|when|why) .*(?:(?:did|does|do|would|could|can) not (?:say|tell|disclose|specify|know)|(?:is|are|was|remains?) (?:not known|unclear|unknown))\b(?!.*, (?:but|and|yet)\b)/.test(
      text,
    )
  )
    return true;
  if (/\?["”’)]*$/.test(text) && sayings.length === 0) return true;
  const found = OPEN.exec(text);
  if (found === null || /^(?:asked|when asked)\b/.test(text)) return false;
  const at = text.slice(0, found.index).split(' ').length - 1;
  return !predicates.some(
    ({ frames, first, voice }) => frames.length > 0 && voice !== 'nominal' && first < at,
  );
}

function claimsOf(reading: Reading): DraftClaim[] {
  const denial = denialIn(reading);
  if (denial === null) return claimsOfSeries(reading);
  if (!denial.trailing) return deniedClaims(reading, denial, []);
  const sayings = reading.sayings.filter((saying) => saying !== denial.saying);
  const charged = statedClaims({ ...reading, sayings });
  return [...charged, ...deniedClaims(reading, denial, charged)];
}

/** The claims of a sentence, those of each count of a series apart; what is said of none of them alone is told once. */
function claimsOfSeries(reading: Reading): DraftClaim[] {
  const readings = readingsOfSeries(reading);
  if (readings.length === 0) return statedClaims(reading);
  const seen = new Set<string>();
  return readings.flatMap(statedClaims).filter(({ kind, polarity, item, quantity }) => {
    const key = JSON.stringify([kind, polarity, quantity?.wording ?? item?.wording]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The claims of a sentence, what somebody denies in it aside. */
function statedClaims(reading: Reading): DraftClaim[] {
  const lost = losses(reading);
  const seized = seizures(reading);
  const row = seized.drafts.length > 0 ? null : transferRow(reading);
  if (row !== null) return row;
  const agreed = contracts(reading);
  const cases = investigations(reading);
  const drafts = goodsClaims(
    reading,
    (goods) => seized.goods.has(goods) || agreed.goods.has(goods) || cases.goods.has(goods),
    lost,
  );
  dropAgreed(drafts, agreed.drafts);
  drafts.push(...seized.drafts, ...strikes(reading, seized.goods));
  drafts.push(...strikeFigures(reading, drafts));
  drafts.push(...weaponsTold(reading, drafts, seized.goods));
  if (drafts.length === 0) drafts.push(...attacksUnderInvestigation(reading));
  const abroad = peopleAbroad(reading).filter(({ quantity }) => !isCounted(quantity, lost));
  drafts.push(
    ...abroad,
    ...countedEvents(reading),
    ...countedMovements(reading, drafts),
    ...lost,
    ...agreed.drafts,
    ...cases.drafts,
    ...assistance(reading, abroad),
  );
  dropUncounted(drafts);
  drafts.push(...unnamedGoods(reading, drafts), ...unnamedWeapons(reading, drafts));
  drafts.push(...bareCounts(reading, drafts), ...comparisons(reading, drafts));
  drafts.push(...worths(reading, drafts), ...loneFigures(reading, drafts));
  drafts.push(...movements(reading, drafts));
  return tellsOfLot(reading, drafts)
    .flatMap((draft) => perSupplier(reading, draft))
    .flatMap((draft) => pastAndFuture(reading, draft))
    .flatMap((draft) => jointly(reading, draft));
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

/** "promised more drones in a deal": what the deal is for has one claim. */
function dropAgreed(drafts: DraftClaim[], agreed: readonly DraftClaim[]): void {
  for (let i = drafts.length - 1; i >= 0; i--) {
    const { kind, item } = drafts[i] as DraftClaim;
    if (kind === 'agreement' && agreed.some((deal) => deal.item?.wording === item?.wording))
      drafts.splice(i, 1);
  }
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
