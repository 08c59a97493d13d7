import { assessedBy, yardstickFor, type AssessedFinding } from '../ledger/assessment.js';
import { reconcile } from '../ledger/reconcile.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { DEFAULT_STANDARD, loadLedgerTables } from '../model/ledger-tables.js';
import { loadVocabulary } from '../model/vocabulary.js';
import { annotatedClaims, annotatedDocument, documentNames } from './annotated-folder.js';

/**
 * The findings on the claims of an annotated folder: no extraction, no case. Sorted by id.
 * @throws TallymanError `usage` where there is no such standard; `unreadable`; `bad-data` naming the line of a claim that does not fit
 */
export async function reconcileFolder(
  folder: string,
  standard = DEFAULT_STANDARD,
): Promise<readonly AssessedFinding[]> {
  const documents: Document[] = [];
  const claims: Claim[] = [];
  for (const name of await documentNames(folder)) {
    const document = await annotatedDocument(folder, name);
    documents.push(document);
    claims.push(...(await annotatedClaims(folder, document)));
  }
  const findings = reconcile(documents, claims, loadVocabulary());
  const by = yardstickFor(findings, loadLedgerTables(), standard);
  return findings.map((finding) => assessedBy(finding, by));
}
