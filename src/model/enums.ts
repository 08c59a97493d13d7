/** The closed vocabularies of a claim (docs/formats.md). */
export const KINDS = [
  'transfer',
  'capacity',
  'movement',
  'use',
  'deployment',
  'casualty',
  'interdiction',
  'assistance',
  'agreement',
  'investigation',
] as const;
export type Kind = (typeof KINDS)[number];

export const POLARITIES = ['affirmed', 'denied', 'negated'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const MODALITIES = [
  'confirmed',
  'asserted',
  'assessed',
  'reported',
  'alleged',
  'possible',
  'planned',
  'investigated',
] as const;
export type Modality = (typeof MODALITIES)[number];

export const UNITS = [
  'container',
  'round',
  'missile',
  'launcher',
  'gun',
  'vehicle',
  'aircraft',
  'drone',
  'person',
  'vessel',
  'voyage',
  'flight',
  'railcar',
  'tonne',
  'barrel',
  'usd',
  'attack',
  'system',
  'brigade',
  'item',
] as const;
export type Unit = (typeof UNITS)[number];

export const ITEM_CLASSES = [
  'container',
  'artillery_shell',
  'mortar_round',
  'rocket',
  'munition',
  'ballistic_missile',
  'cruise_missile',
  'anti_tank_missile',
  'air_defence_system',
  'surface_to_air_missile',
  'howitzer',
  'rocket_launcher',
  'tank',
  'armoured_vehicle',
  'aircraft',
  'drone',
  'small_arms',
  'explosive',
  'electronic_warfare',
  'satellite_technology',
  'missile_technology',
  'nuclear_technology',
  'military_technology',
  'petroleum',
  'coal',
  'food',
  'money',
  'troops',
  'workers',
  'engineers',
  'instructors',
  'component',
  'dual_use_goods',
  'other',
] as const;
export type ItemClass = (typeof ITEM_CLASSES)[number];

export const SCOPES = ['point', 'period', 'cumulative', 'unknown'] as const;

export const MODES = ['sea', 'air', 'rail', 'road', 'river', 'pipeline'] as const;
export type Mode = (typeof MODES)[number];

export const OUTCOMES = ['killed', 'wounded', 'captured', 'missing', 'losses'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const RELATION_TYPES = ['part_of', 'alternative_to', 'given', 'revises'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];
