import { dayBounds } from '../core/edtf-date.js';
import type { When } from '../model/claim.js';
import type { Kind } from '../model/enums.js';
import { separation, type Placed } from './clause.js';
import type { TimedMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import type { Sentence } from './sentences.js';

/** Which times of a sentence date an act, and which date a statement. */
export interface Dating {
  readonly act: readonly Placed<TimedMention>[];
  readonly statement: readonly Placed<TimedMention>[];
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
  const verbs = predicates.filter((p) => p.voice !== 'nominal' || p.frames.length > 0);
  const dating = { act: [] as Placed<TimedMention>[], statement: [] as Placed<TimedMention>[] };
  const acts = verbs.some((p) => p.frames.length > 0);
  for (const time of times) {
    const { relation } = time.mention.time;
    // A dateline, and a time inside "spoke last month of", date what is said.
    const dateline =
      time.first <= 8 &&
      /^(?:\)|--|—|–)$/.test(sentence.tokens[time.last + 1]?.text ?? '') &&
      /^(?:--|—|–|\(|[)])$/.test(sentence.tokens[time.last + 2]?.text ?? '--');
    if (dateline || verbs.some((p) => p.speech !== null && p.first < time.first && time.last < p.last)) {
      dating.statement.push(time);
      continue;
    }
    const window = relation !== 'at';
    const before = verbs.filter((p) => p.last < time.first);
    const after = verbs.find((p) => p.first > time.last);
    const previous = before.at(-1);
    const cost = (p: Predicate | undefined): number =>
      p === undefined
        ? Infinity
        : Math.abs(p.first > time.last ? p.first - time.last : time.first - p.last) +
          12 * separation(sentence.tokens, Math.min(p.first, time.first), Math.max(p.last, time.first));
    const opens =
      previous === undefined ||
      /^[,;]$/.test(sentence.tokens[time.first - 1]?.text ?? '') ||
      /^[,;]$/.test(sentence.tokens[time.first - 2]?.text ?? '');
    const owner =
      previous === undefined
        ? after
        : opens && after !== undefined && cost(after) < cost(previous)
          ? after
          : previous;
    const said =
      owner !== undefined && owner.speech !== null && owner.frames.length === 0 && owner.voice !== 'passive';
    if (said && !(window && (acts || relation === 'between'))) dating.statement.push(time);
    else dating.act.push(time);
  }
  return dating;
}

/** The window of an act: its times, and what the absence of one means for its kind. */
export function whenOf(input: {
  readonly times: readonly Placed<TimedMention>[];
  /** Position of the act's predicate; null where none governs. */
  readonly at: number | null;
  /** Date of the statement, else of publication; null where neither is known. */
  readonly until: string | null;
  readonly kind: Kind;
  readonly figure: boolean;
  readonly rate: boolean;
}): When {
  const { times, until, kind } = input;
  if (kind === 'capacity') return { edtf: null, scope: 'unknown' };
  const near = [...times].sort(
    (a, b) => Math.abs(a.first - (input.at ?? 0)) - Math.abs(b.first - (input.at ?? 0)),
  );
  const by = <R extends string>(relation: R) =>
    near.find(({ mention }) => mention.time.relation === relation)?.mention.time;
  const [since, end, between, at] = [by('since'), by('by'), by('between'), by('at')];
  const scope = (usual: When['scope']): When['scope'] => (input.rate ? 'unknown' : usual);
  if (since)
    return {
      edtf: valid(`${since.edtf}/${end?.edtf ?? until ?? '..'}`) ?? `${since.edtf}/..`,
      scope: scope('cumulative'),
    };
  if (between) return { edtf: valid(between.edtf), scope: scope('period') };
  if (end) return { edtf: valid(`../${end.edtf}`), scope: scope('cumulative') };
  const joined = coordinated(times, at);
  const points = joined.map(({ mention }) => mention.time);
  if (
    at &&
    points.length > 1 &&
    points.every((p) => p.edtf.length === at.edtf.length) &&
    /^(?:use|interdiction|movement|transfer|deployment)$/.test(kind)
  ) {
    const sorted = points.map((p) => p.edtf).sort();
    if (sorted[0] !== sorted.at(-1))
      return { edtf: valid(`${sorted[0]}/${sorted.at(-1)}`), scope: scope('period') };
  }
  if (at)
    return {
      edtf: at.edtf,
      scope: scope(
        at.edtf.length === 4 && at.unit && !/^(?:agreement|investigation)$/.test(kind)
          ? 'period'
          : at.unit && at.edtf.length === 4 && kind !== 'agreement'
            ? 'period'
            : 'point',
      ),
    };
  const timeless = kind === 'agreement' || kind === 'investigation' || input.rate;
  return { edtf: null, scope: input.figure && !timeless ? 'cumulative' : 'unknown' };
}

/** "on 30 December, 2 January and 6 January": the dates that stand in one row with a date. */
function coordinated(
  times: readonly Placed<TimedMention>[],
  at: TimedMention['time'] | undefined,
): Placed<TimedMention>[] {
  const points = times.filter(({ mention }) => mention.time.relation === 'at');
  const own = points.findIndex(({ mention }) => mention.time === at);
  if (own < 0) return [];
  const row = [points[own] as Placed<TimedMention>];
  for (
    let i = own + 1;
    i < points.length && (points[i] as Placed).first - (row.at(-1) as Placed).last <= 4;
    i++
  )
    row.push(points[i] as Placed<TimedMention>);
  for (let i = own - 1; i >= 0 && (row[0] as Placed).first - (points[i] as Placed).last <= 4; i--)
    row.unshift(points[i] as Placed<TimedMention>);
  return row;
}

const valid = (edtf: string): string | null => (dayBounds(edtf) === null ? null : edtf);
