import { z } from 'zod';
import { caseConfigSchema } from '../model/case-config.js';
import { KINDS } from '../model/enums.js';
import { LEVELS } from '../model/finding.js';
import { STAGES } from '../model/reject.js';
import { strikeCaseSchema } from '../model/strike-case.js';
import { entitySchema } from '../model/entity.js';
import { entityJudgementSchema } from '../model/entity-judgement.js';
import { comparedFieldSchema } from '../model/sanctions.js';
import { claim, evidence, judgement, span } from './wire.js';

/** The case and its ledger as a whole: counts, strikes, entities, what happened when and where. */

const count = z.number().int().nonnegative();

export const caseSummary = caseConfigSchema.omit({ second_reader: true }).extend({
  version: z.string(),
  counts: z.object({
    sources: count,
    documents: count,
    claims: count,
    findings: count,
    rejects: z.record(z.enum(STAGES), count),
  }),
  ledger: z.object({
    /** SHA-256 of all that it rests on; null before the first run. */
    state: z.string().nullable(),
    /** Whether judgements were made, or documents changed, that it takes no account of yet. */
    stale: z.boolean(),
  }),
  /** Versions of what reads: of the readers, and of the rules with a hash of the names they know. */
  readers: z.string(),
  extractor: z.string(),
});

export const overview = z.object({
  case: caseSummary,
  /** What answers rest on: give it back as `since` to learn what has changed. */
  at: z.string(),
  findings: z.object({
    total: count,
    by_standing: z.record(z.enum(LEVELS), count),
    by_kind: z.partialRecord(z.enum(KINDS), count),
    disputed: count,
    denied: count,
  }),
  queues: z.object({
    unjudged: count,
    conflicts: count,
    questions: count,
    rejects: count,
    candidates: count,
    /** Null where the case has no sanctions list. */
    hits: count.nullable(),
  }),
  /** What changed since the time that was asked about; null where none was. */
  since: z
    .object({
      at: z.string(),
      /** Obtained since. */
      documents: z.array(z.object({ id: z.string(), title: z.string().nullable(), obtained: z.string() })),
      claims: count,
      judgements: count,
      /** Findings with a claim that came or was judged since. */
      findings: z.array(z.object({ id: z.string(), label: z.string(), came: count, judged: count })),
    })
    .nullable(),
});

export const strikeDetail = z.object({
  strike: strikeCaseSchema,
  /** In the order of the case. */
  claims: z.array(evidence),
});

export const disagreement = z.object({
  document: z.string(),
  span,
  kind: z.enum(KINDS),
  differs: z.union([z.enum(['first-only', 'second-only']), z.array(z.string()).readonly()]),
  first: claim.omit({ second_reader: true }).nullable(),
  second: claim.omit({ second_reader: true }).nullable(),
});

/** How a judgement stands now. */
const status = z.enum(['in-force', 'taken-back', 'undo', 'lost']);

export const entityDetail = z.object({
  entity: entitySchema,
  claims: z.array(evidence),
  judgements: z.array(z.object({ judgement: entityJudgementSchema, claim: z.null(), status })),
});

export const candidate = z.object({
  a: entitySchema,
  b: entitySchema,
  score: z.number(),
  fields: z.array(comparedFieldSchema).readonly(),
});

/** Something that was said, done or happened, with its day. */
export const timelineEntry = z.object({
  /** EDTF, as it is told. */
  date: z.string(),
  /** First and last day of it; null for an open end. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  type: z.enum(['statement', 'transfer', 'movement', 'deployment', 'strike', 'seizure', 'agreement']),
  label: z.string(),
  parties: z.array(z.string()),
  kind: z.enum(KINDS),
  /** The claim that says so, the finding on which it stands, the strike that it is of. */
  claim: z.string(),
  finding: z.string().nullable(),
  strike: z.string().nullable(),
});

/** A judgement with how it stands now. */
export const loggedJudgement = z.object({
  judgement: z.union([judgement, entityJudgementSchema]),
  /** The claim on which it stands now; null where it is lost, or on entities. */
  claim: z.string().nullable(),
  status,
});

export type WireTimelineEntry = z.output<typeof timelineEntry>;
export type WireOverview = z.output<typeof overview>;
export type WireCase = z.output<typeof caseSummary>;
