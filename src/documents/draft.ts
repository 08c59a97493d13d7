import { makeDocument, type Block, type BlockKind, type Document } from '../model/document.js';

/** One block as a reader finds it, before the text is laid out. */
export interface Part {
  readonly text: string;
  readonly kind: BlockKind;
  /** The rule that set it aside; null where it belongs to the article. */
  readonly dropped: string | null;
  readonly page: number | null;
}

/** What a reader gives: the text with its blocks, and what it found about the page. */
export type Draft = Omit<Document, 'id' | 'source' | 'reader'>;

/** Joins parts into one text, a blank line between them, and gives each its span. */
export function layOut(parts: readonly Part[]): Pick<Draft, 'text' | 'blocks'> {
  const blocks: Block[] = [];
  let text = '';
  for (const part of parts) {
    if (part.text === '') continue;
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += part.text;
    blocks.push({ span: [start, text.length], kind: part.kind, dropped: part.dropped, page: part.page });
  }
  return { text, blocks };
}

/** A draft about which nothing is known but its text. */
export function plainDraft(laidOut: Pick<Draft, 'text' | 'blocks'>): Draft {
  return {
    title: null,
    publisher: null,
    byline: null,
    language: null,
    published: null,
    canonical_url: null,
    truncated: false,
    ocr: null,
    warnings: [],
    ...laidOut,
  };
}

/** A half of a surrogate pair alone is no character: UTF-8 and JSON refuse it. Length, and so offsets, stay. */
const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

const wellFormedOrNull = (text: string | null): string | null => (text === null ? null : wellFormed(text));

/** Turns a reader's draft into the document of a source. */
export function finish(draft: Draft, source: string, reader: string): Document {
  return makeDocument({
    source,
    reader,
    ...draft,
    title: wellFormedOrNull(draft.title),
    publisher: wellFormedOrNull(draft.publisher),
    byline: wellFormedOrNull(draft.byline),
    text: wellFormed(draft.text),
  });
}
