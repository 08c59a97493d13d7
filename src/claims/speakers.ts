import type { Span } from '../core/span.js';
import type { Attribution } from '../model/claim.js';
import type { Mention } from './mentions.js';
import type { SpeechWords } from './predicates.js';
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

interface Part extends Speaker {
  /** A name of a person or body, against a title alone. */
  readonly named: boolean;
}

const MEDIA = new Set(['news_agency', 'newspaper', 'broadcaster']);

/** The speakers of a sentence, each noun phrase one, appositions and titles merged into the name. */
export function speakersOf(
  sentence: Sentence,
  mentions: readonly Mention[],
  words: SpeechWords,
  text: string,
): Speaker[] {
  const parts = [
    ...mentions.flatMap((m) => partOf(m, sentence)),
    ...unnamed(sentence, mentions, words, text),
  ].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const merged: Part[] = [];
  for (const part of parts) {
    const previous = merged.at(-1);
    if (previous && part.span[0] < previous.span[1]) continue;
    if (previous && joins(previous, part, text.slice(previous.span[1], part.span[0])))
      merged[merged.length - 1] = join(previous, part, text.slice(previous.span[1], part.span[0]));
    else merged.push(part);
  }
  return merged.map(({ named: _named, ...speaker }) => speaker);
}

function partOf(mention: Mention, sentence: Sentence): Part[] {
  const { span } = mention;
  switch (mention.type) {
    case 'person':
      return [
        {
          span,
          who: mention.name,
          kind: 'person',
          medium: false,
          titles: mention.person?.posts.map((p) => p.title.toLowerCase()) ?? [],
          state: mention.person?.posts.at(-1)?.state ?? null,
          many: false,
          named: true,
        },
      ];
    case 'body': {
      const { name, type, state, aliases, short } = mention.organisation;
      return [
        {
          span,
          who: name,
          kind: 'body',
          medium: MEDIA.has(type),
          titles: [type, name, ...aliases, ...short].map((t) => t.toLowerCase()),
          state,
          many: false,
          named: true,
        },
      ];
    }
    case 'party':
      if (mention.form === 'demonym' && !isPeople(mention.span, sentence)) return [];
      return [
        {
          span,
          who: mention.form === 'group' ? mention.name : governmentOf(mention.name),
          kind: 'government',
          medium: false,
          titles: ['government', 'capital'],
          state: mention.form === 'group' ? null : mention.id,
          many: mention.form === 'demonym',
          named: false,
        },
      ];
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
function isPeople(span: Span, { tokens }: Sentence): boolean {
  const last = tokens.findLastIndex((token) => token.start < span[1]);
  const next = tokens[last + 1];
  return (
    (tokens[last]?.text ?? '').endsWith('s') &&
    /^the$/i.test(tokens[tokens.findIndex((token) => token.end > span[0]) - 1]?.text ?? '') &&
    (next === undefined || /^(?:VERB|AUX|PUNCT)$/.test(next.pos))
  );
}

/** "Government of the United States", as the field writes it. */
export const governmentOf = (name: string): string =>
  `Government of ${/^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Democratic Republic|Central African|Dominican Republic|Czech Republic)/.test(name) ? 'the ' : ''}${name}`;

const anonymous = new WeakMap<SpeechWords, ReadonlySet<string>>();

function anonymousNouns(words: SpeechWords): ReadonlySet<string> {
  const known = anonymous.get(words) ?? new Set(words.anonymous);
  anonymous.set(words, known);
  return known;
}

/** Nouns for people and bodies who are not named: "two officials in Seoul", "people familiar with the matter". */
function unnamed(sentence: Sentence, mentions: readonly Mention[], words: SpeechWords, text: string): Part[] {
  const nouns = anonymousNouns(words);
  const parts: Part[] = [];
  const { tokens } = sentence;
  const titled = (token: Token): boolean =>
    mentions.some((m) => m.type === 'office' && m.span[0] <= token.start && token.end <= m.span[1]);
  const named = (token: Token): Mention | undefined =>
    mentions.find(
      (m) =>
        (m.type === 'body' ||
          m.type === 'person' ||
          m.type === 'place' ||
          m.type === 'vessel' ||
          m.type === 'party') &&
        m.span[0] <= token.start &&
        token.end <= m.span[1],
    );
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const noun = nouns.has(token.lemma) || nouns.has(token.lower);
    if (
      (!noun && !titled(token)) ||
      named(token) ||
      !/^(?:NOUN|PROPN|ADJ|VERB)$/.test(token.pos) ||
      (token.pos === 'VERB' && !titled(token))
    )
      continue;
    const next = tokens[i + 1];
    // "the institute reports that": the noun is the verb.
    if (
      i > 0 &&
      token.lower.endsWith('s') &&
      /^(?:report|state|document|study|place)$/.test(token.lemma) &&
      /^(?:that|,|the|a|an|no|more|about|some)$/.test(next?.lower ?? '') &&
      /^(?:NOUN|PROPN)$/.test((tokens[i - 1] as Token).pos)
    )
      continue;
    if (
      next !== undefined &&
      !named(next) &&
      (titled(next) || ((nouns.has(next.lemma) || nouns.has(next.lower)) && next.pos !== 'VERB'))
    )
      continue;
    let first = i;
    while (first > 0) {
      const before = tokens[first - 1] as Token;
      const owner = named(before);
      const demonym = owner?.type === 'party' && owner.form === 'demonym';
      if ((owner && !demonym) || !/^(?:ADJ|NOUN|PROPN|NUM)$/.test(before.pos)) break;
      first--;
    }
    const start = (tokens[first] as Token).start;
    const apposed = /^ (\p{Lu}[\p{L}\p{N}]*(?: \p{Lu}[\p{L}\p{N}]*){0,3})/u.exec(text.slice(token.end))?.[1];
    if (
      apposed !== undefined &&
      next !== undefined &&
      !named(next) &&
      next.pos === 'PROPN' &&
      !HONOURS.test(token.lower) &&
      !titled(token)
    ) {
      // "the specialist service NK Pro": a body by its own name.
      parts.push({
        span: [start, token.end + 1 + apposed.length],
        who: apposed,
        kind: 'body',
        medium: false,
        titles: [token.lemma, apposed.toLowerCase()],
        state: null,
        many: false,
        named: true,
      });
      continue;
    }
    const tail =
      /^ (?:familiar with|briefed on|with knowledge of|with direct knowledge of|close to)(?: the| an?)? [\p{L}]+(?: [\p{L}]+)?|^ (?:in|at)(?: the)? \p{Lu}\p{L}+/u.exec(
        text.slice(token.end),
      )?.[0] ?? '';
    const wording = text.slice(start, token.end) + tail;
    const state = mentions.find((m) => m.type === 'party' && m.span[0] >= start && m.span[1] <= token.end);
    const government =
      state?.type === 'party' && /^(?:authorities|government|administration)$/.test(token.lower);
    const many = token.lower.endsWith('s') || /people|police/.test(token.lower);
    parts.push({
      span: [start, token.end + (government ? 0 : tail.length)],
      who: government && state.type === 'party' ? governmentOf(state.name) : wording,
      kind: government ? 'government' : 'unnamed',
      medium: /newspaper|network|broadcaster|outlet/.test(token.lemma),
      titles: [token.lemma, wording.toLowerCase()],
      state: state?.type === 'party' ? state.id : null,
      many,
      named: false,
    });
  }
  return parts;
}

/** Nouns before a person's name. */
const HONOURS =
  /minister|secretary|president|general|colonel|captain|lawmaker|senator|spokes|officer|official|analyst|expert|commander|researcher|diplomat|prosecutor|representative|member|adviser|defector|soldier|aide|engineer|minister|correspondent|reporter/;

/** Words of a written thing: whose word it holds is its author's. */
const WRITING =
  /^(?:.* )?(?:report|study|document|paper|statement|analysis|imagery|letter|notes|researchers?|analysts?|staff|specialists|investigators|experts|data|figures|records)$/i;

/** Titles, owners and appositions of one name: "Ukraine's prosecutor general, Andriy Kostin", "Singh of the Pentagon". */
function joins(a: Part, b: Part, gap: string): boolean {
  if (/^(?:'s|’s)? ?$/.test(gap)) return a.kind !== 'person' || !b.named;
  if (/^,? (?:the |a |an )?(?:\p{L}+ ){0,3}$/u.test(gap) && gap.startsWith(','))
    return (
      ((a.kind === 'person') !== (b.kind === 'person') ||
        (a.kind === 'body' && b.kind === 'unnamed' && /^, an? /.test(gap))) &&
      !/\b(?:and|said|says|told|with|citing|to|that|but|while)\b/.test(gap)
    );
  return /^ (?:of|for|at|in|from)(?: the)? $/.test(gap) && !(a.named && b.named && b.kind === 'person');
}

function join(a: Part, b: Part, gap: string): Part {
  const span: Span = [a.span[0], b.span[1]];
  const titles = [...a.titles, ...b.titles];
  const state = a.state ?? b.state;
  const named = a.named || b.named;
  if (a.kind === 'person') return { ...a, span, titles, state };
  if (b.kind === 'person') return { ...b, span, titles, state };
  if (a.kind === 'unnamed' && WRITING.test(a.who) && b.kind !== 'unnamed')
    return { ...b, span, titles, state };
  // "the specialist service NK Pro": the noun before a name only says what it is.
  if (a.kind === 'unnamed' && b.kind === 'body' && gap === ' ') return { ...b, span, titles, state };
  if (a.kind === 'unnamed' && b.kind === 'unnamed' && /^['’]s $/.test(gap))
    return { ...a, span, titles, state, who: `${a.who}${gap}${b.who}` };
  if (a.kind === 'body' && b.kind === 'unnamed') return { ...a, span, titles, state };
  if (b.kind === 'body' && a.kind !== 'body')
    return a.kind === 'unnamed'
      ? { ...a, span, titles, state, named, who: a.who }
      : { ...b, span, titles, state };
  if (a.kind === 'body' && b.kind === 'body') return { ...(a.medium ? b : a), span, titles, state };
  if (a.kind === 'government' && b.kind === 'unnamed')
    return {
      ...b,
      span,
      titles,
      state,
      who: WRITING.test(b.who) || /^authorit|^government/.test(b.who) ? a.who : b.who,
    };
  return { ...a, span, titles, state };
}

/** What kinds of bodies a noun may refer back to. */
const NOUN_TYPES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:agency|service|directorate)$/, /intelligence|agency|service|directorate/],
  [/^ministry$/, /ministry/],
  [/^(?:command|navy|army|military|fleet)$/, /military|command|navy|army|force/],
  [/^(?:newspaper|paper|daily|tabloid)$/, /newspaper/],
  [/^(?:network|broadcaster|channel)$/, /broadcaster/],
  [
    /^(?:institute|think tank|group|organisation|organization|researcher|analyst|centre|center|outfit|project|body|observatory|monitor)$/,
    /research|ngo|institute|centre|center|joint_body|observatory|monitor/,
  ],
  [
    /^(?:committee|panel|team|monitor|expert|mission|council|body)$/,
    /un_body|joint_body|committee|panel|team/,
  ],
  [/^(?:office|prosecutor)$/, /prosecutor|office/],
  [/^(?:department|treasury)$/, /department|ministry/],
  [
    /^(?:report|study|statement|document|release)$/,
    /joint_body|un_body|research|ngo|ministry|intelligence|agency|team|panel/,
  ],
  [/^(?:company|firm)$/, /company/],
  [/^government$/, /government/],
];

/** Who is meant by "the minister" or "the agency", among those named before, the latest who spoke first. */
export function resolveSpeaker(speaker: Speaker, before: readonly Speaker[], definite: boolean): Speaker {
  if (!definite || speaker.kind !== 'unnamed') return speaker;
  const word = speaker.titles[0] ?? '';
  const types = NOUN_TYPES.find(([noun]) => noun.test(word))?.[1];
  const fits = (earlier: Speaker): boolean =>
    earlier.kind === 'person' || earlier.kind === 'unnamed'
      ? earlier.titles.some(
          (title) => title === word || title.endsWith(` ${word}`) || title.startsWith(`${word} `),
        ) && !earlier.many === !speaker.many
      : types !== undefined &&
        (earlier.kind === 'body' || word === 'government') &&
        earlier.titles.some((title) => types.test(title));
  const match =
    before.findLast(
      (earlier) =>
        earlier.kind === 'body' &&
        fits(earlier) &&
        earlier.who
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .includes(word),
    ) ?? before.findLast(fits);
  return match ? { ...match, span: speaker.span } : speaker;
}

/** Whom a pronoun means: he and she people, it a body or government, they several. */
export function pronounSpeaker(pronoun: string, before: readonly Speaker[]): Speaker | null {
  const fits = (speaker: Speaker): boolean => {
    if (/^(?:he|she|his|her)$/.test(pronoun))
      return speaker.kind === 'person' || (speaker.kind === 'unnamed' && !speaker.many);
    if (/^its?$/.test(pronoun))
      return (
        speaker.kind === 'body' ||
        speaker.kind === 'government' ||
        (speaker.kind === 'unnamed' && NOUN_TYPES.some(([noun]) => noun.test(speaker.titles[0] ?? '')))
      );
    return speaker.many || speaker.kind === 'body';
  };
  return before.findLast(fits) ?? null;
}

/** The attribution that a chain gives, outermost first, the publisher before everybody. */
export function attributionOf(
  chain: readonly { readonly speaker: Speaker; readonly role: 'relay' | 'claimant' }[],
  publisher: string | null,
  stated: string | null,
): Attribution[] {
  const outer: Attribution[] = chain.some(({ speaker }) => speaker.who === publisher)
    ? []
    : [{ who: publisher, role: 'relay' }];
  return [
    ...outer,
    ...chain.map(({ speaker, role }): Attribution =>
      role === 'relay'
        ? { who: speaker.who, role }
        : { who: speaker.who, role, anonymous: speaker.kind === 'unnamed', stated },
    ),
  ];
}
