import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { claimSchema } from '../model/claim.js';
import { judgementSchema } from '../model/judgement.js';

/** Shapes that many answers of the API have in common. All of them are JSON; names and meanings are those of docs/formats.md. */

/** One page of a list. `next` is the cursor of the page after it, null on the last one; `total` counts the whole list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.number().int().nonnegative(),
    next: z.string().nullable(),
  });

/** What a list may be asked with. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(2000).optional(),
};

export const idParams = z.object({ id: z.string().min(1).max(200) });
export const noQuery = z.strictObject({});

/** `YYYY-MM-DD` */
export const day = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isEdtf(text), 'is no day, such as 2024-06-30');
export const period = z.string().refine(isEdtf, 'is no EDTF date or interval, such as 2023-09/2024-06');
/** A flag in a query. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** UTF-16 offsets `[start, end)` into the text of a document. */
export const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]).readonly();

/** How a document is named and dated. */
export const documentHead = z.object({
  id: z.string(),
  /** SHA-256 of the archived bytes. */
  source: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  /** EDTF. */
  published: z.string().nullable(),
});

/** What a second reader makes of a claim; null where none has read its document. */
const secondOpinion = z
  .object({ verdict: z.enum(['agrees', 'differs', 'silent']), differs: z.array(z.string()).readonly() })
  .nullable();

/** A claim as it stands. */
export const claim = claimSchema.unwrap().extend({ second_reader: secondOpinion });

/** A claim with its words. */
export const evidence = z.object({
  claim,
  /** The sentence, unchanged: the text of the document at the claim's span. */
  quote: z.string(),
  /** What stands before and after it in the same paragraph. */
  before: z.string(),
  after: z.string(),
  /** 1-based page of a paged source. */
  page: z.number().int().nullable(),
  document: documentHead,
});

/** A judgement on a claim. Values set by an edit are JSON. */
export const judgement = judgementSchema.unwrap().extend({
  set: z.record(z.string(), z.unknown()).nullable(),
});

/** RFC 9457. */
export const problem = z.object({
  /** `tallyman:` and the code of the error (docs/errors.md). */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What can be done about it. */
  detail: z.string(),
  instance: z.string().optional(),
});

export interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly next: string | null;
}
export type WireEvidence = z.output<typeof evidence>;
