import { TallymanError } from '../core/errors.js';
import { documentHead, type DocumentHead } from '../ledger/document-facts.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { OpenCase } from './open-case.js';
import { SecondOpinions, type ListedClaim } from './second-opinion.js';
import { wordsOf } from './show.js';

/** A claim with its words, as lists show it. */
export interface ClaimEvidence {
  readonly claim: ListedClaim;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** 1-based; null for an unpaged source. */
  readonly page: number | null;
  readonly document: DocumentHead;
}

/** Claims with their words, in the order given. Each document is loaded once. */
export async function evidenceFor(open: OpenCase, claims: readonly Claim[]): Promise<ClaimEvidence[]> {
  const documents = await documentsOf(open, claims);
  const opinions = new Map<string, SecondOpinions>();
  const twice = await readTwice(open);
  const shown: ClaimEvidence[] = [];
  for (const claim of claims) {
    const document = documents.get(claim.doc);
    if (document === undefined)
      throw new TallymanError('not-found', 'the document is missing from the case', claim.doc);
    const opinion = opinions.get(claim.doc) ?? (twice ? await SecondOpinions.of(open, claim.doc) : null);
    if (opinion !== null) opinions.set(claim.doc, opinion);
    shown.push({
      claim: { ...claim, second_reader: opinion?.on(claim) ?? null },
      ...wordsOf(claim, document),
      document: documentHead(document),
    });
  }
  return shown;
}

/** Claims of these ids with their words, in their order. @throws TallymanError `not-found` */
export async function evidenceById(open: OpenCase, ids: readonly string[]): Promise<ClaimEvidence[]> {
  const claims: Claim[] = [];
  for (const id of ids) {
    const claim = await open.store.claim(id);
    if (claim === null) throw new TallymanError('not-found', 'a claim of the ledger is missing', id);
    claims.push(claim);
  }
  return evidenceFor(open, claims);
}

/** Whether a second reader has read any document. */
async function readTwice({ store }: OpenCase): Promise<boolean> {
  for await (const _ of store.secondReadings()) return true;
  return false;
}

async function documentsOf({ store }: OpenCase, claims: readonly Claim[]): Promise<Map<string, Document>> {
  const documents = new Map<string, Document>();
  for await (const document of store.documents({ ids: [...new Set(claims.map(({ doc }) => doc))] }))
    documents.set(document.id, document);
  // An older report may cite a document that is listed no more.
  for (const { doc } of claims) {
    if (documents.has(doc)) continue;
    const document = await store.document(doc);
    if (document !== null) documents.set(doc, document);
  }
  return documents;
}
