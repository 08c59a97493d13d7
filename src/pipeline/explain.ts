import { explain } from '../claims/explain.js';
import { createExtractor } from '../claims/extract.js';
import { TallymanError } from '../core/errors.js';
import { sha256 } from '../core/hash.js';
import { startOcr } from '../documents/ocr.js';
import { readDocument } from '../documents/read-document.js';
import type { Explanation } from '../model/explanation.js';
import { rejectFor, type Reject } from '../model/reject.js';
import { loadVocabulary } from '../model/vocabulary.js';
import { explanationHtml } from '../report/explanation-html.js';
import { obtain } from '../sources/obtain.js';
import type { CaseFolder } from './case-folder.js';
import type { OpenCase } from './open-case.js';
import { show } from './show.js';

/** How documents were read, and what could not be. */
export interface Explained {
  readonly documents: readonly Explanation[];
  readonly rejects: readonly Reject[];
}

/**
 * Explains each document of a file or folder, without a case: a mail, feed or web archive holds several. Nothing is
 * fetched and nothing kept.
 * @param folder that paths are told relative to
 * @param near a case whose own names are known too; null for the bundled ones alone
 */
export async function explainFile(
  target: string,
  folder: string,
  near: CaseFolder | null,
): Promise<Explained> {
  const extractor = createExtractor(loadVocabulary(near === null ? [] : [near.vocabulary]));
  const documents: Explanation[] = [];
  const rejects: Reject[] = [];
  const ocr = startOcr();
  try {
    for await (const found of obtain(target, { now: () => new Date(), base: folder, network: null })) {
      if ('stage' in found) {
        rejects.push(found);
      } else if (found.role === 'document') {
        const { bytes, media_type, origin, name } = found;
        const source = { id: sha256(bytes), media_type, size: bytes.length, origins: [origin] };
        try {
          documents.push(explain(extractor, await readDocument(source, bytes, { ocr })));
        } catch (error) {
          // Whatever a hostile file does to its reader, the others are explained: here any error is expected.
          rejects.push(rejectFor('documents', source.id, name, error));
        }
      }
    }
  } finally {
    await ocr.close();
  }
  return { documents, rejects };
}

/**
 * Explains a document of a case, by its id or that of one of its claims, with the names that the case knows.
 * @throws TallymanError `not-found`; `usage` where several ids begin so, or for a finding's
 */
export async function explainRecord(open: OpenCase, id: string): Promise<Explained> {
  const shown = await show(open, id);
  if (shown.type === 'finding' || shown.type === 'strike')
    throw new TallymanError('usage', `a ${shown.type} is of several documents; name one of its claims`, id);
  return { documents: [explain(createExtractor(open.vocabulary()), shown.document)], rejects: [] };
}

/** The explanations as one page that opens without a network. */
export const explainedPage = ({ documents }: Explained): string => explanationHtml(documents);
