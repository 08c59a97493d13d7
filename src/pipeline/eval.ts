import { createExtractor } from '../claims/extract.js';
import { sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import { loadVocabulary } from '../model/vocabulary.js';
import { annotatedDocument, documentNames } from './annotated-folder.js';

/**
 * The claims that the extractor draws from the documents of an annotated folder, in the folder's own form. The
 * annotations themselves are not looked at.
 * @throws TallymanError `unreadable`
 */
export async function* evaluateFolder(folder: string): AsyncIterable<Claim> {
  const extractor = createExtractor(loadVocabulary());
  for (const name of await documentNames(folder))
    yield* extractor.extract(await annotatedDocument(folder, name)).claims;
}

/**
 * Whether a document belongs to the third that is held out: its faults are never looked at, so that it shows what the
 * rules are worth on texts for which they were not made. By its name alone, so that a document stays where it is.
 */
export const isHeldOut = (name: string): boolean => Number.parseInt(sha256(name).slice(0, 8), 16) % 3 === 0;
