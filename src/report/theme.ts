import type { Claim } from '../model/claim.js';
import { LEVELS, type KeptFinding, type Question } from '../model/finding.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import type { Names } from '../ledger/names.js';
import { compare } from '../ledger/statement-date.js';
import { partyName } from './people.js';
import { SECTION_TITLES } from './phrases.js';
import { BELOW_STANDARD } from './standing-phrases.js';

/** A section to be: its title and the findings under it, in the order in which they are told. */
export interface Theme<F extends KeptFinding> {
  readonly title: string;
  readonly findings: readonly F[];
}

/** Themes that hold all findings of a kind, in the order of the report; transfers stand before them by direction. */
const BY_KIND = [
  'deployment',
  'assistance',
  'use',
  'casualty',
  'interdiction',
  'agreement',
  'investigation',
  'movement',
] as const;

/**
 * Every finding under one theme: flows by direction, each beside what moved the other way, then the other kinds.
 * @param parties the case's own; flows between others stand together
 */
export function themesOf<F extends KeptFinding>(
  findings: readonly F[],
  claims: ReadonlyMap<string, Pick<Claim, 'polarity'>>,
  parties: ReadonlySet<string>,
  names: Names,
): Theme<F>[] {
  const denials = findings.filter(isDenialOnly(claims));
  const others = findings.filter((finding) => !denials.includes(finding));
  const flows = others.filter(({ question }) => question.kind === 'transfer' || question.kind === 'capacity');
  const between = flows.filter(({ question }) => isBetween(question, parties));
  return [
    ...flowThemes(between, names),
    { title: SECTION_TITLES.otherFlows, findings: flows.filter((finding) => !between.includes(finding)) },
    ...BY_KIND.map((kind) => ({
      title: SECTION_TITLES[kind],
      findings: others.filter(({ question }) => question.kind === kind),
    })),
    { title: SECTION_TITLES.denials, findings: denials },
  ]
    .filter(({ findings: members }) => members.length > 0)
    .map(({ title, findings: members }) => ({ title, findings: [...members].sort(byWeight) }));
}

/** What meets the standard first, under the title of its theme; what falls short of it under titles that say so. */
export function levelled(themes: readonly Theme<AssessedFinding>[]): Theme<AssessedFinding>[] {
  return LEVELS.flatMap((level) =>
    themes.map(({ title, findings }) => ({
      title: level === 'finding' || title === SECTION_TITLES.denials ? title : BELOW_STANDARD[level](title),
      findings: findings.filter(({ assessed }) => assessed.assessment.standing === level),
    })),
  ).filter(({ findings }) => findings.length > 0);
}

const isDenialOnly =
  (claims: ReadonlyMap<string, Pick<Claim, 'polarity'>>) =>
  (finding: KeptFinding): boolean =>
    finding.claims.every(({ claim }) => claims.get(claim)?.polarity !== 'affirmed');

/** Between parties of the case; where the case names none, between any two that are stated. */
export function isBetween({ supplier, recipient }: Question, parties: ReadonlySet<string>): boolean {
  if (parties.size === 0) return supplier !== null && recipient !== null;
  return [supplier, recipient].every((party) => party !== null && parties.has(party));
}

interface Flow<F extends KeptFinding> {
  readonly supplier: string | null;
  readonly recipient: string | null;
  readonly findings: F[];
  claims: number;
}

function flowThemes<F extends KeptFinding>(findings: readonly F[], names: Names): Theme<F>[] {
  const flows = new Map<string, Flow<F>>();
  const keyOf = (supplier: string | null, recipient: string | null): string =>
    JSON.stringify([supplier, recipient]);
  for (const finding of findings) {
    const { supplier, recipient } = finding.question;
    const key = keyOf(supplier, recipient);
    const flow = flows.get(key) ?? { supplier, recipient, findings: [], claims: 0 };
    flow.findings.push(finding);
    flow.claims += finding.claims.length;
    flows.set(key, flow);
  }
  const themes: Theme<F>[] = [];
  const told = new Set<Flow<F>>();
  const byClaims = [...flows].sort(([a, x], [b, y]) => y.claims - x.claims || compare(a, b));
  for (const [, flow] of byClaims) {
    if (told.has(flow)) continue;
    told.add(flow);
    themes.push({ title: flowTitle(flow, false, names), findings: flow.findings });
    const back = flows.get(keyOf(flow.recipient, flow.supplier));
    if (back === undefined || told.has(back)) continue;
    told.add(back);
    themes.push({ title: flowTitle(back, true, names), findings: back.findings });
  }
  return themes;
}

function flowTitle(
  { supplier, recipient }: Pick<Flow<KeptFinding>, 'supplier' | 'recipient'>,
  back: boolean,
  names: Names,
): string {
  const [from, to] = [supplier, recipient].map((party) => partyName(party ?? '', names)) as [string, string];
  return back ? SECTION_TITLES.theOtherWay(from, to) : SECTION_TITLES.between(from, to);
}

/** What more statements bear on is told first; then what was said first. */
function byWeight(a: KeptFinding, b: KeptFinding): number {
  const quantified = ({ question }: KeptFinding): number => Number(question.unit !== null);
  return (
    quantified(b) - quantified(a) ||
    b.origins - a.origins ||
    b.claims.length - a.claims.length ||
    compare(a.id, b.id)
  );
}
