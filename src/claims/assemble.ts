import type { Kind } from '../model/enums.js';
import { separation, type Placed } from './clause.js';
import { KNOWLEDGE, fits, isPeople } from './draft-claim.js';
import type { GoodsMention } from './mentions.js';
import type { Frame, Predicate } from './predicates.js';
import type { Sentence } from './sentences.js';

/** One act of a sentence with the goods it is done with. */
export interface Act {
  readonly predicate: Predicate;
  readonly frame: Frame;
  readonly kind: Kind;
  /** Words between the goods and their predicate, clauses counted several times: low is sure. */
  readonly cost: number;
}

const LIMIT = 48;

/** The act that governs goods: the predicate nearest by words and clauses on the side where its frame has them. */
export function governingAct(
  sentence: Sentence,
  goods: Placed<GoodsMention>,
  predicates: readonly Predicate[],
): Act | null {
  let best: Act | null = null;
  const { mention } = goods;
  for (const predicate of predicates) {
    if (isIdle(sentence, goods, predicate) || isToll(sentence, goods, predicate, predicates)) continue;
    for (const frame of predicate.frames) {
      const kind = kindFor(frame, mention, sentence);
      if (kind === null || isOtherDrop(sentence, predicate, frame)) continue;
      // The goods' own noun is no predicate of theirs ("shipment", "supplies").
      if (predicate.first >= goods.first && predicate.last <= goods.last) continue;
      const cost =
        costOf(sentence, goods, predicate, frame, predicates) + (predicate.voice === 'nominal' ? 3 : 0);
      if (cost <= LIMIT && (best === null || cost < best.cost)) best = { predicate, frame, kind, cost };
    }
  }
  return best;
}

/** "containers loaded with shells" describes its goods; what must or should be done has not been done. */
function isIdle(
  { tokens }: Sentence,
  goods: Placed<GoodsMention>,
  { first, last, voice, frames }: Predicate,
): boolean {
  // "rounds from such hauls": an earlier seizure says where the goods were from.
  if (
    voice === 'nominal' &&
    frames.some((f) => f.kind === 'interdiction') &&
    tokens.slice(Math.max(0, first - 3), first).some((token) => token.lower === 'from')
  )
    return true;
  if (first === goods.last + 1 && tokens[last + 1]?.lower === 'with') return true;
  return tokens
    .slice(Math.max(0, first - 3), first)
    .some((token) => /^(?:must|should|shall|ought)$/.test(token.lower));
}

/** "dropped rifles to the rebels" hands over, "dropped bombs on the town" attacks. */
function isOtherDrop({ tokens }: Sentence, { lemma, last }: Predicate, { kind }: Frame): boolean {
  if (lemma !== 'drop') return false;
  const way = tokens
    .slice(last + 1)
    .find(
      ({ lower, pos }, i, rest) =>
        /^(?:to|for|on|onto|over|at|near|in)$/.test(lower) && pos !== 'VERB' && rest[i + 1]?.pos !== 'VERB',
    );
  return /^(?:to|for)$/.test(way?.lower ?? '') ? kind === 'use' : kind === 'transfer';
}

/** "losses have reached 4,700 soldiers": the toll's verb sends nobody. */
function isToll(
  { tokens }: Sentence,
  goods: Placed<GoodsMention>,
  predicate: Predicate,
  all: readonly Predicate[],
): boolean {
  if (!/^(?:reach|stand|rise|total|exceed|come|go|pass)$/.test(predicate.lemma)) return false;
  return all.some(
    (p) =>
      p.voice === 'nominal' &&
      p.frames.some((f) => f.kind === 'casualty') &&
      p.first < predicate.first &&
      separation(tokens, p.first, goods.first) < 2,
  );
}

/** Who is helped with these is given them. */
const CONSUMED: ReadonlySet<string> = new Set([
  'artillery_shell',
  'mortar_round',
  'rocket',
  'munition',
  'small_arms',
  'explosive',
]);
const CIVIL: ReadonlySet<string> = new Set(['food', 'money', 'other', 'coal', 'petroleum', 'container']);

/** The kind of a frame with goods of this class; knowledge and money handed over are assistance. */
function kindFor(frame: Frame, goods: GoodsMention, sentence: Sentence): Kind | null {
  const counted = goods.figure !== null;
  const known = goods.class !== null && KNOWLEDGE.has(goods.class);
  // "two satellite photographs", "the plants are running": no knowledge that comes to anybody.
  if (known && (counted || (frame.subject === 'goods' && /plant|factor|line|facilit/i.test(goods.wording))))
    return null;
  // "helped improve its missile guidance", "helps the rebels with their drones": knowledge of them.
  if (frame.name === 'improve' || (frame.name === 'help' && !known))
    return !counted &&
      goods.class !== null &&
      !(frame.name === 'help' && CONSUMED.has(goods.class)) &&
      !isPeople(goods) &&
      !CIVIL.has(goods.class)
      ? 'assistance'
      : null;
  // What only carriers do moves no goods by itself.
  if (frame.kind === 'movement' && frame.subject !== 'goods' && frame.object !== 'goods') return null;
  if (
    frame.kind === 'transfer' &&
    goods.class !== null &&
    (KNOWLEDGE.has(goods.class) || /technolog|know-how/i.test(wordsOf(goods, sentence)))
  )
    return 'assistance';
  const debris =
    goods.class !== null &&
    fits('use', goods, counted) &&
    sentence.tokens.some(
      (token, i) =>
        /^(?:debris|wreckage|fragments?|remnants?)$/.test(token.lower) ||
        (token.lower === 'remains' && sentence.tokens[i + 1]?.lower === 'of'),
    );
  if (debris && (frame.kind === 'transfer' || frame.kind === 'interdiction')) return 'use';
  return fits(frame.kind, goods, counted) ? frame.kind : null;
}

const wordsOf = (goods: GoodsMention, sentence: Sentence): string =>
  sentence.tokens
    .filter((token) => token.start >= goods.span[0] - 1 && token.end <= goods.span[1] + 14)
    .map((token) => token.text)
    .join(' ');

function costOf(
  { tokens }: Sentence,
  goods: Placed<GoodsMention>,
  predicate: Predicate,
  frame: Frame,
  all: readonly Predicate[],
): number {
  // "cost two people their lives": the goods stand inside the phrase. "losses have reached …": the toll is theirs.
  if (predicate.first < goods.first && goods.last < predicate.last) return 0;
  if (
    predicate.voice === 'nominal' &&
    frame.kind === 'casualty' &&
    all.some((p) => isToll({ tokens } as Sentence, goods, p, [predicate]))
  )
    return 1;
  const right = goods.first > predicate.last;
  const [near, far] = right ? [predicate.last, goods.first] : [goods.last, predicate.first];
  const rivals = all.filter(
    (p) => p !== predicate && p.frames.length > 0 && p.voice !== 'nominal' && p.first > near && p.last < far,
  ).length;
  const wanted = sideOf(predicate, frame);
  const relative = !right && /^(?:that|which|whom)$/.test(tokens[goods.last + 1]?.lower ?? '');
  const gapPossible =
    !right &&
    predicate.voice === 'active' &&
    frame.object === 'goods' &&
    (relative ||
      tokens.slice(goods.last + 1, predicate.first).some((t) => t.pos === 'PROPN' || t.pos === 'PRON'));
  const wrongSide = wanted === 'any' || (wanted === 'right') === right ? 0 : gapPossible ? 3 : 14;
  const counts = tokens.slice(near + 1, far).filter((t) => t.pos === 'NUM').length; // another count lies between
  return Math.abs(far - near) + 8 * separation(tokens, near, far) + 10 * rivals + 8 * counts + wrongSide;
}

/** Where the frame has its goods: behind an active verb that acts on them, before one that they do or suffer. */
function sideOf(predicate: Predicate, frame: Frame): 'left' | 'right' | 'any' {
  if (predicate.voice === 'nominal') return 'any';
  if (frame.object === 'target') return 'any'; // "the drone hit the port", "they hit it with drones"
  if (frame.subject === 'goods') return 'left';
  if (predicate.voice === 'passive') return frame.object === 'goods' ? 'left' : 'right';
  return 'right';
}
