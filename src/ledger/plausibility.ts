import { dayBounds } from '../core/edtf-date.js';
import { claimantOf } from '../model/claim.js';
import type { Doubt, Question } from '../model/finding.js';
import type { PlausibilityTable } from '../model/ledger-tables.js';
import { greatCircle } from './distance.js';
import { intervalWords } from './interval-words.js';
import type { Names } from './names.js';
import type { Placed } from './placed.js';
import { compare } from './statement-date.js';

/** What is doubted, without where that claim stands. */
type Alone = Omit<Doubt, 'claims'>;

/** What is doubted of several claims, by their ids. */
export interface SharedDoubt extends Alone {
  readonly claims: readonly string[];
}

const isTold = ({ claim, group }: Placed): boolean => claim.polarity === 'affirmed' && group === 'happened';

/**
 * Questions that a figure, a date or a voyage raises by itself: nothing is deleted or graded by them alone.
 * @param statement no echo
 */
export function doubtsOf(
  statement: Placed,
  question: Question,
  names: Names,
  table: PlausibilityTable,
): Alone[] {
  if (!isTold(statement)) return [];
  return [
    ...calendarDoubts(statement),
    rateDoubt(statement, question, table),
    capacityDoubt(statement, question, names, table),
    voyageDoubt(statement, names, table),
  ].filter((doubt) => doubt !== null);
}

/**
 * Questions that several voyages of one ship raise together.
 * @param statements of one question, echoes aside, in their order
 */
export function sharedDoubts(
  question: Question,
  statements: readonly Placed[],
  names: Names,
  table: PlausibilityTable,
): SharedDoubt[] {
  return question.vessel === null ? [] : legDoubts(statements.filter(isTold), names, table);
}

const alone = (rule: Doubt['rule'], why: string): Alone => ({ rule, why });

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** What is told before it was, or was stated after it was published. */
function calendarDoubts(statement: Placed): Alone[] {
  const { claim, day, published, original } = statement;
  const { stated } = claimantOf(claim);
  const said = stated ? (dayBounds(stated)?.start ?? null) : null;
  const found: Alone[] = [];
  if (said !== null && published !== null && said > dayAfter(published))
    found.push(alone('calendar', `said to be stated on ${said}, on a page published by ${published}`));
  const { start, end, endStated } = original.window;
  if (day === null) return found;
  // A day more or less is the difference of two time zones.
  const after = dayAfter(day);
  if (start !== null && start > after)
    found.push(alone('calendar', `speaks on ${day} of what was from ${start} on as past`));
  // "In 2024", said in June, ends in December by its precision alone.
  else if (endStated && end !== null && end > after && endsOnDay(claim.when.edtf))
    found.push(alone('calendar', `speaks on ${day} of what was until ${end} as past`));
  return found;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

const endsOnDay = (edtf: string | null): boolean => edtf !== null && /\d{4}-\d\d-\d\d$/.test(edtf);

const PERIOD_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** More a day than has been known. */
function rateDoubt(
  statement: Placed,
  { unit, item, per }: Question,
  { rates }: PlausibilityTable,
): Alone | null {
  const { interval, window } = statement;
  const low = interval?.low ?? null;
  const limit = rates.find(
    (rate) => rate.unit === unit && (rate.items.length === 0 || (item !== null && rate.items.includes(item))),
  );
  if (low === null || limit === undefined) return null;
  const days =
    per !== null
      ? (PERIOD_DAYS[per] ?? null)
      : window.start === null || window.end === null
        ? null
        : daysBetween(window.start, window.end) + 1;
  if (days === null || days < 1 || low / days <= limit.per_day) return null;
  const rate = intervalWords({ low: Math.round(low / days), high: null });
  return alone(
    'rate',
    `${rate} a day over ${days} ${days === 1 ? 'day' : 'days'}, above ${limit.per_day.toLocaleString('en-GB')} a day (${limit.source})`,
  );
}

/** More on one voyage than the ship holds. */
function capacityDoubt(
  statement: Placed,
  { unit, vessel: named }: Question,
  names: Names,
  { ships }: PlausibilityTable,
): Alone | null {
  const { claim, interval } = statement;
  const name = claim.route?.vessel ?? named;
  const vessel = name === null ? undefined : names.vessel(name)?.vessel;
  const low = interval?.low ?? null;
  if (vessel === undefined || low === null || claim.when.scope !== 'point') return null;
  const ofType = ships.find(({ type }) => type === vessel.type);
  const holds =
    unit === 'container'
      ? (vessel.teu ?? ofType?.teu ?? null)
      : unit === 'tonne'
        ? (vessel.dwt ?? ofType?.dwt ?? null)
        : null;
  if (holds === null || low <= holds) return null;
  const own = unit === 'container' ? vessel.teu !== null : vessel.dwt !== null;
  const what = unit === 'container' ? 'twenty-foot containers' : 'tonnes';
  return alone(
    'capacity',
    `${intervalWords(interval)} on one voyage of ${vessel.name}, ${own ? 'which holds' : `a ${vessel.type}: such ships hold`} at most ${holds.toLocaleString('en-GB')} ${what}`,
  );
}

/** A voyage with both its days and its ends, faster than such a voyage can be. */
function voyageDoubt(statement: Placed, names: Names, table: PlausibilityTable): Alone | null {
  const { claim, original } = statement;
  const { route, when } = claim;
  if (route === null || when.scope === 'cumulative' || !when.edtf?.includes('/')) return null;
  const { start, end } = original.window;
  if (start === null || end === null || end < start) return null;
  return speedDoubt([statement], route.origin, route.destination, start, end, names, table);
}

/** Two voyages of one ship, too far apart for the time between them. */
function legDoubts(told: readonly Placed[], names: Names, table: PlausibilityTable): SharedDoubt[] {
  const voyages = told
    .filter(({ original: { window }, claim }) => window.start !== null && claim.when.scope !== 'cumulative')
    .sort((a, b) => compare(a.original.window.start ?? '', b.original.window.start ?? ''));
  return voyages.slice(1).flatMap((next, position) => {
    const before = voyages[position]!;
    const [from, to] = [before.claim.route?.destination ?? null, next.claim.route?.origin ?? null];
    const [left, came] = [before.original.window.end, next.original.window.start];
    if (left === null || came === null || came < left) return [];
    const found = speedDoubt([before, next], from, to, left, came, names, table);
    return found === null ? [] : [{ ...found, claims: [before.claim.id, next.claim.id] }];
  });
}

function speedDoubt(
  statements: readonly Placed[],
  from: string | null,
  to: string | null,
  start: string,
  end: string,
  names: Names,
  { speeds }: PlausibilityTable,
): Alone | null {
  const [a, b] = [from, to].map((name) => (name === null ? undefined : names.place(name)?.place));
  const miles = a && b ? greatCircle(a, b) : null;
  if (miles === null || a === undefined || b === undefined) return null;
  const modes = statements.flatMap(({ claim }) => claim.route?.mode ?? []);
  const vessel = statements.some(({ claim }) => claim.route?.vessel);
  const possible = modes.length > 0 ? modes : vessel ? (['sea'] as const) : [];
  const limits = possible.flatMap((mode) => speeds.find((one) => one.mode === mode)?.knots ?? []);
  if (limits.length === 0) return null;
  // Days are whole: the whole of both may have been used.
  const days = daysBetween(start, end) + 1;
  const knots = miles / (days * 24);
  const fastest = Math.max(...limits);
  if (knots <= fastest) return null;
  return alone(
    'distance',
    `${a.name} to ${b.name} is ${Math.round(miles).toLocaleString('en-GB')} nautical miles at least: ${Math.ceil(knots)} knots in ${days} ${days === 1 ? 'day' : 'days'}, above ${fastest}`,
  );
}
