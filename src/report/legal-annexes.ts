import { groupBy } from '../core/group-by.js';
import type { ElementTest, ProvisionTest } from '../model/legal-test.js';
import { citationOf, type Law } from '../model/provision.js';
import type { Citation, Report } from '../model/report.js';
import { cite } from './citation.js';
import { dateWords } from './dates.js';
import type { Evidence } from './evidence.js';
import type { Engaged } from './legal-section.js';
import { listed, partyName } from './people.js';
import { ANNEX_TITLES } from './phrases.js';
import { ELEMENT_NAMES, RESULT_NAMES, STATE_NAMES } from './standing-phrases.js';

type Annex = Report['annexes'][number];

/** The law as far as the report speaks of it: each provision in own words, with its dates and its source. */
export function provisionsAnnex(tested: readonly Engaged[], { provisions }: Law, { names }: Evidence): Annex {
  const engaged = new Map<string, number[]>();
  for (const { test, told } of tested)
    for (const { id } of test.provisions) engaged.set(id, [...(engaged.get(id) ?? []), told]);
  const shown = provisions.filter(({ id }) => engaged.has(id));
  const party = (id: string): string => partyName(id, names);
  return {
    title: ANNEX_TITLES.provisions,
    columns: [
      'Provision',
      'Binds',
      'In own words',
      'In force',
      'Amended by',
      'Disputed by',
      'Paragraph',
      'Source',
    ],
    rows: shown.map((provision) => [
      citationOf(provision),
      provision.binds === 'all-states' ? 'all States' : listed(provision.binds.map(party)),
      provision.words,
      provision.in_force
        .map(({ from, to, why }) =>
          [
            to === null ? `since ${dateWords(from)}` : `${dateWords(from)} to ${dateWords(to)}`,
            why === null ? '' : ` (${why})`,
          ].join(''),
        )
        .join('; '),
      provision.amended_by
        .map(
          ({ symbol, paragraph, from, words }) =>
            `${paragraph === null ? symbol : citationOf({ symbol, paragraph })} (${dateWords(from)}): ${words}`,
        )
        .join('; '),
      listed([...new Set(provision.in_force.flatMap(({ disputed }) => disputed?.by ?? []))].map(party)),
      [...new Set(engaged.get(provision.id))].join(', '),
      provision.source,
    ]),
    citations: shown.map(() => []),
  };
}

/** The elements of every provision that a finding engages, with one statement of each that meets them. */
export function elementsAnnex(tested: readonly Engaged[], evidence: Evidence): Annex {
  const rows = tested.flatMap(({ test, told }) =>
    test.provisions.flatMap((provision) =>
      [...groupBy(provision.elements, standing).values()].map((alike) => ({ told, provision, alike })),
    ),
  );
  return {
    title: ANNEX_TITLES.elements,
    columns: [
      'Paragraph',
      'Provision',
      'Result',
      'Element',
      'What must be shown',
      'Stands',
      'Independent origins',
      'Why',
    ],
    rows: rows.map(({ told, provision, alike }) => [
      String(told),
      provisionWords(provision, evidence),
      RESULT_NAMES[provision.result],
      listed(alike.map(({ element }) => ELEMENT_NAMES[element])),
      alike.map(({ requires }) => requires).join('; '),
      STATE_NAMES[alike[0].state],
      String(alike[0].origins),
      alike[0].why ?? '',
    ]),
    citations: rows.map(({ alike: [element] }) => citationsFor(element, evidence)),
  };
}

/** Elements that are met by the same statements, or are open for the same reason, share a row. */
const standing = ({ state, claims, why }: ElementTest): string =>
  JSON.stringify([state, why, claims.map(({ claim }) => claim)]);

const provisionWords = (provision: ProvisionTest, { names }: Evidence): string =>
  `${citationOf(provision)}, binding ${
    provision.binds === 'all-states'
      ? 'all States'
      : listed(provision.binds.map((id) => partyName(id, names)))
  }`;

/** More would fill the row and show nothing more: the JSON form of the test has every claim. */
const MOST = 6;

function citationsFor({ claims: refs }: ElementTest, { claims, documents }: Evidence): Citation[] {
  return refs.slice(0, MOST).flatMap(({ claim: id }) => {
    const claim = claims.get(id);
    const document = claim && documents.get(claim.doc);
    return claim && document ? [cite(claim, document)] : [];
  });
}
