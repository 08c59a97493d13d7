import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { contentId } from '../core/hash.js';
import {
  ITEM_CLASSES,
  KINDS,
  MODALITIES,
  MODES,
  OUTCOMES,
  POLARITIES,
  RELATION_TYPES,
  SCOPES,
  UNITS,
} from './enums.js';

/** One statement by one claimant about one event, from one place in one document (docs/formats.md). */

const edtf = z.string().refine(isEdtf, 'is no EDTF date');

const attribution = z
  .object({
    who: z.string().nullable(),
    role: z.enum(['relay', 'claimant']),
    anonymous: z.boolean().optional(),
    /** EDTF date of the statement; null where unknown. */
    stated: edtf.nullable().optional(),
  })
  .readonly();

const item = z
  .object({
    class: z.enum(ITEM_CLASSES).nullable(),
    /** Empty where the sentence only refers back to the goods; null is read as empty. */
    wording: z.preprocess((wording) => wording ?? '', z.string()),
    model: z.string().nullable().optional(),
    calibre_mm: z.number().positive().nullable().optional(),
  })
  .readonly();

const quantity = z
  .object({
    low: z.number().nonnegative().nullable(),
    high: z.number().nonnegative().nullable(),
    unit: z.enum(UNITS).nullable(),
    qualifier: z.string().nullable().optional(),
    wording: z.string(),
    /** A word such as "dozens": bounds are null here, and the ledger gives the word its range. */
    vague: z.boolean().optional(),
    /** "1/2 of 13000", "x3": a relative figure, whose bounds are null. */
    share_of: z.string().nullable().optional(),
    /** The period of a rate: "day", "month". */
    per: z.string().nullable().optional(),
  })
  .refine((q) => q.low === null || q.high === null || q.low <= q.high, 'low lies above high')
  .readonly();

const when = z.object({ edtf: edtf.nullable(), scope: z.enum(SCOPES) }).readonly();

const route = z
  .object({
    mode: z.array(z.enum(MODES)).readonly(),
    origin: z.string().nullable(),
    destination: z.string().nullable(),
    via: z.array(z.string()).readonly(),
    vessel: z.string().nullable(),
  })
  .readonly();

const relation = z
  .object({
    type: z.enum(RELATION_TYPES),
    /** Position of the other claim in its document's list; null where that claim stands elsewhere. */
    claim: z.number().int().nonnegative().nullable(),
  })
  .readonly();

/** What a claim says, without its id and its explanation. */
export const claimBodySchema = z.object({
  doc: z.string(),
  span: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]).readonly(),
  kind: z.enum(KINDS),
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  attribution: z.array(attribution).min(1).readonly(),
  supplier: z.string().nullable().default(null),
  recipient: z.string().nullable().default(null),
  actor: z.string().nullable().default(null),
  target: z.string().nullable().default(null),
  item: item.nullable().default(null),
  quantity: quantity.nullable().default(null),
  when,
  route: route.nullable().default(null),
  place: z.string().nullable().default(null),
  outcome: z.enum(OUTCOMES).nullable().default(null),
  relation: relation.nullable().default(null),
});

export const claimSchema = claimBodySchema
  .extend({
    /** `c-` and a hash of the body. */
    id: z.string(),
    /** Position of the claim in its document's list, 0-based: what `relation.claim` counts. */
    index: z.number().int().nonnegative(),
    /** The version of the extractor that made it, such as `rules-1`. */
    extractor: z.string(),
    /** Names of the rules that built it, in the order in which they did. */
    rules: z.array(z.string()).readonly(),
    /** How an analyst has it stand; absent where no judgement is in force. The id is that of the claim as it was read. */
    judgement: z
      .object({
        verdict: z.enum(['accepted', 'rejected', 'edited']),
        /** The judgement that decides it. */
        id: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        why: z.string(),
        /** Paths of the fields that edits in force have set. */
        edited: z.array(z.string()).readonly(),
      })
      .readonly()
      .optional(),
  })
  .readonly();

export type ClaimBody = Readonly<z.output<typeof claimBodySchema>>;
export type Claim = z.output<typeof claimSchema>;
export type Attribution = z.output<typeof attribution>;
export type Item = z.output<typeof item>;
export type Quantity = z.output<typeof quantity>;
export type When = z.output<typeof when>;
export type Route = z.output<typeof route>;

/** Gives a body its id; the position takes part, so that two claims worded alike in one sentence stay two. */
export function makeClaim(
  body: ClaimBody,
  index: number,
  extractor: string,
  rules: readonly string[],
): Claim {
  return { ...body, id: contentId('c', { ...body, index }), index, extractor, rules };
}

/** Whose word a claim is: the last of its attribution. */
export function claimantOf(claim: Pick<Claim, 'attribution'>): Attribution {
  const last = claim.attribution.at(-1);
  if (last === undefined) throw new TypeError('a claim has at least one attribution');
  return last;
}
