import { isEdtf } from '../core/edtf-date.js';
import type { Block, Document } from '../model/document.js';
import { plainDraft, type Draft } from './draft.js';
import { decodeText } from './encoding.js';
import type { Reader } from './reader.js';
import { statedPublisher } from './stated-publisher.js';
import { linesOf, textBlocks } from './text-blocks.js';
import { breaksOff } from './truncation.js';
import { findVisibleDate } from './visible-date.js';

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
  const lines = body.slice(0, 12).map((block) => text.slice(...block.span));
  const kept = body.filter((block) => block.dropped === null);
  const opening = kept.find((block) => block.kind === 'paragraph');
  return {
    ...plainDraft({ text, blocks: [...header.blocks, ...body] }),
    title: header.fields.title === undefined ? leadingHeading(text, kept) : header.fields.title,
    publisher:
      header.fields.publisher === undefined
        ? opening === undefined
          ? null
          : statedPublisher(text.slice(...opening.span))
        : header.fields.publisher,
    byline:
      lines.map((line) => /^by ([^|]{3,80})/i.exec(line)?.[1]?.trim()).find((name) => name !== undefined) ??
      null,
    published: publishedOf(header, lines),
    truncated: breaksOff(text, kept),
  };
}

function publishedOf(header: Header, lines: readonly string[]): Document['published'] {
  const stated = header.fields.published;
  if (stated === undefined) return findVisibleDate(lines);
  return stated !== null && isEdtf(stated) ? { edtf: stated, how: 'header' } : null;
}

/** The heading that stands before the narration begins. */
function leadingHeading(text: string, kept: readonly Block[]): string | null {
  for (const block of kept.slice(0, 6)) {
    const line = text.slice(...block.span);
    if (block.kind === 'paragraph' && line.length > 120) return null;
    if (
      block.kind === 'heading' &&
      /\p{L}\s+\p{L}/u.test(line) &&
      findVisibleDate([line]) === null &&
      !/^by /i.test(line)
    ) {
      return line;
    }
  }
  return null;
}
