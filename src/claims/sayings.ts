import { beforeVerb, firstBehind } from './clause.js';
import type { Predicate, SpeechWords } from './predicates.js';
import { pronounSpeaker, resolveSpeaker, type Referents } from './referents.js';
import { sayingOf, type Candidate, type Saying } from './saying.js';
import type { Sentence } from './sentences.js';
import type { Token } from './token.js';
import type { Chain, Speaker } from './speaker.js';
import { havings } from './having.js';
import { authorOf, sameSource, sourcesOf } from './sources.js';
import { isObject, subjectOf } from './subjects.js';

/** The sayings of a sentence, in the order in which they stand. `self` is who "we" is where nobody is quoted. */
export function sayingsOf(
  sentence: Sentence,
  predicates: readonly Predicate[],
  speakers: readonly Speaker[],
  referents: Referents,
  self: Speaker | null,
): Saying[] {
  const { tokens } = sentence;
  const candidates = candidatesOf(tokens, speakers, referents);
  const said: Saying[] = [];
  for (const predicate of predicates) {
    const saying = saidBy(predicate, candidates, tokens, predicates, said, referents);
    if (saying !== null) said.push(saying);
  }
  // "Both agreed that Russia would build it, the Kremlin said": what is agreed is told by who says so.
  const told = said.filter(({ rule }) => rule !== 'said:agree' || said.length === 1);
  const named = [...told, ...sourcesOf(candidates, tokens, referents)];
  const others = [
    ...named,
    ...havings(candidates, tokens, referents.words),
    ...gapped(candidates, tokens, said),
  ].sort((a, b) => a.at - b.at);
  return [...others, ...ownWords(tokens, predicates, others, self)].sort((a, b) => a.at - b.at);
}

const DEFINITE = /^(?:the|its|his|her|their|this|that|same)$/;

/** The sentence's speakers, those that point back resolved, and its pronouns. */
function candidatesOf(
  tokens: readonly Token[],
  speakers: readonly Speaker[],
  referents: Referents,
): Candidate[] {
  const indexAt = (offset: number): number => firstBehind(tokens, offset);
  const before = [...referents.before];
  // Who is the subject of the sentence, the first named last.
  const subjects: Speaker[] = [];
  const known = speakers.map((speaker) => {
    const first = indexAt(speaker.span[0]);
    const definite = [tokens[first - 1], tokens[first]].some((t) => DEFINITE.test(t?.lower ?? ''));
    const author = authorByPronoun(speaker, [tokens[first - 1], tokens[first]], {
      ...referents,
      before: [...referents.before, ...subjects],
    });
    const meant =
      author ?? asNamed(definite ? resolveSpeaker(speaker, { ...referents, before }) : speaker, before);
    if (!meant.medium) before.push(meant);
    const candidate = { speaker: meant, first, last: indexAt(speaker.span[1] - 1) };
    if (!isObject(tokens, candidate)) subjects.unshift(meant);
    return candidate;
  });
  const pronouns = tokens.flatMap((token, i) => {
    // "Shin named the price: jets, he told SBS, had come": a person named before in the sentence.
    // "The agency was blunt when it told lawmakers": the body that the sentence is about.
    const near = known.findLast(
      ({ first, last, speaker: { kind } }) =>
        last < i &&
        (/^(?:he|she)$/.test(token.lower)
          ? kind === 'person'
          : token.lower === 'it' && kind === 'body' && first === 0),
    )?.speaker;
    const speaker =
      near ?? (/^(?:he|she|it|they)$/.test(token.lower) ? pronounSpeaker(token.lower, referents) : null);
    return speaker
      ? [{ speaker: { ...speaker, span: [token.start, token.end] as const }, first: i, last: i }]
      : [];
  });
  return [...known, ...pronouns].sort((a, b) => a.first - b.first);
}

/** "his statement", "according to its report": whose writing it is; null where no pronoun owns it. */
function authorByPronoun(
  speaker: Speaker,
  around: readonly (Token | undefined)[],
  referents: Referents,
): Speaker | null {
  const pronoun = around.find((t) => /^(?:his|her|its|their)$/.test(t?.lower ?? ''))?.lower;
  const noun = speaker.titles[0] ?? '';
  const { writing, evidence } = referents.words;
  if (pronoun === undefined || speaker.kind !== 'unnamed' || speaker.body !== null) return null;
  if (!writing.includes(noun) && !evidence.includes(noun)) return null;
  const author = pronounSpeaker(pronoun, referents);
  return author === null || author.medium ? null : { ...author, span: speaker.span };
}

/** A body as the text has called it before, where that is another name of the same. */
function asNamed(speaker: Speaker, before: readonly Speaker[]): Speaker {
  if (speaker.kind !== 'body') return speaker;
  const earlier = before.findLast(({ kind, titles }) => kind === 'body' && titles[1] === speaker.titles[1]);
  return earlier === undefined ? speaker : { ...speaker, who: earlier.who };
}

/** What a verb gives to its subject, or in "quoted X as saying" to X. */
function saidBy(
  predicate: Predicate,
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  predicates: readonly Predicate[],
  said: readonly Saying[],
  referents: Referents,
): Saying | null {
  const { words } = referents;
  const { first: at, last, lemma, speech, voice } = predicate;
  if (speech === null || isBare(predicate, tokens)) return null;
  const behind = candidates.filter((c) => c.first > last);
  const passive = voice === 'passive' && /^(?:by|as)$/.test(tokens[last + 1]?.lower ?? '');
  if (passive && lemma === 'quote') return null;
  if (isParticiple(predicate, tokens) || isAttribute(predicate, tokens)) return null;
  // "the Group was told by officers": the agent's word; "was officially confirmed": nobody's but the publisher's.
  const agent = passive ? behind.find((c) => c.first - last <= 4) : undefined;
  if (voice === 'passive' && agent === undefined) return null;
  const spoken = said.at(-1)?.chain.at(-1)?.speaker;
  const spokenLast = candidates.findLast((c) => c.speaker.who === spoken?.who) ?? null;
  const named = agent ?? subjectOf(predicate, { tokens, predicates, candidates, spokenLast });
  const subject =
    named === null
      ? undefined
      : (authorOf(named, candidates, tokens, words) ?? sameSource(named, tokens, referents));
  if (subject === undefined || isHearsay(subject.speaker, words)) return null;
  if (lemma === 'find' && findsThings(subject.speaker, tokens, last)) return null;
  const together = joined(subject, candidates, tokens);
  const opening = together[0] ?? subject;
  const made = (chain: Chain, end: number): Saying => ({
    at,
    first: Math.min(opening.first, at),
    last: Math.max(subject.last, end),
    chain,
    together: together.map(({ speaker }) => speaker),
    each:
      words.each.includes(lemma) ||
      [
        ...tokens.slice(Math.max(0, opening.first - 1), opening.first),
        ...tokens.slice(subject.last + 1, at),
      ].some((t) => /^(?:both|each)$/.test(t.lower)),
    modality: speech,
    depth: 0,
    rule: `said:${lemma}`,
  });
  const claimant = { speaker: asOne(together) ?? opening.speaker, role: 'claimant' as const };
  const relay = words.to_relay.includes(lemma)
    ? behind.find((c) => c.first - last <= 4 && c.speaker.medium)
    : undefined;
  const quoted = lemma === 'quote' ? behind.find((c) => c.first - last <= 6) : undefined;
  if (quoted)
    return made(
      [
        { ...claimant, role: 'relay' },
        { speaker: quoted.speaker, role: 'claimant' },
      ],
      quoted.last,
    );
  return relay
    ? made([{ speaker: relay.speaker, role: 'relay' }, claimant], relay.last)
    : made([claimant], last);
}

/** "customs officers found 30,000 rounds": who comes upon goods does not tell of them; a panel or a study does. */
function findsThings({ titles, kind }: Speaker, tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  const things = /^(?:DET|NUM|ADJ|NOUN|PROPN)$/.test(next?.pos ?? '') && next?.lower !== 'that';
  return things && (kind === 'government' || titles.some((title) => SEARCHING.test(title)));
}

/** Those who search ships, stores and fields. */
const SEARCHING =
  /^(?:police|customs|military|navy|army|coast guard|border guard|soldier|inspector|officer|guard|authorit(?:y|ies)|agent)$/;

/** "reports say": what goes round is the publisher's word. */
const isHearsay = ({ kind, many, titles: [noun = ''] }: Speaker, { hearsay }: SpeechWords): boolean =>
  kind === 'unnamed' && many && hearsay.includes(noun);

/** "two officials and a diplomat": people without names who speak together are one speaker; null for others. */
function asOne(together: readonly Candidate[]): Speaker | null {
  const [first] = together;
  const unnamed = together.length > 1 && together.every(({ speaker }) => speaker.kind === 'unnamed');
  return first === undefined || !unnamed
    ? null
    : { ...first.speaker, who: together.map(({ speaker }) => speaker.who).join(' and '), many: true };
}

/** The subject and those joined to it by "and" before it, in order. */
function joined(subject: Candidate, candidates: readonly Candidate[], tokens: readonly Token[]): Candidate[] {
  const together = [subject];
  for (const candidate of candidates.filter((c) => c.last < subject.first).reverse()) {
    const next = together[0] ?? subject;
    const between = tokens.slice(candidate.last + 1, next.first).map((t) => t.lower);
    const joins =
      between.includes('and') ||
      (together.length > 1 && between.includes(',') && !isObject(tokens, candidate));
    if (!joins || !between.every((word) => /^(?:and|,|the|also)$/.test(word))) break;
    together.unshift(candidate);
  }
  return together;
}

/** A form that gives nobody's words, or not its subject's: "to say", "goes on", "counting", "quoting". */
function isBare({ first, last, lemma }: Predicate, tokens: readonly Token[]): boolean {
  const goesOn = /^(?:continue|go on)$/.test(lemma) && !/^[,.:;"”]$/.test(tokens[last + 1]?.text ?? '.');
  const named = /^(?:count|quote|cite)$/.test(lemma) && (tokens[first]?.lower ?? '').endsWith('ing');
  const infinitive = tokens[first - 1]?.lower === 'to' && tokens[first - 2]?.lower !== 'able';
  return infinitive || goesOn || named;
}

/** "at an estimated price": a participle before its noun. */
const isAttribute = ({ first, last }: Predicate, tokens: readonly Token[]): boolean =>
  /(?:ed|en)$/.test(tokens[first]?.lower ?? '') &&
  /^(?:an?|the|its|their|his|her|this|that)$/.test(tokens[first - 1]?.lower ?? '') &&
  /^(?:NOUN|ADJ)$/.test(tokens[last + 1]?.pos ?? '');

/** "its assessment, published on Friday, is". */
const isParticiple = ({ first, last }: Predicate, tokens: readonly Token[]): boolean =>
  tokens[first - 1]?.text === ',' &&
  /(?:ed|en)$/.test(tokens[first]?.lower ?? '') &&
  /^(?:on|in|by|at|last)$/.test(tokens[last + 1]?.lower ?? '') &&
  tokens.slice(last + 1).some((t, i, rest) => t.text === ',' && rest[i + 1]?.pos === 'AUX');

/** "Washington spoke of 10,000, Seoul of 6,700": a second speaker without a verb of their own. */
function gapped(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  said: readonly Saying[],
): Saying[] {
  return candidates.flatMap((candidate) => {
    const { first, last, speaker } = candidate;
    const model = said.findLast((saying) => saying.last < first);
    const parted = /^(?:,|;|and|while|but|whereas)$/.test(tokens[first - 1]?.lower ?? '');
    const link = tokens[last + 1]?.lower ?? '';
    if (!model || !parted || !/^(?:of|at)$/.test(link)) return [];
    const counted = tokens.slice(last + 2, last + 7).some((t) => t.pos === 'NUM');
    const alike = tokens.slice(model.at, first).some((t) => t.lower === link);
    const { modality } = model;
    return counted && alike && modality !== 'denied'
      ? [sayingOf(speaker, { at: first, first, last, rule: 'gapped' }, { modality })]
      : [];
  });
}

/** "we believe", "my ministry judges": the words of whoever is quoted, or of their house. */
function ownWords(
  tokens: readonly Token[],
  predicates: readonly Predicate[],
  sayings: readonly Saying[],
  self: Speaker | null,
): Saying[] {
  return predicates.flatMap((predicate) => {
    const { speech, first, last, voice } = predicate;
    if (speech === null || voice === 'passive' || sayings.some((saying) => saying.at === first)) return [];
    const at = beforeVerb(tokens, first);
    const subject = tokens[at]?.lower ?? '';
    const house = /^(?:my|our)$/.test(tokens[at - 1]?.lower ?? '');
    if (!/^(?:we|i)$/.test(subject) && !house) return [];
    const speaker = sayings.find((saying) => saying.rule.startsWith('said:'))?.chain.at(-1)?.speaker ?? self;
    if (speaker === null) return [];
    const said = { at: first, first: house ? at - 1 : at, last, rule: 'own-words' };
    if (!house || speaker.body === null) return [sayingOf(speaker, said, { modality: speech })];
    const ofHouse = sayingOf(speaker.body, said, { modality: speech, depth: 1 });
    return [{ ...ofHouse, chain: [{ speaker, role: 'relay' }, ...ofHouse.chain] }];
  });
}
