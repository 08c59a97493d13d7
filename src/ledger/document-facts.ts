import { bodyText, type Document } from '../model/document.js';
import { loadLedgerTables, type EvidenceWords } from '../model/ledger-tables.js';
import { evidenceIn, type NamedEvidence } from './evidence.js';
import { sketchOf, type Sketch } from './sketch.js';

/** How a document is named and dated. */
export interface DocumentHead {
  readonly id: string;
  /** SHA-256 of the archived bytes. */
  readonly source: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF; null where unknown. */
  readonly published: string | null;
}

/** What the ledger needs to know of a document; its text stays in the store. */
export interface DocumentFacts extends DocumentHead, Sketch {
  /** Where its text names evidence that others could look at. */
  readonly evidence: readonly NamedEvidence[];
}

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

/** Whose narration a document is: its publisher, else the document itself, which is nobody's echo and nobody's ally. */
export function publisherOf(document: Pick<DocumentHead, 'id' | 'title' | 'publisher'>): string {
  if (document.publisher !== null) return document.publisher;
  return `unnamed publisher of ${document.title === null ? document.id.slice(0, 12) : `"${document.title}"`}`;
}
