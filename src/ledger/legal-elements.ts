import type { KeptFinding } from '../model/finding.js';
import type { ElementTest } from '../model/legal-test.js';
import type { Standard } from '../model/ledger-tables.js';
import type { Provision } from '../model/provision.js';
import type { TimeFit } from '../law/in-force.js';
import { originsOf, type Testimony, type Witness } from './legal-evidence.js';
import { actFit, goodsFit, type Fit } from './legal-terms.js';
import type { Bound } from './legal-sides.js';
import type { Names } from './names.js';
import { relationContext } from './pairs.js';
import { placeWithin } from './places.js';
import { gateOf } from './standard.js';

/** What the elements of one provision are tested on. */
export interface Trial {
  readonly finding: KeptFinding;
  readonly provision: Provision;
  readonly testimony: Testimony;
  /** Affirmed claims that the provision's act, goods and dates do not rule out. */
  readonly relevant: readonly Witness[];
  readonly actor: Bound;
  /** Null where the claim's time is not known. */
  readonly time: (witness: Witness) => TimeFit | null;
  /** Origins of the parties to the question: their denials are expected, and take nothing away alone. */
  readonly parties: ReadonlySet<string>;
  readonly names: Names;
  /** What the claims that show the act must meet; null where any qualifying claim will do. */
  readonly standard: Standard | null;
  readonly undatedWhy: string;
}

/**
 * Every element in turn. Each looks only at the claims that satisfied those before it, so that where all are satisfied
 * there is a claim that satisfies them all.
 */
export function elementTests(trial: Trial): ElementTest[] {
  const { provision, actor, relevant } = trial;
  const { elements } = provision;
  const act = actElement(trial);
  const showing = act.state === 'satisfied' ? act.by : relevant;
  // Where the act meets the standard, so must the claims that are left by every further element.
  const left = (witnesses: readonly Witness[], fit: (witness: Witness) => Fit | null): Outcome => {
    const outcome = narrowed(witnesses, fit);
    const missing =
      act.state === 'satisfied' && outcome.state === 'satisfied' ? unmetStandard(outcome.by, trial) : null;
    return missing === null ? outcome : { state: 'open', by: witnesses, why: missing };
  };
  const item = left(showing, ({ claim }) => goodsFit(elements.item, claim));
  const date = left(item.by, (witness) => dateFit(trial, witness));
  const place = elements.place && left(date.by, (witness) => placeFit(trial, witness));
  const quantity = elements.quantity && left((place ?? date).by, (witness) => quantityFit(trial, witness));
  return [
    { ...tested('act', elements.act.words, act), against: act.against.map(({ ref }) => ref) },
    tested('actor', elements.actor.words, { ...actor, by: showing, why: 'why' in actor ? actor.why : null }),
    tested('direction', elements.direction.words, { state: 'satisfied', by: showing, why: null }),
    tested('item', elements.item.words, item),
    tested('date', datesInForce(provision), { ...date, why: date.why ?? assumption(trial, date.by) }),
    ...(place ? [tested('place', elements.place!.words, place)] : []),
    ...(quantity ? [tested('quantity', elements.quantity!.words, quantity)] : []),
    ...(elements.further === null
      ? []
      : [tested('further', elements.further, { state: 'open', by: [], why: 'no kind of claim says so' })]),
    ...(elements.exemption === null
      ? []
      : [tested('exemption', elements.exemption, { state: 'unclaimed', by: [], why: UNCLAIMED })]),
  ];
}

const UNCLAIMED = 'no kind of claim says that an exception applies; who relies on one must show it';

interface Outcome {
  readonly state: ElementTest['state'];
  readonly by: readonly Witness[];
  readonly why: string | null;
}

const tested = (
  element: ElementTest['element'],
  requires: string,
  { state, by, why }: Outcome,
): ElementTest => ({
  element,
  requires,
  state,
  claims: by.map(({ ref }) => ref),
  against: [],
  origins: originsOf(by),
  why,
});

/** Shown by the claims that fit; where none does it stays open, on all of them, for the first one's reason. */
function narrowed(witnesses: readonly Witness[], fit: (witness: Witness) => Fit | null): Outcome {
  const fits = witnesses.map((witness) => ({ witness, fit: fit(witness) }));
  const by = fits.filter((each) => each.fit?.state === 'satisfied').map(({ witness }) => witness);
  if (by.length > 0) return { state: 'satisfied', by, why: null };
  const open = fits.flatMap((each) => (each.fit?.state === 'open' ? [each.fit.why] : []));
  return { state: 'open', by: witnesses, why: [...new Set(open)].join('; ') || null };
}

function actElement(trial: Trial): Outcome & { against: readonly Witness[] } {
  const { provision, relevant, testimony, parties } = trial;
  const against = testimony.denials.filter((denial) =>
    relevant.some((witness) => testimony.denies(denial, witness)),
  );
  const qualifying = relevant.filter(({ qualifies }) => qualifies);
  if (qualifying.length === 0) return { state: 'open', by: relevant, why: UNSHOWN, against };
  const shown = narrowed(qualifying, ({ claim }) => actFit(provision.elements.act, claim));
  if (shown.state === 'open') return { ...shown, against };
  // Nobody knows for whom an unnamed official speaks, so nobody can call him an outsider.
  const outsiders = against.filter(
    ({ standing: { origin } }) => !parties.has(origin) && trial.names.who(origin) !== null,
  );
  const by = shown.by.filter((witness) => !outsiders.some((denial) => testimony.denies(denial, witness)));
  if (by.length === 0)
    return { state: 'contradicted', by: shown.by, why: 'denied by others than those concerned', against };
  const missing = unmetStandard(by, trial);
  return { state: missing === null ? 'satisfied' : 'open', by, why: missing, against };
}

/** Why the claims together do not meet what the standard asks of a finding; null where they do. */
function unmetStandard(by: readonly Witness[], { standard, finding }: Trial): string | null {
  if (standard === null) return null;
  // Each counts by itself here: what a later figure of its origin supersedes has shown the act no less.
  const standings = by.map(({ standing }) => standing);
  const none: ReadonlySet<number> = new Set();
  const context = relationContext(finding);
  const { level, why } = gateOf({ standings, superseded: none, derived: none, context }, standard);
  return level === 'finding' ? null : `${level} by the standard ${standard.name}: ${why}`;
}

const UNSHOWN = 'it is said only as planned, possible, alleged or under investigation, or as arithmetic';

function dateFit({ time, undatedWhy }: Trial, witness: Witness): Fit | null {
  const placed = time(witness);
  if (placed === null)
    return { state: 'open', why: witness.standing.window.end === null ? 'when is not said' : undatedWhy };
  if (placed.fit === 'within') return { state: 'satisfied' };
  return placed.fit === 'outside'
    ? null
    : { state: 'open', why: 'the time lies partly outside what was in force, or on the day of a change' };
}

/** Said where every claim that satisfies the date gives none itself. */
const assumption = ({ undatedWhy }: Trial, by: readonly Witness[]): string | null =>
  by.length > 0 && by.every(({ time }) => time?.assumed === true) ? undatedWhy : null;

const datesInForce = ({ in_force }: Provision): string =>
  `in force ${in_force.map(({ from, to }) => (to === null ? `since ${from}` : `from ${from} to ${to}`)).join(', ')}`;

function placeFit({ provision, names }: Trial, { claim }: Witness): Fit {
  const within = provision.elements.place?.within ?? [];
  const named = [claim.place, claim.route?.destination ?? null].filter((place) => place !== null);
  if (named.some((place) => within.some((area) => placeWithin(place, area, names))))
    return { state: 'satisfied' };
  const elsewhere =
    named.length === 0 ? 'no claim says where it went' : `what is named is ${named.join(', ')}`;
  return { state: 'open', why: elsewhere };
}

/** A figure that alone exceeds the ceiling, within one of its years. */
function quantityFit({ provision, finding }: Trial, { standing, time }: Witness): Fit {
  const ceiling = provision.elements.quantity;
  const amount = ceiling?.amounts.find(({ unit }) => unit === finding.question.unit)?.amount;
  const low = standing.interval?.low ?? null;
  if (ceiling === null || amount === undefined || low === null)
    return { state: 'open', why: 'no claim gives an amount in the unit of the total' };
  if (low <= amount)
    return { state: 'open', why: 'the amount told alone does not exceed the total of all States' };
  const years = time === null ? [] : [time.start, time.end].map((day) => yearOf(day, ceiling.year_begins));
  if (time?.assumed === false && years[0] === years[1]) return { state: 'satisfied' };
  return { state: 'open', why: 'the amount is not told for one of the years over which the total counts' };
}

const yearOf = (day: string, begins: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < begins ? 1 : 0);
