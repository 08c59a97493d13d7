import { createExtractor, VERSION } from '../claims/extract.js';
import { TallymanError } from '../core/errors.js';
import { canonicalJson, sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { rejectFor, type Reject } from '../model/reject.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** Draws claims; what it cannot make a claim of becomes a reject, and no document stops another. */
export interface VersionedExtractor {
  extract(document: Document): { readonly claims: readonly Claim[]; readonly rejects: readonly Reject[] };
}

/** The rules with the names they know: when an analyst adds a name, every document is read again. */
export const extractorVersion = (vocabulary: Vocabulary): string =>
  `${VERSION}+${sha256(canonicalJson(vocabulary)).slice(0, 12)}`;

export function versionedExtractor(vocabulary: Vocabulary): VersionedExtractor {
  const extractor = createExtractor(vocabulary);
  const version = extractorVersion(vocabulary);
  return {
    extract(document) {
      const title = document.title ?? document.id;
      try {
        const { claims, rejects } = extractor.extract(document);
        return {
          claims: claims.map((claim) => ({ ...claim, extractor: version })),
          rejects: rejects.map(({ span, reason }) => {
            const place = `${title}, characters ${span.join(' to ')}`;
            return rejectFor('claims', document.id, place, new TallymanError('not-understood', reason));
          }),
        };
      } catch (error) {
        // Whatever a text does to the rules, here any error is expected; the reject keeps its words.
        return { claims: [], rejects: [rejectFor('claims', document.id, title, error)] };
      }
    },
  };
}
