import type { Modality } from '../model/enums.js';
import type { Predicate, SpeechWords } from './predicates.js';
import type { Sentence, Token } from './sentences.js';
import { pronounSpeaker, resolveSpeaker, type Speaker } from './speakers.js';

/** Whose word a stretch of a sentence is. */
export interface Saying {
  /** Position in the sentence's tokens of the word that gives the word to somebody. */
  readonly at: number;
  readonly chain: readonly { readonly speaker: Speaker; readonly role: 'relay' | 'claimant' }[];
  readonly modality: Modality | 'denied';
  readonly rule: string;
}

interface Candidate {
  readonly speaker: Speaker;
  readonly first: number;
  readonly last: number;
}

const DEFINITE = /^(?:the|its|his|her|their|this|that|same)$/;
/** What is said to have said something but has no word of its own: the speaker stays whoever cites it. */
const EVIDENCE =
  /^(?:document|data|imagery|image|picture|photo|record|figure|paper|video|map|tally|list|footage|report|statement)s?$/;

/** The sayings of a sentence, in the order in which they stand. `before` are earlier speakers, those who spoke last. */
export function sayingsOf(
  sentence: Sentence,
  predicates: readonly Predicate[],
  speakers: readonly Speaker[],
  before: readonly Speaker[],
  words: SpeechWords,
): Saying[] {
  const { tokens } = sentence;
  const candidates = candidatesOf(tokens, speakers, before);
  const sayings: Saying[] = [];
  for (const predicate of predicates) {
    const infinitive =
      tokens[predicate.first - 1]?.lower === 'to' ||
      (/^(?:continue|go on)$/.test(predicate.lemma) &&
        !/^[,.:;"”]$/.test(tokens[predicate.last + 1]?.text ?? '.'));
    const passive =
      predicate.voice === 'passive' && /^(?:by|as)$/.test(tokens[predicate.last + 1]?.lower ?? '');
    if (
      predicate.speech === null ||
      infinitive ||
      (predicate.lemma === 'count' && (tokens[predicate.first]?.lower ?? '').endsWith('ing')) ||
      (passive && predicate.lemma === 'quote')
    )
      continue;
    // "the Group was told by officers": the agent's word, passed on by the subject.
    const agent = passive
      ? candidates.find((c) => c.first > predicate.last && c.first - predicate.last <= 4)
      : undefined;
    // "was officially confirmed": nobody's word but the publisher's.
    if (predicate.voice === 'passive' && agent === undefined) continue;
    const subject = agent ?? subjectOf(predicate, candidates, tokens, predicates);
    if (subject === null) continue;
    const relay = words.to_relay.includes(predicate.lemma)
      ? candidates.find((c) => c.first > predicate.last && c.first - predicate.last <= 4 && c.speaker.medium)
      : undefined;
    const quoted =
      predicate.lemma === 'quote'
        ? candidates.find((c) => c.first > predicate.last && c.first - predicate.last <= 6)
        : undefined;
    const chain: Saying['chain'] = quoted
      ? [
          { speaker: subject.speaker, role: 'relay' },
          { speaker: quoted.speaker, role: 'claimant' },
        ]
      : [
          ...(relay ? [{ speaker: relay.speaker, role: 'relay' as const }] : []),
          { speaker: subject.speaker, role: 'claimant' },
        ];
    sayings.push({ at: predicate.first, chain, modality: predicate.speech, rule: `said:${predicate.lemma}` });
  }
  sayings.push(
    ...byPreposition(candidates, tokens, words),
    ...byPossession(candidates, tokens, words, before),
    ...bySameAccount(tokens, before),
  );
  return sayings.sort((a, b) => a.at - b.at);
}

function candidatesOf(
  tokens: readonly Token[],
  speakers: readonly Speaker[],
  before: readonly Speaker[],
): Candidate[] {
  const indexAt = (offset: number): number => tokens.findIndex((token) => token.end > offset);
  const known = speakers.map((speaker) => {
    const first = indexAt(speaker.span[0]);
    const definite =
      DEFINITE.test(tokens[first - 1]?.lower ?? '') || DEFINITE.test(tokens[first]?.lower ?? '');
    return { speaker: resolveSpeaker(speaker, before, definite), first, last: indexAt(speaker.span[1] - 1) };
  });
  const pronouns = tokens.flatMap((token, i) => {
    const speaker = /^(?:he|she|it|they)$/.test(token.lower) ? pronounSpeaker(token.lower, before) : null;
    return speaker
      ? [{ speaker: { ...speaker, span: [token.start, token.end] as const }, first: i, last: i }]
      : [];
  });
  return [...known, ...pronouns].sort((a, b) => a.first - b.first);
}

/** Verbs that may stand before their subject: "…, said the minister". */
const INVERTING =
  /^(?:say|add|report|announce|note|write|claim|warn|explain|argue|estimate|reckon|insist|maintain|believe|think|calculate|state|conclude|allege|assess|recall|continue|go on)$/;

const OBLIQUE = /^(?:of|to|from|in|at|by|with|for|on|against|into|through|via|about|between|as)$/;

/** The subject of a verb of saying: behind it in "said the minister", else the nearest before it that no other act takes. */
function subjectOf(
  predicate: Predicate,
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  predicates: readonly Predicate[],
): Candidate | null {
  const behind = candidates.find(
    (c) =>
      c.first > predicate.last &&
      c.first - predicate.last <= 3 &&
      tokens.slice(predicate.last + 1, c.first).every((t) => /^(?:DET|ADJ|PROPN)$/.test(t.pos)),
  );
  const inverted =
    behind !== undefined &&
    INVERTING.test(predicate.lemma) &&
    !EVIDENCE.test(behind.speaker.titles[0] ?? '') &&
    predicate.first >= 2 &&
    !/^(?:tell|inform|brief)$/.test(predicate.lemma) &&
    /^(?:,|"|”|’|'|since \d{4})$/.test(tokens[predicate.first - 1]?.text ?? '');
  const insideComma =
    tokens[predicate.first - 1]?.text === ',' ||
    (/^(?:has|have|had|also|then|later|already)$/.test(tokens[predicate.first - 1]?.lower ?? '') &&
      tokens.slice(Math.max(0, predicate.first - 4), predicate.first).some((t) => t.text === ','));
  const left = leftOf(candidates, predicate, tokens, insideComma);
  for (let i = left.length - 1; i >= 0; i--) {
    const candidate = left[i] as Candidate;
    const between = tokens.slice(candidate.last + 1, predicate.first);
    const governor = beforeDeterminer(tokens, candidate.first);
    if (OBLIQUE.test(governor)) continue;
    // What stands between two commas belongs to the speaker ("Shin, who heads the ministry, said").
    const parenthetic =
      (insideComma && /^(?:,|who|whose|whom|which)$/.test(between[0]?.lower ?? '')) ||
      ((tokens[predicate.first]?.lower ?? '').endsWith('ing') && tokens[predicate.first - 1]?.text === ',');
    if (
      !parenthetic &&
      predicates.some(
        (p) =>
          p.voice !== 'nominal' &&
          p.first > candidate.last &&
          p.first < predicate.first &&
          !(tokens[p.first]?.lower ?? '').endsWith('ing') &&
          !coordinated(tokens, p, predicate),
      )
    ) {
      return inverted ? behind : null;
    }
    if (!parenthetic && between.some((t) => /^(?:that|which|;)$/.test(t.lower))) continue;
    return inverted && between.some((t) => t.text === ',' || t.text === '"' || t.text === '”')
      ? behind
      : candidate;
  }
  return inverted ? behind : null;
}

/** Candidates before a verb; where a comma closes a parenthesis before it, the one that the parenthesis follows comes first. */
function leftOf(
  candidates: readonly Candidate[],
  predicate: Predicate,
  tokens: readonly Token[],
  insideComma: boolean,
): Candidate[] {
  const left = candidates.filter((c) => c.last < predicate.first);
  const participle =
    (tokens[predicate.first]?.lower ?? '').endsWith('ing') && tokens[predicate.first - 1]?.text === ',';
  if (participle) {
    // "authorities have gone further, speaking of …": the sentence's own subject.
    const opening = left.find((c) => !OBLIQUE.test(beforeDeterminer(tokens, c.first)));
    return opening ? [opening] : left;
  }
  const heading = insideComma
    ? left.findLast(
        (c) =>
          (c.speaker.kind !== 'government' || c.first <= 2) &&
          tokens[c.last + 1]?.text === ',' &&
          !OBLIQUE.test(beforeDeterminer(tokens, c.first)) &&
          tokens.slice(c.last + 2, predicate.first).some((t) => t.text === ','),
      )
    : undefined;
  const adjacent = left.at(-1);
  const beside =
    adjacent !== undefined &&
    tokens.slice(adjacent.last + 1, predicate.first).every((t) => /^(?:AUX|ADV)$/.test(t.pos));
  return heading && !beside ? [...left, heading] : left;
}

/** "walked over and said": one subject for both verbs. */
const coordinated = (tokens: readonly Token[], a: Predicate, b: Predicate): boolean =>
  tokens.slice(a.last + 1, b.first).some((t) => t.lower === 'and') ||
  (a.speech !== null && tokens.slice(a.last + 1, b.first).some((t) => t.text === ','));

function beforeDeterminer(tokens: readonly Token[], first: number): string {
  const previous = tokens[first - 1];
  if (previous === undefined) return '';
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = tokens[i] as Token;
    if (token.pos === 'DET' || token.pos === 'ADJ' || /^(?:its|his|their|her)$/.test(token.lower)) continue;
    return token.lower;
  }
  return '';
}

const split = new WeakMap<SpeechWords, { phrase: string; parts: string[] }[]>();

/** The phrases before a source with their words, split once for all sentences. */
function sourcePhrases(words: SpeechWords): { phrase: string; parts: string[] }[] {
  const known =
    split.get(words) ?? words.prepositions.map((phrase) => ({ phrase, parts: phrase.split(' ') }));
  split.set(words, known);
  return known;
}

/** "according to the ministry", "citing the NIS", "by the count of Ukrainian prosecutors". */
function byPreposition(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  words: SpeechWords,
): Saying[] {
  const sayings: Saying[] = [];
  const present = new Set(tokens.map((token) => token.lower));
  for (const { phrase, parts } of sourcePhrases(words)) {
    if (!parts.every((part) => present.has(part))) continue;
    for (let i = 0; i + parts.length <= tokens.length; i++) {
      if (phrase === 'from' && i > 0) break; // only "From the Observatory, on Sunday: …"
      if (!parts.every((part, k) => tokens[i + k]?.lower === part)) continue;
      const end = i + parts.length;
      if (phrase === 'from' && !tokens.slice(0, 14).some((t) => t.text === ':')) continue;
      const antecedent = /^(?:which|whom|whose)$/.test(tokens[end]?.lower ?? '')
        ? candidates.findLast((c) => c.last < i)
        : undefined;
      let source =
        antecedent ??
        candidates.find(
          (c) =>
            c.first >= end &&
            c.first - end <= 4 &&
            !tokens.slice(end, c.first).some((t) => /^[,;:.]$/.test(t.text)),
        );
      // "citing a report from the agency": the author's word.
      if (source && EVIDENCE.test(source.speaker.titles[0] ?? '') && source.speaker.kind === 'unnamed') {
        const written = source;
        source = candidates.find(
          (c) =>
            c.first > written.last &&
            c.first - written.last <= 9 &&
            /^(?:of|from|by)$/.test(beforeDeterminer(tokens, c.first)),
        );
      }
      if (!source) continue;
      const isRelay = /quoted by|reported by|told to|published by|cited by|released by/.test(phrase);
      const modality: Modality = /view|judg|opinion|reckon|estimate|assess/.test(phrase)
        ? 'assessed'
        : 'asserted';
      sayings.push({
        at: i,
        chain: [{ speaker: source.speaker, role: isRelay ? 'relay' : 'claimant' }],
        modality,
        rule: `source:${phrase}`,
      });
    }
  }
  return sayings;
}

/** "in the agency's judgement", "the Defence Ministry's figure", "by their account": the owner of a word for what was said. */
function byPossession(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  words: SpeechWords,
  before: readonly Speaker[],
): Saying[] {
  const sayings: Saying[] = [];
  for (const [modality, nouns] of Object.entries(words.nouns)) {
    const isNoun = (t: Token | undefined): boolean =>
      t !== undefined && (nouns.includes(t.lower) || nouns.includes(t.lemma));
    for (const candidate of candidates) {
      const marker = tokens[candidate.last + 1];
      if (marker === undefined || !/^['’]s?$/.test(marker.text)) continue;
      const governed =
        candidate.first <= 1 ||
        /^(?:by|in|on|to|from|as|per|against)$/.test(beforeDeterminer(tokens, candidate.first));
      if (governed && (isNoun(tokens[candidate.last + 2]) || isNoun(tokens[candidate.last + 3]))) {
        sayings.push({
          at: candidate.last + 2,
          chain: [{ speaker: candidate.speaker, role: 'claimant' }],
          modality: modality as Modality,
          rule: 'owner',
        });
      }
    }
    tokens.forEach((token, i) => {
      if (!/^(?:his|her|its|their)$/.test(token.lower) || !/^(?:by|in|on)$/.test(tokens[i - 1]?.lower ?? ''))
        return;
      if (!isNoun(tokens[i + 1]) && !isNoun(tokens[i + 2])) return;
      const speaker = pronounSpeaker(token.lower, before);
      if (speaker)
        sayings.push({
          at: i,
          chain: [{ speaker, role: 'claimant' }],
          modality: modality as Modality,
          rule: 'owner:pronoun',
        });
    });
  }
  return sayings;
}

/** "by the same account": whoever spoke last. */
function bySameAccount(tokens: readonly Token[], before: readonly Speaker[]): Saying[] {
  const speaker = before.at(-1);
  if (speaker === undefined) return [];
  const at = tokens.findIndex(
    (token, i) =>
      token.lower === 'same' &&
      /^(?:account|count|reckoning|telling|source|report|release|tally)$/.test(tokens[i + 1]?.lower ?? '') &&
      /^(?:by|on)$/.test(tokens[i - 2]?.lower ?? ''),
  );
  return at < 0
    ? []
    : [{ at, chain: [{ speaker, role: 'claimant' }], modality: 'asserted', rule: 'same-account' }];
}
