import { createExtractor } from '../claims/extract.js';
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
