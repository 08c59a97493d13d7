import type { Modality } from '../model/enums.js';
import { wordsIn } from './clause.js';
import { pronounSpeaker, type Referents } from './referents.js';
import { isObject } from './subjects.js';
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
    ...byOwned(candidates, tokens, referents),
    ...byNoun(candidates, tokens, referents),
    ...byBracket(candidates, tokens),
    ...byEvidence(candidates, tokens, referents),
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
  referents: Referents,
): Saying[] {
  const { words } = referents;
  const sayings: Saying[] = [];
  const present = wordsIn(tokens);
  for (const { phrase, parts, depth, modality, relay } of phrasesOf(words)) {
    if (!present.has(parts[0] ?? '')) continue;
    for (let at = 0; at + parts.length <= tokens.length; at++) {
      const length = lengthAt(parts, tokens, at);
      if (length === 0) continue;
      if (phrase === 'from' && !opensLine(tokens, at)) break;
      const source =
        sourceBehind(candidates, tokens, at, at + length, depth > 0, words) ??
        sameSource(
          candidates.find((c) => c.first === at + length + 1),
          tokens,
          referents,
        );
      if (source === undefined) continue;
      const place = { at, first: at, last: Math.max(source.last, at + length - 1), rule: `source:${phrase}` };
      sayings.push(sayingOf(source.speaker, place, { modality, depth, role: relay ? 'relay' : 'claimant' }));
    }
  }
  return sayings;
}

type Preposition = SpeechWords['prepositions'][number] & { readonly parts: readonly string[] };

const compiled = new WeakMap<SpeechWords, readonly Preposition[]>();

/** The prepositions with their words, cut apart once. */
function phrasesOf(words: SpeechWords): readonly Preposition[] {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const made = words.prepositions.map((each) => ({ ...each, parts: each.phrase.split(' ') }));
  compiled.set(words, made);
  return made;
}

/** Tokens that a phrase takes at a position, 0 where it does not stand there; "*" is up to three words. */
function lengthAt(parts: readonly string[], tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== parts[0]) return 0;
  let end = at;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
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

/** "according to the records", of which the text has told: the word of whoever spoke by them. */
export function sameSource(
  source: Candidate | undefined,
  tokens: readonly Token[],
  { before, words }: Referents,
): Candidate | undefined {
  const speaker = before.at(-1);
  const around = source === undefined ? [] : [tokens[source.first - 1], tokens[source.first]];
  return source !== undefined &&
    speaker !== undefined &&
    around.some((t) => /^(?:the|those|these|that|same)$/.test(t?.lower ?? '')) &&
    source.speaker.kind === 'unnamed' &&
    words.evidence.includes(source.speaker.titles[0] ?? '')
    ? { ...source, speaker: { ...speaker, span: source.speaker.span } }
    : undefined;
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
    if (between.some(({ lower }) => /^(?:inside|within)$/.test(lower))) return false;
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
  const owned = candidates.some(({ last }) => /^['’]s?$/.test(tokens[last + 1]?.text ?? ''));
  if (!owned && !tokens.some(({ lower }) => /^(?:his|her|its|their)$/.test(lower))) return [];
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
      const governor = governorOf(tokens, first);
      const governed = first <= 1 || /^(?:by|in|on|to|from|as|per|against)$/.test(governor?.lower ?? '');
      if (noun === undefined) return [];
      // "passed along the agency's figure", "repeats the ministry's count": the word of who is repeated.
      const repeated = PASSING.test(governor?.lemma ?? '') || /^(?:along|on)$/.test(governor?.lower ?? '');
      const passed =
        repeated && tokens.slice(Math.max(0, first - 4), first).some((t) => PASSING.test(t.lemma));
      if (passed) return [{ ...made(speaker, noun, first, 'owner'), depth: 1 }];
      return governed ? [made(speaker, noun, first, 'owner')] : [];
    });
    const pronouns = tokens.flatMap((token, i) => {
      if (!/^(?:his|her|its|their)$/.test(token.lower)) return [];
      // "Its figures, he said, were 300 and 2,700": a subject that another passes on.
      if (i === 0) {
        const owner = nounAt(1) === undefined ? null : pronounSpeaker(token.lower, referents);
        const counted = tokens.some(
          ({ lemma, lower }) => lemma === 'be' || /^(?:stands?|stood|:)$/.test(lower),
        );
        return owner === null || !counted ? [] : [{ ...made(owner, 0, 0, 'owner:pronoun'), depth: 1 }];
      }
      if (!/^(?:by|in|on)$/.test(tokens[i - 1]?.lower ?? '')) return [];
      const here = candidates.filter((c) => c.last < i && !isObject(tokens, c)).map((c) => c.speaker);
      const before = [...referents.before, ...here.reverse()];
      const speaker =
        nounAt(i + 1) === undefined ? null : pronounSpeaker(token.lower, { ...referents, before });
      return speaker === null ? [] : [made(speaker, i, i, 'owner:pronoun')];
    });
    return [...owners, ...pronouns];
  });
}

/** "in the estimate of diplomats", "on the reckoning of the ministry": a noun for what was said, and whose it is. */
function byOwned(candidates: readonly Candidate[], tokens: readonly Token[], { words }: Referents): Saying[] {
  return tokens.flatMap((token, at) => {
    if (!/^(?:by|in|on)$/.test(token.lower) || !/^(?:the|an?)$/.test(tokens[at + 1]?.lower ?? '')) return [];
    const of = tokens.findIndex((t, i) => i > at + 2 && i <= at + 4 && t.lower === 'of');
    const noun = tokens[of - 1];
    const modality = Object.entries(words.nouns).find(
      ([, nouns]) => nouns.includes(noun?.lower ?? '') || nouns.includes(noun?.lemma ?? ''),
    )?.[0] as Modality | undefined;
    if (of < 0 || modality === undefined) return [];
    // "in the report of the loss": only what somebody reckons or counts needs no more than its owner.
    const source = candidates.find((c) => c.first > of && c.first - of <= 3);
    const listed = words.prepositions.some(
      ({ phrase }) =>
        phrase ===
        tokens
          .slice(at, of + 1)
          .map((t) => t.lower)
          .join(' '),
    );
    return source === undefined || listed
      ? []
      : [sayingOf(source.speaker, { at, first: at, last: source.last, rule: 'owner' }, { modality })];
  });
}

/** "that is the finding of the panel", "the view of the army is that": a noun for what was said, beside "be". */
function byNoun(candidates: readonly Candidate[], tokens: readonly Token[], { words }: Referents): Saying[] {
  return tokens.flatMap((token, at) => {
    if (tokens[at + 1]?.lower !== 'of' || token.pos !== 'NOUN') return [];
    const modality = Object.entries(words.nouns).find(
      ([, nouns]) => nouns.includes(token.lower) || nouns.includes(token.lemma),
    )?.[0] as Modality | undefined;
    const source = candidates.find((c) => c.first > at + 1 && c.first - at <= 4);
    if (modality === undefined || source === undefined) return [];
    const told = tokens.slice(Math.max(0, at - 3), at).some(({ lemma }) => lemma === 'be');
    const tells = /^(?:is|was) that$/.test(
      tokens
        .slice(source.last + 1, source.last + 3)
        .map(({ lower }) => lower)
        .join(' '),
    );
    const ends = tokens
      .slice(source.last + 1)
      .every(({ pos }) => /^(?:PUNCT|ADP|NUM|PROPN|DET|NOUN)$/.test(pos));
    return tells || (told && ends)
      ? [sayingOf(source.speaker, { at, first: at, last: source.last, rule: 'owner' }, { modality })]
      : [];
  });
}

/** "… (Ministry of Defence of Niger, 3 May).": a source and its day in brackets behind what it tells. */
function byBracket(candidates: readonly Candidate[], tokens: readonly Token[]): Saying[] {
  const open = tokens.findLastIndex(({ text }) => text === '(');
  const close = tokens.findLastIndex(({ text }) => text === ')');
  if (open < 1 || close < open || tokens.length - close > 2) return [];
  const source = candidates.find(({ first }) => first === open + 1 || first === open + 2);
  const rest = source === undefined ? [] : tokens.slice(source.last + 1, close);
  const dated =
    rest[0]?.text === ',' && rest.slice(1).every(({ pos }) => /^(?:NUM|PROPN|NOUN|PUNCT)$/.test(pos));
  return source !== undefined && dated && rest.some(({ pos }) => pos === 'NUM')
    ? [sayingOf(source.speaker, { at: source.first, first: open, last: close, rule: 'bracket' })]
    : [];
}

/** "by customs records that the paper obtained", "by those papers": the word of who has them, else of whoever spoke last. */
function byEvidence(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  { before, words }: Referents,
): Saying[] {
  return candidates.flatMap((candidate) => {
    const { speaker, first, last } = candidate;
    const noun = speaker.titles[0] ?? '';
    if (speaker.kind !== 'unnamed' || !(words.evidence.includes(noun) || words.writing.includes(noun)))
      return [];
    const article = /^(?:the|those|these|this|that|same|both)$/.test(tokens[first - 1]?.lower ?? '');
    const at = article ? first - 2 : first - 1;
    if (tokens[at]?.lower !== 'by' || (at > 0 && tokens[at - 1]?.text !== ',')) return [];
    const author = authorOf(candidate, candidates, tokens, words);
    const known = author === undefined || author === candidate ? undefined : author;
    const source = known?.speaker ?? (article ? before.at(-1) : undefined);
    return source === undefined
      ? []
      : [sayingOf(source, { at, first: at, last: known?.last ?? last, rule: 'source:by' })];
  });
}

/** The word before a phrase, its determiners passed over. */
function governorOf(tokens: readonly Token[], first: number): Token | null {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = tokens[i] as Token;
    if (token.pos === 'DET' || token.pos === 'ADJ' || /^(?:its|his|their|her)$/.test(token.lower)) continue;
    return token;
  }
  return null;
}

/** Verbs by which somebody passes on a figure. */
const PASSING =
  /^(?:cite|quote|repeat|relay|pass|carry|echo|publish|print|reprint|report|give|use|adopt|pick)$/;

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
  if (!tokens.some(({ lower }) => lower === 'if')) return [];
  return candidates.flatMap(({ speaker, first, last }) => {
    const behind = tokens
      .slice(last + 1, last + 5)
      .map((t) => t.lower)
      .join(' ');
    const ahead = tokens
      .slice(Math.max(0, first - 4), first)
      .map((t) => t.lower)
      .join(' ');
    const believed =
      (/(?:^| )(?:if|as far as)(?: the)?$/.test(ahead) &&
        words.believed.some((phrase) => behind.startsWith(phrase))) ||
      /(?:^| )if (?:one|we|you) (?:believes?|trusts?)(?: the)?$/.test(ahead);
    return believed ? [sayingOf(speaker, { at: first, first: first, last: last + 2, rule: 'if-right' })] : [];
  });
}

/** "Zelensky: Iran has sent …": the name with which a line begins. */
function byLabel(candidates: readonly Candidate[], tokens: readonly Token[]): Saying[] {
  const [label] = candidates;
  if (label === undefined || label.first > 1) return [];
  const colon = tokens.findIndex(({ text }) => text === ':');
  const between = tokens.slice(label.last + 1, colon);
  // "Ministry of Defence, 3 May: …", "Saleh, commander of the garrison: …"
  const aside =
    colon > 0 &&
    between[0]?.text === ',' &&
    between.length <= 10 &&
    (label.speaker.kind === 'body' || label.speaker.kind === 'person') &&
    between.every(({ pos }) => !/^(?:VERB|AUX|PRON|CCONJ)$/.test(pos));
  if (colon !== label.last + 1 && !aside) return [];
  return [sayingOf(label.speaker, { at: label.first, first: label.first, last: colon, rule: 'label' })];
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
