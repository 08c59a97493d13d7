import type { Document } from '../model/document.js';

/**
 * A reader of documents beside the rules: a model behind a service, a program of the user's. It proposes; what it says
 * becomes a claim only where the text bears it (`verify-proposal.ts`), so that none of its words is trusted.
 */
export interface FurtherReader {
  /** Names what reads and how: under another version every document is read again. */
  readonly version: string;
  /**
   * What it finds in a document. Whatever goes wrong is told, never thrown; ends early, with what it has, when the
   * signal fires.
   */
  propose(document: Document, signal: AbortSignal): Promise<Proposals>;
}

export interface Proposals {
  /** Of whatever form: each is checked by `proposalSchema`. */
  readonly proposals: readonly unknown[];
  /** What could not be asked, or gave no usable answer, in words. */
  readonly failures: readonly string[];
  /** Nothing answers any more: asking for further documents is of no use. */
  readonly gone: boolean;
}
