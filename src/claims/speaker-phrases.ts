import type { Span } from '../core/span.js';
import type { Organisation } from '../model/vocabulary.js';
import type { Mention } from './mentions.js';
import type { Predicate, SpeechWords } from './predicates.js';
import { firstBehind, lastBefore } from './clause.js';
import { isDescription } from './body-names.js';
import { governmentOf, type Speaker } from './speaker.js';
import type { NounRun } from './speaker-nouns.js';
import type { Token } from './token.js';

/** The phrases by which a sentence names who may speak: names, and nouns with what qualifies them. */

/** A noun phrase in the making: names, titles and nouns that belong together become one. */
export interface Phrase extends Speaker {
  readonly first: number;
  readonly last: number;
  /** What its last noun is; what is joined to it depends on that. */
  readonly head: 'person' | 'body' | 'state' | 'noun';
  /** The noun of a phrase without name, singular; empty for names. */
  readonly noun: string;
  /** A body by a common noun ("Uganda's army", "Ukrainian prosecutors"), which the text does not call by its name. */
  readonly described?: boolean;
  /** An armed group, which stands as a party by its name. */
  readonly group?: boolean;
}

const MEDIA = new Set(['news_agency', 'newspaper', 'broadcaster']);

/** Bodies whose usual name a common noun already gives ("the French defence ministry"). */
const TITLED = new Set(['ministry', 'intelligence', 'agency', 'service']);

/** A body by its name. */
export function bodySpeaker(organisation: Organisation, span: Span, who = organisation.name): Speaker {
  const { type, state } = organisation;
  return {
    span,
    who,
    kind: 'body',
    medium: MEDIA.has(type),
    titles: titlesOf(organisation),
    state,
    many: false,
    body: null,
  };
}

const titles = new WeakMap<Organisation, readonly string[]>();

/** What a body is called, lower case. */
function titlesOf(organisation: Organisation): readonly string[] {
  const known = titles.get(organisation);
  if (known !== undefined) return known;
  const { type, name, aliases, short } = organisation;
  const made = [type, name, ...aliases, ...short].map((title) => title.toLowerCase());
  titles.set(organisation, made);
  return made;
}

/** The phrase of a name; none for what cannot speak. */
export function nameAtom(mention: Mention, { tokens, text, names }: Sources): Phrase[] {
  const { span } = mention;
  const first = firstBehind(tokens, span[0]);
  const last = lastBefore(tokens, span[1]);
  const at = { span, first, last, noun: '', body: null };
  switch (mention.type) {
    case 'person':
      return [
        {
          ...at,
          head: 'person',
          kind: 'person',
          who: mention.name,
          medium: false,
          titles: mention.person?.posts.map((p) => p.title.toLowerCase()) ?? [],
          state: mention.person?.posts.at(-1)?.state ?? null,
          many: false,
        },
      ];
    case 'body': {
      const { organisation } = mention;
      const named = names.get(organisation.name);
      const wording = text.slice(...span);
      const described =
        named === undefined && !TITLED.has(organisation.type) && isDescription(wording, organisation.name);
      const who = described && /\s/.test(wording) ? wording : named;
      return [{ ...at, ...bodySpeaker(organisation, span, who), head: 'body', described }];
    }
    case 'party': {
      const demonym = mention.form === 'demonym';
      if (demonym && !isPeople(first, last, tokens)) return [];
      const group = mention.form === 'group' || mention.form === 'firm';
      return [
        {
          ...at,
          head: 'state',
          group,
          kind: 'government',
          who: group ? mention.name : governmentOf(mention.name),
          medium: false,
          titles: ['government', 'capital'],
          state: group ? null : mention.id,
          many: demonym,
        },
      ];
    }
    case 'office':
    case 'goods':
    case 'place':
    case 'vessel':
    case 'carrier':
    case 'time':
    case 'figure':
      return [];
  }
}

/** "The Americans", as against "American shells": the people's name for their government. */
function isPeople(first: number, last: number, tokens: readonly Token[]): boolean {
  const next = tokens[last + 1];
  return (
    (tokens[last]?.text ?? '').endsWith('s') &&
    tokens[first - 1]?.lower === 'the' &&
    (next === undefined || /^(?:VERB|AUX|PUNCT)$/.test(next.pos))
  );
}

/** Where those sit who are not named, what they know or do: "officials in Washington", "people familiar with the matter". */
function tailOf({ last, noun }: NounRun, { tokens, mentions, predicates, text }: Sources): string {
  const end = (tokens[last] as Token).end;
  if (/^(?:people|person|man|woman)$/.test(noun) && tokens[last + 1]?.lower === 'who')
    return text.slice(end, (tokens[clauseEnd(tokens, predicates, last + 1)] as Token).end);
  const behind = text.slice(end, end + 60);
  const knowing =
    /^ (?:familiar with|briefed on|with knowledge of|with direct knowledge of|close to) (?:the |an? )?/.exec(
      behind,
    )?.[0];
  if (knowing !== undefined) {
    let at = tokens.findIndex((token) => token.start >= end + knowing.length);
    while (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? '')) at++;
    return text.slice(end, tokens[at]?.end ?? end);
  }
  const seat = mentions.find(
    (m) =>
      (m.type === 'place' || (m.type === 'party' && m.form !== 'group')) &&
      m.span[0] > end &&
      /^ (?:in|at)(?: the)? $/.test(text.slice(end, m.span[0])),
  );
  return seat ? text.slice(end, seat.span[1]) : '';
}

/** The last token of the clause that "who" opens: before the verb of saying that has the people for its subject, else before a mark. */
function clauseEnd(tokens: readonly Token[], predicates: readonly Predicate[], who: number): number {
  const mark = tokens.findIndex((t, i) => i > who && t.pos === 'PUNCT');
  const end = mark < 0 ? tokens.length : mark;
  const acts = predicates.filter((p) => p.first > who && p.first < end && p.voice !== 'nominal');
  const says = acts.findLast((p) => p.speech !== null);
  return (acts.length > 1 && says !== undefined ? says.first : end) - 1;
}

/** What of a sentence tells its phrases. */
export interface Sources {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly predicates: readonly Predicate[];
  readonly words: SpeechWords;
  readonly text: string;
  /** What the document calls bodies, by the names that the vocabulary has. */
  readonly names: ReadonlyMap<string, string>;
}

/** The phrase of a noun with what qualifies it, before and behind. */
export function nounAtom(run: NounRun, sources: Sources): Phrase {
  const { tokens, mentions, words, text } = sources;
  const { first, noun, many } = run;
  const [start, end] = [(tokens[first] as Token).start, (tokens[run.last] as Token).end];
  const state = run.state;
  if (state !== null && words.rule.includes(noun))
    return {
      span: [start, end],
      first,
      last: run.last,
      head: 'state',
      noun,
      kind: 'government',
      who: governmentOf(state.name),
      medium: false,
      titles: ['government', noun],
      state: state.id,
      many,
      body: null,
    };
  const apposed = words.bodies.includes(noun) && !many ? ownName(run, tokens, mentions, text) : undefined;
  if (apposed !== undefined) return { ...apposed, first, span: [start, apposed.span[1]] };
  const proper = properName(run, sources);
  if (proper !== null) return proper;
  const tail = tailOf(run, sources);
  const wording = text.slice(start, end + tail.length).replace(/\s+/g, ' ');
  return {
    span: [start, end + tail.length],
    first,
    last: tokens.findLastIndex((token) => token.start < end + tail.length),
    head: 'noun',
    noun,
    kind: 'unnamed',
    who: wording,
    medium: words.media.includes(noun),
    titles: [noun, text.slice(start, end).toLowerCase()],
    state: state?.id ?? null,
    many,
    body: null,
  };
}

/** "the Kestrel Institute": a body by a name that the vocabulary does not have, and that ends with what it is. */
function properName({ first, last, noun, many }: NounRun, { tokens, words, text }: Sources): Phrase | null {
  if (many || !words.bodies.includes(noun)) return null;
  let from = last;
  while (from > first && /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '')) from--;
  const run = tokens.slice(from, last + 1);
  if (run.length < 2 || !run.every((token) => /^\p{Lu}[\p{Ll}\d.]/u.test(token.text))) return null;
  const span: Span = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const who = text.slice(...span).replace(/\s+/g, ' ');
  return {
    span: [tokens[first]?.start ?? span[0], span[1]],
    first,
    last,
    head: 'body',
    noun,
    kind: 'body',
    who,
    medium: false,
    titles: [noun, who.toLowerCase()],
    state: null,
    many: false,
    body: null,
  };
}

/** "the specialist service NK Pro": a body by a name that the vocabulary does not have. */
function ownName(
  run: NounRun,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  text: string,
): Phrase | undefined {
  let last = run.last;
  const belongs = (token: Token | undefined): boolean =>
    token?.pos === 'PROPN' &&
    /^\p{Lu}/u.test(token.text) &&
    last - run.last < 4 &&
    !mentions.some((m) => m.span[0] <= token.start && token.end <= m.span[1]);
  while (belongs(tokens[last + 1])) last++;
  if (last === run.last) return undefined;
  const span: Span = [(tokens[run.last + 1] as Token).start, (tokens[last] as Token).end];
  const who = text.slice(...span);
  return {
    span,
    first: run.last + 1,
    last,
    head: 'body',
    noun: run.noun,
    kind: 'body',
    who,
    medium: false,
    titles: [run.noun, who.toLowerCase()],
    state: null,
    many: false,
    body: null,
  };
}
