import type { Span } from '../core/span.js';
import type { Attribution } from '../model/claim.js';
import type { Modality } from '../model/enums.js';
import type { Mention } from './mentions.js';
import type { Predicate, SpeechWords } from './predicates.js';
import type { Sentence, Token } from './sentences.js';

/** Somebody who can give their word: a person, a body, a government, or people who are not named. */
export interface Speaker {
  readonly span: Span;
  readonly who: string;
  readonly kind: 'person' | 'body' | 'government' | 'unnamed';
  /** Newspapers, agencies and broadcasters, which pass on rather than assert. */
  readonly medium: boolean;
  /** Words of their titles and types, lower case: what "the minister" or "the agency" can refer to. */
  readonly titles: readonly string[];
  /** Code of the state for which they speak; null where none is known. */
  readonly state: string | null;
  readonly many: boolean;
}

/** Whose word a stretch of a sentence is. */
export interface Saying {
  /** Position in the sentence's tokens of the word that gives the word to somebody. */
  readonly at: number;
  readonly chain: readonly { readonly speaker: Speaker; readonly role: 'relay' | 'claimant' }[];
  readonly modality: Modality | 'denied';
  readonly rule: string;
}

const MEDIA = new Set(['news_agency', 'newspaper', 'broadcaster']);
const DEFINITE = /^(?:the|its|his|her|their|this|that)$/;
/** What is said to have said something but has no word of its own: the speaker stays whoever cites it. */
const EVIDENCE = /^(?:document|data|imagery|image|picture|photo|record|figure|paper|video|map|tally|list|footage|statement|document seen)s?$/;

/** The speakers of a sentence, each noun phrase one, appositions and titles merged into the name. */
export function speakersOf(sentence: Sentence, mentions: readonly Mention[], words: SpeechWords, text: string): Speaker[] {
  const parts = [...mentions.flatMap((m) => partOf(m)), ...unnamed(sentence, mentions, words, text)].sort((a, b) => a.span[0] - b.span[0]);
  const merged: Part[] = [];
  for (const part of parts) {
    const previous = merged.at(-1);
    if (previous && part.span[0] < previous.span[1]) continue;
    if (previous && joins(previous, part, text.slice(previous.span[1], part.span[0]))) merged[merged.length - 1] = join(previous, part);
    else merged.push(part);
  }
  return merged.map(({ named: _named, ...speaker }) => speaker);
}

interface Part extends Speaker {
  /** A name of a person or body, against a title alone. */
  readonly named: boolean;
}

function partOf(mention: Mention): Part[] {
  const { span } = mention;
  switch (mention.type) {
    case 'person':
      return [{ span, who: mention.name, kind: 'person', medium: false, titles: mention.person?.posts.map((p) => p.title.toLowerCase()) ?? [], state: mention.person?.posts.at(-1)?.state ?? null, many: false, named: true }];
    case 'body': {
      const { name, type, state, aliases, short } = mention.organisation;
      return [{ span, who: name, kind: 'body', medium: MEDIA.has(type), titles: [type, name, ...aliases, ...short].map((t) => t.toLowerCase()), state, many: false, named: true }];
    }
    case 'party':
      if (mention.form === 'demonym') return [];
      return [{ span, who: mention.form === 'group' ? mention.name : governmentOf(mention.name), kind: 'government', medium: false, titles: ['government', 'capital'], state: mention.form === 'group' ? null : mention.id, many: false, named: false }];
    case 'office':
      return [{ span, who: mention.title, kind: 'unnamed', medium: false, titles: [mention.title], state: null, many: mention.many, named: false }];
    case 'goods':
    case 'place':
    case 'vessel':
    case 'carrier':
    case 'time':
    case 'figure':
      return [];
  }
}

/** "Government of the United States", as the field writes it. */
export const governmentOf = (name: string): string =>
  `Government of ${/^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Democratic Republic|Central African|Dominican Republic|Czech Republic)/.test(name) ? 'the ' : ''}${name}`;

/** Nouns for people and bodies who are not named: "two officials in Seoul", "people familiar with the matter". */
function unnamed(sentence: Sentence, mentions: readonly Mention[], words: SpeechWords, text: string): Part[] {
  const nouns = new Set(words.anonymous);
  const parts: Part[] = [];
  sentence.tokens.forEach((token, i) => {
    if (!nouns.has(token.lemma) && !nouns.has(token.lower)) return;
    if (mentions.some((m) => m.type !== 'time' && m.type !== 'goods' && m.type !== 'figure' && m.span[0] <= token.start && token.end <= m.span[1])) return;
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) return;
    let first = i;
    while (first > 0 && /^(?:ADJ|NOUN|PROPN|NUM)$/.test((sentence.tokens[first - 1] as Token).pos) && !/^(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)/i.test((sentence.tokens[first - 1] as Token).lower)) first--;
    const start = (sentence.tokens[first] as Token).start;
    const tail = /^ (?:familiar with|briefed on|with knowledge of|with direct knowledge of|close to)(?: the| an?)? [\p{L}]+(?: [\p{L}]+)?/u.exec(text.slice(token.end))?.[0] ?? '';
    const wording = text.slice(start, token.end) + tail;
    parts.push({ span: [start, token.end + tail.length], who: wording, kind: 'unnamed', medium: /newspaper|network|broadcaster|outlet/.test(token.lemma), titles: [token.lemma, wording.toLowerCase()], state: null, many: token.lemma !== token.lower || /people|authorities/.test(token.lower), named: false });
  });
  return parts;
}

/** Titles, owners and appositions of one name: "Ukraine's prosecutor general, Andriy Kostin", "Singh of the Pentagon". */
function joins(a: Part, b: Part, gap: string): boolean {
  if (/^(?:'s|’s)? ?$/.test(gap)) return a.kind !== 'person' || !b.named;
  if (/^,? (?:the |a |an )?(?:\p{L}+ ){0,3}$/u.test(gap) && /^,/.test(gap)) return (a.kind === 'person') !== (b.kind === 'person') && !/\b(?:and|said|says|told|with|citing|to)\b/.test(gap);
  return /^ (?:of|for|at|in|from)(?: the)? $/.test(gap) && !(a.named && a.kind === 'body' && b.named && b.kind === 'person');
}

function join(a: Part, b: Part): Part {
  const span: Span = [a.span[0], b.span[1]];
  const titles = [...a.titles, ...b.titles];
  const state = a.state ?? b.state;
  if (a.kind === 'person') return { ...a, span, titles, state };
  if (b.kind === 'person') return { ...b, span, titles, state };
  if (a.kind === 'body' && b.kind !== 'body') return b.kind === 'unnamed' && b.many ? { ...b, span, who: `${a.who} ${b.who}`, titles, state } : { ...a, span, titles, state };
  if (b.kind === 'body' && a.kind !== 'body') return a.kind === 'unnamed' && !/head|chief|director|minister|secretary|spokes/.test(a.who) ? { ...a, span, titles, state, who: a.who } : { ...b, span, titles, state };
  if (a.kind === 'body' && b.kind === 'body') return { ...(a.medium ? b : a), span, titles, state };
  if (a.kind === 'government' && b.kind === 'unnamed') return { ...b, span, titles, state, who: /^authorit|^government/.test(b.who) ? a.who : b.who };
  return { ...a, span, titles, state };
}

/** Who is meant by a pronoun or "the minister", among those who spoke before, the latest first. */
export function resolveSpeaker(speaker: Speaker, before: readonly Speaker[], definite: boolean): Speaker {
  if (!definite || speaker.kind !== 'unnamed') return speaker;
  const word = speaker.titles[0] ?? '';
  const match = [...before].reverse().find((earlier) => earlier.titles.some((title) => title.includes(word)) || (earlier.kind === 'body' && BODY_WORDS.test(word) && !/newspaper|paper|network/.test(word)));
  return match ? { ...match, span: speaker.span } : speaker;
}

const BODY_WORDS = /agency|service|ministry|command|team|panel|committee|institute|group|organi[sz]ation|think tank|office|department|directorate|cent(?:er|re)|body|observatory|report|monitors?|study|council|document/;

/** The sayings of a sentence, in the order in which they stand. */
export function sayingsOf(
  sentence: Sentence,
  predicates: readonly Predicate[],
  speakers: readonly Speaker[],
  before: readonly Speaker[],
  words: SpeechWords,
  text: string,
): Saying[] {
  const { tokens } = sentence;
  const indexAt = (offset: number): number => tokens.findIndex((token) => token.end > offset);
  const known = speakers.map((speaker) => {
    const first = indexAt(speaker.span[0]);
    const definite = DEFINITE.test(tokens[first - 1]?.lower ?? '') || DEFINITE.test(tokens[first]?.lower ?? '');
    return { speaker: resolveSpeaker(speaker, before, definite), first, last: indexAt(speaker.span[1] - 1) };
  });
  const pronouns = tokens.flatMap((token, i) => {
    const speaker = /^(?:he|she|it|they)$/.test(token.lower) ? pronounSpeaker(token.lower, before) : null;
    return speaker ? [{ speaker: { ...speaker, span: [token.start, token.end] as const }, first: i, last: i }] : [];
  });
  const candidates = [...known, ...pronouns].sort((a, b) => a.first - b.first);
  const sayings: Saying[] = [];
  for (const predicate of predicates) {
    if (predicate.speech === null) continue;
    const subject = subjectOf(predicate, candidates, tokens, predicates);
    if (subject === null) continue;
    const relay = words.to_relay.includes(predicate.lemma) ? candidates.find((c) => c.first > predicate.last && c.first - predicate.last <= 3 && c.speaker.medium) : undefined;
    const quoted = predicate.lemma === 'quote' ? candidates.find((c) => c.first > predicate.last && c.first - predicate.last <= 6) : undefined;
    const chain: Saying['chain'] = quoted
      ? [{ speaker: subject.speaker, role: 'relay' }, { speaker: quoted.speaker, role: 'claimant' }]
      : [...(relay ? [{ speaker: relay.speaker, role: 'relay' as const }] : []), { speaker: subject.speaker, role: 'claimant' }];
    sayings.push({ at: predicate.first, chain, modality: predicate.speech, rule: `said:${predicate.lemma}` });
  }
  sayings.push(...byPreposition(candidates, tokens, words, text), ...byPossession(candidates, tokens, words));
  return sayings.sort((a, b) => a.at - b.at);
}

interface Candidate {
  readonly speaker: Speaker;
  readonly first: number;
  readonly last: number;
}

function subjectOf(predicate: Predicate, candidates: readonly Candidate[], tokens: readonly Token[], predicates: readonly Predicate[]): Candidate | null {
  const behind = candidates.find((c) => c.first > predicate.last && c.first - predicate.last <= 3 && tokens.slice(predicate.last + 1, c.first).every((t) => /^(?:DET|ADJ|PROPN)$/.test(t.pos)));
  const inverted = behind !== undefined && predicate.first > 3 && /^(?:,|"|”|’|')$/.test(tokens[predicate.first - 1]?.text ?? '') && !/^(?:that|told)$/.test(tokens[predicate.last]?.lower ?? '');
  if (inverted) return behind;
  const left = candidates.filter((c) => c.last < predicate.first);
  for (let i = left.length - 1; i >= 0; i--) {
    const candidate = left[i] as Candidate;
    const between = tokens.slice(candidate.last + 1, predicate.first);
    if (predicates.some((p) => p.voice !== 'nominal' && p.first > candidate.last && p.first < predicate.first && !hasComma(tokens, candidate.last, p.first))) return null;
    if (/^(?:of|to|from|in|at|by|with|for|on|against|into)$/.test(tokens[candidate.first - 1]?.lower ?? '') && i > 0) continue;
    if (/^(?:of|to|from|in|at|by|with|for|on|against|into)$/.test(beforeDeterminer(tokens, candidate.first)) ) continue;
    if (between.some((t) => /^(?:that|which)$/.test(t.lower))) continue;
    return candidate;
  }
  return null;
}

const hasComma = (tokens: readonly Token[], from: number, to: number): boolean => tokens.slice(from, to).some((t) => t.text === ',');

function beforeDeterminer(tokens: readonly Token[], first: number): string {
  const previous = tokens[first - 1];
  if (previous === undefined) return '';
  return previous.pos === 'DET' || /^(?:its|his|their|her)$/.test(previous.lower) ? (tokens[first - 2]?.lower ?? '') : previous.lower;
}

function pronounSpeaker(pronoun: string, before: readonly Speaker[]): Speaker | null {
  const fits = (speaker: Speaker): boolean =>
    pronoun === 'he' || pronoun === 'she' ? speaker.kind === 'person' || (speaker.kind === 'unnamed' && !speaker.many) : pronoun === 'it' ? speaker.kind === 'body' || speaker.kind === 'government' || BODY_WORDS.test(speaker.who) : speaker.many || speaker.kind === 'body';
  return [...before].reverse().find(fits) ?? null;
}

/** "according to the ministry", "citing the NIS", "by the count of Ukrainian prosecutors". */
function byPreposition(candidates: readonly Candidate[], tokens: readonly Token[], words: SpeechWords, text: string): Saying[] {
  const sayings: Saying[] = [];
  for (const phrase of words.prepositions) {
    if (phrase === 'from') continue;
    const parts = phrase.split(' ');
    for (let i = 0; i + parts.length <= tokens.length; i++) {
      if (!parts.every((part, k) => tokens[i + k]?.lower === part)) continue;
      const end = i + parts.length;
      const source = candidates.find((c) => c.first >= end && c.first - end <= 4 && !tokens.slice(end, c.first).some((t) => /^[,;:.]$/.test(t.text)));
      if (!source || EVIDENCE.test(source.speaker.titles[0] ?? '')) continue;
      const isRelay = /quoted by|reported by|told to|published by|cited by|released by/.test(phrase);
      const modality: Modality = /view|judg|opinion|reckon|estimate|assess/.test(phrase) ? 'assessed' : 'asserted';
      sayings.push({ at: i, chain: [{ speaker: source.speaker, role: isRelay ? 'relay' : 'claimant' }], modality, rule: `source:${phrase}` });
    }
  }
  void text;
  return sayings;
}

/** "in the agency's judgement", "the Defence Ministry's figure": the owner of a word for what was said. */
function byPossession(candidates: readonly Candidate[], tokens: readonly Token[], words: SpeechWords): Saying[] {
  const sayings: Saying[] = [];
  for (const [modality, nouns] of Object.entries(words.nouns)) {
    for (const candidate of candidates) {
      const marker = tokens[candidate.last + 1];
      if (marker === undefined || !/^['’]s?$/.test(marker.text)) continue;
      const noun = tokens.slice(candidate.last + 2, candidate.last + 4).find((t) => nouns.includes(t.lower) || nouns.includes(t.lemma));
      if (noun) sayings.push({ at: candidate.last + 2, chain: [{ speaker: candidate.speaker, role: 'claimant' }], modality: modality as Modality, rule: `owner:${noun.lower}` });
    }
  }
  return sayings;
}

/** The attribution that a saying gives, outermost first, the publisher before everybody. */
export function attributionOf(chain: Saying['chain'], publisher: string | null, stated: string | null): Attribution[] {
  const outer: Attribution[] = chain.some(({ speaker }) => speaker.who === publisher) ? [] : [{ who: publisher, role: 'relay' }];
  return [...outer, ...chain.map(({ speaker, role }): Attribution => (role === 'relay' ? { who: speaker.who, role } : { who: speaker.who, role, anonymous: speaker.kind === 'unnamed', stated }))];
}
