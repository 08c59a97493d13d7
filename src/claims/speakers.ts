import type { Mention } from './mentions.js';
import type { Predicate, SpeechWords } from './predicates.js';
import type { Sentence } from './sentences.js';
import type { Speaker } from './speaker.js';
import { nounRuns } from './speaker-nouns.js';
import { nameAtom, nounAtom, type Phrase } from './speaker-phrases.js';
import type { Token } from './token.js';

/**
 * The speakers of a sentence: each noun phrase one, with titles, owners and appositions merged into the name.
 * @param names what the document calls bodies, by the names that the vocabulary has
 */
export function speakersOf(
  sentence: Sentence,
  mentions: readonly Mention[],
  predicates: readonly Predicate[],
  words: SpeechWords,
  text: string,
  names: ReadonlyMap<string, string>,
): Speaker[] {
  const { tokens } = sentence;
  const sources = { tokens, mentions, predicates, words, text, names };
  const atoms = [
    ...mentions.flatMap((m) => nameAtom(m, sources)),
    ...nounRuns(sentence, mentions, predicates, words).map((run) => nounAtom(run, sources)),
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
    // "a woman called Mar Mar"
    if (more.length === 0 && /^(?:called|named)$/.test(link?.lower ?? ''))
      return a.head === 'noun' && b.head === 'person' && !a.many ? this.spanning(a, b, b) : null;
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
      return this.spanning(a, b, {
        ...b,
        state: b.state ?? a.state,
        ...(b.described === true ? { who: this.wording(this.spanning(a, b, b)) } : {}),
      });
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
    const next = this.tokens[b.last + 1]?.lower ?? '.';
    // "Kim Yo Jong, the ruler's sister": what belongs to somebody else.
    if (/^['’]s?$/.test(next)) return null;
    const closed = CLOSING.test(next);
    if (a.head === 'person' && b.head === 'noun' && !b.many)
      return closed || between.length > 1 || b.first > a.last + 2
        ? this.spanning(a, b, { ...a, state: a.state ?? b.state, body: a.body ?? b.body })
        : null;
    if (!closed) return null;
    const plain = between.slice(1).every(({ pos }) => pos === 'DET');
    if (a.head === 'noun' && b.head === 'person' && !a.many && plain)
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
