import type { StrikeCase } from '../model/strike-case.js';
import type { Citation, Report } from '../model/report.js';
import { cite } from './citation.js';
import { dateWords } from './dates.js';
import type { Evidence } from './evidence.js';
import { number, sourceWords } from './figure.js';
import { listed, partyName } from './people.js';
import { ANNEX_TITLES, ITEM_NOUNS, OUTCOME_NAMES, UNIT_NOUNS } from './phrases.js';
import { STRIKE_STATUS_NAMES } from './standing-phrases.js';

/** The strikes of which statements say a day: who used what, what it did, and how far each is established. */
export function strikesAnnex(strikes: readonly StrikeCase[], evidence: Evidence): Report['annexes'][number] {
  const { names } = evidence;
  const party = (name: string): string => partyName(name, names);
  return {
    title: ANNEX_TITLES.strikes,
    columns: [
      'Date',
      'Place',
      'Weapon',
      'Used by',
      'Counted',
      'Casualties',
      'Status, step by step',
      'Origin of the weapon',
    ],
    rows: strikes.map((strike) => [
      dateWords(strike.date),
      strike.place === null
        ? strike.target === null
          ? 'not stated'
          : party(strike.target)
        : sourceWords(strike.place),
      listed(strike.weapons.map((weapon) => weaponWords(weapon, party))),
      strike.used_by.length === 0 ? 'not stated' : listed(strike.used_by.map(({ actor }) => party(actor))),
      strike.counts.map(countWords).join('; '),
      strike.casualties.map(casualtyWords).join('; '),
      stepWords(strike, party),
      linkWords(strike, party),
    ]),
    citations: strikes.map((strike): Citation[] =>
      strike.steps.flatMap(({ claim: id }) => {
        const claim = evidence.claims.get(id);
        const document = claim && evidence.documents.get(claim.doc);
        return claim && document ? [cite(claim, document)] : [];
      }),
    ),
  };
}

type Party = (name: string) => string;

function weaponWords({ item, model, make }: StrikeCase['weapons'][number], party: Party): string {
  const goods = item === null ? 'goods not named' : ITEM_NOUNS[item].many;
  const named = model === null ? goods : `${goods} (${sourceWords(model)})`;
  return make.length === 0 ? named : `${named}, said to be made by ${listed(make.map(party))}`;
}

function bounds(low: number | null, high: number | null): string {
  const text = (value: number): string => number(value, false);
  if (low === null) return high === null ? 'no figure' : `up to ${text(high)}`;
  if (high === null) return `at least ${text(low)}`;
  return low === high ? text(low) : `${text(low)} to ${text(high)}`;
}

const countWords = ({ unit, low, high }: StrikeCase['counts'][number]): string =>
  unit === null ? bounds(low, high) : `${bounds(low, high)} ${UNIT_NOUNS[unit].many}`;

const casualtyWords = ({ outcome, low, high }: StrikeCase['casualties'][number]): string =>
  `${outcome === null ? 'losses' : OUTCOME_NAMES[outcome]}: ${bounds(low, high)}`;

/** "recorded by the White House (4 January 2024), disputed by Russia (5 January 2024); now disputed" */
function stepWords({ steps, status }: StrikeCase, party: Party): string {
  const told = steps.map(
    ({ status: step, authority, date }) =>
      `${STRIKE_STATUS_NAMES[step]} by ${sourceWords(party(authority))}${date === null ? '' : ` (${dateWords(date)})`}`,
  );
  return `${told.join(', ')}; now ${STRIKE_STATUS_NAMES[status]}`;
}

/** What nobody states is told as an inference, with what it rests on. */
function linkWords({ links }: StrikeCase, party: Party): string {
  if (links.length === 0) return 'no statement, and no transfer that fits';
  return links
    .map(({ basis, supplier, grounds }) => {
      const from = supplier === null ? 'a supplier not named' : party(supplier);
      return basis === 'stated'
        ? `stated: from ${from}`
        : `inference, stated by nobody: from ${from} (${grounds.map((ground) => sourceWords(ground, 200)).join('; ')})`;
    })
    .join('; ');
}
