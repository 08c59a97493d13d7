import { z } from 'zod';

/** The report as data, which every printed form renders (docs/formats.md). */

/** The shapes in which a report can be composed. */
export const TEMPLATES = ['monitoring-team', 'brief', 'fact-check'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const citationSchema = z
  .object({
    claim: z.string(),
    doc: z.string(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    page: z.number().int().positive().nullable(),
    /** Which paragraph of the article it is in, from 1; null where it lies in none. */
    paragraph: z.number().int().positive().nullable().default(null),
    /** Whose word it is, as the document names them; null where it is the publisher's own. */
    claimant: z.string().nullable().default(null),
    span: z.tuple([z.number().int(), z.number().int()]).readonly(),
    /** The document's text at `span`, unchanged. */
    quote: z.string(),
    /** Of the archived source. */
    sha256: z.string(),
  })
  .readonly();

/** A figure of the sentence that stands in no quote because it was computed, and on what assumption. */
const conversionSchema = z
  .object({
    /** As printed in the sentence. */
    figure: z.string(),
    /** The figure as its source words it. */
    from: z.string(),
    assumption: z.string(),
    /** Position in `citations` of the quote that holds `from`. */
    citation: z.number().int().nonnegative(),
  })
  .readonly();

const sentenceSchema = z
  .object({
    text: z.string(),
    finding: z.string().nullable(),
    /** `statement` tells what one claimant says; `support` what the statements together allow; `text` no fact of the case. */
    role: z.enum(['statement', 'support', 'text']).default('text'),
    citations: z.array(citationSchema).readonly(),
    /** Where in `text` its figures stand, and which citation holds each: what a printed form links. */
    figures: z
      .array(
        z
          .object({
            span: z.tuple([z.number().int(), z.number().int()]).readonly(),
            citation: z.number().int().nonnegative(),
          })
          .readonly(),
      )
      .readonly()
      .default([]),
    conversions: z.array(conversionSchema).readonly().default([]),
  })
  .readonly();

/** A picture of statements, made once for every form. */
const plateSchema = z
  .object({
    /** From 1, in the order in which they stand. */
    number: z.number().int().positive(),
    kind: z.enum(['range', 'flow', 'map']),
    /** The number of the paragraph after which it stands. */
    after: z.number().int(),
    caption: z.string(),
    /** What it shows, for those who cannot see it. */
    alternative: z.string(),
    /** Without scripts, styles or anything from elsewhere. */
    svg: z.string(),
    /** What is drawn, under the letter by which the picture names it. */
    statements: z.array(z.object({ key: z.string(), citation: citationSchema }).readonly()).readonly(),
  })
  .readonly();

export const reportSchema = z
  .object({
    title: z.string(),
    template: z.string(),
    as_of: z.string().nullable(),
    standard: z.string(),
    case: z.string(),
    /** SHA-256 of the ledger's state. */
    ledger: z.string(),
    sections: z
      .array(
        z
          .object({
            title: z.string(),
            paragraphs: z
              .array(
                z
                  .object({
                    number: z.number().int(),
                    /** What the paragraph is about, in a few words; null where its section says it. */
                    heading: z.string().nullable().default(null),
                    sentences: z.array(sentenceSchema).readonly(),
                  })
                  .readonly(),
              )
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    plates: z.array(plateSchema).readonly().default([]),
    annexes: z
      .array(
        z
          .object({
            title: z.string(),
            columns: z.array(z.string()).readonly(),
            rows: z.array(z.array(z.string()).readonly()).readonly(),
            /** One list a row. */
            citations: z.array(z.array(citationSchema).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export type Report = z.output<typeof reportSchema>;
export type Plate = z.output<typeof plateSchema>;
export type Citation = z.output<typeof citationSchema>;
export type Conversion = z.output<typeof conversionSchema>;
export type Sentence = z.output<typeof sentenceSchema>;
