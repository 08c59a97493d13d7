import type { Question } from '../model/finding.js';
import { dateWords } from './dates.js';
import { sourceWords } from './figure.js';
import { ITEM_NOUNS, OUTCOME_NAMES, UNIT_NOUNS, UNNAMED_GOODS } from './phrases.js';
import { capitalised, partyName } from './people.js';
import type { Names } from '../ledger/names.js';

/** What a finding is about, beside what the title of its section says: "Artillery shells, Kharkiv, 2 January 2024". */
export function headingOf(question: Question, withParties: boolean, names: Names): string {
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
    withParties ? partiesOf(question, names) : null,
    per === null ? null : `a ${sourceWords(per, 20)}`,
    outcome === null ? null : OUTCOME_NAMES[outcome],
    vessel === null ? null : sourceWords(vessel),
    place === null ? null : sourceWords(place),
    date === null ? null : dateWords(date),
  ];
  return capitalised(parts.filter((part) => part !== null).join(', '));
}

/** The parties of what is not told under their own title. */
function partiesOf({ kind, supplier, recipient, actor, target }: Question, names: Names): string | null {
  const name = (party: string | null): string | null => (party === null ? null : partyName(party, names));
  const [from, to] = [name(supplier ?? actor), name(recipient ?? target)];
  if (from !== null && to !== null) {
    return kind === 'agreement'
      ? `${from} and ${to}`
      : kind === 'use'
        ? `${from} against ${to}`
        : `${from} to ${to}`;
  }
  if (from !== null) return kind === 'transfer' || kind === 'movement' ? `from ${from}` : from;
  return to === null || kind === 'casualty' ? to : `to ${to}`;
}
