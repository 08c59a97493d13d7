import { itemOf, fits } from './draft-claim.js';
import type { DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import { isType, type GoodsMention, type Mention } from './mentions.js';
import { ownSide } from './own-side.js';
import type { Frame, Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf } from './roles.js';
import type { Saying } from './saying.js';
import { governmentOf, type Chain, type Speaker } from './speaker.js';

/** What is denied: acts, charges made before, and charges whose author the denial names. */

/** Who rejects what. */
export interface Denial {
  readonly saying: Saying;
  /** The charge stands before the denial, in the same sentence: "…, which Tehran denies". */
  readonly trailing: boolean;
}

/** The denial in a sentence; null where it denies nothing. */
export function denialIn(reading: Reading): Denial | null {
  const { sayings, sentence, predicates } = reading;
  const saying = sayings.find(({ modality }) => modality === 'denied') ?? rejectionIn(reading);
  if (saying === undefined) return null;
  const before = predicates.some(
    (p) => p.frames.length > 0 && p.voice !== 'nominal' && p.last < saying.first,
  );
  const link = words(reading, Math.max(0, saying.first - 2), saying.first);
  const trailing =
    before &&
    actBehind(reading, saying.at) === null &&
    /\b(?:which|something|that|charge|claim|as)$|,$/.test(link);
  return { saying, trailing: trailing && sentence.tokens[saying.at + 2]?.lower !== 'that' };
}

/** "the reports are fake, he said", "called the charge that … groundless": somebody's word for a charge. */
function rejectionIn(reading: Reading): Saying | undefined {
  const { tokens } = reading.sentence;
  // "false dinars" says nothing of a charge.
  const at = tokens.findIndex(
    ({ lower }, i) =>
      reading.words.rejections.includes(lower) && !/^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.pos ?? ''),
  );
  if (at < 0 || !tokens.slice(0, at).some((t) => isCharge(reading, t.lemma, t.lower) && t.pos !== 'PRON'))
    return undefined;
  const saying = reading.sayings.find(({ rule }) => rule.startsWith('said:'));
  return saying && { ...saying, at: Math.min(saying.at, at), modality: 'denied' };
}

const isCharge = ({ words: { charges } }: Reading, lemma: string, lower: string): boolean =>
  charges.includes(lemma) || charges.includes(lower);

/** The claims of a denial: one for each who denies, and the accuser's where the sentence names them. */
export function deniedClaims(
  reading: Reading,
  { saying }: Denial,
  charged: readonly DraftClaim[],
): DraftClaim[] {
  if (/\b(?:neither|nor)\b/.test(words(reading, Math.max(0, saying.at - 4), saying.at + 1))) return [];
  const told = charged.length > 0 ? [] : toldIn(reading, saying);
  const models = charged.length > 0 ? charged : told.length > 0 ? told : [toldBefore(reading, saying)];
  return models.flatMap((model) => {
    if (model === null) return [];
    const denied = saying.together.map((speaker): DraftClaim => ({
      ...model,
      span: reading.sentence.span,
      polarity: 'denied',
      modality: charged.length > 0 ? 'asserted' : model.modality,
      quantity: null,
      relation: null,
      chain: [...saying.chain.slice(0, -1), { speaker, role: 'claimant' }],
      rules: [...model.rules, 'denial'],
    }));
    const accuser = charged.length > 0 ? null : accuserIn(reading, saying);
    return accuser === null ? denied : [...denied, accusation(model, accuser)];
  });
}

const accusation = (model: DraftClaim, accuser: Speaker): DraftClaim => {
  const chain: Chain = [{ speaker: accuser, role: 'claimant' }];
  return {
    ...model,
    polarity: 'affirmed',
    modality: 'alleged',
    stated: null,
    chain,
    rules: [...model.rules, 'accuser'],
  };
};

/** The acts that stand in the denial: "denies having sent drones to …", "sent men or sold weapons". */
function toldIn(reading: Reading, saying: Saying): DraftClaim[] {
  const found = actBehind(reading, saying.at);
  const first = actDenied(reading, saying, found, saying.at);
  if (first === null || found === null) return first === null ? [] : [first];
  const further = furtherAct(reading, found.predicate);
  const second = further === null ? null : actDenied(reading, saying, further, further.predicate.first);
  if (second === null) return [first];
  // Whoever does both is told once.
  for (const slot of ['supplier', 'recipient', 'actor'] as const)
    second[slot] ??= second.kind === first.kind ? first[slot] : null;
  return [first, second];
}

/** The second of two acts that are denied together. */
function furtherAct(
  reading: Reading,
  { last, voice, lemma }: Predicate,
): { predicate: Predicate; frame: Frame } | null {
  const { tokens } = reading.sentence;
  const predicate = reading.predicates.find(
    (p) => p.first > last && p.voice !== 'nominal' && p.frames.length > 0,
  );
  if (predicate?.voice !== voice || predicate.lemma === lemma || voice === 'nominal') return null;
  const at = tokens
    .slice(0, predicate.first)
    .findLastIndex(
      ({ pos, lower }) => pos !== 'ADV' && pos !== 'AUX' && !/^(?:anything|it|they|had|have)$/.test(lower),
    );
  if (!/^(?:or|nor|and)$/.test(tokens[at]?.lower ?? '') || predicate.first - last > 12) return null;
  const goods = reading.goods.find((g) => g.first > predicate.last)?.mention ?? null;
  const frame = predicate.frames.find((f) => deniable(f, goods));
  return frame === undefined ? null : { predicate, frame };
}

/** What is denied by one act; its goods stand behind `from`. */
function actDenied(
  reading: Reading,
  saying: Saying,
  found: { predicate: Predicate; frame: Frame } | null,
  from: number,
): DraftClaim | null {
  const goods = reading.goods.find((g) => g.first > from);
  if (found === null && goods === undefined) return null;
  const somebody =
    found !== null &&
    goods === undefined &&
    /^(?:anybody|anyone|somebody|someone|people|them|men)$/.test(
      words(reading, found.predicate.last + 1, found.predicate.last + 2),
    );
  const sent = somebody ? found.predicate.frames.find(({ name }) => name === 'deploy') : undefined;
  const kind =
    sent?.kind ??
    found?.frame.kind ??
    (goods && fits('deployment', goods.mention, true) ? 'deployment' : 'transfer');
  const accuser = accuserMention(reading, saying);
  const parties = found
    ? partiesOf(
        reading,
        found.predicate,
        found.frame,
        reading.mentions.filter((m) => m.first > saying.at && m.mention !== accuser),
      )
    : noParties();
  const own = found ? ownSide(reading, found.predicate, found.frame, saying) : null;
  if (own !== null) parties[own.slot] ??= own.id;
  const draft = draftFor(reading, kind, found?.predicate ?? null, parties, goods?.first);
  draft.modality = isFuture(reading, saying.at) ? 'planned' : 'asserted';
  draft.item = goods
    ? itemOf(goods.mention)
    : kind === 'deployment'
      ? (reading.discourse.latest((d) => d.kind === 'deployment')?.item ?? { class: 'troops', wording: '' })
      : kind === 'use'
        ? (reading.discourse.latest((d) => d.kind === 'use')?.item ?? null)
        : /^(?:pay|fund|finance|bankroll|subsidise|subsidize)$/.test(found?.predicate.lemma ?? '')
          ? { class: 'money', wording: '' }
          : null;
  if (kind === 'deployment') draft.actor ??= goods?.mention.make ?? own?.id ?? null;
  if (draft.item?.class === 'container' && kind === 'transfer') draft.item = { ...draft.item, class: null };
  draft.rules.push(...parties.rules);
  return { ...draft, under: draft.under ?? attackMeant(reading, draft) };
}

/** The attack told last, where one is denied without a word of another time or place. */
function attackMeant({ discourse, sentence }: Reading, { kind, when, place }: DraftClaim): DraftClaim | null {
  if (kind !== 'use' || when.edtf !== null || place !== null) return null;
  return discourse.latest(
    (d) => d.kind === 'use' && d.polarity === 'affirmed' && d.block >= sentence.block - 1,
  );
}

/** The first act behind a position that can be denied, with the frame in which its goods fit. */
function actBehind(reading: Reading, at: number) {
  const goods = reading.goods.find((g) => g.first > at)?.mention ?? null;
  const acts = reading.predicates
    .filter((p) => p.first > at)
    .flatMap((predicate) => predicate.frames.map((frame) => ({ predicate, frame })));
  return acts.find(({ frame }) => deniable(frame, goods)) ?? null;
}

const deniable = (frame: Frame, goods: GoodsMention | null): boolean =>
  frame.kind !== 'capacity' &&
  frame.kind !== 'investigation' &&
  (goods === null || fits(frame.kind, goods, false) || frame.kind === 'agreement');

/** Whether what is denied lies ahead; what a relative clause adds says nothing of that. */
function isFuture(reading: Reading, at: number): boolean {
  const { tokens } = reading.sentence;
  const end = tokens.findIndex(
    (t, i) => i > at && t.text === ',' && /^(?:which|who)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  return /\b(?:will|would|plans?|planned|intends?|intended)\b/.test(
    words(reading, at, end < 0 ? tokens.length : end),
  );
}

/** "rejected the reports", "denied it": what is denied was told just before. */
function toldBefore(reading: Reading, saying: Saying): DraftClaim | null {
  const behind = reading.sentence.tokens.slice(saying.first, saying.at + 9);
  if (!behind.some((t) => isCharge(reading, t.lemma, t.lower))) return null;
  const told = reading.discourse.latest((d) =>
    /^(?:transfer|deployment|use|assistance|agreement|casualty)$/.test(d.kind),
  );
  if (told === null) return null;
  const draft = draftFor(reading, told.kind, null, noParties(), saying.at);
  const { supplier, recipient, actor, target, item } = told;
  return { ...draft, supplier, recipient, actor, target, item, under: told };
}

/** Who makes the charge, where the denial names them: "American accusations", "the report by X". */
function accuserMention(reading: Reading, saying: Saying): Mention | null {
  const { tokens } = reading.sentence;
  const charge = tokens.findIndex(
    (t, i) => i > saying.at && t.pos === 'NOUN' && isCharge(reading, t.lemma, t.lower),
  );
  if (charge < 0) return null;
  const names = reading.mentions.filter(
    ({ mention: { type } }) => type === 'party' || type === 'body' || type === 'person',
  );
  const owner = names.find(({ first, last }) => {
    const gap = tokens
      .slice(last + 1, charge)
      .map((t) => t.lower)
      .join(' ');
    return first > saying.at && last < charge && /^(?:['’]s?)?(?: ?\w+)?$/.test(gap);
  });
  const author = names.find(({ mention, first, last }) => {
    const link = words(reading, charge + 1, first);
    if (first <= charge || !/^(?:by|from|of)(?: the)?$/.test(link)) return false;
    // "talk of North Korean troops", "reports of the North's shells": what it is about.
    const about =
      mention.type === 'party' &&
      (mention.form === 'demonym' || /^['’]s?$/.test(tokens[last + 1]?.text ?? ''));
    return !(link.startsWith('of') && about);
  });
  return (owner ?? author)?.mention ?? null;
}

function accuserIn(reading: Reading, saying: Saying): Speaker | null {
  const mention = accuserMention(reading, saying);
  if (mention === null) return null;
  const named = reading.speakers.find(({ span }) => span[0] <= mention.span[0] && mention.span[1] <= span[1]);
  if (named !== undefined) return named;
  if (!isType('party')(mention)) return null;
  const { span, id, name, form } = mention;
  const who = form === 'group' ? name : governmentOf(name);
  return {
    span,
    who,
    kind: 'government',
    medium: false,
    titles: ['government'],
    state: form === 'group' ? null : id,
    many: false,
    body: null,
  };
}

/** "never did and never will": a denial of what was and one of what will be. */
export function pastAndFuture(reading: Reading, draft: DraftClaim): DraftClaim[] {
  if (draft.polarity === 'affirmed') return [draft];
  const text = words(reading, 0, reading.sentence.tokens.length);
  const future = /\b(?:never (?:will|would)|(?:will|would) (?:never|not)|wo n['’]t)\b/.exec(text)?.[0];
  const past = future !== undefined && /\b(?:never|not|n['’]t)\b/.test(text.replace(future, ''));
  return past
    ? [
        { ...draft, modality: 'asserted' },
        { ...draft, modality: 'planned' },
      ]
    : [draft];
}

/** "Kim and Putin acknowledged …", "both wrote": one claim for each. */
export function jointly(reading: Reading, draft: DraftClaim): DraftClaim[] {
  const who = draft.chain.at(-1)?.speaker.who;
  const saying = reading.sayings.find(({ chain, each }) => each && chain.at(-1)?.speaker.who === who);
  if (saying === undefined || saying.together.length < 2) return [draft];
  return saying.together.map((speaker) => ({
    ...draft,
    rules: [...draft.rules, 'jointly'],
    chain: [
      ...draft.chain.slice(0, -1).filter(({ speaker: s }) => !saying.together.some((t) => t.who === s.who)),
      { speaker, role: 'claimant' as const },
    ],
  }));
}
