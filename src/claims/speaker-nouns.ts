import type { Mention, PartyMention } from './mentions.js';
import type { Predicate, SpeechWords } from './predicates.js';
import type { Sentence } from './sentences.js';
import { spokenBy } from './spoken-by.js';
import type { Token } from './token.js';

/** A noun for people or a body, with what stands before it ("two Western diplomats"); positions of its tokens. */
export interface NounRun {
  readonly first: number;
  readonly last: number;
  /** The noun itself, lower case, singular: "diplomat"; a title's words in full. */
  readonly noun: string;
  /** A title that somebody holds ("defence minister"), against a calling ("diplomat"). */
  readonly titled: boolean;
  /** The state whose demonym stands before the noun. */
  readonly state: PartyMention | null;
  readonly many: boolean;
}

/** Words that may stand between a determiner and its noun. */
const MODIFIER = /^(?:ADJ|NOUN|PROPN|NUM)$/;

/** The runs of a sentence, in order. */
export function nounRuns(
  { tokens }: Sentence,
  mentions: readonly Mention[],
  predicates: readonly Predicate[],
  words: SpeechWords,
): NounRun[] {
  const nouns = setOf(words.anonymous);
  const speaking = spokenBy(tokens, predicates, words);
  const covering = (token: Token, those: readonly Mention[]): Mention | undefined =>
    those.find((m) => m.span[0] <= token.start && token.end <= m.span[1]);
  const [naming, offices] = [mentions.filter(isName), mentions.filter((m) => m.type === 'office')];
  const names = tokens.map((token) => covering(token, naming));
  const titles = tokens.map((token, i) => (names[i] === undefined ? covering(token, offices) : undefined));
  // "In November people briefed on it": a date ends before who speaks.
  const dates = mentions.filter((m) => m.type === 'time');
  const timed = tokens.map((token) => covering(token, dates) !== undefined);
  const spokenNext = new Set(predicates.flatMap(({ first, speech }) => (speech === null ? [] : [first])));
  // "minister for military affairs": a noun that only says of which kind another is.
  const qualifies = (i: number): boolean => tokens[i + 1]?.pos === 'NOUN' && !spokenNext.has(i + 1);
  // "REPORTER: …" labels a turn, and names nobody.
  const isStaffLabel = (i: number): boolean =>
    tokens[i + 1]?.text === ':' && words.labels.staff.includes(tokens[i]?.lower ?? '');
  const isNoun = (i: number): boolean => {
    const token = tokens[i];
    if (token === undefined || names[i] !== undefined || isStaffLabel(i)) return false;
    // "who heads the agency": a verb that a title's plural is too.
    const acts = token.pos === 'VERB' && /^(?:PRON|NOUN|PROPN|ADV)$/.test(tokens[i - 1]?.pos ?? '');
    return (
      (titles[i] !== undefined && !acts) ||
      speaking.has(i) ||
      ((nouns.has(token.lemma) || nouns.has(token.lower)) && /^(?:NOUN|PROPN|ADJ)$/.test(token.pos))
    );
  };
  const runs: NounRun[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isNoun(i) || isVerb(tokens, i)) continue;
    const from = i;
    while (isNoun(i + 1) && !isVerb(tokens, i + 1)) i++;
    if (qualifies(i)) continue;
    const [head, title] = [tokens[i] as Token, titles[i]];
    let first = title === undefined ? i : from;
    for (let width = 1; first > 0 && width > 0; first -= width)
      width = timed[first - 1] === true ? 0 : modifier(tokens, names, first - 1, isNoun);
    const state = names.slice(first, i).findLast((m) => m?.type === 'party');
    runs.push({
      first,
      last: i,
      noun:
        title?.type === 'office' && !nouns.has(head.lemma)
          ? title.title.toLowerCase()
          : nouns.has(head.lower)
            ? head.lower
            : head.lemma,
      titled: title !== undefined,
      state: state?.type === 'party' ? state : null,
      many: title?.type === 'office' ? title.many : head.lower !== head.lemma || COLLECTIVE.test(head.lower),
    });
  }
  return runs;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A list of words as a set, made once. */
function setOf(list: readonly string[]): ReadonlySet<string> {
  const known = sets.get(list);
  if (known !== undefined) return known;
  const made = new Set(list);
  sets.set(list, made);
  return made;
}

const COLLECTIVE = /^(?:people|police|authorities)$/;

const isName = (m: Mention): boolean =>
  m.type === 'body' || m.type === 'person' || m.type === 'place' || m.type === 'vessel' || m.type === 'party';

/** How many tokens that end at `i` qualify what follows them: 0 where none does. */
function modifier(
  tokens: readonly Token[],
  names: readonly (Mention | undefined)[],
  i: number,
  speaks: (i: number) => boolean,
): number {
  // "London-based", "Iran-backed"
  if (tokens[i - 1]?.text === '-' && /(?:ed|ing)$|^(?:led|run)$/.test(tokens[i]?.lower ?? '')) return 3;
  // "the security and defence committee": two nouns that both say of what the next is.
  const opens = /^(?:DET|ADJ)$/.test(tokens[i - 2]?.pos ?? '') || /^['’]s?$/.test(tokens[i - 2]?.text ?? '');
  const paired = tokens[i]?.lower === 'and' && /^(?:NOUN|ADJ)$/.test(tokens[i - 1]?.pos ?? '') && opens;
  if (paired && tokens[i + 1]?.pos === tokens[i - 1]?.pos && !speaks(i - 1) && names[i - 1] === undefined)
    return 2;
  return mayModify(tokens, names, i) ? 1 : 0;
}

/** A demonym qualifies a noun, any other name ends its phrase. */
function mayModify(tokens: readonly Token[], names: readonly (Mention | undefined)[], i: number): boolean {
  const [token, name] = [tokens[i] as Token, names[i]];
  if (name !== undefined) return isDemonym(name) || (isState(name) && tokens[i + 1]?.lower === 'and');
  return (
    MODIFIER.test(token.pos) ||
    (token.text === '-' && tokens[i - 1] !== undefined) ||
    // "American and European officials": two demonyms of one noun.
    (token.lower === 'and' && isState(names[i - 1]) && isDemonym(names[i + 1]))
  );
}

const isState = (m: Mention | undefined): boolean => m?.type === 'party' && m.form !== 'group';

const isDemonym = (m: Mention | undefined): boolean => m?.type === 'party' && m.form === 'demonym';

/** "the institute reports that": a noun that a verb may be. */
function isVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  return (
    i > 0 &&
    token.lower.endsWith('s') &&
    /^(?:report|state|document|study|place)$/.test(token.lemma) &&
    /^(?:that|,|\.|the|a|an|no|more|about|some)$/.test(tokens[i + 1]?.lower ?? '') &&
    /^(?:NOUN|PROPN)$/.test((tokens[i - 1] as Token).pos)
  );
}
