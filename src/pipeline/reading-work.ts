import { readDocument } from '../documents/read-document.js';
import { startOcr } from '../documents/ocr.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { rejectFor, type Reject } from '../model/reject.js';
import type { Source } from '../model/source.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { Archive } from '../sources/archive.js';
import { sourceName } from './source-name.js';
import { versionedExtractor, type VersionedExtractor } from './versioned-extractor.js';

/** What is drawn from a document. */
export interface Drawn {
  readonly claims: readonly Claim[];
  readonly rejects: readonly Reject[];
}

/** The work of a run that needs no store: the same outcome wherever it is done. Whatever an item does to its reader is its outcome. */
export interface ReadingWork {
  readSource(source: Source): Promise<Document | Reject>;
  drawClaims(document: Document): Promise<Drawn>;
  close(): Promise<void>;
}

/** What the work needs: where the originals are, and the names to know. */
export interface ReadingInput {
  readonly archive: string;
  readonly vocabulary: Vocabulary;
}

/** Does the work in this process; the vocabulary is compiled when the first document wants it. */
export function readHere({ archive, vocabulary }: ReadingInput): ReadingWork {
  const originals = new Archive(archive);
  const ocr = startOcr();
  let extractor: VersionedExtractor | null = null;
  return {
    async readSource(source) {
      try {
        return await readDocument(source, await originals.read(source.id), { ocr });
      } catch (error) {
        // Whatever a hostile file does to its reader, it must not stop the others: here any error is expected.
        return rejectFor('documents', source.id, sourceName(source), error);
      }
    },
    drawClaims(document) {
      extractor ??= versionedExtractor(vocabulary);
      return Promise.resolve(extractor.extract(document));
    },
    close: () => ocr.close(),
  };
}
