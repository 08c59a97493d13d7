import { z } from 'zod';
import { contentId } from '../core/hash.js';
import { claimBodySchema, makeClaim, type Claim } from './claim.js';
import type { Document } from './document.js';

/** A claim that an analyst made of words that the rules made none of; kept apart, and listed with the others. */

export const handClaimSchema = z
  .object({
    /** `h-` and a hash of the rest. */
    id: z.string(),
    by: z.string().min(1),
    why: z.string().min(1),
    /** ISO 8601 UTC. */
    at: z.iso.datetime(),
    /** SHA-256 of the archived source: newer readers and extractors keep it. */
    source: z.string(),
    /** The words, by which the place is found in another reading. */
    quote: z.string(),
    /** What it says, with the document and span where the words were selected. */
    body: claimBodySchema.readonly(),
  })
  .readonly();

export type HandClaim = z.output<typeof handClaimSchema>;

export const makeHandClaim = (body: Omit<HandClaim, 'id'>): HandClaim => ({
  id: contentId('h', body),
  ...body,
});

/** The extractor of a claim made by hand; its id is the one rule. */
export const BY_HAND = 'by-hand';

/** Claims made by hand count on from here, so that their positions never meet those of the rules. */
const FIRST = 100_000;

/**
 * The claim on a document of its source: at its span, or where its words stand in another reading; null where they stand
 * nowhere in it.
 * @param nth among the claims made by hand on this source, in the order in which they were made
 */
export function handClaimOn(document: Document, { id, quote, body }: HandClaim, nth: number): Claim | null {
  const span = body.doc === document.id ? body.span : spanOf(document.text, quote);
  return span && makeClaim({ ...body, doc: document.id, span }, FIRST + nth, BY_HAND, [id]);
}

function spanOf(text: string, quote: string): Claim['span'] | null {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(words.join('\\s+')).exec(text);
  return found === null ? null : [found.index, found.index + found[0].length];
}
