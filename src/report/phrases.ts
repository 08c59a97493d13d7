import type { ItemClass, Kind, Mode, Modality, Outcome, Unit } from '../model/enums.js';

/**
 * Every printed word of the report in English, here and in standing-phrases.ts, so that another language is another such
 * pair of tables.
 */

/** A countable thing, and the unit in which a count of it needs no second noun ("50 missiles", not "50 items of missiles"). */
interface Noun {
  readonly one: string;
  readonly many: string;
  readonly unit?: Unit;
}

const mass = (word: string): Noun => ({ one: word, many: word });
const counted = (one: string, unit: Unit, many = `${one}s`): Noun => ({ one, many, unit });

export const ITEM_NOUNS: Readonly<Record<ItemClass, Noun>> = {
  container: counted('container', 'container'),
  artillery_shell: counted('artillery shell', 'round'),
  mortar_round: counted('mortar round', 'round'),
  rocket: counted('rocket', 'round'),
  munition: { one: 'munition', many: 'munitions' },
  ballistic_missile: counted('ballistic missile', 'missile'),
  cruise_missile: counted('cruise missile', 'missile'),
  anti_tank_missile: counted('anti-tank missile', 'missile'),
  air_defence_system: counted('air defence system', 'system'),
  surface_to_air_missile: counted('surface-to-air missile', 'missile'),
  howitzer: counted('howitzer', 'gun'),
  rocket_launcher: counted('rocket launcher', 'launcher'),
  tank: counted('tank', 'vehicle'),
  armoured_vehicle: counted('armoured vehicle', 'vehicle'),
  aircraft: counted('aircraft', 'aircraft', 'aircraft'),
  drone: counted('drone', 'drone'),
  small_arms: counted('small arm', 'gun'),
  explosive: { one: 'explosive', many: 'explosives' },
  electronic_warfare: mass('electronic warfare equipment'),
  satellite_technology: mass('satellite technology'),
  missile_technology: mass('missile technology'),
  nuclear_technology: mass('nuclear technology'),
  military_technology: mass('military technology'),
  petroleum: mass('petroleum'),
  coal: mass('coal'),
  food: mass('food'),
  money: mass('money'),
  troops: counted('soldier', 'person', 'troops'),
  workers: counted('worker', 'person'),
  engineers: counted('engineer', 'person'),
  instructors: counted('instructor', 'person'),
  component: counted('component', 'item'),
  dual_use_goods: mass('dual-use goods'),
  other: mass('other goods'),
};

export const UNIT_NOUNS: Readonly<Record<Unit, Noun>> = {
  container: counted('container', 'container'),
  round: counted('round', 'round'),
  missile: counted('missile', 'missile'),
  launcher: counted('launcher', 'launcher'),
  gun: counted('gun', 'gun'),
  vehicle: counted('vehicle', 'vehicle'),
  aircraft: counted('aircraft', 'aircraft', 'aircraft'),
  drone: counted('drone', 'drone'),
  person: counted('person', 'person', 'people'),
  vessel: counted('vessel', 'vessel'),
  voyage: counted('voyage', 'voyage'),
  flight: counted('flight', 'flight'),
  railcar: counted('railcar', 'railcar'),
  tonne: counted('tonne', 'tonne'),
  barrel: counted('barrel', 'barrel'),
  usd: mass('US dollars'),
  attack: counted('attack', 'attack'),
  system: counted('system', 'system'),
  brigade: counted('brigade', 'brigade'),
  item: counted('item', 'item'),
};

/** What stands for goods that a claim does not name. */
export const UNNAMED_GOODS: Readonly<Record<Kind, string>> = {
  transfer: 'goods',
  capacity: 'goods',
  movement: 'cargo',
  use: 'weapons',
  deployment: 'personnel',
  casualty: 'people',
  interdiction: 'goods',
  assistance: 'assistance',
  agreement: 'an agreement',
  investigation: 'the matter',
};

/** How a claimant's word is introduced; likelihood words stand only where the claim has them. */
export const SAYING: Readonly<Record<Modality, string>> = {
  confirmed: 'confirmed',
  asserted: 'stated',
  assessed: 'assessed',
  reported: 'relayed reports',
  alleged: 'alleged',
  possible: 'stated',
  planned: 'stated',
  investigated: 'stated',
};

export const MODALITY_NAMES: Readonly<Record<Modality, string>> = {
  confirmed: 'confirmed',
  asserted: 'stated as fact',
  assessed: 'assessed',
  reported: 'reported',
  alleged: 'alleged',
  possible: 'possible',
  planned: 'planned',
  investigated: 'under investigation',
};

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  transfer: 'transfer',
  capacity: 'capacity of a load',
  movement: 'movement',
  use: 'use in attack',
  deployment: 'deployment',
  casualty: 'casualties',
  interdiction: 'seizure or interception',
  assistance: 'assistance',
  agreement: 'agreement',
  investigation: 'investigation',
};

export const BY_MODE: Readonly<Record<Mode, string>> = {
  sea: 'by sea',
  air: 'by air',
  rail: 'by rail',
  road: 'by road',
  river: 'by river',
  pipeline: 'by pipeline',
};

export const CARRIER: Readonly<Record<Mode, string>> = {
  sea: 'a ship',
  air: 'an aircraft',
  rail: 'a train',
  road: 'a road transport',
  river: 'a river vessel',
  pipeline: 'a pipeline',
};

/** Past participle and infinitive of what happened to the people. */
export const OUTCOME_VERBS: Readonly<Record<Outcome | 'unstated', readonly [done: string, todo: string]>> = {
  killed: ['been killed', 'be killed'],
  wounded: ['been wounded', 'be wounded'],
  captured: ['been captured', 'be captured'],
  missing: ['gone missing', 'go missing'],
  losses: ['been lost, killed and wounded not told apart', 'be lost'],
  unstated: ['become casualties', 'become casualties'],
};

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  killed: 'killed',
  wounded: 'wounded',
  captured: 'captured',
  missing: 'missing',
  losses: 'losses',
};

/** Qualifiers that are printed as the claimant chose them; others follow from the bounds. */
export const PRINTED_QUALIFIERS: ReadonlySet<string> = new Set([
  'more than',
  'over',
  'at least',
  'no fewer than',
  'no less than',
  'upwards of',
  'exceeding',
  'up to',
  'as many as',
  'as much as',
  'no more than',
  'at most',
  'fewer than',
  'less than',
  'under',
  'nearly',
  'almost',
  'about',
  'around',
  'some',
  'approximately',
  'roughly',
  'an estimated',
  'only',
]);

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** EDTF season and quarter codes. */
export const SEASONS: Readonly<Record<string, string>> = {
  '21': 'the spring of',
  '22': 'the summer of',
  '23': 'the autumn of',
  '24': 'the winter of',
  '33': 'the first quarter of',
  '34': 'the second quarter of',
  '35': 'the third quarter of',
  '36': 'the fourth quarter of',
};

export const SMALL_NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
] as const;

/** Names of bodies that take an article in a sentence. */
export const TAKES_ARTICLE =
  /^(?:\w+ )?(?:Agency|Army|Attorney|Authority|Bureau|Cabinet|Commission|Committee|Council|Customs|Delegation|Department|Directorate|Embassy|Federation|Foreign|General Staff|Government|House|Institute|Intelligence|Main|Ministry|Mission|National|Navy|Office|Panel|Parliament|Pentagon|Permanent|Police|Presidential|Prosecutor|Royal|Secretariat|Security|Service|State Department|Treasury|Unit|White)\b|\b(?:Agency|Army|Center|Centre|Command|Commission|Committee|Council|Department|Directorate|Forces|Front|Group|Guard|Institute|Ministry|Mission|Observatory|Office|Organi[sz]ation|Service|Team|Union)$/;

/** State names that English puts an article before. */
export const STATE_TAKES_ARTICLE =
  /^United |(?:Emirates|Federation|Islands|Kingdom|Republic|States|Territory)$|^(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|Seychelles)$/;

/** Names of regions and waters that English puts an article before. */
export const PLACE_TAKES_ARTICLE =
  /\b(?:area|canal|channel|district|far east|gulf|ocean|oblast|peninsula|province|region|sea|strait)\b(?! of [A-Z]\w* (?:Sea|Ocean))/i;

/** Unnamed single speakers, who take an indefinite article. */
export const UNNAMED_SPEAKER =
  /(?:^|\b)(?:adviser|aide|analyst|commander|defector|diplomat|expert|lawmaker|minister|officer|official|person|reporter|soldier|source|spokes(?:man|person|woman))(?:$| (?:at|for|from|in|of|with) )/;

/** Wordings of goods that mean nothing outside their sentence ("them", "such missiles", "the number"). */
export const BACKWARD_WORDING =
  /^(?:it|them|they|those|these|this|that|such|same|one|ones|his|her|its|their|our|of|for|in|any|some|none|number|figure|total|rest|all|both|few|half|set|series|batch|part|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|several|many|other|others|another|more|further|additional|yet)\b|["“”]/i;

/** Common nouns for goods that may stand with a capital because they began a sentence. */
export const COMMON_GOODS =
  /^(?:Ammunition|Arms|Artillery|Boxes|Cargo|Equipment|Fuel|Goods|Help|Labourers|Munitions|Shipments|Soldiers|Supplies|Technology|Weapons)$/;

/** Words that say that knowledge, not a thing, was given. */
export const KNOW_HOW =
  /\b(?:advice|assistance|data|design|drawing|expertise|feedback|help|intelligence|know-how|knowledge|licen[cs]e|plant|program(?:me)?|support|technolog\w*|training)s?\b/i;

/** Names of written agreements, which stand by themselves ("a partnership treaty"). */
export const AGREEMENT_WORD =
  /\b(?:accord|agreement|arrangement|contract|convention|deal|declaration|memorandum|order|pact|pledge|protocol|treaty|understanding)s?\b/i;

export const SECTION_TITLES = {
  method: 'Mandate and method',
  between: (from: string, to: string) => `Arms and goods from ${from} to ${to}`,
  theOtherWay: (from: string, to: string) => `What moved the other way: arms and goods from ${from} to ${to}`,
  otherFlows: 'Other transfers of arms and goods',
  deployment: 'Personnel',
  assistance: 'Technology, finance and other assistance',
  use: 'Use in attacks',
  casualty: 'Casualties',
  interdiction: 'Seizures and interceptions',
  agreement: 'Agreements',
  investigation: 'Investigations',
  movement: 'Routes and movements',
  denials: 'Denials of matters that no other statement reports',
  provisions: 'Provisions engaged',
  outlook: 'Outlook',
  summary: 'Summary',
  noProvision: 'No provision',
} as const;

export const ANNEX_TITLES = {
  voyages: 'Voyages',
  changes: (since: string) => `What changed since ${since}`,
  findings: 'Findings with their range',
  assessments: 'Standing, likelihood and confidence, with reasons',
  grades: 'Grades of statements, with reasons',
  assumptions: 'Conversions and assumptions',
  disputes: 'Disputes',
  questions: 'Questions raised',
  statements: 'Statements with their bounds',
  repetitions: 'Who repeats whom; no repetition counts as an origin',
  strikes: 'Strike cases',
  judgements: 'Judgements of analysts on statements',
  entityJudgements: 'Judgements of analysts on entities',
  screening: 'Screening against sanctions lists',
  sources: 'Sources',
  rejects: 'Inputs that could not be used',
  provisions: 'Provisions engaged, in own words',
  elements: 'Elements of the provisions, and what meets them',
} as const;
