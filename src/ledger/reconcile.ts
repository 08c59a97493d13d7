import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { KeptFinding } from '../model/finding.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { buildLedger } from './build-ledger.js';
import { documentFacts } from './document-facts.js';

/** The findings of documents whose claims are at hand, without a case. Sorted by id. */
export function reconcile(
  documents: readonly Document[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): readonly KeptFinding[] {
  return buildLedger({ documents: documents.map(documentFacts), claims, vocabulary }).findings;
}
