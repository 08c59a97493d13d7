import { documentHead, type DocumentHead } from '../ledger/document-facts.js';
import { strikeCases, type StrikeLedger } from '../ledger/strike-cases.js';
import type { Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';
import type { StrikeCase } from '../model/strike-case.js';
import { CaseHistory, type KnownOn } from './case-history.js';
import { namesOfCase } from './entities.js';
import type { OpenCase } from './open-case.js';

/** The strike cases of the ledger as it stands, or as it was known on a day. Sorted by date, then id. */
export async function strikes(open: OpenCase, known: KnownOn): Promise<readonly StrikeCase[]> {
  const ledger = known.day === null ? await ledgerOf(open) : (await CaseHistory.of(open)).ledger(known);
  return strikeCases(ledger, await namesOfCase(open));
}

/** As much of the stored ledger as strikes are made of. */
async function ledgerOf({ store }: OpenCase): Promise<StrikeLedger> {
  const findings: KeptFinding[] = [];
  for await (const finding of store.findings()) findings.push(finding);
  const claims = new Map<string, Claim>();
  for await (const claim of store.claims()) claims.set(claim.id, claim);
  const documents = new Map<string, DocumentHead>();
  for await (const document of store.documents()) documents.set(document.id, documentHead(document));
  return { findings, claims, documents };
}
