import { TallymanError } from '../core/errors.js';
import type { Span } from '../core/span.js';
import { sharedPassages } from '../ledger/passages.js';
import type { Document } from '../model/document.js';
import type { LedgerDocument } from '../model/ledger-rows.js';
import { findByStart } from './find-by-start.js';
import type { OpenCase } from './open-case.js';

/** A document that nearly repeats another, as it is listed (docs/formats.md). */
export interface ListedDuplicate {
  readonly document: ListedText;
  /** The first one that it nearly repeats. */
  readonly repeats: ListedText;
  /** Id of the one with which the repeating began: the same for all of a cluster. */
  readonly original: string;
  /** Shared five-word runs over all of both, 0.5 to 1. */
  readonly overlap: number;
  /** The same words in both, in the order of the document. */
  readonly passages: readonly { readonly document: Passage; readonly repeats: Passage }[];
}

interface ListedText {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
}

interface Passage {
  readonly span: Span;
  readonly text: string;
}

/**
 * The near-duplicates of a case, by publication.
 * @param id only those of the cluster of this document, or of the only one whose id begins so
 * @throws TallymanError `not-found`; `usage` where several ids begin so
 */
export async function* listDuplicates(open: OpenCase, id?: string): AsyncGenerator<ListedDuplicate> {
  const cluster = id === undefined ? null : await originalId(open, await documentId(open, id));
  for await (const entry of open.store.nearDuplicates()) {
    const original = await originalId(open, entry.head.id);
    if (cluster !== null && original !== cluster) continue;
    const [document, repeats] = await Promise.all([
      open.store.document(entry.head.id),
      open.store.document(entry.repeats ?? ''),
    ]);
    // Its claims are drawn again by the next run.
    if (document === null || repeats === null) continue;
    yield listed(entry, document, repeats, original);
  }
}

function listed(
  { overlap }: LedgerDocument,
  document: Document,
  repeats: Document,
  original: string,
): ListedDuplicate {
  return {
    document: textOf(document),
    repeats: textOf(repeats),
    original,
    overlap: overlap ?? 0,
    passages: sharedPassages(document, repeats).map(({ a, b }) => ({
      document: { span: a, text: document.text.slice(...a) },
      repeats: { span: b, text: repeats.text.slice(...b) },
    })),
  };
}

const textOf = ({ id, title, publisher, published }: Document): ListedText => ({
  id,
  title,
  publisher,
  published: published?.edtf ?? null,
});

/** The id with which the repeating began: its own where it repeats none. */
async function originalId({ store }: OpenCase, id: string): Promise<string> {
  let at = id;
  for (;;) {
    const [entry] = await store.ledgerDocuments({ ids: [at] });
    const next = entry?.repeats ?? null;
    if (next === null) return at;
    at = next;
  }
}

async function documentId({ store }: OpenCase, id: string): Promise<string> {
  const document = await findByStart(id, store.document.bind(store), store.documents());
  if (document === null) throw new TallymanError('not-found', 'no document has this id', id);
  return document.id;
}
