import { dayBounds } from '../core/edtf-date.js';
import { claimantOf } from '../model/claim.js';
import type { Doubt, Question } from '../model/finding.js';
import type { PlausibilityTable } from '../model/ledger-tables.js';
import { greatCircle } from './distance.js';
import { intervalWords } from './interval-words.js';
import type { Names } from './names.js';
import type { Placed } from './placed.js';
import { compare } from './statement-date.js';

/**
 * Questions that a figure, a date or a voyage raises by itself: nothing is deleted or graded by them alone.
 * @param statements of one question, echoes aside
 */
export function doubtsOn(
  question: Question,
  statements: readonly Placed[],
  names: Names,
  table: PlausibilityTable,
): Doubt[] {
  const told = statements.filter(({ claim, group }) => claim.polarity === 'affirmed' && group === 'happened');
  return [
    ...told.flatMap((statement) => calendarDoubts(statement)),
    ...told.flatMap((statement) => rateDoubt(statement, question, table) ?? []),
    ...told.flatMap((statement) => capacityDoubt(statement, question, names, table) ?? []),
    ...told.flatMap((statement) => voyageDoubt(statement, names, table) ?? []),
    ...(question.vessel === null ? [] : legDoubts(told, names, table)),
  ];
}

const doubt = (rule: Doubt['rule'], statements: readonly Placed[], why: string): Doubt => ({
  rule,
  claims: statements.map(({ standing }) => standing.at),
  why,
});

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** What is told before it was, or was stated after it was published. */
function calendarDoubts(statement: Placed): Doubt[] {
  const { claim, day, published, original } = statement;
  const { stated } = claimantOf(claim);
  const said = stated ? (dayBounds(stated)?.start ?? null) : null;
  const found: Doubt[] = [];
  if (said !== null && published !== null && said > dayAfter(published))
    found.push(
      doubt('calendar', [statement], `said to be stated on ${said}, on a page published by ${published}`),
    );
  const { start, end, endStated } = original.window;
  if (day === null) return found;
  // A day more or less is the difference of two time zones.
  const after = dayAfter(day);
  if (start !== null && start > after)
    found.push(doubt('calendar', [statement], `speaks on ${day} of what was from ${start} on as past`));
  // "In 2024", said in June, ends in December by its precision alone.
  else if (endStated && end !== null && end > after && endsOnDay(claim.when.edtf))
    found.push(doubt('calendar', [statement], `speaks on ${day} of what was until ${end} as past`));
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
): Doubt | null {
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
  return doubt(
    'rate',
    [statement],
    `${rate} a day over ${days} ${days === 1 ? 'day' : 'days'}, above ${limit.per_day.toLocaleString('en-GB')} a day (${limit.source})`,
  );
}

/** More on one voyage than the ship holds. */
function capacityDoubt(
  statement: Placed,
  { unit, vessel: named }: Question,
  names: Names,
  { ships }: PlausibilityTable,
): Doubt | null {
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
  return doubt(
    'capacity',
    [statement],
    `${intervalWords(interval)} on one voyage of ${vessel.name}, ${own ? 'which holds' : `a ${vessel.type}: such ships hold`} at most ${holds.toLocaleString('en-GB')} ${what}`,
  );
}

/** A voyage with both its days and its ends, faster than such a voyage can be. */
function voyageDoubt(statement: Placed, names: Names, table: PlausibilityTable): Doubt | null {
  const { claim, original } = statement;
  const { route, when } = claim;
  if (route === null || when.scope === 'cumulative' || !when.edtf?.includes('/')) return null;
  const { start, end } = original.window;
  if (start === null || end === null || end < start) return null;
  return speedDoubt([statement], route.origin, route.destination, start, end, names, table);
}

/** Two voyages of one ship, too far apart for the time between them. */
function legDoubts(told: readonly Placed[], names: Names, table: PlausibilityTable): Doubt[] {
  const voyages = told
    .filter(({ original: { window }, claim }) => window.start !== null && claim.when.scope !== 'cumulative')
    .sort(
      (a, b) =>
        compare(a.original.window.start ?? '', b.original.window.start ?? '') ||
        a.standing.at - b.standing.at,
    );
  return voyages.slice(1).flatMap((next, position) => {
    const before = voyages[position]!;
    const [from, to] = [before.claim.route?.destination ?? null, next.claim.route?.origin ?? null];
    const [left, came] = [before.original.window.end, next.original.window.start];
    if (left === null || came === null || came < left) return [];
    return speedDoubt([before, next], from, to, left, came, names, table) ?? [];
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
): Doubt | null {
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
  return doubt(
    'distance',
    statements,
    `${a.name} to ${b.name} is ${Math.round(miles).toLocaleString('en-GB')} nautical miles at least: ${Math.ceil(knots)} knots in ${days} ${days === 1 ? 'day' : 'days'}, above ${fastest}`,
  );
}
