import { z } from 'zod';
import { documentSchema } from '../model/document.js';
import { rejectSchema } from '../model/reject.js';
import { sourceSchema } from '../model/source.js';
import { claim, documentHead, span } from './wire.js';

/** Documents as they are listed and opened. */

/** A document in a list: all but its text and blocks. */
export const documentSummary = documentSchema.unwrap().omit({ text: true, blocks: true }).extend({
  /** Length of the text in UTF-16 units. */
  characters: z.number().int().nonnegative(),
});

/** What was done with the bytes, in the order in which it was done. */
export const custodyEntry = z.object({
  /** ISO 8601 UTC; null where no time was kept. */
  at: z.string().nullable(),
  act: z.enum(['obtained', 'archived', 'read', 'claims-drawn', 'claim-made', 'judged']),
  /** The place, reader, rules or person. */
  by: z.string(),
  how: z.string(),
});

/** Words that a document shares with another one. */
const passage = z.object({ span, text: z.string() });

/** A document that nearly repeats an earlier one. */
export const duplicate = z.object({
  document: documentHead.omit({ source: true }),
  repeats: documentHead.omit({ source: true }),
  /** Id of the one with which the repeating began. */
  original: z.string(),
  /** Share of five-word runs that both have, 0.5 to 1. */
  overlap: z.number(),
  passages: z.array(z.object({ document: passage, repeats: passage })).readonly(),
});

export const documentDetail = z.object({
  document: documentSchema,
  source: sourceSchema,
  /** As they stand, rejected ones too; their spans count in the document's text. */
  claims: z.array(claim),
  /** Sentences of it that gave no claim, and what else of it was rejected. */
  rejects: z.array(rejectSchema),
  /** How the archived original can be shown, at `/api/documents/ID/original`. */
  original: z.object({
    href: z.string(),
    media_type: z.string(),
    size: z.number().int(),
    /** Whether a browser shows it in a frame without scripts or network; else it can only be saved. */
    shown_as: z.enum(['html', 'pdf', 'text', 'image', 'download']),
  }),
  custody: z.array(custodyEntry),
});

export type WireDuplicate = z.output<typeof duplicate>;
export type WireDocumentDetail = z.output<typeof documentDetail>;
