import type { Placed } from './clause.js';
import { isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { freeFigures, words } from './figures-in.js';
import type { Figure } from './figures.js';
import type { LossWord, PeopleNoun } from './loss-words.js';
import { isType, type GoodsMention, type PartyMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { isPartylike, noParties, partyOf } from './roles.js';
import { sayingFor } from './word-of.js';

/** People killed, wounded, captured or missing: every figure of people with what became of them. */

/** A figure of people, with its noun or bare ("killed 12"). */
interface Count {
  readonly first: number;
  /** Position of the last token of its noun phrase. */
  readonly last: number;
  readonly figure: Figure;
  /** The vocabulary's noun for the people; null for a bare figure or another noun. */
  readonly goods: GoodsMention | null;
  /** How the phrase says that people are counted: by a noun, by a word that points back, or not at all. */
  readonly people: 'noun' | 'pronoun' | PeopleNoun | null;
  /** Position among the counts of the whole of which this one is a part ("three of them children", "including 12 officers"). */
  readonly partOf: number | null;
}

/** The losses that a sentence tells. */
export function losses(reading: Reading): DraftClaim[] {
  if (reading.losses.length === 0) return [];
  const counts = countsOf(reading);
  const words = pairing(reading, counts);
  counts.forEach((count, i) => {
    const whole = count.partOf === null ? undefined : words.get(count.partOf);
    if (whole && !words.has(i) && count.figure.share === null) words.set(i, whole);
  });
  const drafts: DraftClaim[] = [];
  const byCount = new Map<number, DraftClaim>();
  counts.forEach((count, i) => {
    const word = words.get(i);
    if (word === undefined) return;
    const whole = count.partOf === null ? null : (byCount.get(count.partOf) ?? null);
    const draft = lossDraft(reading, count, word, whole ?? drafts.at(-1) ?? null);
    if (whole !== null) draft.relation = { type: 'part_of', to: whole };
    if (count.figure.share !== null && draft.quantity !== null)
      draft.quantity = { ...draft.quantity, share_of: shareOf(count.figure, whole) };
    byCount.set(i, draft);
    drafts.push(draft);
  });
  return drafts.length === 0 ? noneLost(reading) : drafts;
}

const shareOf = ({ share }: Figure, whole: DraftClaim | null): string =>
  `${share ?? ''} of ${whole?.quantity?.low ?? whole?.quantity?.high ?? ''}`.trim();

function countsOf(reading: Reading): Count[] {
  const named = reading.goods.flatMap(({ mention, first, last }) =>
    isPeople(mention) && mention.figure?.distractor === null
      ? [{ first, last, figure: mention.figure, goods: mention, people: 'noun' as const }]
      : [],
  );
  const bare = freeFigures(reading).flatMap(({ mention: { figure }, first, last }) =>
    figure.unit === null && !isAge(reading, first, last)
      ? [{ first, figure, goods: null, ...phraseEnd(reading, last) }]
      : [],
  );
  const counts = [...named, ...bare].sort((a, b) => a.first - b.first);
  return counts
    .map((count, i) => ({
      ...count,
      figure: counts.length === 2 && i === 1 ? sharing(reading, counts[0], count) : count.figure,
      partOf: isPart(reading, counts[i - 1], count) ? i - 1 : null,
    }))
    .filter(({ figure, partOf }) => figure.share === null || partOf !== null);
}

/** "a man of 35", "died at 54", "no one": figures that count nobody. */
const isAge = (reading: Reading, first: number, last: number): boolean =>
  /\b(?:man|woman|boy|girl|son|daughter|child|baby|father|mother|brother|sister|soldier|officer|teenager|youth|grandmother|grandfather) of [\w-]+$/.test(
    words(reading, Math.max(0, first - 2), last + 1),
  ) ||
  (/\b(?:at|aged|age) [\w-]+$/.test(words(reading, Math.max(0, first - 1), last + 1)) &&
    !/^(?:people|men|soldiers|dead|killed|least)/.test(words(reading, last + 1, last + 2)) &&
    /\b(?:died|killed|dead)(?: \w+){0,6} (?:at|aged|age) [\w-]+$/.test(
      words(reading, Math.max(0, first - 9), last + 1),
    ) &&
    /^(?:[,.]|and|in|on|$)/.test(words(reading, last + 1, last + 2))) ||
  /^no one$/.test(words(reading, first - 1, last + 1));

/** "at least 12 killed and 30 wounded": a bound word before two figures joined by "and" governs both. */
function sharing(
  reading: Reading,
  first: Omit<Count, 'partOf'> | undefined,
  { figure, first: at }: Omit<Count, 'partOf'>,
): Figure {
  const bound = first?.figure;
  if (first === undefined || bound === undefined || figure.qualifier !== null) return figure;
  const joint = words(reading, first.last + 1, at);
  if (
    bound.qualifier === null ||
    !/\b(?:and|or)(?: (?:wound|injur|kill|hurt|captur)\w*| others?)?$/.test(joint)
  )
    return figure;
  const value = figure.low ?? figure.high;
  if (bound.low !== null && bound.high !== null) return { ...figure, qualifier: bound.qualifier };
  return {
    ...figure,
    qualifier: bound.qualifier,
    low: bound.low === null ? null : value,
    high: bound.high === null ? null : value,
  };
}

/** Where the noun phrase behind a bare figure ends, and how it says people. */
function phraseEnd(reading: Reading, figure: number): Pick<Count, 'last' | 'people'> {
  const { tokens } = reading.sentence;
  let last = figure;
  for (let i = figure + 1; i < Math.min(tokens.length, figure + 7); i++) {
    const token = tokens[i];
    if (token === undefined || reading.losses.some((word) => word.first <= i && i <= word.last)) break;
    const people = reading.lossWords.peopleIn(tokens, i);
    if (people !== null) return { last: i, people };
    if (reading.lossWords.isPronoun(token)) return { last: i, people: 'pronoun' };
    if (token.lower === 'of' || token.lower === 'more') continue;
    if (!/^(?:ADJ|NOUN|PROPN|DET|PART)$/.test(token.pos)) break;
    last = i;
  }
  return { last, people: null };
}

function isPart(
  reading: Reading,
  whole: Omit<Count, 'partOf'> | undefined,
  count: Omit<Count, 'partOf'>,
): boolean {
  if (whole === undefined) return false;
  const between = words(reading, whole.last + 1, count.first);
  const own = words(reading, count.first, count.last + 1);
  return (
    /(?:^|\W)(?:including|among them|of whom|of which|of them)(?: \w+)?$/.test(between) ||
    / of (?:them|whom|those|these)\b/.test(own) ||
    /^among (?:them|those)\b/.test(words(reading, count.last + 1, count.last + 3)) ||
    (count.figure.share !== null &&
      / of (?:them|whom|those)\b/.test(` ${own} ${words(reading, count.last + 1, count.last + 3)}`))
  );
}

/** For each count, by its position, the word of loss nearest to it; a word has its counts all before it or all behind it. */
function pairing(reading: Reading, counts: readonly Count[]): Map<number, LossWord> {
  const candidates = reading.losses
    .flatMap((word) =>
      counts.flatMap((count, i) => {
        const behind = count.first > word.first;
        const cost = behind ? costBehind(reading, counts, i, word) : costBefore(reading, counts, i, word);
        return cost === null ? [] : [{ i, word, cost, behind }];
      }),
    )
    .sort((a, b) => a.cost - b.cost);
  const side = new Map<LossWord, boolean>();
  const paired = new Map<number, LossWord>();
  for (const { i, word, behind } of candidates) {
    if (paired.has(i) || (side.get(word) ?? behind) !== behind) continue;
    side.set(word, behind);
    paired.set(i, word);
  }
  return paired;
}

/** "killed 12 soldiers and 3 guards", "the toll rose to 12": how far a count stands behind a word of loss; null where it is not its. */
function costBehind(reading: Reading, counts: readonly Count[], i: number, word: LossWord): number | null {
  const { tokens } = reading.sentence;
  const count = counts[i] as Count;
  if (count.last < word.last) return count.people === null ? null : 0; // "cost two people their lives"
  const previous = counts[i - 1];
  if (previous && previous.first > word.last) {
    const row = /^(?:,|,? ?and|or|along with|as well as)$/.test(
      words(reading, previous.last + 1, count.first),
    );
    const before = row ? costBehind(reading, counts, i - 1, word) : null;
    return before === null ? null : before + 5;
  }
  const between = tokens.slice(word.last + 1, count.first);
  if (word.roles.includes('take') && isActive(reading, word) && admits(word, count)) {
    const plain = between.every(
      (t) => /^(?:ADV|DET|PART|ADP)$/.test(t.pos) && !/^(?:in|by|at|on|from)$/.test(t.lower),
    );
    if (plain && between.length <= 3) return between.length;
  }
  const summed = /\b(?:number|toll|tally|total|count) of\b/.test(
    words(reading, Math.max(0, word.first - 8), word.first),
  );
  if (!word.roles.includes('toll') && !summed) return null;
  if (between.length > 12 || between.some((t) => t.text === ';')) return null;
  // A preposition before a figure may belong to its words of bound ("at 500").
  const reached = [between.at(-1), tokens[count.first]].some(
    (joint) => /^(?:at|to|of|:|as)$/.test(joint?.lower ?? '') || reading.lossWords.isReach(joint),
  );
  return reached ? 2 + between.length : null;
}

const PARTING =
  /^(?:;|:|which|whose|while|when|where|after|before|because|although|though|but|as|if|since|that)$/;

/** "12 soldiers were killed", "12 dead": how far a count stands before a word of loss; null where it is not its. */
function costBefore(reading: Reading, counts: readonly Count[], i: number, word: LossWord): number | null {
  const { tokens } = reading.sentence;
  const count = counts[i] as Count;
  const between = tokens.slice(count.last + 1, word.first);
  if (between.length > 14 || between.some((t) => PARTING.test(t.lower))) return null;
  // "1,000 of the 4,000 casualties were deaths": the whole stands inside the phrase of its part.
  const others = counts.filter(
    (other) =>
      other.first > count.last && other.first < word.first && other.partOf !== i && !isWhole(reading, other),
  );
  // "Fourteen were on board and eight of them are hurt": a part in its own clause has the word for itself.
  const part = counts.find((other) => other.partOf === i && other.last < word.first);
  if (part !== undefined && !words(reading, part.last + 1, word.first).includes(',')) return null;
  const row = others.every((other, k) =>
    /^(?:,|,? ?and|or)$/.test(words(reading, (others[k - 1] ?? count).last + 1, other.first)),
  );
  if (!row) return null;
  const cost = between.length + 4 * others.length;
  const told = between.length === 0 || /^(?:be|become)$/.test(between.at(-1)?.lemma ?? '');
  const some = /\bof the$/.test(words(reading, Math.max(0, word.first - 2), word.first)); // "2,000 of the wounded"
  if (some && word.roles.includes('count')) return null;
  if (word.roles.includes('count') && told) return cost;
  const suffered = word.roles.includes('suffer') || (word.roles.includes('take') && !isActive(reading, word));
  if (!suffered || !admits(word, count)) return null;
  return between.some((_, k) => isOtherAct(reading, count.last + 1 + k)) ? null : 1 + cost;
}

const isWhole = (reading: Reading, count: Count): boolean =>
  /\bof (?:the|some|its|their|an estimated)?$/.test(
    words(reading, Math.max(0, count.first - 2), count.first),
  ) || /^of\b/.test(words(reading, count.first, count.first + 1));

/** A verb that parts a count from a word of loss behind it ("12 soldiers attacked and killed"), unless it reports the loss. */
function isOtherAct({ sentence: { tokens }, losses: found, lossWords }: Reading, i: number): boolean {
  const token = tokens[i];
  if (token?.pos !== 'VERB' || lossWords.isReporting(token)) return false;
  if (found.some(({ first, last }) => first <= i && i <= last)) return false;
  return !/^(?:ADJ|NOUN|PROPN|PUNCT)$/.test(tokens[i + 1]?.pos ?? '');
}

/** Whether a verb is in the active, with its count behind it. */
function isActive({ sentence: { tokens } }: Reading, { first, last }: LossWord): boolean {
  const token = tokens[first];
  if (token === undefined || !/(?:ed|en|ain|t)$/.test(token.lower)) return true;
  const before = tokens.slice(Math.max(0, first - 4), first);
  if (before.some((t) => /^(?:be|was|were|been|being|is|are|get|got)$/.test(t.lower))) return false;
  const next = tokens[last + 1];
  return (
    next !== undefined &&
    (/^(?:NUM|DET)$/.test(next.pos) ||
      /^(?:at|more|up|about|some|nearly|over|around|almost|several|dozens|hundreds|scores|as|between)$/.test(
        next.lower,
      ))
  );
}

/** Anybody may be killed or hurt; what is lost or taken must be said to be people. */
const admits = (word: LossWord, count: Count): boolean =>
  count.people !== null || word.told.some((outcome) => outcome === 'killed' || outcome === 'wounded');

function lossDraft(reading: Reading, count: Count, word: LossWord, before: DraftClaim | null): DraftClaim {
  const draft = draftFor(reading, 'casualty', predicateOf(word), noParties());
  draft.quantity = quantityOf(count.figure, 'person', reading.document.text, reading.sentence.span[0]);
  draft.outcome = word.outcome;
  draft.target = targetOf(reading, count, word) ?? before?.target ?? null;
  draft.item = peopleOf(reading, count, word) ?? before?.item ?? null;
  draft.rules.push(`loss:${word.outcome}`);
  return draft;
}

/** Who is counted: by the figure's noun, else by the people of whom the losses are; null where neither says. */
function peopleOf(reading: Reading, count: Count, word: LossWord): DraftClaim['item'] {
  // Men may be soldiers: the text says which.
  const neutral =
    count.goods?.class === null && /\b(?:men|man|nationals?|citizens?)\b/.test(count.goods.wording);
  if (count.goods !== null && !neutral) return itemOf(count.goods);
  const wording = words(reading, count.first, count.last + 1);
  const told = /\bof them$/.test(wording)
    ? reading.discourse.latest((d) => d.kind === 'casualty' || d.kind === 'deployment')
    : null;
  if (told?.item) return { ...told.item, wording };
  if (count.people === 'civilians') return { class: null, wording };
  if (count.people === 'troops') return { class: 'troops', wording };
  const beside = reading.goods.find(
    ({ mention, first }) => isPeople(mention) && mention.figure === null && Math.abs(first - word.last) <= 6,
  );
  return beside ? itemOf(beside.mention) : null;
}

const predicateOf = ({ first, last }: LossWord): Predicate => ({
  first,
  last,
  voice: 'active',
  frames: [],
  speech: null,
  lemma: 'lose',
});

const OWN = /\b(?:its|our|their|his)\b/;

/** Whose people are counted: by their nation, by who is named beside them, by who lost them. */
function targetOf(reading: Reading, count: Count, word: LossWord): string | null {
  if (count.goods?.make) return count.goods.make;
  const parties = reading.mentions.filter(
    (p): p is Placed<PartyMention> => isType('party')(p.mention) && !reading.speaking.has(p.mention),
  );
  const named = parties.find(({ first, last }) => isOf(reading, count, first) || isTollOf(word, first, last));
  if (named) return named.mention.id;
  const own = OWN.test(words(reading, Math.max(0, Math.min(count.first, word.first) - 3), count.last + 1));
  if (word.told.includes('losses') || own) {
    const subject = reading.mentions.findLast(
      ({ mention, last }) =>
        isPartylike(mention) && last < Math.min(word.first, count.first) && partyOf(mention) !== null,
    );
    if (subject && isPartylike(subject.mention)) return partyOf(subject.mention);
  }
  if (!own) return null;
  const told = reading.discourse.latest((d) => d.kind === 'casualty' || d.kind === 'deployment');
  return told?.target ?? told?.actor ?? sayingFor(reading, word.first)?.chain.at(-1)?.speaker.state ?? null;
}

/** "12 fighters of the militia", "20 soldiers on the Russian side" */
const isOf = (reading: Reading, count: Count, party: number): boolean =>
  party > count.first &&
  party <= count.last + 6 &&
  /\b(?:of|from|among|on)(?: the| its)?$/.test(words(reading, Math.max(0, party - 2), party)) &&
  !words(reading, count.last + 1, party).includes(',');

/** "Russian losses", "casualties among the militia" */
const isTollOf = (word: LossWord, first: number, last: number): boolean =>
  word.roles.includes('toll') && (first > word.last ? first - word.last : word.first - last) <= 3;

/** "No casualties were reported", "nobody was hurt": a loss that the text says there was not. */
function noneLost(reading: Reading): DraftClaim[] {
  const word = reading.losses.find(({ first }) =>
    /\b(?:no|none|nobody)\b(?: \w+){0,5}$/.test(words(reading, Math.max(0, first - 6), first)),
  );
  if (!word) return [];
  const draft = draftFor(reading, 'casualty', predicateOf(word), noParties());
  const people = reading.goods.find(({ mention }) => isPeople(mention));
  draft.item = people ? itemOf(people.mention) : { class: null, wording: '' };
  draft.target = people?.mention.make ?? null;
  draft.outcome = word.outcome;
  draft.polarity = 'negated';
  draft.rules.push('none-lost');
  return [draft];
}
