import type { Span } from '../core/span.js';
import type { Organisation } from '../model/vocabulary.js';
import type { Mention } from './mentions.js';
import type { Predicate, SpeechWords } from './predicates.js';
import type { Sentence } from './sentences.js';
import type { Token } from './token.js';
import { nounRuns, type NounRun } from './speaker-nouns.js';
import { governmentOf, type Speaker } from './speaker.js';

/** A noun phrase in the making: names, titles and nouns that belong together become one. */
interface Phrase extends Speaker {
  readonly first: number;
  readonly last: number;
  /** What its last noun is; what is joined to it depends on that. */
  readonly head: 'person' | 'body' | 'state' | 'noun';
  /** The noun of a phrase without name, singular; empty for names. */
  readonly noun: string;
  /** An armed group, which stands as a party by its name. */
  readonly group?: boolean;
}

const MEDIA = new Set(['news_agency', 'newspaper', 'broadcaster']);

/** The speakers of a sentence: each noun phrase one, with titles, owners and appositions merged into the name. */
export function speakersOf(
  sentence: Sentence,
  mentions: readonly Mention[],
  predicates: readonly Predicate[],
  words: SpeechWords,
  text: string,
): Speaker[] {
  const { tokens } = sentence;
  const atoms = [
    ...mentions.flatMap((m) => nameAtom(m, tokens)),
    ...nounRuns(sentence, mentions, predicates, words).map((run) =>
      nounAtom(run, tokens, mentions, words, text),
    ),
  ].sort((a, b) => a.first - b.first || b.last - a.last);
  const joiner = new Joiner(tokens, words, text);
  const owned = joiner.fold(atoms, (a, b) => joiner.owning(a, b));
  const phrases = joiner.fold(owned, (a, b) => joiner.governing(a, b));
  return joiner
    .fold(phrases, (a, b) => joiner.apposition(a, b))
    .map(({ first: _f, last: _l, head: _h, noun: _n, group: _g, ...speaker }) => speaker);
}

/** Joins neighbouring phrases of one sentence. */
class Joiner {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly words: SpeechWords,
    private readonly text: string,
  ) {}

  /** Joins each phrase to the one before it where `join` allows; what lies within an earlier one is dropped. */
  fold(phrases: readonly Phrase[], join: (a: Phrase, b: Phrase) => Phrase | null): Phrase[] {
    const folded: Phrase[] = [];
    for (const phrase of phrases) {
      const previous = folded.at(-1);
      if (previous && phrase.first <= previous.last) continue;
      const joined = previous ? join(previous, phrase) : null;
      if (joined) folded[folded.length - 1] = joined;
      else folded.push(phrase);
    }
    return folded;
  }

  /** "Pentagon spokesman Pat Ryder", "Iran's foreign ministry": side by side, or one the other's. */
  owning(a: Phrase, b: Phrase): Phrase | null {
    const [link, ...more] = this.between(a, b);
    if (link === undefined) return b.first === a.last + 1 ? this.adjacent(a, b) : null;
    if (more.length > 0 || !/^['’]s?$/.test(link.text)) return null;
    return a.head === 'person' ? this.ofPerson(a, b) : this.owned(a, b);
  }

  /** "head of the agency", "a spokesman for the ministry". */
  governing(a: Phrase, b: Phrase): Phrase | null {
    const [link, ...more] = this.between(a, b);
    const joint = more.length === 0 && /^(?:of|for|at|in|from|with|by)$/.test(link?.lower ?? '');
    return link !== undefined && joint ? this.governed(a, b, link.lower) : null;
  }

  /** The words between two phrases, determiners aside. */
  private between(a: Phrase, b: Phrase): Token[] {
    return this.tokens
      .slice(a.last + 1, b.first)
      .filter((token) => !/^(?:the|its|their|his|her)$/.test(token.lower));
  }

  private adjacent(a: Phrase, b: Phrase): Phrase | null {
    if (a.head === 'person') return null;
    if (b.head === 'person')
      return a.many || a.head === 'state'
        ? null
        : this.spanning(a, b, { ...b, body: a.head === 'body' ? a : a.body });
    // "the specialist service NK Pro", "news agency TASS": the noun says what the name is.
    if (a.head === 'noun' && b.head === 'body') return a.many ? null : this.spanning(a, b, b);
    return b.head === 'state' ? null : this.owned(a, b);
  }

  /** "Berman's office", "Kim's army": what belongs to somebody. */
  private ofPerson(a: Phrase, b: Phrase): Phrase | null {
    if (b.head !== 'noun' && b.head !== 'body') return null;
    if (this.isWriting(b)) return this.spanning(a, b, a);
    return b.head === 'body' ? this.spanning(a, b, b) : this.headed(a, b, a.body);
  }

  /** A phrase owned or qualified by what stands before it. */
  private owned(a: Phrase, b: Phrase): Phrase | null {
    if (b.head === 'person' || b.head === 'body')
      return this.spanning(a, b, { ...b, state: b.state ?? a.state });
    return b.head === 'noun' ? this.headed(a, b, a.head === 'body' ? a : a.body) : null;
  }

  /** "a spokesman for the ministry", "the army of Chad", "Singh of the Pentagon". */
  private governed(a: Phrase, b: Phrase, link: string): Phrase | null {
    if (b.head === 'person')
      return a.head === 'noun' && /^(?:of|by)$/.test(link) && this.isWriting(a)
        ? this.spanning(a, b, b)
        : null;
    if (a.head === 'state' || (a.head === 'body' && b.head === 'noun')) return null;
    if (a.head === 'person')
      return link === 'of' || link === 'at' || link === 'from'
        ? this.spanning(a, b, { ...a, body: b.head === 'body' ? b : b.body, state: a.state ?? b.state })
        : null;
    if (a.head === 'body')
      return link === 'of' || link === 'in' ? this.spanning(a, b, { ...a, state: a.state ?? b.state }) : null;
    if (link === 'with' && b.head !== 'body') return null;
    if (link === 'by' && !this.isWriting(a)) return null;
    return this.headed(b, a, b.head === 'body' ? b : b.body);
  }

  /** A noun with its owner: the owner's word where it is what they wrote or whom they employ to write it. */
  private headed(owner: Phrase, noun: Phrase, body: Speaker | null): Phrase {
    const [left, right] = owner.first < noun.first ? [owner, noun] : [noun, owner];
    const joined = this.spanning(left, right, noun);
    const ownersWord =
      (owner.head !== 'noun' && (this.isWriting(noun) || this.words.evidence.includes(noun.noun))) ||
      (owner.head === 'state' && this.words.rule.includes(noun.noun));
    if (ownersWord)
      return { ...joined, ...identity(owner), head: owner.head, titles: [...owner.titles, ...joined.titles] };
    return {
      ...joined,
      who: this.wording(joined),
      body: noun.body ?? body,
      state: noun.state ?? owner.state,
    };
  }

  /** "Ukraine's president, Volodymyr Zelensky,": a name and what its bearer is, in either order. */
  apposition(a: Phrase, b: Phrase): Phrase | null {
    const between = this.tokens.slice(a.last + 1, b.first);
    if (between[0]?.text !== ',' || between.length > 5) return null;
    if (
      !between
        .slice(1)
        .every(
          (t) => /^(?:DET|ADJ|NOUN|PROPN|ADV|NUM)$/.test(t.pos) || /^(?:its|their|his|her)$/.test(t.lower),
        )
    )
      return null;
    const closed = CLOSING.test(this.tokens[b.last + 1]?.lower ?? '.');
    if (a.head === 'person' && b.head === 'noun' && !b.many)
      return closed || between.length > 1 || b.first > a.last + 2
        ? this.spanning(a, b, { ...a, state: a.state ?? b.state, body: a.body ?? b.body })
        : null;
    if (!closed) return null;
    if (a.head === 'noun' && b.head === 'person' && !a.many && between.length === 1)
      return this.spanning(a, b, { ...b, state: b.state ?? a.state, body: b.body ?? a.body });
    if (a.head === 'body' && b.head === 'noun' && /^(?:a|an)$/.test(between[1]?.lower ?? ''))
      return this.spanning(a, b, a);
    // "the general's men, the Libyan National Army,": the name says who they are.
    if (
      a.head === 'noun' &&
      (b.head === 'body' || b.group) &&
      /^(?:the|,)$/.test(between.at(-1)?.lower ?? '')
    )
      return this.spanning(a, b, b);
    return null;
  }

  private isWriting(phrase: Phrase): boolean {
    return phrase.head === 'noun' && this.words.writing.includes(phrase.noun);
  }

  /** The phrase that keeps `kept`'s identity and reaches over both. */
  private spanning(a: Phrase, b: Phrase, kept: Phrase): Phrase {
    const nouns = [a, b].flatMap((phrase) => (phrase.head === 'noun' ? phrase.titles : []));
    return {
      ...kept,
      span: [a.span[0], b.span[1]],
      first: a.first,
      last: b.last,
      titles: [...new Set([...kept.titles, ...nouns])],
    };
  }

  private wording({ span }: Phrase): string {
    return this.text.slice(...span).replace(/\s+/g, ' ');
  }
}

/** What may close an apposition. */
const CLOSING = /^(?:,|\.|;|:|\)|"|”|and|has|had|said|says|told|was|is|who|for|of|at)$/;

const identity = ({ who, kind, medium, state, many, body }: Speaker): Omit<Speaker, 'span' | 'titles'> => ({
  who,
  kind,
  medium,
  state,
  many,
  body,
});

/** A body by its name. */
export function bodySpeaker(
  { name, type, state, aliases, short }: Organisation,
  span: Span,
  who = name,
): Speaker {
  return {
    span,
    who,
    kind: 'body',
    medium: MEDIA.has(type),
    titles: [type, name, ...aliases, ...short].map((t) => t.toLowerCase()),
    state,
    many: false,
    body: null,
  };
}

function nameAtom(mention: Mention, tokens: readonly Token[]): Phrase[] {
  const { span } = mention;
  const first = tokens.findIndex((token) => token.end > span[0]);
  const last = tokens.findLastIndex((token) => token.start < span[1]);
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
    case 'body':
      return [{ ...at, ...bodySpeaker(mention.organisation, span), head: 'body' }];
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

/** Where those sit who are not named, or what they know: "officials in Washington", "people familiar with the matter". */
function tailOf(last: number, tokens: readonly Token[], mentions: readonly Mention[], text: string): string {
  const end = (tokens[last] as Token).end;
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

function nounAtom(
  run: NounRun,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  words: SpeechWords,
  text: string,
): Phrase {
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
  const tail = tailOf(run.last, tokens, mentions, text);
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
