import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { KINDS, MODALITIES, type Kind, type Modality } from '../model/enums.js';
import type { Sentence } from './sentences.js';
import type { Token } from './token.js';

const slot = z.enum(['supplier', 'recipient', 'goods', 'actor', 'target', 'place', 'party', 'none']);
export type Slot = z.output<typeof slot>;

const frameSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(KINDS),
  subject: slot,
  object: slot,
  second: slot.default('none'),
  prepositions: z.record(z.string(), slot),
  verbs: z.array(z.string()),
  nouns: z.array(z.string()).default([]),
});
/** What an act is called, and which slot each of its neighbours fills (data/claims/frames.yaml). */
export type Frame = z.output<typeof frameSchema>;

const speechSchema = z.strictObject({
  source: z.array(z.string()),
  verbs: z.partialRecord(z.enum([...MODALITIES, 'denied']), z.array(z.string())),
  prepositions: z.array(
    z.strictObject({
      phrase: z.string(),
      depth: z.int().default(0),
      modality: z.enum(MODALITIES).default('asserted'),
      relay: z.boolean().default(false),
    }),
  ),
  nouns: z.partialRecord(z.enum(MODALITIES), z.array(z.string())),
  anonymous: z.array(z.string()),
  spoken: z.array(z.string()),
  hearsay: z.array(z.string()),
  writing: z.array(z.string()),
  rule: z.array(z.string()),
  media: z.array(z.string()),
  anyone: z.array(z.string()),
  evidence: z.array(z.string()),
  believed: z.array(z.string()),
  charges: z.array(z.string()),
  rejections: z.array(z.string()),
  each: z.array(z.string()),
  bodies: z.array(z.string()),
  referents: z.array(z.strictObject({ nouns: z.array(z.string()), types: z.array(z.string()) })),
  to_relay: z.array(z.string()),
  labels: z.strictObject({
    staff: z.array(z.string()),
    questions: z.array(z.string()),
    titles: z.array(z.string()),
  }),
  ahead: z.array(z.string()),
  source_columns: z.array(z.string()),
  modality: z.partialRecord(z.enum(MODALITIES), z.array(z.string())),
  negations: z.array(z.string()),
  no_evidence: z.array(z.string()),
});
export type SpeechWords = z.output<typeof speechSchema>;

export type Voice = 'active' | 'passive' | 'nominal';

/** A verb or noun that tells an act or gives words to somebody. */
export interface Predicate {
  /** Positions of its first and last token in the sentence. */
  readonly first: number;
  readonly last: number;
  readonly voice: Voice;
  /** The acts that it may tell; empty for pure speech. */
  readonly frames: readonly Frame[];
  /** What it says of words that it gives to somebody; null where it gives none. */
  readonly speech: Modality | 'denied' | null;
  /** Its main word. */
  readonly lemma: string;
}

interface Pattern {
  readonly words: readonly string[];
  readonly frame: Frame | null;
  readonly speech: Modality | 'denied' | null;
  readonly noun: boolean;
}

const KIND_ORDER: readonly Kind[] = KINDS;
const NONE: readonly Pattern[] = [];

/** Finds the predicates of a sentence, by the lemmas of `data/claims/frames.yaml` and `speech.yaml`. */
export class PredicateReader {
  readonly speechWords: SpeechWords = readYaml(join(DATA_FOLDER, 'claims', 'speech.yaml'), speechSchema);
  readonly frames: readonly Frame[];
  private readonly byWord = new Map<string, Pattern[]>();

  constructor() {
    const schema = z.strictObject({ source: z.array(z.string()), frames: z.array(frameSchema) });
    this.frames = readYaml(join(DATA_FOLDER, 'claims', 'frames.yaml'), schema).frames;
    for (const frame of this.frames) {
      for (const verb of frame.verbs) this.add({ words: verb.split(' '), frame, speech: null, noun: false });
      for (const noun of frame.nouns) this.add({ words: noun.split(' '), frame, speech: null, noun: true });
    }
    for (const [speech, verbs] of Object.entries(this.speechWords.verbs)) {
      for (const verb of verbs)
        this.add({ words: verb.split(' '), frame: null, speech: speech as Modality | 'denied', noun: false });
    }
    for (const list of this.byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  private rejects(tokens: readonly Token[], at: number): boolean {
    return tokens.slice(at + 1).some(({ lower }) => this.speechWords.rejections.includes(lower));
  }

  private add(pattern: Pattern): void {
    const word = pattern.words[0] as string;
    const list = this.byWord.get(word);
    if (list) list.push(pattern);
    else this.byWord.set(word, [pattern]);
  }

  read(sentence: Sentence): Predicate[] {
    const { tokens } = sentence;
    const predicates: Predicate[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const found: { pattern: Pattern; last: number }[] = [];
      for (const lemma of lemmasOf(token))
        for (const pattern of this.byWord.get(lemma) ?? NONE) {
          const last = matches(pattern, tokens, i);
          if (last !== null) found.push({ pattern, last });
        }
      if (found.length === 0) continue;
      const longest = Math.max(...found.map(({ pattern }) => pattern.words.length));
      const best = found.filter(({ pattern }) => pattern.words.length === longest);
      const last = best[0]?.last ?? i;
      const quotes = best.find(({ pattern }) => pattern.speech !== null)?.pattern.speech ?? null;
      const acts = best.some(({ pattern }) => pattern.frame !== null);
      // "concluded that …" gives words, "concluded a contract" does not; "called the reports false" does.
      const tells =
        quotes !== null &&
        acts &&
        (givesWords(tokens, i, last) || (token.lemma === 'call' && this.rejects(tokens, last)));
      const speech = acts && !tells ? null : quotes;
      const frames = [...new Set(best.flatMap(({ pattern }) => (pattern.frame ? [pattern.frame] : [])))].sort(
        (a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
      );
      const noun = best.every(({ pattern }) => pattern.noun);
      predicates.push({
        first: i,
        last,
        voice: noun ? 'nominal' : tells ? 'active' : voiceOf(tokens, i, frames.length > 0),
        frames,
        speech,
        lemma: best[0]?.pattern.words.join(' ') ?? token.lemma,
      });
      i = longest > 1 ? last : i;
    }
    return predicates;
  }
}

/** Position of the last token where the pattern begins at `i`; null where it does not. */
function matches({ words, noun, speech }: Pattern, tokens: readonly Token[], i: number): number | null {
  const token = tokens[i] as Token;
  const isVerb = token.pos === 'VERB' || (token.pos === 'AUX' && (words.length > 1 || owns(tokens, i)));
  if (words.length === 1) {
    // "What remains is a photograph": a verb, though a tagger takes it for the noun.
    if (noun && token.lower === 'remains' && tokens[i + 1]?.lower !== 'of') return null;
    if (noun)
      return /^(?:NOUN|PROPN)$/.test(token.pos) ||
        (token.pos === 'ADJ' && token.lower === 'dead') ||
        headsPhrase(tokens, i)
        ? i
        : null;
    // "one sailor is missing": nothing that misses.
    if (token.lower === 'missing' && words[0] === 'miss') return null;
    // "By weight, the newspaper estimates, that is …": a tagger takes the verb for a plural.
    const interposed =
      speech !== null &&
      /^(?:NOUN|ADJ)$/.test(token.pos) &&
      !/^(?:state|list|record|document|figure|find|put|detail|post|release|name|rate|charge)/.test(
        token.lower,
      ) &&
      /(?:s|ed)$/.test(token.lower) &&
      /^(?:,|\.|that|"|”|:|the|a|an|about|around|some|nearly|over|up|more|\d[\d,.]*)$/.test(
        tokens[i + 1]?.text ?? '.',
      ) &&
      /^(?:NOUN|PROPN|PRON)$/.test(tokens[i - 1]?.pos ?? '');
    if (interposed) return i;
    // "The Houthis claim that", "images show 40": behind a plural.
    const plural =
      speech !== null &&
      /^(?:NOUN|ADJ)$/.test(token.pos) &&
      token.lower === token.lemma &&
      /s$|^people$/.test(tokens[i - 1]?.lower ?? '') &&
      /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.pos ?? '') &&
      (/^(?:that|about|over|more)$/.test(tokens[i + 1]?.lower ?? '') || tokens[i + 1]?.pos === 'NUM');
    if (plural) return i;
    // "have been", "is being": a helping verb tells no act.
    const participle =
      token.pos === 'ADJ' &&
      /(?:ed|ing|n|t)$/.test(token.lower) &&
      tokens.slice(Math.max(0, i - 3), i).some((t) => t.pos === 'AUX');
    return isVerb || participle ? i : null;
  }
  let at = i;
  for (const word of words.slice(1)) {
    let next = at + 1;
    // "be in" and "have it" are one thing, "were said … in" and "has sold it" another.
    const reach =
      (words[0] === 'be' && word !== 'way') || word === 'it'
        ? 1
        : word === 'life' || word === 'against'
          ? 5
          : 3;
    while (next < tokens.length && next - at <= reach && !isWord(tokens[next] as Token, word)) next++;
    if (next >= tokens.length || next - at > reach) return null;
    // "can be taken to" is no load that can take anything.
    if (
      /^(?:can|could|may|might)$/.test(words[0] ?? '') &&
      tokens.slice(at + 1, next).some((t) => t.lower === 'be')
    )
      return null;
    // "brought the junta in Mali rifles": a preposition of what follows, and no part of the verb.
    const governs = /^(?:in|on|over)$/.test(word) && /^(?:PROPN|DET|NUM)$/.test(tokens[next + 1]?.pos ?? '');
    if (next > at + 1 && governs) return null;
    at = next;
  }
  return at;
}

/** "Remains of a missile were found": a noun that opens its sentence and is taken for a verb. */
const headsPhrase = (tokens: readonly Token[], i: number): boolean =>
  i === 0 && tokens[i]?.pos === 'VERB' && tokens[i + 1]?.lower === 'of';

/** "has 900 troops": a helping verb with no verb to help is one of its own. */
function owns(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lemma !== 'have') return false;
  const next = tokens
    .slice(i + 1)
    .find(
      ({ pos, lower }) => pos !== 'ADV' && !/^(?:both|all|each|up|to|about|around|over|between)$/.test(lower),
    );
  return /^(?:NUM|NOUN|PROPN|DET|ADJ|SYM)$/.test(next?.pos ?? '');
}

/** "concluded in a report that …", "…, the agency concluded in June.": a verb of an act that tells here what somebody says. */
function givesWords(tokens: readonly Token[], first: number, last: number): boolean {
  const rest = tokens.slice(last + 1);
  const end = rest.findIndex((t) => /^(?:that|[,:;.])$/.test(t.lower));
  const stop = rest[end];
  const adverbial = rest.slice(0, end).every((t) => /^(?:ADP|DET|ADJ|NOUN|PROPN|PRON|NUM|ADV)$/.test(t.pos));
  if (
    BE.has(tokens[first - 1]?.lower ?? '') ||
    stop === undefined ||
    !adverbial ||
    end > 9 ||
    (end > 0 && rest[0]?.pos !== 'ADP')
  )
    return false;
  if (/^(?:that|:)$/.test(stop.lower)) return true;
  const opens = tokens.slice(0, first).findLastIndex((t) => t.text === ',');
  const subject = tokens.slice(opens + 1, first);
  return (
    opens > 0 &&
    subject.length > 0 &&
    subject.every(
      (t) => /^(?:DET|ADJ|NOUN|PROPN|NUM|PART|AUX|ADV)$/.test(t.pos) || /^(?:of|for|[()])$/.test(t.text),
    )
  );
}

/** The lemma that the tagger gives, and what a form mistaken for an adjective or a plural would be of. */
function lemmasOf(token: Token): string[] {
  const { lower, lemma } = token;
  const lemmas = lemma === lower ? [lemma] : [lemma, lower];
  const add = (...stems: readonly string[]): void => {
    for (const stem of stems) if (!lemmas.includes(stem)) lemmas.push(stem);
  };
  // "Fragments of …" opens a sentence, and passes for a name.
  if (token.pos === 'PROPN' && lower.endsWith('s')) add(lower.slice(0, -1));
  if (token.pos !== 'VERB' || lemma === lower) {
    if (lower.endsWith('ied')) add(`${lower.slice(0, -3)}y`);
    else if (lower.endsWith('ed')) add(lower.slice(0, -2), lower.slice(0, -1), lower.slice(0, -3));
    else if (token.pos === 'VERB' && lower.endsWith('ing'))
      add(lower.slice(0, -3), `${lower.slice(0, -3)}e`, lower.slice(0, -4));
  }
  return lemmas;
}

const isWord = (token: Token, word: string): boolean => token.lemma === word || token.lower === word;

const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'get', 'got', "'s", "'re"]);

/** Passive where a form of "be" governs a participle, or a participle stands behind its noun ("drones supplied by"). */
function voiceOf(tokens: readonly Token[], i: number, act: boolean): Voice {
  const token = tokens[i] as Token;
  // A tagger knows no lemma of a compound ("re-exported").
  const participle =
    (token.lower !== token.lemma || /-\p{L}+ed$/u.test(token.lower)) &&
    !token.lower.endsWith('ing') &&
    !token.lower.endsWith('s');
  if (!participle) return 'active';
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const before = tokens[k] as Token;
    if (BE.has(before.lower)) return 'passive';
    if (/^(?:have|has|had|'ve)$/.test(before.lower)) return 'active';
    if (!/^(?:ADV|PART|AUX)$/.test(before.pos) && before.text !== ',') break;
  }

  const next = tokens[i + 1]?.lower ?? '';
  if (next === 'at' && /^(?:least|most)$/.test(tokens[i + 2]?.lower ?? '')) return 'active'; // "fired at least 24"
  const previous = tokens[i - 1];
  const behindNoun = previous !== undefined && /^(?:NOUN|PROPN|PUNCT)$/.test(previous.pos);
  if (!act) return behindNoun && next === 'by' ? 'passive' : 'active';
  if (next !== 'by' && (closesApposition(tokens, i - 1) || isSubjectOfRelative(tokens, i - 1)))
    return 'active';
  return behindNoun && /^(?:by|to|from|in|into|at|on|off|for|through|against|aboard|with|as)$/.test(next)
    ? 'passive'
    : 'active';
}

/** "the jets that Myanmar ordered from …", "shells Serbia sold to …": a name before the verb that is its subject. */
function isSubjectOfRelative(tokens: readonly Token[], last: number): boolean {
  let at = last;
  while (at >= 0 && /^(?:PROPN|ADJ|DET)$/.test(tokens[at]?.pos ?? '')) at--;
  if (at === last || at < 1 || tokens[last]?.pos !== 'PROPN') return false;
  const before = tokens[at] as Token;
  return /^(?:that|which|whom)$/.test(before.lower) || (before.pos === 'NOUN' && before.lower.endsWith('s'));
}

/** "Norinco, a Chinese state company, delivered to …": the comma that ends a description of the subject. */
function closesApposition(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma]?.text !== ',') return false;
  for (let i = comma - 1; i > 0; i--) {
    const token = tokens[i] as Token;
    if (token.pos === 'VERB' || token.pos === 'AUX') return false;
    if (token.text !== ',') continue;
    return /^(?:a|an|the|one)$/.test(tokens[i + 1]?.lower ?? '') && tokens[i - 1]?.pos === 'PROPN';
  }
  return false;
}
