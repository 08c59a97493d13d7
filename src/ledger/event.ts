import { dayBounds } from '../core/edtf-date.js';
import type { Claim } from '../model/claim.js';
import type { Names } from './names.js';
import { placeWithin, placesNest } from './places.js';
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

/**
 * The event that each claim of one kind, parties and item tells: dates overlap and places nest. A claim that fits two
 * events that do not fit each other stays an event of its own, as nothing says which it tells.
 */
export function eventsOf(claims: readonly Claim[], names: Names): ReadonlyMap<Claim, EventKey> {
  const tellings = new Map<string, Telling>();
  for (const claim of claims) {
    const telling = tellingOf(claim);
    tellings.set(keyOf(telling), telling);
  }
  const events: Telling[] = [];
  const eventOfKey = new Map<string, number>();
  for (const telling of [...tellings.values()].sort((a, b) => byPrecision(a, b, names))) {
    const fitting = events.flatMap((event, position) => (sameEvent(event, telling, names) ? [position] : []));
    const [only, ...others] = fitting;
    if (only === undefined || others.length > 0) {
      eventOfKey.set(keyOf(telling), events.push(telling) - 1);
      continue;
    }
    eventOfKey.set(keyOf(telling), only);
    events[only] = mostPrecise(events[only]!, telling, names);
  }
  return new Map(
    claims.map((claim) => {
      const { date, place } = events[eventOfKey.get(keyOf(tellingOf(claim))) ?? 0]!;
      return [claim, { date, place }];
    }),
  );
}

function tellingOf(claim: Claim): Telling {
  const bounds = claim.when.edtf === null ? null : dayBounds(claim.when.edtf);
  return {
    date: claim.when.edtf,
    place: claim.place,
    start: bounds?.start ?? '',
    end: bounds?.end ?? '~',
  };
}

const keyOf = ({ date, place }: EventKey): string => JSON.stringify([date, place]);

const sameEvent = (a: Telling, b: Telling, names: Names): boolean =>
  a.start <= b.end &&
  b.start <= a.end &&
  (a.place === null || b.place === null ? a.place === b.place : placesNest(a.place, b.place, names));

const days = ({ start, end }: Telling): number => (Date.parse(end) || 0) - (Date.parse(start) || 0);

function byPrecision(a: Telling, b: Telling, names: Names): number {
  if (days(a) !== days(b)) return days(a) - days(b);
  return (
    widerPlace(a, b, names) || compare(a.date ?? '', b.date ?? '') || compare(a.place ?? '', b.place ?? '')
  );
}

/** 1 where the place of `a` properly holds that of `b`, -1 the other way about. */
function widerPlace(a: EventKey, b: EventKey, names: Names): number {
  if (a.place === null || b.place === null) return 0;
  return Number(placeWithin(b.place, a.place, names)) - Number(placeWithin(a.place, b.place, names));
}

function mostPrecise(a: Telling, b: Telling, names: Names): Telling {
  const dated = days(b) < days(a) ? b : a;
  return { ...dated, place: widerPlace(a, b, names) > 0 ? b.place : a.place };
}
