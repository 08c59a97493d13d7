import { isEdtf } from '../core/edtf-date.js';
import type { Block, Document } from '../model/document.js';
import { plainDraft, type Draft } from './draft.js';
import { decodeText } from './encoding.js';
import { readOpening } from './opening.js';
import type { Reader } from './reader.js';
import { linesOf, textBlocks } from './text-blocks.js';

/**
 * Reads a text file. Its text is kept as it stands, so that offsets count into the whole file; only a byte order mark
 * goes. Header lines (docs/formats.md) are metadata; without them title, publisher and date are taken where the text
 * states them.
 */
export const readPlainText: Reader = (bytes, { where, hints }) => {
  const { text, warnings } = decodeText(bytes, hints.charset ?? null, where);
  return Promise.resolve({ ...describeText(text, readHeader(text)), warnings });
};

/** What the header lines say; a field is absent where they have no such line, null where it is `unknown`. */
interface Header {
  readonly blocks: readonly Block[];
  /** Offset at which the narration begins. */
  readonly end: number;
  readonly fields: Readonly<Partial<Record<'title' | 'publisher' | 'published', string | null>>>;
}

function readHeader(text: string): Header {
  const blocks: Block[] = [];
  const fields: Partial<Record<'title' | 'publisher' | 'published', string | null>> = {};
  for (const line of linesOf(text.slice(0, 4_096), 0)) {
    const found = /^(title|publisher|published):(?:\s+(.*))?$/i.exec(line.text);
    if (found === null) {
      // Only a blank line ends a header; anything else was no header but a text that begins like one.
      return line.text === '' && blocks.length > 0
        ? { blocks, end: line.span[0], fields }
        : { blocks: [], end: 0, fields: {} };
    }
    const value = found[2]?.trim() ?? '';
    const field = (found[1] ?? '').toLowerCase() as keyof typeof fields;
    fields[field] = value === '' || value === 'unknown' ? null : value;
    blocks.push({ span: line.span, kind: 'header', dropped: null, page: null });
  }
  return { blocks, end: text.length, fields };
}

function describeText(text: string, header: Header): Draft {
  const body = textBlocks(text, header.end);
  const opening = readOpening(text, body);
  const { title, publisher, published } = header.fields;
  return {
    ...plainDraft({ text, blocks: [...header.blocks, ...body] }),
    ...opening,
    title: title === undefined ? opening.title : title,
    publisher: publisher === undefined ? opening.publisher : publisher,
    published: published === undefined ? opening.published : headerDate(published),
  };
}

const headerDate = (stated: string | null): Document['published'] =>
  stated !== null && isEdtf(stated) ? { edtf: stated, how: 'header' } : null;
