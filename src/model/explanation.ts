import { z } from 'zod';
import { claimSchema } from './claim.js';
import { documentSchema } from './document.js';
import { KINDS, MODALITIES, UNITS } from './enums.js';

/** How a document was read: what each sentence holds, the claims made of it, and what made none (docs/formats.md). */

const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]).readonly();

/** A number in a sentence, and what became of it. */
const figureSchema = z
  .object({
    span,
    wording: z.string(),
    /** `claimed` by the claims named; `distractor`: it counts nothing that a claim is about; `free`: it might, and no claim took it. */
    role: z.enum(['claimed', 'distractor', 'free']),
    /** Why it is no claim's; null for a claimed one. */
    why: z.string().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.enum(UNITS).nullable(),
    qualifier: z.string().nullable(),
    vague: z.boolean(),
    share: z.string().nullable(),
    per: z.string().nullable(),
    /** Ids of the claims that give it. */
    claims: z.array(z.string()).readonly(),
  })
  .readonly();

const sentenceSchema = z
  .object({
    span,
    tokens: z.array(z.object({ span, lemma: z.string(), pos: z.string() }).readonly()).readonly(),
    figures: z.array(figureSchema).readonly(),
    /** What is named: `is` says what it was taken for, such as a state's code or the class of goods. */
    mentions: z
      .array(
        z
          .object({
            span,
            type: z.enum([
              'party',
              'body',
              'person',
              'office',
              'goods',
              'place',
              'vessel',
              'carrier',
              'time',
            ]),
            is: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    /** Verbs and nouns that tell an act, or give words to somebody (`speech`). */
    predicates: z
      .array(
        z
          .object({
            span,
            lemma: z.string(),
            voice: z.enum(['active', 'passive', 'nominal']),
            acts: z.array(z.object({ frame: z.string(), kind: z.enum(KINDS) }).readonly()).readonly(),
            speech: z.enum([...MODALITIES, 'denied']).nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** Whose word it is, outermost first, with the rule that found it; none where the publisher speaks. */
    speakers: z
      .array(
        z
          .object({
            rule: z.string(),
            modality: z.enum([...MODALITIES, 'denied']),
            chain: z
              .array(z.object({ who: z.string(), role: z.enum(['relay', 'claimant']) }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Ids of its claims. */
    claims: z.array(z.string()).readonly(),
    /** What came near to a claim and made none. */
    near: z.array(z.object({ span, why: z.string() }).readonly()).readonly(),
  })
  .readonly();

export const explanationSchema = z
  .object({
    document: documentSchema,
    /** The rules with a hash of the names they knew. */
    extractor: z.string(),
    sentences: z.array(sentenceSchema).readonly(),
    /** Blocks that are not read for claims, with the reason. */
    aside: z.array(z.object({ span, why: z.string() }).readonly()).readonly(),
    /** With the rules that built each. */
    claims: z.array(claimSchema).readonly(),
    /** Claims that the format refused. */
    rejects: z.array(z.object({ span, reason: z.string() }).readonly()).readonly(),
  })
  .readonly();

export type Explanation = z.output<typeof explanationSchema>;
export type ExplainedSentence = z.output<typeof sentenceSchema>;
export type ExplainedFigure = z.output<typeof figureSchema>;
