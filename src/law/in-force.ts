import { dayBounds } from '../core/edtf-date.js';
import type { Provision } from '../model/provision.js';

/** When a provision stood: dates decide, and what was lawful on a day stays so. */

type Period = Provision['in_force'][number];
type Timed = Pick<Provision, 'in_force'>;

/** First and last day of a time, both known, as `YYYY-MM-DD`. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

/**
 * How a time lies to the periods of a provision. The day on which a period begins or ends is a part of neither: on it
 * the provision stood for some hours only.
 */
export interface TimeFit {
  readonly fit: 'within' | 'across' | 'outside';
  /** The parts of the time in which it stood, and those in which it did not; the days of change count as stood. */
  readonly inside: readonly Days[];
  readonly outside: readonly Days[];
  /** The periods that the time touches. */
  readonly periods: readonly Period[];
}

interface Reach {
  readonly period: Period;
  /** First and last day on which it stood at all. */
  readonly first: string;
  readonly last: string | null;
  /** First and last day on which it stood all day. */
  readonly firstWhole: string;
  readonly lastWhole: string | null;
}

/** Whether it stood on a day, for all of it or a part. */
export const inForceOn = (provision: Timed, day: string): boolean =>
  reaches(provision).some(({ first, last }) => first <= day && (last === null || day <= last));

/** What is left of periods from a day on. */
export function since(periods: Timed['in_force'], from: string): Period[] {
  const first = dayBounds(from)?.start ?? from;
  return periods
    .filter(({ to }) => to === null || (dayBounds(to)?.end ?? to) >= first)
    .map((period) => ((dayBounds(period.from)?.start ?? '') < first ? { ...period, from } : period));
}

export function timeFit(provision: Timed, time: Days): TimeFit {
  const touched = reaches(provision).filter(
    ({ first, last }) => first <= time.end && (last === null || time.start <= last),
  );
  const within = touched.some(
    ({ firstWhole, lastWhole }) => firstWhole <= time.start && (lastWhole === null || time.end <= lastWhole),
  );
  const inside = touched.map(({ first, last }) => ({
    start: later(first, time.start),
    end: last === null ? time.end : earlier(last, time.end),
  }));
  return {
    fit: within ? 'within' : touched.length === 0 ? 'outside' : 'across',
    inside,
    outside: gapsIn(time, inside),
    periods: touched.map(({ period }) => period),
  };
}

/** By their first days. */
const reaches = ({ in_force }: Timed): Reach[] =>
  in_force.map(reachOf).sort((a, b) => (a.first < b.first ? -1 : 1));

function reachOf(period: Period): Reach {
  const from = closedBounds(period.from);
  const to = period.to === null ? null : closedBounds(period.to);
  return {
    period,
    first: from.start,
    last: to === null ? null : to.end,
    firstWhole: shifted(from.end, 1),
    lastWhole: to === null ? null : shifted(to.start, -1),
  };
}

/** The schema lets no date without both ends through. */
function closedBounds(edtf: string): Days {
  const { start = null, end = null } = dayBounds(edtf) ?? {};
  if (start === null || end === null) throw new TypeError(`${edtf} has no first and last day`);
  return { start, end };
}

/** What is left of a time without some parts of it, which come in order. */
function gapsIn(time: Days, parts: readonly Days[]): Days[] {
  const gaps: Days[] = [];
  let from = time.start;
  for (const { start, end } of parts) {
    if (from < start) gaps.push({ start: from, end: shifted(start, -1) });
    from = later(from, shifted(end, 1));
  }
  if (from <= time.end) gaps.push({ start: from, end: time.end });
  return gaps;
}

const DAY = 86_400_000;
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
