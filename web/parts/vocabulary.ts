import type { Claim } from '../api/types.js';

/**
 * The closed lists of a claim, each value with its word. A value that is forgotten here does not compile, as of `src/`
 * the desk has the types alone.
 */
type Item = NonNullable<Claim['item']>;
type Quantity = NonNullable<Claim['quantity']>;
type Words<T extends string | null | undefined> = Readonly<Record<NonNullable<T>, string>>;

export const KINDS: Words<Claim['kind']> = {
  transfer: 'transfer',
  capacity: 'capacity',
  movement: 'movement',
  use: 'use',
  deployment: 'deployment',
  casualty: 'casualties',
  interdiction: 'interdiction',
  assistance: 'assistance',
  agreement: 'agreement',
  investigation: 'investigation',
};

export const POLARITIES: Words<Claim['polarity']> = {
  affirmed: 'affirmed',
  denied: 'denied',
  negated: 'negated',
};

export const MODALITIES: Words<Claim['modality']> = {
  confirmed: 'confirmed',
  asserted: 'asserted',
  assessed: 'assessed',
  reported: 'reported',
  alleged: 'alleged',
  possible: 'possible',
  planned: 'planned',
  investigated: 'investigated',
};

export const SCOPES: Words<Claim['when']['scope']> = {
  point: 'at that time',
  period: 'within that time',
  cumulative: 'in total by then',
  unknown: 'unknown',
};

export const OUTCOMES: Words<Claim['outcome']> = {
  killed: 'killed',
  wounded: 'wounded',
  captured: 'captured',
  missing: 'missing',
  losses: 'losses',
};

/** One and more than one of a unit. */
export const UNITS: Readonly<Record<NonNullable<Quantity['unit']>, readonly [one: string, more: string]>> = {
  container: ['container', 'containers'],
  round: ['round', 'rounds'],
  missile: ['missile', 'missiles'],
  launcher: ['launcher', 'launchers'],
  gun: ['gun', 'guns'],
  vehicle: ['vehicle', 'vehicles'],
  aircraft: ['aircraft', 'aircraft'],
  drone: ['drone', 'drones'],
  person: ['person', 'people'],
  vessel: ['vessel', 'vessels'],
  voyage: ['voyage', 'voyages'],
  flight: ['flight', 'flights'],
  railcar: ['railcar', 'railcars'],
  tonne: ['tonne', 'tonnes'],
  barrel: ['barrel', 'barrels'],
  usd: ['US dollar', 'US dollars'],
  attack: ['attack', 'attacks'],
  system: ['system', 'systems'],
  brigade: ['brigade', 'brigades'],
  item: ['item', 'items'],
};

export const ITEMS: Words<Item['class']> = {
  container: 'containers',
  artillery_shell: 'artillery shells',
  mortar_round: 'mortar rounds',
  rocket: 'rockets',
  munition: 'munitions',
  ballistic_missile: 'ballistic missiles',
  cruise_missile: 'cruise missiles',
  anti_tank_missile: 'anti-tank missiles',
  air_defence_system: 'air defence systems',
  surface_to_air_missile: 'surface-to-air missiles',
  howitzer: 'howitzers',
  rocket_launcher: 'rocket launchers',
  tank: 'tanks',
  armoured_vehicle: 'armoured vehicles',
  aircraft: 'aircraft',
  drone: 'drones',
  small_arms: 'small arms',
  explosive: 'explosives',
  electronic_warfare: 'electronic warfare',
  satellite_technology: 'satellite technology',
  missile_technology: 'missile technology',
  nuclear_technology: 'nuclear technology',
  military_technology: 'military technology',
  petroleum: 'petroleum',
  coal: 'coal',
  food: 'food',
  money: 'money',
  troops: 'troops',
  workers: 'workers',
  engineers: 'engineers',
  instructors: 'instructors',
  component: 'components',
  dual_use_goods: 'dual-use goods',
  other: 'other goods',
};

export const MODES: Words<NonNullable<Claim['route']>['mode'][number]> = {
  sea: 'sea',
  air: 'air',
  rail: 'rail',
  road: 'road',
  river: 'river',
  pipeline: 'pipeline',
};

/** A closed list as a field of choices has it. */
export const choices = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
