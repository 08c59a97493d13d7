import { z } from 'zod';
import { ITEM_CLASSES, KINDS, MODALITIES, POLARITIES, UNITS } from '../model/enums.js';

const name = z.string().max(200).nullable();

/** A claim as a further reader proposes it. Every field is given, as services that hold an answer to a schema need it. */
export const proposalSchema = z.strictObject({
  /** Words of the text, unchanged, that carry the claim. */
  quote: z.string().min(1).max(2000),
  /** About where the quote begins, in UTF-16 units of the document; null where the quote stands there once. */
  at: z.int().nonnegative().nullable(),
  kind: z.enum(KINDS),
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  /** Whose word it is, as the text names them; null for the publisher's own. */
  claimant: name,
  supplier: name,
  recipient: name,
  actor: name,
  target: name,
  item: z.enum(ITEM_CLASSES).nullable(),
  /** Both bounds null for a vague word ("dozens"), which `wording` then gives. */
  figure: z
    .strictObject({
      low: z.number().nonnegative().nullable(),
      high: z.number().nonnegative().nullable(),
      unit: z.enum(UNITS).nullable(),
      wording: z.string().max(200),
    })
    .nullable(),
});

export type Proposal = z.output<typeof proposalSchema>;

/** The whole of an answer. */
export const answerSchema = z.strictObject({ claims: z.array(proposalSchema).max(200) });
