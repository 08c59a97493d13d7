import { bodyText, type Document } from '../model/document.js';
import { loadLedgerTables, type EvidenceWords } from '../model/ledger-tables.js';
import { evidenceIn } from './evidence.js';
import type { DocumentFrame, DocumentHead } from '../model/ledger-rows.js';
import { sketchOf, type Sketch } from './sketch.js';

export type { DocumentHead } from '../model/ledger-rows.js';

/** What the ledger needs to know of a document; its text stays in the store. */
export interface DocumentFacts extends DocumentFrame, Sketch {}

export function documentHead(document: Document): DocumentHead {
  const { id, source, title, publisher, published } = document;
  return { id, source, title, publisher, published: published?.edtf ?? null };
}

/** Takes the facts of documents by a case's own words for evidence. */
export const documentFactsBy =
  (words: EvidenceWords) =>
  (document: Document): DocumentFacts => ({
    ...documentHead(document),
    ...sketchOf(bodyText(document)),
    evidence: evidenceIn(document.text, words),
  });

/** The same by the bundled words. */
export const documentFacts = (document: Document): DocumentFacts =>
  documentFactsBy(loadLedgerTables().evidence)(document);

/** The same without what its text is known by. */
export function frameOf({ shingles: _, bands: __, ...head }: DocumentFacts): DocumentFrame {
  return head;
}

/** Whose narration a document is: its publisher, else the document itself, which is nobody's echo and nobody's ally. */
export function publisherOf(document: Pick<DocumentHead, 'id' | 'title' | 'publisher'>): string {
  if (document.publisher !== null) return document.publisher;
  return `unnamed publisher of ${document.title === null ? document.id.slice(0, 12) : `"${document.title}"`}`;
}
