import type { Claim } from '../model/claim.js';
import type { Cause, ChangedField, FindingChange, FindingState } from '../model/change.js';
import type { KeptFinding } from '../model/finding.js';
import { canonicalJson } from '../core/hash.js';
import type { AssessedFinding } from './assessment.js';
import { compare } from './statement-date.js';

/** A ledger with the claims that stand in it. */
export interface KnownLedger {
  readonly findings: readonly AssessedFinding[];
  /** By id, as judgements have them stand; the rejected ones too. */
  readonly claims: ReadonlyMap<string, Claim>;
}

/** Why a finding changed, by the claim: without the words of its document. */
export type ClaimCause = Pick<Cause, 'cause' | 'claim' | 'findings'>;

/** A change with its causes by claim. */
export type LedgerChange = Omit<FindingChange, 'causes'> & { readonly causes: readonly ClaimCause[] };

type Entry = KeptFinding['claims'][number];

/** The findings that are new, changed or gone from one ledger to the other, sorted by id. */
export function ledgerDiff(from: KnownLedger, to: KnownLedger): LedgerChange[] {
  const [before, after] = [byId(from.findings), byId(to.findings)];
  const [stoodOn, standsOn] = [placesOf(from.findings), placesOf(to.findings)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(compare);
  return ids.flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    const fields = old !== undefined && now !== undefined ? fieldsThatDiffer(old, now, from, to) : [];
    if (old !== undefined && now !== undefined && fields.length === 0) return [];
    const finding = (now ?? old)!;
    return {
      finding: id,
      question: finding.question,
      change: old === undefined ? 'new' : now === undefined ? 'gone' : 'changed',
      fields,
      from: old === undefined ? null : stateOf(old),
      to: now === undefined ? null : stateOf(now),
      causes: causesOf(old, now, { from, to, stoodOn, standsOn }),
    };
  });
}

const byId = (findings: readonly AssessedFinding[]): ReadonlyMap<string, AssessedFinding> =>
  new Map(findings.map((finding) => [finding.id, finding]));

/** The findings on which each claim stands. */
function placesOf(findings: readonly KeptFinding[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { id, claims } of findings) {
    for (const { claim } of claims) {
      const there = places.get(claim);
      if (there) there.push(id);
      else places.set(claim, [id]);
    }
  }
  return places;
}

export function stateOf(finding: AssessedFinding): FindingState {
  const { range, origins, denied_by, dispute, claims, assessed } = finding;
  return {
    range: range && {
      low: range.low,
      high: range.high,
      as_of: range.as_of,
      leading: claims[range.leading]!.claim,
    },
    origins,
    denied_by,
    dispute,
    standing: assessed.assessment.standing,
    claims: claims.length,
  };
}

function fieldsThatDiffer(
  old: AssessedFinding,
  now: AssessedFinding,
  from: KnownLedger,
  to: KnownLedger,
): ChangedField[] {
  const [a, b] = [stateOf(old), stateOf(now)];
  const differ: Readonly<Record<ChangedField, boolean>> = {
    range:
      (a.range === null) !== (b.range === null) ||
      a.range?.low !== b.range?.low ||
      a.range?.high !== b.range?.high,
    as_of: a.range?.as_of !== b.range?.as_of,
    leading: a.range?.leading !== b.range?.leading,
    origins: a.origins !== b.origins,
    denied_by: a.denied_by.join('\n') !== b.denied_by.join('\n'),
    dispute: a.dispute !== b.dispute,
    standing: a.standing !== b.standing,
    claims: membership(old, from) !== membership(now, to),
  };
  return (Object.keys(differ) as ChangedField[]).filter((field) => differ[field]);
}

/** Which claims stand on a finding, as what, and as judged. */
const membership = ({ claims }: KeptFinding, known: KnownLedger): string =>
  canonicalJson(claims.map((entry) => [roleOf(entry), judged(known.claims.get(entry.claim))]));

const roleOf = ({ claim, echo_of, drift }: Entry): unknown[] => [claim, echo_of, drift];
const judged = (claim: Claim | undefined): string | null => claim?.judgement?.id ?? null;

interface Grounds {
  readonly from: KnownLedger;
  readonly to: KnownLedger;
  readonly stoodOn: ReadonlyMap<string, readonly string[]>;
  readonly standsOn: ReadonlyMap<string, readonly string[]>;
}

/** The claims by which a finding changed: those that came to it, in statement order, then those that left it. */
function causesOf(
  old: KeptFinding | undefined,
  now: KeptFinding | undefined,
  grounds: Grounds,
): ClaimCause[] {
  const earlier = new Map(old?.claims.map((entry) => [entry.claim, entry]));
  const later = new Set(now?.claims.map(({ claim }) => claim));
  const here = (old ?? now)!.id;
  return [
    ...(now?.claims ?? []).flatMap((entry) => arrival(entry, earlier.get(entry.claim), here, grounds) ?? []),
    ...(old?.claims ?? []).flatMap((entry) =>
      later.has(entry.claim) ? [] : departure(entry.claim, here, grounds),
    ),
  ];
}

/** Why a claim stands on a finding now, or stands there otherwise; null where nothing changed. */
function arrival(
  entry: Entry,
  before: Entry | undefined,
  here: string,
  { from, to, stoodOn }: Grounds,
): ClaimCause | null {
  const { claim } = entry;
  const wasJudged = judged(from.claims.get(claim)) !== judged(to.claims.get(claim));
  const elsewhere = (stoodOn.get(claim) ?? []).filter((id) => id !== here);
  if (before === undefined) {
    if (!from.claims.has(claim)) return { cause: 'came', claim, findings: [] };
    return { cause: wasJudged ? 'judged' : 'joined', claim, findings: elsewhere };
  }
  if (wasJudged) return { cause: 'judged', claim, findings: [] };
  if (canonicalJson(roleOf(entry)) === canonicalJson(roleOf(before))) return null;
  return { cause: 'repeats', claim, findings: [] };
}

function departure(claim: string, here: string, { from, to, standsOn }: Grounds): ClaimCause {
  const wasJudged = judged(from.claims.get(claim)) !== judged(to.claims.get(claim));
  const elsewhere = (standsOn.get(claim) ?? []).filter((id) => id !== here);
  return { cause: wasJudged ? 'judged' : 'left', claim, findings: elsewhere };
}
