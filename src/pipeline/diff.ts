import { TallymanError } from '../core/errors.js';
import { documentHead } from '../ledger/document-facts.js';
import { claimantName } from '../ledger/entities.js';
import { ledgerDiff, type ClaimCause } from '../ledger/ledger-diff.js';
import type { Cause, FindingChange, KnownTo } from '../model/change.js';
import type { Claim } from '../model/claim.js';
import type { Judgement } from '../model/judgement.js';
import { CaseHistory } from './case-history.js';
import type { OpenCase } from './open-case.js';

export interface DiffRequest {
  /** `YYYY-MM-DD`, both as known at the end of the day. */
  readonly from: string;
  /** Null for now. */
  readonly to: string | null;
  readonly knownTo: KnownTo;
  /** What decides the standing of a finding; by default the standard of case.yaml. */
  readonly standard?: string | undefined;
}

/**
 * What changed in the ledger of a case from one day to another, by which claims and judgements. Sorted by finding.
 * @throws TallymanError `usage` where the days stand the wrong way round
 */
export async function* diff(open: OpenCase, request: DiffRequest): AsyncIterable<FindingChange> {
  const { knownTo, standard } = request;
  if (request.to !== null && request.to < request.from)
    throw new TallymanError('usage', 'the second day comes before the first', request.to);
  const history = await CaseHistory.of(open);
  const from = history.ledger({ day: request.from, knownTo, standard });
  const to = history.ledger({ day: request.to, knownTo, standard });
  for (const change of ledgerDiff(from, to)) {
    const causes: Cause[] = [];
    for (const cause of change.causes) {
      const claim = (to.claims.get(cause.claim) ?? from.claims.get(cause.claim))!;
      causes.push(await withWords(open, cause, claim, history.lastJudgement(claim.id, request.to)));
    }
    yield { ...change, causes };
  }
}

/** A cause with the sentence of its claim, and who judged it. */
async function withWords(
  { store }: OpenCase,
  { cause, findings }: ClaimCause,
  claim: Claim,
  last: Judgement | null,
): Promise<Cause> {
  const document = await store.document(claim.doc);
  if (document === null)
    throw new TallymanError('not-found', 'the document is missing from the case', claim.doc);
  return {
    cause,
    claim: claim.id,
    claimant: claimantName(claim, documentHead(document)),
    doc: claim.doc,
    publisher: document.publisher,
    published: document.published?.edtf ?? null,
    quote: document.text.slice(...claim.span),
    judgement:
      cause === 'judged' && last !== null
        ? { verdict: last.verdict, by: last.by, at: last.at, why: last.why }
        : null,
    findings,
  };
}
