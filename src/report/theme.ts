import type { Claim } from '../model/claim.js';
import type { KeptFinding, Question } from '../model/finding.js';
import type { Names } from '../ledger/names.js';
import { compare } from '../ledger/statement-date.js';
import { partyName } from './people.js';
import { SECTION_TITLES } from './phrases.js';

/** A section to be: its title and the findings under it, in the order in which they are told. */
export interface Theme {
  readonly title: string;
  readonly findings: readonly KeptFinding[];
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
export function themesOf(
  findings: readonly KeptFinding[],
  claims: ReadonlyMap<string, Claim>,
  parties: ReadonlySet<string>,
  names: Names,
): Theme[] {
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

const isDenialOnly =
  (claims: ReadonlyMap<string, Claim>) =>
  (finding: KeptFinding): boolean =>
    finding.claims.every(({ claim }) => claims.get(claim)?.polarity !== 'affirmed');

/** Between parties of the case; where the case names none, between any two that are stated. */
export function isBetween({ supplier, recipient }: Question, parties: ReadonlySet<string>): boolean {
  if (parties.size === 0) return supplier !== null && recipient !== null;
  return [supplier, recipient].every((party) => party !== null && parties.has(party));
}

interface Flow {
  readonly supplier: string | null;
  readonly recipient: string | null;
  readonly findings: KeptFinding[];
  claims: number;
}

function flowThemes(findings: readonly KeptFinding[], names: Names): Theme[] {
  const flows = new Map<string, Flow>();
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
  const themes: Theme[] = [];
  const told = new Set<Flow>();
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

function flowTitle({ supplier, recipient }: Flow, back: boolean, names: Names): string {
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
