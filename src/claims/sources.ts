import type { Modality } from '../model/enums.js';
import { pronounSpeaker, type Referents } from './referents.js';
import { sayingOf, type Candidate, type Saying } from './saying.js';
import type { SpeechWords } from './predicates.js';
import type { Token } from './token.js';
import type { Speaker } from './speaker.js';

/** Sources named without a verb of saying: "according to the ministry", "by the agency's count". */
export function sourcesOf(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  referents: Referents,
): Saying[] {
  return [
    ...byPreposition(candidates, tokens, referents),
    ...byPossession(candidates, tokens, referents),
    ...bySameAccount(tokens, referents),
    ...byExamination(candidates, tokens, referents),
    ...byBelief(candidates, tokens, referents),
    ...byLabel(candidates, tokens),
  ];
}

/** "according to the ministry", "citing the NIS", "by the count of Ukrainian prosecutors". */
function byPreposition(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  { words }: Referents,
): Saying[] {
  const present = new Set(tokens.map(({ lower }) => lower));
  return words.prepositions.flatMap(({ phrase, depth, modality, relay }) => {
    const parts = phrase.split(' ');
    if (!present.has(parts[0] ?? '')) return [];
    const sayings: Saying[] = [];
    for (let at = 0; at + parts.length <= tokens.length; at++) {
      const length = lengthAt(parts, tokens, at);
      if (length === 0) continue;
      if (phrase === 'from' && !opensLine(tokens, at)) break;
      const source = sourceBehind(candidates, tokens, at, at + length, depth > 0, words);
      if (source === undefined) continue;
      const place = { at, first: at, last: Math.max(source.last, at + length - 1), rule: `source:${phrase}` };
      sayings.push(sayingOf(source.speaker, place, { modality, depth, role: relay ? 'relay' : 'claimant' }));
    }
    return sayings;
  });
}

/** Tokens that a phrase takes at a position, 0 where it does not stand there; "*" is up to three words. */
function lengthAt(parts: readonly string[], tokens: readonly Token[], at: number): number {
  let end = at;
  for (const [i, part] of parts.entries()) {
    if (part === '*') {
      const next = [1, 2, 3].find((skip) => tokens[end + skip]?.lower === parts[i + 1]);
      if (next === undefined) return 0;
      end += next;
    } else if (tokens[end++]?.lower !== part) return 0;
  }
  return end - at;
}

/** "From the Observatory, on Sunday: …". */
const opensLine = (tokens: readonly Token[], at: number): boolean =>
  at === 0 && tokens.slice(0, 14).some((t) => t.text === ':');

/** Who is named behind a preposition; of what they wrote the author, of "which" the name before it. */
function sourceBehind(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  at: number,
  end: number,
  cited: boolean,
  words: SpeechWords,
): Candidate | undefined {
  if (/^(?:which|whom|whose)$/.test(tokens[end]?.lower ?? '')) return candidates.findLast((c) => c.last < at);
  const source = candidates.find(
    (c) =>
      c.first >= end &&
      c.first - end <= 4 &&
      !tokens.slice(end, c.first).some((t) => /^[,;:.]$/.test(t.text)),
  );
  const author = source === undefined ? undefined : authorOf(source, candidates, tokens, words);
  // Who cites a paper without an author speaks for it.
  const paper = author?.speaker.kind === 'unnamed' && words.writing.includes(author.speaker.titles[0] ?? '');
  return cited && paper ? undefined : author;
}

/** Of "images analysed by X" and "a statement from X" X; nobody of images without author, a document of itself. */
export function authorOf(
  source: Candidate,
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  { evidence, writing }: SpeechWords,
): Candidate | undefined {
  const noun = source.speaker.titles[0] ?? '';
  if (source.speaker.kind !== 'unnamed' || !(evidence.includes(noun) || writing.includes(noun)))
    return source;
  const author = candidates.find((c) => {
    const between = tokens.slice(source.last + 1, c.first);
    if (c.first <= source.last || between.length > 9) return false;
    // "pictures that X has shared"; "a study issued last week by X", "a statement of X", but not "paid for it on behalf of X".
    if (/^(?:that|which)$/.test(between[0]?.lower ?? '')) return between.length <= 2;
    const acts = between.some(({ pos }) => pos === 'VERB');
    return between.some(({ lower }) => /^(?:by|from)$/.test(lower) || (!acts && lower === 'of'));
  });
  return author ?? (evidence.includes(noun) ? undefined : source);
}

/** "in the agency's judgement", "the Defence Ministry's figure", "by their account": the owner of a word for what was said. */
function byPossession(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  referents: Referents,
): Saying[] {
  return Object.entries(referents.words.nouns).flatMap(([modality, nouns]) => {
    const nounAt = (i: number): number | undefined =>
      [i, i + 1].find(
        (k) => nouns.includes(tokens[k]?.lower ?? '') || nouns.includes(tokens[k]?.lemma ?? ''),
      );
    const made = (speaker: Speaker, at: number, first: number, rule: string): Saying =>
      sayingOf(speaker, { at, first, last: at, rule }, { modality: modality as Modality });
    const owners = candidates.flatMap(({ speaker, first, last }) => {
      if (!/^['’]s?$/.test(tokens[last + 1]?.text ?? '')) return [];
      const noun = nounAt(last + 2);
      const governed = first <= 1 || /^(?:by|in|on|to|from|as|per|against)$/.test(governorOf(tokens, first));
      return governed && noun !== undefined ? [made(speaker, noun, first, 'owner')] : [];
    });
    const pronouns = tokens.flatMap((token, i) => {
      if (!/^(?:his|her|its|their)$/.test(token.lower) || !/^(?:by|in|on)$/.test(tokens[i - 1]?.lower ?? ''))
        return [];
      const speaker = nounAt(i + 1) === undefined ? null : pronounSpeaker(token.lower, referents);
      return speaker === null ? [] : [made(speaker, i, i, 'owner:pronoun')];
    });
    return [...owners, ...pronouns];
  });
}

/** The word before a phrase, its determiners passed over. */
function governorOf(tokens: readonly Token[], first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = tokens[i] as Token;
    if (token.pos === 'DET' || token.pos === 'ADJ' || /^(?:its|his|their|her)$/.test(token.lower)) continue;
    return token.lower;
  }
  return '';
}

/** "images analysed by Maxar": whoever examined what shows it. */
function byExamination(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  { words }: Referents,
): Saying[] {
  return candidates.flatMap((shown, i) => {
    const author = candidates[i + 1];
    const between = author ? tokens.slice(shown.last + 1, author.first) : [];
    const examined =
      between[0]?.pos === 'VERB' && between.length <= 4 && between.some((t) => t.lower === 'by');
    return author && examined && words.evidence.includes(shown.speaker.titles[0] ?? '')
      ? [
          sayingOf(author.speaker, {
            at: author.first,
            first: shown.first,
            last: author.last,
            rule: 'examined',
          }),
        ]
      : [];
  });
}

/** "if the Pentagon is right": whoever is to be believed. */
function byBelief(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  { words }: Referents,
): Saying[] {
  return candidates.flatMap(({ speaker, first, last }) => {
    const behind = tokens
      .slice(last + 1, last + 5)
      .map((t) => t.lower)
      .join(' ');
    const believed =
      tokens.slice(Math.max(0, first - 2), first).some((t) => t.lower === 'if') &&
      words.believed.some((phrase) => behind.startsWith(phrase));
    return believed ? [sayingOf(speaker, { at: first, first: first, last: last + 2, rule: 'if-right' })] : [];
  });
}

/** "Zelensky: Iran has sent …": the name with which a line begins. */
function byLabel(candidates: readonly Candidate[], tokens: readonly Token[]): Saying[] {
  const [label] = candidates;
  if (label === undefined || label.first > 1 || tokens[label.last + 1]?.text !== ':') return [];
  return [
    sayingOf(label.speaker, { at: label.first, first: label.first, last: label.last + 1, rule: 'label' }),
  ];
}

/** "by the same account": whoever spoke last. */
function bySameAccount(tokens: readonly Token[], { before }: Referents): Saying[] {
  const speaker = before.at(-1);
  if (speaker === undefined) return [];
  const at = tokens.findIndex(
    (token, i) =>
      token.lower === 'same' &&
      /^(?:account|count|reckoning|telling|source|report|release|tally)$/.test(tokens[i + 1]?.lower ?? '') &&
      /^(?:by|on)$/.test(tokens[i - 2]?.lower ?? ''),
  );
  return at < 0 ? [] : [sayingOf(speaker, { at: at, first: at, last: at + 1, rule: 'same-account' })];
}
