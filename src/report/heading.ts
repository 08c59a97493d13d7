import type { Question } from '../model/finding.js';
import { dateWords } from './dates.js';
import { sourceWords } from './figure.js';
import { ITEM_NOUNS, OUTCOME_NAMES, UNIT_NOUNS, UNNAMED_GOODS } from './phrases.js';
import { capitalised } from './people.js';

/** What a finding is about, beside what the title of its section says: "Artillery shells, Kharkiv, 2 January 2024". */
export function headingOf(question: Question): string {
  const { kind, item, unit, per, outcome, vessel } = question;
  const { place = null, date = null } = question.event ?? {};
  const goods =
    item === null
      ? unit === null || unit === 'usd'
        ? UNNAMED_GOODS[kind]
        : UNIT_NOUNS[unit].many
      : ITEM_NOUNS[item].many;
  const counted =
    unit !== null && item !== null && ITEM_NOUNS[item].unit !== unit ? `, in ${UNIT_NOUNS[unit].many}` : '';
  const parts = [
    `${kind === 'capacity' ? 'capacity for ' : ''}${goods}${unit === 'usd' && item === null ? ', in US dollars' : counted}`,
    per === null ? null : `a ${sourceWords(per, 20)}`,
    outcome === null ? null : OUTCOME_NAMES[outcome],
    vessel === null ? null : sourceWords(vessel),
    place === null ? null : sourceWords(place),
    date === null ? null : dateWords(date),
  ];
  return capitalised(parts.filter((part) => part !== null).join(', '));
}
