import { governingAct } from './assemble.js';
import { lowerText, separation, type Placed } from './clause.js';
import { CONTRACT_WORDS } from './contracts.js';
import { isOccasion } from './beside-goods.js';
import { fits, isPeople, itemOf } from './draft-claim.js';
import type { DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import type { Frame, Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf } from './roles.js';

/** What authorities investigate, charge, try and judge. */

const BESIDE: ReadonlySet<string> = new Set(CONTRACT_WORDS.cases.beside);
const NOUNS: ReadonlySet<string> = new Set(CONTRACT_WORDS.cases.nouns);

export interface Investigated {
  readonly drafts: readonly DraftClaim[];
  /** Goods that the case is about, and that nobody in its sentence says to have been handed over. */
  readonly goods: ReadonlySet<Placed<GoodsMention>>;
}

/** A case that an authority opened, runs or closed. Attacks under investigation are use, and are read there. */
export function investigations(reading: Reading): Investigated {
  const none = { drafts: [], goods: new Set<Placed<GoodsMention>>() };
  const predicate = reading.predicates.find((p) => isCase(reading, p));
  if (
    predicate === undefined ||
    /\b(?:nobody|no one|none|whether (?:anybody|anyone)|so that)\b/.test(
      words(reading, 0, predicate.first),
    ) ||
    reading.predicates.some((p) => p !== predicate && isAttack(reading, p)) ||
    isCredit(reading) ||
    !isAboutSomebody(reading)
  )
    return none;
  const goods = reading.goods.filter((one) => !isPeople(one.mention) && !isOccasion(reading, one));
  const behind = goods.filter(({ first }) => first > predicate.last);
  const [about] = behind.length > 0 ? behind : goods;
  const earlier = reading.discourse.latest(({ kind }) => kind === 'investigation');
  const flow = reading.discourse.latest(
    ({ kind, supplier, recipient }) =>
      /^(?:transfer|interdiction|agreement)$/.test(kind) && (supplier ?? recipient) !== null,
  );
  const draft = draftFor(reading, 'investigation', predicate, noParties());
  if (draft.polarity === 'affirmed') draft.modality = 'investigated';
  draft.item =
    about === undefined
      ? (earlier?.item ?? (reading.pointsBack ? (flow?.item ?? null) : null))
      : itemOf(about.mention);
  const act = about === undefined ? null : governingAct(reading.sentence, about, reading.predicates);
  const own = act === null ? noParties() : partiesOf(reading, act.predicate, act.frame);
  const told = [own, earlier, flow].find(
    (side) => side !== null && (side.supplier ?? side.recipient) !== null,
  );
  draft.supplier = own.supplier ?? (own.recipient === null ? (told?.supplier ?? null) : null);
  draft.recipient = own.recipient ?? (own.supplier === null ? (told?.recipient ?? null) : null);
  draft.rules.push('investigation');
  return { drafts: [draft], goods: new Set(behind) };
}

/** An attack of which the sentence tells: what is "for use in" somewhere is none. */
const isAttack = (reading: Reading, { frames, voice, lemma }: Predicate): boolean =>
  frames.some(({ kind }) => kind === 'use') &&
  (voice === 'nominal'
    ? lemma !== 'use'
    : reading.goods.some(({ mention }) => mention.class !== null && fits('use', mention, false)));

/** "The FBI investigated this case", "the case was heard by one judge": who worked on it, at the foot of a notice. */
const isCredit = (reading: Reading): boolean =>
  /\b(?:investigated|looked into|handled|prosecuted|prosecuting|investigating) (?:the|this) (?:case|matter)\b|\b(?:case|matter) (?:was|is being|has been) (?:heard|argued|handled|investigated|prosecuted|tried) by\b/.test(
    lowerText(reading.sentence.tokens),
  );

/** A case is about somebody or something that the sentence names, or about what was told before. */
const isAboutSomebody = (reading: Reading): boolean =>
  reading.goods.some(({ mention }) => !isPeople(mention)) ||
  reading.mentions.some(({ mention: { type } }) =>
    /^(?:party|body|person|office|place|vessel)$/.test(type),
  ) ||
  reading.discourse.latest(({ kind }) => kind === 'investigation') !== null;

/** A verb of investigating or judging, or a noun for a case beside a word that makes it one. */
function isCase(reading: Reading, predicate: Predicate): boolean {
  if (!predicate.frames.some(({ kind }) => kind === 'investigation')) return false;
  const { tokens } = reading.sentence;
  const behind = words(reading, predicate.last + 1, predicate.last + 5);
  // "has no power to bring charges"
  if (
    /\b(?:power|authority|mandate|right|able|unable|means|duty|duties|obligation|obliged|free) (?:\w+ ){0,3}to\b/.test(
      words(reading, Math.max(0, predicate.first - 6), predicate.first),
    )
  )
    return false;
  if (predicate.voice === 'nominal') {
    if (/^in (?:any|that|this|each) case$/.test(words(reading, predicate.first - 2, predicate.last + 1)))
      return false;
    // "the middleman named in the complaint": where it stands.
    if (
      /\bin (?:the|an?|his|her|their|this)$/.test(
        words(reading, Math.max(0, predicate.first - 2), predicate.first),
      )
    )
      return false;
    // "two other cases of the launch of …" are launches.
    if (/^cases of\b/.test(words(reading, predicate.first, predicate.last + 2))) return false;
    return (
      NOUNS.has(predicate.lemma) &&
      tokens
        .slice(Math.max(0, predicate.first - 5), predicate.last + (predicate.lemma === 'trial' ? 16 : 8))
        .some(
          ({ lemma, lower }, i, all) =>
            (BESIDE.has(lemma) || BESIDE.has(lower)) && all[i] !== tokens[predicate.first],
        )
    );
  }
  // "France charged that …" gives words; "was charged with", "charged four men over" is a case.
  if (predicate.lemma === 'charge')
    return (
      predicate.voice === 'passive' ||
      /\b(?:with|over)\b/.test(behind) ||
      /\bwith \w+ing\b/.test(words(reading, predicate.last + 1, predicate.last + 30))
    );
  if (predicate.lemma === 'try') return predicate.voice === 'passive' || /\bover\b/.test(behind);
  return predicate.lemma !== 'look at' && separation(tokens, predicate.first, predicate.last) === 0;
}

/** "The attack of 7 February is still under investigation": use that nobody has established yet. */
export function attacksUnderInvestigation(reading: Reading): DraftClaim[] {
  const text = ` ${words(reading, 0, reading.sentence.tokens.length)} `;
  if (
    !(reading.words.modality.investigated ?? []).some((phrase) => text.includes(` ${phrase} `)) &&
    !reading.predicates.some((p) => isCase(reading, p))
  )
    return [];
  const predicate = reading.predicates.find(
    (p) => p.voice === 'nominal' && p.lemma !== 'use' && p.frames.some((f) => f.kind === 'use'),
  );
  if (
    !predicate ||
    freeFigures(reading).some(({ last }) => last < predicate.first && predicate.first - last < 5)
  )
    return [];
  const frame = predicate.frames.find((f) => f.kind === 'use') as Frame;
  const draft = draftFor(reading, 'use', predicate, partiesOf(reading, predicate, frame));
  draft.modality = 'investigated';
  draft.item = reading.discourse.latest((d) => d.kind === 'use' && d.item !== null)?.item ?? null;
  draft.rules.push('attack-under-investigation');
  return [draft];
}
