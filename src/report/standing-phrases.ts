import type { KeptFinding, Level } from '../model/finding.js';
import type { ElementTest, ProvisionTest } from '../model/legal-test.js';

/** The printed words for how things stand: a finding to the law, to the standard and to an earlier edition; a retelling to what it retells; a strike to its proof. */

/** How a finding stands to a provision. */
export const RESULT_NAMES: Readonly<Record<ProvisionTest['result'], string>> = {
  'apparent breach': 'Apparent breach',
  'open elements': 'Open elements',
};

/** The elements of a provision. */
export const ELEMENT_NAMES: Readonly<Record<ElementTest['element'], string>> = {
  act: 'the act',
  actor: 'who is bound',
  direction: 'the direction',
  item: 'the goods or services',
  date: 'the date',
  place: 'the place',
  quantity: 'the amount',
  further: 'a further condition',
  exemption: 'an exception',
};

export const STATE_NAMES: Readonly<Record<ElementTest['state'], string>> = {
  satisfied: 'met',
  open: 'open',
  contradicted: 'contradicted',
  unclaimed: 'not claimed',
};

/** What a retelling changed, after "with a change: ". */
export const DRIFT_NAMES: Readonly<Record<KeptFinding['claims'][number]['drift'][number], string>> = {
  'bound-dropped': 'the bound is dropped',
  'bound-inverted': 'a lower bound has become an upper one, or the reverse',
  'capacity-as-transfer': 'what a load could hold is told as sent',
  'or-as-and': 'alternatives are told as both',
  'modality-raised': 'the degree of certainty is raised',
  'party-changed': 'a party is changed',
  'vague-as-number': 'a vague word is told as a number',
  'number-as-vague': 'a number is told as a vague word',
  'unit-changed': 'the unit is changed',
  'window-changed': 'the period is changed',
  'attribution-dropped': 'the attribution is dropped',
};

/** How far a strike is established. */
export const STRIKE_STATUS_NAMES = {
  recorded: 'recorded',
  'under-investigation': 'under investigation',
  'officially-confirmed': 'officially confirmed',
  disputed: 'disputed',
} as const;

/** Why a finding changed, before the one whose statement it is. */
export const CAUSE_NAMES = {
  came: 'new statement by',
  judged: 'judged:',
  joined: 'bears on it as well now:',
  left: 'bears on another question now:',
  repeats: 'now known as a repetition, or as none:',
} as const;

/** What changed in a finding. */
export const CHANGE_NAMES = {
  range: 'range',
  as_of: 'date of the range',
  leading: 'leading statement',
  origins: 'independent origins',
  denied_by: 'denials',
  dispute: 'dispute',
  standing: 'standing',
  claims: 'statements',
} as const;

/** Sections of what falls short of the report's standard. */
export const BELOW_STANDARD: Readonly<Record<Exclude<Level, 'finding'>, (title: string) => string>> = {
  reported: (title) => `Reported: ${title}`,
  alleged: (title) => `Alleged: ${title}`,
};

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  finding: 'finding',
  reported: 'reported',
  alleged: 'alleged',
};

/** What the standard makes of a finding; reasons with numbers stand in the annex. */
export const ASSESSMENT = {
  vague: ', an end of which is that of a vague word',
  together: {
    finding: 'The statements that qualify together',
    reported: 'The statements, which fall short of the standard of this report, together',
    alleged: 'What is alleged, were it so, would together',
  },
  several: 'independent origins state it',
  single: 'a single origin states it',
  finding: (basis: string) => `By the standard of this report this is a finding, as ${basis}.`,
  reported: (basis: string) => `By the standard of this report this is reported and no finding, as ${basis}.`,
  alleged: 'By the standard of this report this is alleged, as nobody states as fact that it happened.',
  tooLittle: 'By the standard of this report this is alleged, as too little is known of those who state it.',
  likelihood: (word: string) =>
    word.endsWith('chance')
      ? `There is ${word.startsWith('almost no') ? word : `a ${word}`} that this is so, whatever its extent.`
      : `That this is so, whatever its extent, is ${word}.`,
  confidence: (word: string) => `Confidence in this judgement is ${word}.`,
  converted: (name: string, from: string, units: string, to: string, others: string, verdict: string) =>
    `By the assumption ${name}, ${from} ${units} would be ${to} ${others}, ${verdict}.`,
  consistent: 'which can be so together with what is stated in that unit',
  growth: 'less or more than is stated in that unit as of another day, which growth may account for',
  inconsistent: 'which cannot be so together with what is stated in that unit',
  questioned: 'Questions are raised about these statements and set out in an annex.',
} as const;
