import { TallymanError } from '../core/errors.js';
import { assessedBy, type AssessedFinding } from '../ledger/assessment.js';
import { questionsOf, type RaisedQuestion } from '../ledger/questions.js';
import type { Claim } from '../model/claim.js';
import type { Finding } from '../model/finding.js';
import type { Conversion } from '../model/ledger-tables.js';
import type { LegalTest } from '../model/legal-test.js';
import { yardstickBeside } from './assessing.js';
import { namesOfCase } from './entities.js';
import { summaryOf, type FindingSummary } from './finding-summaries.js';
import type { OpenCase } from './open-case.js';
import { testOfFinding } from './provisions.js';

/** A finding with all that is worked out of it, its claims and pairs aside. */
export interface FindingDetail extends FindingSummary, Pick<Finding, 'doubts' | 'derivations'> {
  readonly by_origin: { readonly origin: string; readonly claims: number[]; readonly echoes: number[] }[];
  readonly raised: readonly RaisedQuestion[];
  readonly conversions: readonly Conversion[];
  readonly provisions: LegalTest;
}

/** The finding of an id, assessed. @throws TallymanError `not-found`; `usage` where there is no such standard */
export async function assessedFinding(
  open: OpenCase,
  id: string,
  standard?: string,
): Promise<AssessedFinding> {
  const finding = await open.store.finding(id);
  if (finding === null) throw new TallymanError('not-found', 'no finding has this id', id);
  return assessedBy(finding, await yardstickBeside(open, finding, standard));
}

/** @param theme under which the report tells it */
export async function findingDetail(
  open: OpenCase,
  finding: AssessedFinding,
  theme: string,
  standard?: string,
): Promise<FindingDetail> {
  const claims: Claim[] = [];
  for (const { claim: id } of finding.claims) {
    const claim = await open.store.claim(id);
    if (claim !== null) claims.push(claim);
  }
  const used = new Set(finding.assessed.converted.map(({ assumption }) => assumption));
  return {
    ...summaryOf(finding, theme, await namesOfCase(open)),
    by_origin: byOrigin(finding),
    doubts: finding.doubts,
    derivations: finding.assessed.derivations,
    raised: questionsOf(finding),
    conversions: open.tables().conversions.filter(({ name }) => used.has(name)),
    provisions: testOfFinding(open, finding, claims, standard),
  };
}

/** Whose word each claim is; an echo is of the origin of what it repeats, or told elsewhere. */
function byOrigin({ claims }: AssessedFinding): FindingDetail['by_origin'] {
  const origins = new Map<string, { claims: number[]; echoes: number[] }>();
  const at = (origin: string) => {
    const there = origins.get(origin) ?? { claims: [], echoes: [] };
    origins.set(origin, there);
    return there;
  };
  const places = new Map(claims.map(({ doc, index, origin }) => [`${doc}:${index}`, origin]));
  for (const [n, { origin, echo_of, claimant }] of claims.entries()) {
    if (origin !== null) at(origin).claims.push(n);
    else {
      const root = echo_of === null ? null : (places.get(`${echo_of.doc}:${echo_of.index}`) ?? null);
      at(root ?? claimant ?? '').echoes.push(n);
    }
  }
  return [...origins].map(([origin, found]) => ({ origin, ...found }));
}
