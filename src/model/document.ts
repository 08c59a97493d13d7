import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { sha256 } from '../core/hash.js';

/**
 * A source as text. The text never changes: claims point into it by UTF-16 offsets. A newer reader makes a new
 * document beside the old one.
 */

export const BLOCK_KINDS = [
  'paragraph',
  'heading',
  'list_item',
  'table_row',
  'quote',
  'caption',
  'header',
] as const;

/** A run of the text that a reader of the page sees as one paragraph, heading, list item or table row. */
const blockSchema = z
  .object({
    span: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]).readonly(),
    /** `header`: `title: …` lines before a plain text. */
    kind: z.enum(BLOCK_KINDS),
    /** The rule that set this block aside as no part of the article; null where it belongs to it. */
    dropped: z.string().nullable(),
    /** 1-based page of a paged source, else null. */
    page: z.number().int().positive().nullable(),
  })
  .readonly();

export const documentSchema = z
  .object({
    /** SHA-256 over source, reader and text. */
    id: z.string(),
    source: z.string(),
    /** Name and version of the reader, such as `html-1`. */
    reader: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    byline: z.string().nullable(),
    /** ISO 639-1; null where the text is too short to tell. */
    language: z.string().nullable(),
    published: z
      .object({
        /** Its precision is that of the text: a year, month or day. */
        edtf: z.string().refine(isEdtf, 'is no EDTF date'),
        /** What it was read from. */
        how: z.enum([
          'header',
          'json-ld',
          'meta',
          'time-element',
          'dateline',
          'url',
          'mail',
          'pdf',
          'feed',
          'text',
        ]),
      })
      .readonly()
      .nullable(),
    canonical_url: z.string().nullable(),
    text: z.string(),
    blocks: z.array(blockSchema).readonly(),
    /** The text breaks off: an ellipsis or "read more" where the article goes on elsewhere. */
    truncated: z.boolean(),
    /** Set where the text was read from a picture; mean word confidence 0 to 100, and the pages it was used on. */
    ocr: z
      .object({ confidence: z.number(), pages: z.array(z.number().int()).readonly() })
      .readonly()
      .nullable(),
    /** What the reader could not read or had to guess, for a person. */
    warnings: z.array(z.string()).readonly(),
  })
  .readonly();

export type Document = z.output<typeof documentSchema>;
export type Block = z.output<typeof blockSchema>;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Gives a document its id. */
export function makeDocument(body: Omit<Document, 'id'>): Document {
  return { id: sha256([body.source, body.reader, body.text].join('\n')), ...body };
}

/** The article alone: the blocks that were kept, each as its own paragraph. */
export const bodyText = (document: Pick<Document, 'text' | 'blocks'>): string =>
  keptBlocks(document)
    .map((block) => document.text.slice(...block.span))
    .join('\n\n');

/** The blocks of the article alone. */
export const keptBlocks = (document: Pick<Document, 'blocks'>): Document['blocks'] =>
  document.blocks.filter((block) => block.dropped === null && block.kind !== 'header');
