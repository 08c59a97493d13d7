import type { ElementTest, LegalTest, ProvisionTest } from '../model/legal-test.js';
import { citationOf, type Provision } from '../model/provision.js';
import type { TestedFinding } from '../pipeline/provisions.js';
import { parties, short } from './columns.js';
import type { Column } from './table.js';

/** The columns of the listings of law, in the order of docs/formats.md. */

const binding = (binds: Provision['binds']): string => (binds === 'all-states' ? binds : binds.join('; '));

export const PROVISION_COLUMNS: readonly Column<Provision>[] = [
  { name: 'id', of: (p) => p.id, inTable: true },
  { name: 'regime', of: (p) => p.regime, inTable: true },
  { name: 'symbol', of: (p) => p.symbol, inTable: true },
  { name: 'paragraph', of: (p) => p.paragraph, inTable: true },
  { name: 'measure', of: (p) => p.measure, inTable: true },
  { name: 'effect', of: (p) => p.effect, inTable: true },
  { name: 'binds', of: (p) => binding(p.binds), inTable: true },
  {
    name: 'in_force',
    of: (p) => p.in_force.map(({ from, to }) => `${from}/${to ?? '..'}`).join('; '),
    inTable: true,
  },
  {
    name: 'disputed_by',
    of: (p) => [...new Set(p.in_force.flatMap(({ disputed }) => disputed?.by ?? []))].join('; '),
    inTable: true,
  },
  {
    name: 'amended_by',
    of: (p) =>
      p.amended_by.map(({ symbol, paragraph, from }) => `${symbol} ${paragraph ?? '?'} ${from}`).join('; '),
  },
  { name: 'words', of: (p) => p.words },
  { name: 'act', of: (p) => p.elements.act.words },
  { name: 'actor', of: (p) => p.elements.actor.words },
  { name: 'item', of: (p) => p.elements.item.words },
  { name: 'direction', of: (p) => p.elements.direction.words },
  { name: 'exemption', of: (p) => p.elements.exemption },
  { name: 'source', of: (p) => p.source },
];

/** A provision that a finding engages, or the finding alone where there is none. */
export interface EngagedRow extends TestedFinding {
  readonly provision: ProvisionTest | null;
}

export const engagedRows = ({ finding, test }: TestedFinding): readonly EngagedRow[] =>
  test.provisions.length === 0
    ? [{ finding, test, provision: null }]
    : test.provisions.map((provision) => ({ finding, test, provision }));

const elementsIn = (provision: ProvisionTest | null, state: ElementTest['state']): string =>
  (provision?.elements ?? [])
    .filter((element) => element.state === state)
    .map(({ element }) => element)
    .join('; ');

const noneOf = ({ none }: LegalTest, field: 'reason' | 'words'): string =>
  none.map((each) => each[field]).join('; ');

export const ENGAGED_COLUMNS: readonly Column<EngagedRow>[] = [
  { name: 'id', of: ({ finding }) => finding.id },
  { name: 'finding', of: ({ finding }) => short(finding.id), inTable: true },
  { name: 'kind', of: ({ finding }) => finding.question.kind, inTable: true },
  { name: 'parties', of: ({ finding }) => parties(finding.question), inTable: true },
  { name: 'item', of: ({ finding }) => finding.question.item, inTable: true },
  { name: 'provision', of: ({ provision }) => provision?.id, inTable: true },
  { name: 'citation', of: ({ provision }) => provision && citationOf(provision) },
  { name: 'result', of: ({ provision }) => provision?.result ?? 'no provision', inTable: true },
  { name: 'open', of: ({ provision }) => elementsIn(provision, 'open'), inTable: true },
  { name: 'contradicted', of: ({ provision }) => elementsIn(provision, 'contradicted'), inTable: true },
  {
    name: 'denials',
    of: ({ provision }) => provision?.elements.find(({ element }) => element === 'act')?.against.length,
    inTable: true,
  },
  { name: 'disputed_by', of: ({ provision }) => provision?.disputed?.by.join('; ') },
  { name: 'reason', of: ({ test }) => noneOf(test, 'reason'), inTable: true },
  { name: 'why', of: ({ test }) => noneOf(test, 'words') },
];

/** One element of a provision that a finding engages. */
export interface ElementRow {
  readonly provision: ProvisionTest;
  readonly element: ElementTest;
}

export const elementRows = ({ provisions }: LegalTest): readonly ElementRow[] =>
  provisions.flatMap((provision) => provision.elements.map((element) => ({ provision, element })));

export const ELEMENT_COLUMNS: readonly Column<ElementRow>[] = [
  { name: 'provision', of: ({ provision }) => provision.id },
  { name: 'citation', of: ({ provision }) => citationOf(provision) },
  { name: 'result', of: ({ provision }) => provision.result },
  { name: 'element', of: ({ element }) => element.element },
  { name: 'requires', of: ({ element }) => element.requires },
  { name: 'state', of: ({ element }) => element.state },
  { name: 'origins', of: ({ element }) => element.origins },
  { name: 'claims', of: ({ element }) => element.claims.map(({ claim }) => claim).join('; ') },
  { name: 'against', of: ({ element }) => element.against.map(({ claim }) => claim).join('; ') },
  { name: 'why', of: ({ element }) => element.why },
];
