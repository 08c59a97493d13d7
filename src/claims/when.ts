import { dayBounds } from '../core/edtf-date.js';
import type { When } from '../model/claim.js';
import type { Kind } from '../model/enums.js';
import { isClauseOpener, lowerText, separation, type Placed } from './clause.js';
import type { TimedMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import type { Sentence } from './sentences.js';
import { datesStatement, isAside, isInserted, isOpening } from './statement-times.js';
import { UNTIL, WINDOW } from './time-words.js';
import type { Token } from './token.js';

/** A time of an act, with the verb or noun that it stands by. */
export interface ActTime extends Placed<TimedMention> {
  readonly owner: Predicate | null;
  /** It opens the sentence or a part of it, and so may hold for every act of it. */
  readonly opens: boolean;
}

/** Which times of a sentence date its acts, and which date a statement. */
export interface Dating {
  readonly act: readonly ActTime[];
  readonly statement: readonly Placed<TimedMention>[];
  /** What the sentence says of time without a date: a window of unsaid length, or up to now. */
  readonly unsaid: 'period' | 'cumulative' | null;
}

/**
 * A time belongs to the verb that it stands behind, or before which it opens a clause; "since", "as of" and "between"
 * never date a statement while an act stands beside them.
 */
export function divideTimes(
  sentence: Sentence,
  times: readonly Placed<TimedMention>[],
  predicates: readonly Predicate[],
): Dating {
  const { tokens } = sentence;
  // "Russian-built" qualifies a noun and is no act that a time could stand by.
  const verbs = predicates.filter(
    (p) => (p.voice !== 'nominal' || p.frames.length > 0) && tokens[p.first - 1]?.text !== '-',
  );
  const acts = verbs.some((p) => p.frames.length > 0);
  const act: ActTime[] = [];
  const statement: Placed<TimedMention>[] = [];
  for (const time of times) {
    const { relation } = time.mention.time;
    const inside = verbs.some((p) => p.speech !== null && p.first < time.first && time.last < p.last);
    if (inside || datesStatement(tokens, time, verbs)) {
      statement.push(time);
      continue;
    }
    if (relation === 'at' && isOfOtherVerb(tokens, time, predicates)) continue;
    const { owner, opens } = ownerOf(tokens, time, verbs);
    const window = relation !== 'at';
    const said =
      owner !== null &&
      owner.speech !== null &&
      owner.frames.length === 0 &&
      owner.voice !== 'passive' &&
      !(FINDS.has(owner.lemma) && !acts && tokens[owner.last + 1]?.lower !== 'that');
    if (said && !(window && (acts || relation === 'between'))) statement.push(time);
    else act.push({ ...time, owner, opens });
  }
  return { act, statement, unsaid: unsaidIn(tokens) };
}

/** Verbs of telling that are acts where they have goods as object: "found rifles under the load". */
const FINDS = new Set(['find', 'find out', 'track', 'trace', 'identify', 'count', 'log', 'pick out']);

function unsaidIn(tokens: readonly Token[]): Dating['unsaid'] {
  const text = lowerText(tokens);
  return UNTIL.test(text)
    ? 'cumulative'
    : WINDOW.test(text.replace(/\bas recently as\b/, ''))
      ? 'period'
      : null;
}

/** "an army whose last war stopped in 1953": the time stands by a verb of another clause, which tells no act. */
function isOfOtherVerb(
  tokens: readonly Token[],
  { first }: Placed,
  predicates: readonly Predicate[],
): boolean {
  const verb = tokens.findLastIndex((token, i) => i < first && token.pos === 'VERB');
  if (verb < 0 || predicates.some((p) => p.first <= verb && verb <= p.last)) return false;
  if (tokens.slice(verb + 1, first).some((token) => /^[,;:—–]$/.test(token.text))) return false;
  const opener = tokens.findLastIndex((token, i) => i < verb && isClauseOpener(token));
  // "captured weapons when the town fell on 14 January": one time for both.
  if (/^(?:when|as|while)$/.test(tokens[opener]?.lower ?? '')) return false;
  return (
    opener >= 0 &&
    predicates.some((p) => p.frames.length > 0 && p.last < opener) &&
    !predicates.some((p) => p.first > opener && p.last < first)
  );
}

/** The verb that a time stands behind, or before which it opens a clause. */
function ownerOf(
  tokens: readonly Token[],
  time: Placed<TimedMention>,
  verbs: readonly Predicate[],
): { owner: Predicate | null; opens: boolean } {
  const apart = (p: Predicate): number =>
    separation(tokens, Math.min(p.first, time.first), Math.max(p.last, time.first));
  const previous = verbs
    .filter((p) => p.last < time.first && apart(p) < 2 && !isAside(tokens, p, time))
    .at(-1);
  const behind = verbs.filter((p) => p.first > time.last);
  const after = behind[0];
  if (previous === undefined) {
    // "The search on 13 May, the police made known, brought to light …": the subject's time is of its own verb.
    const parted = tokens[time.last + 1]?.text === ',';
    const told =
      parted && (!isOpening(tokens, time.first) || isInserted(tokens, time, verbs))
        ? (behind.find((p) => p.frames.length > 0 && p.voice !== 'nominal') ??
          behind.find((p) => p.frames.length > 0))
        : undefined;
    // "The ship took 2,000 shells in March, it reported": the clause before is no verb's that the vocabulary has.
    const closes =
      parted &&
      told === undefined &&
      (after?.speech ?? null) !== null &&
      hasVerb(tokens.slice(0, time.first));
    if (closes) return { owner: null, opens: false };
    return { owner: told ?? after ?? null, opens: true };
  }
  const cost = (p: Predicate): number =>
    Math.abs(p.first > time.last ? p.first - time.last : time.first - p.last) + 12 * apart(p);
  const behindMark = (mark: RegExp): boolean =>
    mark.test(tokens[markBefore(tokens, time.first)]?.lower ?? '');
  // "said that on 4 May …": what is told begins here.
  const content = behindMark(/^that$/) && after !== undefined;
  const ahead = content || (behindMark(/^[,;]$/) && after !== undefined && cost(after) < cost(previous));
  return { owner: ahead ? after : previous, opens: ahead };
}

const hasVerb = (tokens: readonly Token[]): boolean => tokens.some(({ pos }) => pos === 'VERB');

/** Position of what stands before a time and its small words ("around the middle of"). */
function markBefore(tokens: readonly Token[], first: number): number {
  let at = first - 1;
  while (
    at > 0 &&
    tokens[at]?.lower !== 'that' &&
    (/^(?:ADP|DET|ADJ|ADV)$/.test(tokens[at]?.pos ?? '') || PARTS.has(tokens[at]?.lower ?? ''))
  )
    at--;
  return at;
}

const PARTS = new Set(['start', 'beginning', 'middle', 'end', 'days', 'weeks', 'course']);

/** Kinds that one dated act may be told as. */
const ALIKE: readonly (readonly Kind[])[] = [
  ['transfer', 'movement', 'assistance', 'deployment', 'capacity', 'agreement'],
  ['use', 'casualty', 'deployment'],
  ['interdiction', 'movement'],
];

/** Whether a time may date an act: not where it stands by the verb of another ("were supplied, and some were fired on 2 May"). */
function mayDate(time: ActTime, predicate: Predicate | null, kind: Kind): boolean {
  const { owner } = time;
  if (
    owner === null ||
    owner === predicate ||
    owner.frames.length === 0 ||
    owner.voice === 'nominal' ||
    time.opens ||
    predicate === null
  )
    return true;
  const kinds = owner.frames.map((frame) => frame.kind);
  return kinds.some(
    (own) => own === kind || ALIKE.some((group) => group.includes(own) && group.includes(kind)),
  );
}

/** "said that A were there and that B had come since May": what one clause says of time is not said in the next. */
function isOfOtherContent(
  tokens: readonly Token[],
  { first, owner }: ActTime,
  predicate: Predicate | null,
  position: number,
): boolean {
  if (position === 0 || (owner !== null && owner === predicate)) return false;
  const [from, to] = [Math.min(first, position), Math.max(first, position)];
  return tokens.some(
    ({ lower }, i) =>
      i > from && i < to && lower === 'that' && /^(?:and|but|,|;)$/.test(tokens[i - 1]?.lower ?? ''),
  );
}

/** "moved 3,000 soldiers there, and 500 of them were killed in May": the time of a clause with a subject of its own. */
function isOfNextClause(tokens: readonly Token[], time: ActTime, predicate: Predicate | null): boolean {
  const { owner, opens } = time;
  if (predicate === null || owner === null || opens || owner === predicate || owner.voice === 'nominal')
    return false;
  if (owner.frames.length === 0 || owner.first < predicate.last || time.first < owner.first) return false;
  const and = tokens.findLastIndex(
    ({ lower }, i) => i > predicate.last && i < owner.first && /^(?:and|but|while)$/.test(lower),
  );
  const subject = tokens.slice(and + 1, owner.first);
  return (
    and > 0 &&
    /^[,;]$/.test(tokens[and - 1]?.text ?? '') &&
    subject.some(({ pos }) => /^(?:NOUN|PROPN|PRON|NUM)$/.test(pos)) &&
    subject.every(({ text }) => text !== ',')
  );
}

/**
 * The window of an act: its times, else what is said of time without a date. Where nothing is said the scope is left
 * unknown, for the conventions to settle.
 */
export function whenOf(input: {
  readonly sentence: Sentence;
  readonly dating: Dating;
  /** The act's verb or noun; null where none governs. */
  readonly predicate: Predicate | null;
  /** Position of what is dated, where no predicate governs it. */
  readonly at?: number;
  /** Date of the statement, else of publication; null where neither is known. */
  readonly until: string | null;
  readonly kind: Kind;
}): When {
  const { predicate, until, kind, dating, sentence } = input;
  if (kind === 'capacity') return { edtf: null, scope: 'unknown' };
  const position = predicate?.first ?? input.at ?? 0;
  const times = dating.act.filter(
    (time) =>
      mayDate(time, predicate, kind) &&
      !isOfOtherContent(sentence.tokens, time, predicate, position) &&
      !isOfNextClause(sentence.tokens, time, predicate) &&
      (predicate === null ||
        time.mention.time.relation !== 'at' ||
        separation(sentence.tokens, time.first, position) < 2.5),
  );
  const near = [...times].sort((a, b) => Math.abs(a.first - position) - Math.abs(b.first - position));
  // What stands by the act's own verb goes before what opens the sentence for another.
  const own = near.filter(({ owner }) => owner !== null && owner === predicate);
  const by = <R extends string>(relation: R, among = near) =>
    among.find(({ mention }) => mention.time.relation === relation)?.mention.time;
  const [since, end] = [by('since'), by('by')];
  const among = (by('between', own) ?? by('at', own)) === undefined ? near : own;
  const [between, at] = [by('between', among), by('at', among)];
  if (since)
    return {
      edtf: valid(`${since.edtf}/${end?.edtf ?? until ?? '..'}`) ?? `${since.edtf}/..`,
      scope: 'cumulative',
    };
  if (between) return { edtf: valid(between.edtf), scope: 'period' };
  if (end) return { edtf: valid(`../${end.edtf}`), scope: 'cumulative' };
  if (at === undefined) {
    const charged =
      kind === 'investigation' ? dating.statement.find((t) => isUnsealed(sentence.tokens, t)) : null;
    return charged
      ? { edtf: charged.mention.time.edtf, scope: 'point' }
      : { edtf: null, scope: dating.unsaid ?? 'unknown' };
  }
  const row = coordinated(times, at)
    .map(({ mention }) => mention.time.edtf)
    .sort();
  const several = row.every((date) => date.length === at.edtf.length) && row[0] !== row.at(-1);
  if (several && SERIAL.has(kind)) return { edtf: valid(`${row[0]}/${row.at(-1)}`), scope: 'period' };
  const flow = at.unit && at.edtf.length === 4 && kind !== 'agreement';
  return { edtf: at.edtf, scope: flow ? 'period' : 'point' };
}

/** "A complaint unsealed on Tuesday charges …": the paper that opens a case is the case. */
const isUnsealed = (tokens: readonly Token[], { first }: Placed): boolean =>
  [tokens[first - 1], tokens[first - 2]].some((token) =>
    /^(?:unsealed|filed|returned|lodged|issued|brought)$/.test(token?.lower ?? ''),
  );

/** Kinds of which one claim may tell acts of several days. */
const SERIAL: ReadonlySet<Kind> = new Set<Kind>([
  'use',
  'interdiction',
  'movement',
  'transfer',
  'deployment',
]);

/** "on 30 December, 2 January and 6 January": the dates that stand in one row with a date. */
function coordinated(times: readonly ActTime[], at: TimedMention['time']): ActTime[] {
  const points = times.filter(({ mention }) => mention.time.relation === 'at');
  const own = points.findIndex(({ mention }) => mention.time === at);
  const row = points.slice(own, own + 1);
  for (let i = own + 1; i < points.length && gap(row.at(-1), points[i]) <= 4; i++)
    row.push(points[i] as ActTime);
  for (let i = own - 1; i >= 0 && gap(points[i], row[0]) <= 4; i--) row.unshift(points[i] as ActTime);
  return row;
}

const gap = (a: Placed | undefined, b: Placed | undefined): number => (b?.first ?? 0) - (a?.last ?? 0);

const valid = (edtf: string): string | null => (dayBounds(edtf) === null ? null : edtf);
