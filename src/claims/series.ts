import type { Placed } from './clause.js';
import type { CarrierMention, FigureMention, GoodsMention, Mention } from './mentions.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './token.js';

/**
 * Series: counts joined by commas and "and" of which each has a time, place or party of its own: "12 drones in 2021, 30 in
 * 2022 and 40 in 2023", "six howitzers to Chad and two to Mali". A verb tells them all, but what stands by one is not said
 * of the others.
 */

type Noun = GoodsMention | CarrierMention;
type Counted = Noun | FigureMention;

interface Member {
  readonly placed: Placed<Counted>;
  /** Positions from its count to the next member, or to the end of its clause. */
  readonly first: number;
  readonly end: number;
}

/** How a mention stands by a count: its preposition, or that it is a time. */
type Tie = string;

interface Series {
  readonly members: readonly Member[];
  /** Ties that at least two members have: what is so tied is said of its own member alone. */
  readonly ties: ReadonlySet<Tie>;
  /** Rows of which each member has the one in its own position ("to Chad and Mali respectively"). */
  readonly rows: readonly (readonly Mention[])[];
}

/** Mentions in which a bare figure of a series counts the goods or carriers named before it ("30 in 2022"). */
export function withSeriesGoods(sentence: Sentence, mentions: readonly Placed[]): readonly Placed[] {
  const { members } = seriesIn(sentence, mentions);
  const named = new Map<Mention, Noun>();
  // "12 and six howitzers to Chad and Mali respectively": the noun stands by the last.
  const [head] = members.flatMap(({ placed: { mention } }) => (mention.type === 'figure' ? [] : [mention]));
  let noun: Noun | undefined = head;
  for (const { placed } of members) {
    const { mention } = placed;
    if (mention.type !== 'figure') noun = mention;
    else if (noun !== undefined && mention.figure.unit === null && noun.unit !== 'usd')
      named.set(mention, counting(noun, mention));
  }
  if (named.size === 0) return mentions;
  return mentions.map((placed) => ({ ...placed, mention: named.get(placed.mention) ?? placed.mention }));
}

const counting = (noun: Noun, { span, figure }: FigureMention): Noun =>
  noun.type === 'goods' ? { ...noun, span, head: span, figure } : { ...noun, span, figure };

/** The sentence once for each member of its series, without what is said of the others; empty where it has none. */
export function readingsOfSeries(reading: Reading): Reading[] {
  const { sentence, mentions, dating } = reading;
  const { members, ties, rows } = seriesIn(sentence, mentions);
  const [model] = members;
  return members.map((own, k) => {
    const others = members.filter((member) => member !== own);
    const lies = (first: number): boolean => others.some((m) => m.first <= first && first < m.end);
    const kept = mentions.filter(({ mention, first }) => {
      if (rows.some((row) => row.includes(mention) && row[k] !== mention)) return false;
      if (!lies(first)) return true;
      if (/^(?:goods|figure|carrier)$/.test(mention.type)) return false;
      const tie = tieOf(sentence.tokens, mention, first);
      return tie === null || !ties.has(tie);
    });
    const firstOf = new Map(rows.map((row) => [row[k], mentions.find(({ mention }) => mention === row[0])]));
    const moved = kept.map((placed) => {
      const bare = placed.mention === own.placed.mention && isBare(placed.mention);
      const at = bare ? model?.placed : firstOf.get(placed.mention);
      return at === undefined ? placed : { ...placed, first: at.first, last: at.last };
    });
    const left = new Set<Mention>(kept.map(({ mention }) => mention));
    return {
      ...reading,
      mentions: moved,
      goods: moved.filter(
        (p): p is Placed<GoodsMention> => p.mention.type === 'goods' && isAmong(reading.goods, p.mention),
      ),
      dating: { ...dating, act: dating.act.filter(({ mention }) => left.has(mention)) },
    };
  });
}

/** A bare figure stands to the verb as the first of its series does. */
const isBare = (mention: Mention): boolean =>
  mention.type === 'figure' || (mention.type === 'goods' && mention.head === mention.span);

const isAmong = (goods: readonly Placed[], mention: Mention): boolean =>
  goods.some((other) => other.mention === mention);

function seriesIn({ tokens }: Sentence, mentions: readonly Placed[]): Series {
  const counts = mentions.filter(isCount);
  if (tokens.some(({ lower }) => lower === 'respectively')) return respective(tokens, mentions, counts);
  for (let from = 0; from < counts.length; from++) {
    const run = [counts[from] as Placed<Counted>];
    for (const next of counts.slice(from + 1)) {
      const last = run.at(-1) as Placed<Counted>;
      const tie = isJoined(tokens, last, next) ? tieBehind(tokens, mentions, next.last) : null;
      const alike =
        tie !== null &&
        mentions.some(
          ({ mention, first }) =>
            first > last.last && first < next.first && tieOf(tokens, mention, first) === tie,
        );
      if (!alike) break;
      run.push(next);
    }
    if (run.length === 1) continue;
    const members = membersOf(tokens, run);
    return { members, ties: tiesOf(tokens, mentions, members), rows: [] };
  }
  return NONE;
}

const NONE: Series = { members: [], ties: new Set(), rows: [] };

/** Counts in a row, and every row of as many times, parties or places beside it. */
function respective(
  tokens: readonly Token[],
  mentions: readonly Placed[],
  counts: readonly Placed<Counted>[],
): Series {
  const [row] = rowsOf(tokens, counts).filter(({ length }) => length > 1);
  if (row === undefined) return NONE;
  const rows = ['time', 'party', 'place', 'vessel', 'body'].flatMap((type) =>
    rowsOf(
      tokens,
      mentions.filter(({ mention }) => mention.type === type),
    ).filter(({ length }) => length === row.length),
  );
  if (rows.length === 0) return NONE;
  const members = row.map((placed) => ({ placed, first: placed.first, end: placed.last + 1 }));
  return { members, ties: new Set(), rows: rows.map((of) => of.map(({ mention }) => mention)) };
}

/** Neighbours joined by commas and "and". */
function rowsOf<M extends Mention>(tokens: readonly Token[], placed: readonly Placed<M>[]): Placed<M>[][] {
  const rows: Placed<M>[][] = [];
  for (const next of placed) {
    const last = rows.at(-1)?.at(-1);
    const between = last === undefined ? [] : tokens.slice(last.last + 1, next.first);
    const joined =
      between.some(({ lower }) => /^(?:,|and)$/.test(lower)) &&
      between.every(({ lower }) => /^(?:,|and|to|from|in|on|at|the|of)$/.test(lower));
    if (joined) rows.at(-1)?.push(next);
    else rows.push([next]);
  }
  return rows;
}

/** By what at least two members of a series have something of their own. */
function tiesOf(tokens: readonly Token[], mentions: readonly Placed[], members: readonly Member[]): Set<Tie> {
  const counts = new Map<Tie, number>();
  for (const { first: from, end } of members) {
    const own = mentions.flatMap(({ mention, first }) =>
      first >= from && first < end ? [tieOf(tokens, mention, first)] : [],
    );
    for (const tie of new Set(own)) if (tie !== null) counts.set(tie, (counts.get(tie) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([tie]) => tie));
}

const isCount = (placed: Placed): placed is Placed<Counted> => {
  const { mention } = placed;
  if (mention.type !== 'goods' && mention.type !== 'figure' && mention.type !== 'carrier') return false;
  const { figure } = mention;
  if (figure === null || (mention.type === 'goods' && mention.content)) return false;
  return figure.distractor === null && figure.share === null;
};

/** Whether a count goes on a row: behind a comma or "and", within the same clause. */
function isJoined(tokens: readonly Token[], last: Placed, next: Placed): boolean {
  const between = tokens.slice(last.last + 1, next.first);
  const joint = between.findLast(({ lower }) => !/^(?:then|another|also|a|an|the|some)$/.test(lower));
  return (
    joint !== undefined &&
    /^(?:,|and|;|but|plus)$/.test(joint.lower) &&
    between.length <= 16 &&
    !between.some(({ lower }) => /^(?:while|who|which|whom|said|says)$/.test(lower))
  );
}

/** The tie of the mention that stands right behind a count; null where none does. */
function tieBehind(tokens: readonly Token[], mentions: readonly Placed[], last: number): Tie | null {
  let at = last + 1;
  while (/^(?:more|others|further)$/.test(tokens[at]?.lower ?? '')) at++;
  const opens = tokens[at];
  if (opens === undefined) return null;
  const next = mentions.find(({ first }) => first >= at);
  if (next === undefined || next.first - at > 3) return null;
  const preposition = opens.pos === 'ADP' || PLACE_WORDS.has(opens.lower);
  if (!preposition && next.first !== at) return null;
  return tieOf(tokens, next.mention, next.first);
}

const PLACE_WORDS: ReadonlyMap<string, string> = new Map([
  ['in', 'in'],
  ['at', 'in'],
  ['near', 'in'],
  ['off', 'in'],
  ['over', 'in'],
  ['on', 'in'],
  ['to', 'to'],
  ['into', 'to'],
  ['for', 'to'],
  ['towards', 'to'],
  ['from', 'from'],
  ['by', 'by'],
  ['against', 'in'],
]);

/** By what a mention depends on what stands before it. */
function tieOf(tokens: readonly Token[], mention: Mention, first: number): Tie | null {
  if (mention.type === 'time') return 'time';
  if (!/^(?:party|place|body|vessel)$/.test(mention.type)) return null;
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = tokens[i] as Token;
    const tie = PLACE_WORDS.get(token.lower);
    if (tie !== undefined) return tie;
    if (!/^(?:DET|ADJ|NOUN|PROPN)$/.test(token.pos) && token.lower !== 'of') return null;
  }
  return null;
}

function membersOf(tokens: readonly Token[], run: readonly Placed<Counted>[]): Member[] {
  const last = run.at(-1) as Placed<Counted>;
  const stop = tokens.findIndex(
    ({ text, lower }, i) =>
      i > last.last &&
      (/^[;.]$/.test(text) ||
        /^(?:while|who|which)$/.test(lower) ||
        (/^(?:and|but)$/.test(lower) &&
          tokens.slice(i + 1, i + 5).some(({ pos }) => /^(?:VERB|AUX)$/.test(pos)))),
  );
  return run.map((placed, i) => ({
    placed,
    first: placed.first,
    end: run[i + 1]?.first ?? (stop < 0 ? tokens.length : stop),
  }));
}
