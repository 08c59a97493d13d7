import type { AssessedFinding } from '../ledger/assessment.js';
import type { DocumentFacts } from '../ledger/document-facts.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';
import type { ClaimFilter, FindingFilter } from '../model/store.js';
import { dayRange, periodRange, type DayRange } from '../store/day-range.js';
import type { LedgerAsOf } from './case-history.js';

/** What the store's filters mean, for records that are not in it: a ledger as it was known earlier. */

/** Claims in statement order, as the store lists them. */
export function claimsAsOf({ claims, documents }: LedgerAsOf, filter: ClaimFilter): readonly Claim[] {
  const wanted = (claim: Claim): boolean =>
    (filter.document === undefined || claim.doc === filter.document) &&
    byVerdict(claim, filter.verdict) &&
    bySubject({ ...claim, item: claim.item?.class ?? null }, filter) &&
    byClaimant(claimantOf(claim).who, filter.claimant) &&
    inPeriod(claim, documents.get(claim.doc), periodOf(filter));
  const day = (claim: Claim): string => statedIn(claim, documents.get(claim.doc))?.to ?? 'infinity';
  const order = (claim: Claim): readonly [string, string, number] => [day(claim), claim.doc, claim.index];
  return [...claims.values()].filter(wanted).sort((a, b) => {
    const [[dayA, docA, indexA], [dayB, docB, indexB]] = [order(a), order(b)];
    return byText(dayA, dayB) || byText(docA, docB) || indexA - indexB;
  });
}

/** Findings by id, as the store lists them. */
export function findingsAsOf(
  { findings, claims, documents }: LedgerAsOf,
  filter: FindingFilter,
): readonly AssessedFinding[] {
  const period = periodOf(filter);
  return findings.filter(
    (finding) =>
      bySubject(finding.question, filter) &&
      (filter.claimant === undefined ||
        finding.claims.some(({ claimant }) => byClaimant(claimant, filter.claimant))) &&
      (period === null ||
        finding.claims.some(({ claim: id }) => {
          const claim = claims.get(id);
          return claim !== undefined && inPeriod(claim, documents.get(claim.doc), period);
        })),
  );
}

type Subject = Pick<KeptFinding['question'], 'kind' | 'supplier' | 'recipient' | 'actor' | 'target'> & {
  readonly item: string | null;
};

function bySubject(subject: Subject, { kind, item, party }: FindingFilter): boolean {
  const { supplier, recipient, actor, target } = subject;
  return (
    (kind === undefined || subject.kind === kind) &&
    (item === undefined || subject.item === item) &&
    (party === undefined || [supplier, recipient, actor, target].includes(party))
  );
}

const byVerdict = ({ judgement }: Claim, verdict: ClaimFilter['verdict']): boolean =>
  verdict === undefined ? judgement?.verdict !== 'rejected' : (judgement?.verdict ?? 'none') === verdict;

const byClaimant = (name: string | null, part: string | undefined): boolean =>
  part === undefined || name?.toLowerCase().includes(part.toLowerCase()) === true;

const periodOf = ({ period }: FindingFilter): DayRange | null =>
  period === undefined ? null : periodRange(period);

/** A statement without a date of its own was made by the day of its publication. */
const statedIn = (claim: Claim, document: DocumentFacts | undefined): DayRange | null =>
  dayRange(claimantOf(claim).stated ?? document?.published);

function inPeriod(claim: Claim, document: DocumentFacts | undefined, period: DayRange | null): boolean {
  if (period === null) return true;
  const overlaps = (range: DayRange | null): boolean =>
    range !== null && byText(range.from, period.to) <= 0 && byText(period.from, range.to) <= 0;
  return overlaps(statedIn(claim, document)) || overlaps(dayRange(claim.when.edtf));
}

/** Days as text; `-infinity` sorts before all of them and `infinity` after. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
