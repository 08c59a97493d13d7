import { createExtractor } from '../../src/claims/extract.js';
import { finish, layOut, plainDraft } from '../../src/documents/draft.js';
import { loadVocabulary } from '../../src/model/vocabulary.js';
import type { Claim } from '../../src/model/claim.js';
import type { Document } from '../../src/model/document.js';

/** One extractor for all tests of a file: compiling the vocabulary is the slow part. */
export const extractor = createExtractor(loadVocabulary());

/** A page of the Harbour Review of 14 March 2024, each text a paragraph, with " | " in it a row of a table. */
export function page(...paragraphs: readonly string[]): Document {
  const parts = paragraphs.map((text) => ({
    text,
    kind: text.includes(' | ') ? ('table_row' as const) : ('paragraph' as const),
    dropped: null,
    page: null,
  }));
  return finish(
    {
      ...plainDraft(layOut(parts)),
      publisher: 'Harbour Review',
      published: { edtf: '2024-03-14', how: 'header' },
    },
    '0'.repeat(64),
    'test-1',
  );
}

export const claimsOf = (...paragraphs: readonly string[]): readonly Claim[] =>
  extractor.extract(page(...paragraphs)).claims;
