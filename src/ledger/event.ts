import { dayBounds } from '../core/edtf-date.js';
import type { Claim } from '../model/claim.js';
import type { Names } from './names.js';
import { nestings } from './places.js';
import { compare } from './statement-date.js';

/** When and where one strike, seizure or toll was, as precisely as any claim on it says. */
export interface EventKey {
  readonly date: string | null;
  readonly place: string | null;
}

const EVENT_KINDS = new Set<Claim['kind']>(['use', 'interdiction', 'casualty']);

/** A strike, a seizure or a toll told as one event. */
export const tellsEvent = (claim: Claim): boolean =>
  EVENT_KINDS.has(claim.kind) && claim.when.scope === 'point' && claim.when.edtf !== null;

interface Telling extends EventKey {
  /** First and last day. */
  readonly start: string;
  readonly end: string;
}

/** When and where a claim says its event was. */
export const eventTold = ({ when, place }: Claim): EventKey => ({ date: when.edtf, place });

/**
 * The event that each telling of one kind, parties and item tells, by `eventKey`: dates overlap and places nest. A
 * telling that fits two events that do not fit each other stays an event of its own, as nothing says which it tells.
 */
export function eventsOf(told: Iterable<EventKey>, names: Names): ReadonlyMap<string, EventKey> {
  const tellings = new Map<string, Telling>();
  for (const each of told) tellings.set(eventKey(each), withBounds(each));
  const nest = nesting(tellings.values(), names);
  const events: Telling[] = [];
  const byDay = new EventDays();
  const eventOfKey = new Map<string, number>();
  for (const [key, telling] of [...tellings].sort(([, a], [, b]) => byPrecision(a, b, nest))) {
    const fitting = byDay.near(telling, (at) => sameEvent(events[at]!, telling, nest));
    const [only, ...others] = fitting;
    if (only === undefined || others.length > 0) {
      const made = events.push(telling) - 1;
      byDay.add(made, telling);
      eventOfKey.set(key, made);
      continue;
    }
    eventOfKey.set(key, only);
    events[only] = mostPrecise(events[only]!, telling, nest);
  }
  return new Map(
    [...eventOfKey].map(([key, at]) => {
      const { date, place } = events[at]!;
      return [key, { date, place }];
    }),
  );
}

function withBounds({ date, place }: EventKey): Telling {
  const bounds = date === null ? null : dayBounds(date);
  return { date, place, start: bounds?.start ?? '', end: bounds?.end ?? '~' };
}

export const eventKey = ({ date, place }: EventKey): string => JSON.stringify([date, place]);

/** How the places of some tellings lie to each other. */
interface Nesting {
  /** Whether one is the other, or lies within it. */
  readonly within: (inner: string, outer: string) => boolean;
  /** By how many others a place is held: what lies within another has more than that. */
  readonly depth: (place: string | null) => number;
}

function nesting(tellings: Iterable<Telling>, names: Names): Nesting {
  const places = [...tellings].flatMap(({ place }) => (place === null ? [] : [place]));
  const holders = nestings(places, names);
  return {
    within: (inner, outer) => inner === outer || holders.get(inner)?.has(outer) === true,
    depth: (place) => (place === null ? 0 : (holders.get(place)?.size ?? 0)),
  };
}

/** Events by the days that they cover; those of more than a month, few as they are, in one list. */
class EventDays {
  readonly #days = new Map<string, number[]>();
  readonly #long: number[] = [];
  #count = 0;

  add(event: number, telling: Telling): void {
    this.#count++;
    const covered = daysOf(telling);
    if (covered === null) this.#long.push(event);
    for (const day of covered ?? []) {
      const there = this.#days.get(day);
      if (there) there.push(event);
      else this.#days.set(day, [event]);
    }
  }

  /** The first two events that may overlap with a telling and fit it. */
  near(telling: Telling, fits: (event: number) => boolean): number[] {
    const covered = daysOf(telling);
    const all = covered === null ? Array.from({ length: this.#count }, (_, at) => at) : this.#on(covered);
    const fitting: number[] = [];
    for (const event of all) if (fits(event) && fitting.push(event) === 2) break;
    return fitting;
  }

  #on(covered: readonly string[]): Iterable<number> {
    return new Set([...covered.flatMap((day) => this.#days.get(day) ?? []), ...this.#long]);
  }
}

const MONTH = 31;

/** The days of a telling; null where they are more than a month, or open. */
function daysOf({ start, end }: Telling): string[] | null {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  if (!(to - from <= MONTH * DAY)) return null;
  const all: string[] = [];
  for (let day = from; day <= to; day += DAY) all.push(new Date(day).toISOString().slice(0, 10));
  return all;
}

const DAY = 86_400_000;

const sameEvent = (a: Telling, b: Telling, { within }: Nesting): boolean =>
  a.start <= b.end &&
  b.start <= a.end &&
  (a.place === null || b.place === null
    ? a.place === b.place
    : within(a.place, b.place) || within(b.place, a.place));

const days = ({ start, end }: Telling): number => (Date.parse(end) || 0) - (Date.parse(start) || 0);

/** The shortest time first, then the narrowest place: an order of all tellings, whatever order they came in. */
function byPrecision(a: Telling, b: Telling, { depth }: Nesting): number {
  return (
    days(a) - days(b) ||
    depth(b.place) - depth(a.place) ||
    compare(a.date ?? '', b.date ?? '') ||
    compare(a.place ?? '', b.place ?? '')
  );
}

function mostPrecise(a: Telling, b: Telling, { within }: Nesting): Telling {
  const dated = days(b) < days(a) ? b : a;
  const narrower =
    a.place !== null && b.place !== null && within(b.place, a.place) && !within(a.place, b.place);
  return { ...dated, place: narrower ? b.place : a.place };
}
