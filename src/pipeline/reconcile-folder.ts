import { reconcile } from '../ledger/reconcile.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { KeptFinding } from '../model/finding.js';
import { loadVocabulary } from '../model/vocabulary.js';
import { annotatedClaims, annotatedDocument, documentNames } from './annotated-folder.js';

/**
 * The findings on the claims of an annotated folder: no extraction, no case. Sorted by id.
 * @throws TallymanError `unreadable`; `bad-data` naming the line of a claim that does not fit
 */
export async function reconcileFolder(folder: string): Promise<readonly KeptFinding[]> {
  const documents: Document[] = [];
  const claims: Claim[] = [];
  for (const name of await documentNames(folder)) {
    const document = await annotatedDocument(folder, name);
    documents.push(document);
    claims.push(...(await annotatedClaims(folder, document)));
  }
  return reconcile(documents, claims, loadVocabulary());
}
