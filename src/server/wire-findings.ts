import { z } from 'zod';
import { EVIDENCE } from '../model/ledger-tables.js';
import { findingSchema, RELATIONS } from '../model/finding.js';
import { legalTestSchema } from '../model/legal-test.js';
import { conversion, question } from './wire-tables.js';
import { documentHead, evidence } from './wire.js';

/** Findings as they are listed and opened. */

const finding = findingSchema.unwrap().shape;
const told = finding.claims.unwrap().element;

/** A finding in a list. */
export const findingSummary = z.object({
  id: z.string(),
  /** What it is about, in a few words. */
  label: z.string(),
  /** The section of the report under which it is told. */
  theme: z.string(),
  question: finding.question,
  range: z
    .object({
      low: z.number().nullable(),
      high: z.number().nullable(),
      as_of: z.string(),
      /** Id of the leading claim. */
      leading: z.string(),
      vague: z.array(z.enum(['low', 'high'])).readonly(),
    })
    .nullable(),
  /** Admiralty grade of the leading claim, such as `B2`. */
  grade: z.string().nullable(),
  origins: z.number().int().nonnegative(),
  denied_by: z.array(z.string()).readonly(),
  dispute: z.string().nullable(),
  assessment: finding.assessment,
  converted: finding.converted,
  /** How many claims stand on it, echoes and denials included. */
  claims: z.number().int().nonnegative(),
  echoes: z.number().int().nonnegative(),
  /** How many questions are raised about it. */
  questions: z.number().int().nonnegative(),
  /** First and last day of its statements. */
  first: z.string().nullable(),
  last: z.string().nullable(),
});

/** A finding opened; its claims, pairs and history are lists of their own. */
export const findingDetail = findingSummary.extend({
  /** Whose word counts for it, each with the positions of its claims; echoes stand under the origin of what they repeat. */
  by_origin: z.array(
    z.object({
      origin: z.string(),
      claims: z.array(z.number().int()),
      echoes: z.array(z.number().int()),
    }),
  ),
  doubts: finding.doubts,
  derivations: finding.derivations,
  raised: z.array(question),
  /** The assumptions by which `converted` is worked out. */
  conversions: z.array(conversion),
  /** How it stands to the law, element by element. */
  provisions: legalTestSchema,
});

/** A claim on a finding. */
export const findingClaim = evidence.extend({
  /** Its position in the finding: what pairs and origins name it by. */
  at: z.number().int().nonnegative(),
  claimant: told.unwrap().shape.claimant,
  /** Null for an echo. */
  origin: z.string().nullable(),
  /** Position of the telling that it repeats, null for none; -1 where that one stands on another finding. */
  echo_of: z.number().int().nullable(),
  drift: told.unwrap().shape.drift,
  derived_from: told.unwrap().shape.derived_from,
  grade: told.unwrap().shape.grade,
  evidence: z.array(z.enum(EVIDENCE)).readonly(),
  vague: z.boolean(),
  /** The figure as it counts on this question; null where it gives none, or is an echo. */
  interval: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  /** First and last day of what it speaks of on this question. */
  window: z.object({ start: z.string().nullable(), end: z.string().nullable() }).nullable(),
  /** Day of the statement, else of publication. */
  day: z.string().nullable(),
  /** Whether it counts for the standing of the finding. */
  counts: z.boolean(),
});

/** How two claims of a finding stand to each other. */
export const pair = z.object({
  a: z.number().int(),
  b: z.number().int(),
  relation: z.enum(RELATIONS),
  why: z.string(),
});

/** The finding as it was known to the world at the end of a day. */
export const historyPoint = z.object({
  day: z.string(),
  range: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  origins: z.number().int().nonnegative(),
  claims: z.number().int().nonnegative(),
  dispute: z.string().nullable(),
  denied_by: z.array(z.string()).readonly(),
  /** What was published on or before this day and after the point before it. */
  came: z.array(z.object({ claim: z.string(), claimant: z.string().nullable(), document: documentHead })),
});

export type WireFindingSummary = z.output<typeof findingSummary>;
export type WireFindingDetail = z.output<typeof findingDetail>;
export type WireFindingClaim = z.output<typeof findingClaim>;
export type WireHistoryPoint = z.output<typeof historyPoint>;
