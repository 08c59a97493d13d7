import { join } from 'node:path';
import { z } from 'zod';
import { dayBounds } from '../core/edtf-date.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type { When } from '../model/claim.js';
import type { Kind } from '../model/enums.js';
import { isClauseOpener, lowerText, separation, type Placed } from './clause.js';
import type { TimedMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import type { Sentence } from './sentences.js';
import type { Token } from './token.js';

const words = readYaml(
  join(DATA_FOLDER, 'claims', 'times.yaml'),
  z.strictObject({
    source: z.array(z.string()),
    statements: z.array(z.string()),
    issued: z.array(z.string()),
    learns: z.array(z.string()),
    windows: z.array(z.string()),
    until: z.array(z.string()),
  }),
);
const STATEMENTS = new Set(words.statements);
const ISSUED = new Set(words.issued);
const phrase = (list: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}-])(?:${list.join('|')})(?![\\p{L}-])`, 'u');
const WINDOW = phrase(words.windows);
const UNTIL = phrase(words.until);

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
    if (
      inside ||
      isDateline(tokens, time) ||
      (relation === 'at' && isOfStatement(tokens, time)) ||
      (relation === 'at' && (isOfEstimate(tokens, time, verbs) || isOfTelling(tokens, time, verbs))) ||
      (/^(?:at|between)$/.test(relation) && opensContent(tokens, time))
    ) {
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

/** "MANAMA (Aug. 31) --": the place and day of writing. */
const isDateline = (tokens: readonly Token[], { first, last }: Placed): boolean =>
  first <= 8 &&
  /^(?:\)|--|—|–)$/.test(tokens[last + 1]?.text ?? '') &&
  /^(?:--|—|–|\(|[)])$/.test(tokens[last + 2]?.text ?? '--');

/** "told parliament early last year that nine had been killed": what follows is said then. */
const opensContent = (tokens: readonly Token[], { last }: Placed): boolean =>
  tokens[last + 1]?.lower === 'that' && !/^(?:VERB|AUX)$/.test(tokens[last + 2]?.pos ?? '');

/** "put the shells at 1.5 million in February": behind a figure that somebody gives, the day of the giving. */
function isOfEstimate(
  tokens: readonly Token[],
  { first }: Placed,
  verbs: readonly Predicate[],
): boolean {
  const at = tokens.findLastIndex(({ lower }, i) => i < first && lower === 'at');
  const figure = tokens.slice(at + 1, first);
  return (
    at >= 0 &&
    figure.length <= 8 &&
    figure.some(({ pos }) => pos === 'NUM') &&
    figure.every(({ pos, text }) => !/^(?:VERB|AUX|PROPN|SCONJ)$/.test(pos) && !/^[,;:.]$/.test(text)) &&
    verbs.some((p) => p.last < at && p.speech !== null && FIGURED.has(p.lemma))
  );
}

/** Verbs that give a figure behind "at". */
const FIGURED = new Set(['put', 'estimate', 'reckon', 'assess', 'calculate', 'count', 'give']);

/**
 * "In March the paper learnt from officials that arms were sent", "answering questions on Monday, the minister said": a
 * time beside a verb by which somebody tells or learns of the act.
 */
function isOfTelling(tokens: readonly Token[], time: Placed, verbs: readonly Predicate[]): boolean {
  const acts = verbs.filter((p) => p.frames.length > 0 && p.voice !== 'nominal' && p.lemma !== 'have');
  if (!isOpening(tokens, time.first)) {
    // Within a participle's phrase that opens the sentence, before who speaks.
    const comma = tokens.findIndex(({ text }) => text === ',');
    const participle = tokens.findIndex(({ lower }) => lower.endsWith('ing'));
    return (
      participle >= 0 &&
      participle <= 1 &&
      time.last < comma &&
      !acts.some((p) => p.first < comma) &&
      verbs.some(
        (p) => p.speech !== null && p.first > comma && !acts.some((q) => q.first > comma && q.first < p.first),
      )
    );
  }
  if (tokens[time.last + 1]?.text === ',' && isInserted(tokens, time, verbs)) return false;
  const that = tokens.findIndex(({ lower, pos }, i) => i > time.last && lower === 'that' && pos !== 'DET');
  const told = tokens.findLastIndex(
    (token, i) => i < that && i > time.last && (token.pos === 'VERB' || learns(token)),
  );
  return (
    told >= 0 &&
    (told === that - 1 || learns(tokens[told])) &&
    !acts.some((p) => p.first > time.last && p.first <= told) &&
    acts.some((p) => p.first > that)
  );
}

const learns = (token: Token | undefined): boolean =>
  token !== undefined && (words.learns.includes(token.lemma) || words.learns.includes(token.lower));

/** "In 2024, an official told the broadcaster, Serbia sent …": whoever speaks between the time and its act. */
function isInserted(
  tokens: readonly Token[],
  { last }: Placed,
  verbs: readonly Predicate[],
): boolean {
  const speech = verbs.find((p) => p.first > last);
  if (speech === undefined || speech.speech === null || speech.frames.length > 0) return false;
  const end = tokens.findIndex(({ text }, i) => i > speech.last && text === ',');
  return (
    end > 0 &&
    end - speech.last <= 10 &&
    tokens.slice(speech.last + 1, end).every(({ pos, lower }) => !/^(?:VERB|AUX)$/.test(pos) && !/^(?:that|[:;])$/.test(lower)) &&
    !/^(?:VERB|SCONJ)$/.test(tokens[end + 1]?.pos ?? '') &&
    !/^(?:that|which|who|whose|and|but)$/.test(tokens[end + 1]?.lower ?? '') &&
    verbs.some((p) => p.frames.length > 0 && p.voice !== 'nominal' && p.first > end)
  );
}

const isStatement = (token: Token | undefined): boolean =>
  token !== undefined && STATEMENTS.has(token.lemma) && /^(?:NOUN|PROPN)$/.test(token.pos);

/** "its report of March 2019", "the fact sheet issued on 23 February", "at Monday's briefing". */
function isOfStatement(tokens: readonly Token[], { first, last }: Placed): boolean {
  const owned = /^['’]s?$/.test(tokens[last + 1]?.text ?? '') ? last + 2 : last + 1;
  if (isStatement(tokens[owned]) || (isOpening(tokens, first) && isIssuing(tokens, last))) return true;
  let at = first - 1;
  let issued = false;
  while (
    at > 0 &&
    (/^(?:of|on|in|from|the|back)$/.test(tokens[at]?.lower ?? '') || ISSUED.has(tokens[at]?.lower ?? ''))
  ) {
    issued ||= tokens[at]?.lower !== 'in';
    at--;
  }
  return issued && at < first - 1 && (isStatement(tokens[at]) || isOfRelative(tokens, at + 1));
}

/** "a complaint that two lawyers lodged on 2 October": a clause on a statement tells when it was given out. */
function isOfRelative(tokens: readonly Token[], verb: number): boolean {
  const opener = tokens.findLastIndex(
    ({ lower }, i) => i < verb && i >= verb - 8 && /^(?:that|which)$/.test(lower),
  );
  const noun = tokens[opener - 1]?.text === ',' ? opener - 2 : opener - 1;
  return (
    opener > 0 &&
    isStatement(tokens[noun]) &&
    tokens.slice(opener + 1, verb).every(({ pos }) => pos !== 'VERB')
  );
}

/** "On the following day the ministry issued a denial": the first verb behind gives out a statement. */
function isIssuing(tokens: readonly Token[], last: number): boolean {
  const verb = tokens.findIndex((token, i) => i > last && token.pos === 'VERB');
  return (
    verb >= 0 &&
    ISSUED.has(tokens[verb]?.lower ?? '') &&
    tokens.slice(verb + 1, verb + 5).some((token) => isStatement(token))
  );
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
  const previous = verbs.filter((p) => p.last < time.first && apart(p) < 2).at(-1);
  const behind = verbs.filter((p) => p.first > time.last);
  const after = behind[0];
  if (previous === undefined) {
    // "The search on 13 May, the police made known, brought to light …": the subject's time is of its own verb.
    const parted = tokens[time.last + 1]?.text === ',';
    const told =
      parted && (!isOpening(tokens, time.first) || isInserted(tokens, time, verbs))
        ? behind.find((p) => p.frames.length > 0 && p.voice !== 'nominal') ?? behind.find((p) => p.frames.length > 0)
        : undefined;
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

/** Whether nothing but small words stands before a position. */
const isOpening = (tokens: readonly Token[], first: number): boolean =>
  tokens.slice(0, first).every((token) => !/^(?:NOUN|PROPN|PRON|VERB|NUM)$/.test(token.pos));

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
      (predicate === null ||
        time.mention.time.relation !== 'at' ||
        separation(sentence.tokens, time.first, position) < 2.5),
  );
  const near = [...times].sort((a, b) => Math.abs(a.first - position) - Math.abs(b.first - position));
  const by = <R extends string>(relation: R) =>
    near.find(({ mention }) => mention.time.relation === relation)?.mention.time;
  const [since, end, between, at] = [by('since'), by('by'), by('between'), by('at')];
  if (since)
    return {
      edtf: valid(`${since.edtf}/${end?.edtf ?? until ?? '..'}`) ?? `${since.edtf}/..`,
      scope: 'cumulative',
    };
  if (between) return { edtf: valid(between.edtf), scope: 'period' };
  if (end) return { edtf: valid(`../${end.edtf}`), scope: 'cumulative' };
  if (at === undefined) return { edtf: null, scope: dating.unsaid ?? 'unknown' };
  const row = coordinated(times, at)
    .map(({ mention }) => mention.time.edtf)
    .sort();
  const several = row.every((date) => date.length === at.edtf.length) && row[0] !== row.at(-1);
  if (several && SERIAL.has(kind)) return { edtf: valid(`${row[0]}/${row.at(-1)}`), scope: 'period' };
  const flow = at.unit && at.edtf.length === 4 && kind !== 'agreement';
  return { edtf: at.edtf, scope: flow ? 'period' : 'point' };
}

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
