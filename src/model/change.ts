import { z } from 'zod';
import { LEVELS, questionSchema } from './finding.js';

/** What changed in the ledger between two days, finding by finding (docs/formats.md). */

/** Whose knowledge is meant: `world` what had been published; `case` what the case had obtained and judged. */
export const KNOWN_TO = ['world', 'case'] as const;
export type KnownTo = (typeof KNOWN_TO)[number];

/** What may differ in a finding that stands on both days. */
export const CHANGED_FIELDS = [
  'range',
  'as_of',
  'leading',
  'origins',
  'denied_by',
  'dispute',
  'standing',
  'claims',
] as const;

/**
 * Why: a claim `came` with a document that was not known before; an analyst `judged` one; one that was known already
 * `joined` the question or `left` it, as others made questions more precise, or ask what it denies; one turned out to
 * repeat another, or to repeat none (`repeats`).
 */
export const CAUSES = ['came', 'judged', 'joined', 'left', 'repeats'] as const;

/** A finding on one day. */
const findingStateSchema = z
  .object({
    range: z
      .object({
        low: z.number().nullable(),
        high: z.number().nullable(),
        as_of: z.string(),
        /** Id of the leading claim. */
        leading: z.string(),
      })
      .readonly()
      .nullable(),
    origins: z.number().int().nonnegative(),
    denied_by: z.array(z.string()).readonly(),
    dispute: z.string().nullable(),
    standing: z.enum(LEVELS),
    /** How many claims stand on it. */
    claims: z.number().int().nonnegative(),
  })
  .readonly();

const causeSchema = z
  .object({
    cause: z.enum(CAUSES),
    claim: z.string(),
    claimant: z.string().nullable(),
    doc: z.string(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    /** The sentence of the claim, unchanged. */
    quote: z.string(),
    /** For `judged`. */
    judgement: z
      .object({ verdict: z.string(), by: z.string(), at: z.string(), why: z.string() })
      .readonly()
      .nullable(),
    /** The other findings on which the claim stood before, where it joins; stands now, where it leaves. */
    findings: z.array(z.string()).readonly(),
  })
  .readonly();

export const findingChangeSchema = z
  .object({
    finding: z.string(),
    question: questionSchema,
    change: z.enum(['new', 'changed', 'gone']),
    /** What differs; empty for what is new or gone. */
    fields: z.array(z.enum(CHANGED_FIELDS)).readonly(),
    /** Null where it is new. */
    from: findingStateSchema.nullable(),
    /** Null where it is gone. */
    to: findingStateSchema.nullable(),
    causes: z.array(causeSchema).readonly(),
  })
  .readonly();

export type FindingState = z.output<typeof findingStateSchema>;
export type FindingChange = z.output<typeof findingChangeSchema>;
export type ChangedField = FindingChange['fields'][number];
export type Cause = FindingChange['causes'][number];
