import { z } from 'zod';
import type { Interval } from '../core/interval.js';
import { ITEM_CLASSES, KINDS, OUTCOMES, UNITS, type Modality, type RelationType } from './enums.js';
import {
  EVIDENCE,
  LETTERS,
  type Closeness,
  type EvidenceKind,
  type Letter,
  type StepRule,
} from './ledger-tables.js';

/** What the claims on one question support (docs/formats.md). */

export const questionSchema = z
  .object({
    kind: z.enum(KINDS),
    supplier: z.string().nullable(),
    recipient: z.string().nullable(),
    actor: z.string().nullable(),
    target: z.string().nullable(),
    item: z.enum(ITEM_CLASSES).nullable(),
    unit: z.enum(UNITS).nullable(),
    per: z.string().nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    vessel: z.string().nullable(),
    event: z.object({ date: z.string().nullable(), place: z.string().nullable() }).readonly().nullable(),
  })
  .readonly();

const claimRef = z.object({ doc: z.string(), index: z.number().int().nonnegative() }).readonly();

export const DRIFTS = [
  'bound-dropped',
  'bound-inverted',
  'capacity-as-transfer',
  'or-as-and',
  'modality-raised',
  'party-changed',
  'vague-as-number',
  'number-as-vague',
  'unit-changed',
  'window-changed',
  'attribution-dropped',
] as const;

/** What raised a question about a figure, a date or a voyage. */
export const DOUBTS = ['rate', 'capacity', 'calendar', 'distance'] as const;

const doubtSchema = z
  .object({
    rule: z.enum(DOUBTS),
    /** Positions in the finding's `claims`. */
    claims: z.array(z.number().int().nonnegative()).readonly(),
    why: z.string(),
  })
  .readonly();
export type Doubt = z.output<typeof doubtSchema>;

export const RELATIONS = [
  'agrees',
  'contains',
  'refines',
  'supersedes',
  'part-of',
  'contradicts',
  'not-comparable',
] as const;

const keptClaimSchema = z.object({
  doc: z.string(),
  index: z.number().int().nonnegative(),
  claim: z.string(),
  claimant: z.string().nullable(),
  /** The origin whose word it is; null for an echo. */
  origin: z.string().nullable(),
  echo_of: claimRef.nullable(),
  drift: z.array(z.enum(DRIFTS)).readonly(),
  derived_from: claimRef.nullable(),
  /** How an analyst has the claim stand; absent where no judgement is in force. */
  judgement: z.enum(['accepted', 'edited']).optional(),
});

/** The Admiralty grade of a claim on this question. */
const gradeSchema = z
  .object({
    /** Reliability of the source, A to F. */
    source: z.enum(LETTERS),
    source_why: z.string(),
    /** Credibility of the claim, 1 to 6. */
    credibility: z.number().int().min(1).max(6),
    credibility_why: z.string(),
  })
  .readonly();

/** As what the statements on a question may be published by a standard. */
export const LEVELS = ['finding', 'reported', 'alleged'] as const;
export type Level = (typeof LEVELS)[number];

const assessmentSchema = z
  .object({
    /** Name of the standard that decides. */
    standard: z.string(),
    standing: z.enum(LEVELS),
    why: z.string(),
    /** Positions of the claims that count for it. */
    counts: z.array(z.number().int().nonnegative()).readonly(),
    /** In the words of ICD 203; null where the support is too thin for one, or there is none. */
    likelihood: z.string().nullable(),
    likelihood_why: z.string().nullable(),
    confidence: z.enum(['low', 'moderate', 'high']).nullable(),
    confidence_why: z.string().nullable(),
  })
  .readonly();

/** The range in another unit, by a named assumption; never a part of the range itself. */
const convertedSchema = z
  .object({
    /** Name of the conversion. */
    assumption: z.string(),
    unit: z.enum(UNITS),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** How the findings of that unit on the same flow stand to it. */
    against: z
      .array(
        z
          .object({
            finding: z.string(),
            verdict: z.enum(['consistent', 'growth', 'inconsistent']),
            why: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/** A figure that is another claim's by a factor that has been used: a question, as nobody says so. */
const derivationSchema = z
  .object({
    /** Position in `claims`. */
    claim: z.number().int().nonnegative(),
    from: z.object({ finding: z.string(), claim: z.string(), claimant: z.string().nullable() }).readonly(),
    assumption: z.string(),
    factor: z.number(),
    why: z.string(),
  })
  .readonly();

export const findingSchema = z
  .object({
    /** `f-` and a hash of the question alone, so that it is stable as claims arrive. */
    id: z.string(),
    question: questionSchema,
    /** Every claim on the question, denials included, in statement order. */
    claims: z
      .array(
        keptClaimSchema
          .extend({
            /** Null for an echo, which has no word of its own. */
            grade: gradeSchema.nullable(),
            /** What the claim's words name that others could look at. */
            evidence: z.array(z.enum(EVIDENCE)).readonly(),
            /** The figure is a word ("dozens"), whose range a table gives. */
            vague: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    /** Positions in `claims`; every pair that are not echoes. */
    pairs: z
      .array(
        z.object({ a: z.number(), b: z.number(), relation: z.enum(RELATIONS), why: z.string() }).readonly(),
      )
      .readonly(),
    range: z
      .object({
        low: z.number().nullable(),
        high: z.number().nullable(),
        as_of: z.string(),
        leading: z.number().int().nonnegative(),
        /** The ends that are those of a vague word. */
        vague: z.array(z.enum(['low', 'high'])).readonly(),
      })
      .readonly()
      .nullable(),
    origins: z.number().int().nonnegative(),
    denied_by: z.array(z.string()).readonly(),
    dispute: z.string().nullable(),
    /** Questions that plausibility raises. */
    doubts: z.array(doubtSchema).readonly(),
    assessment: assessmentSchema,
    converted: z.array(convertedSchema).readonly(),
    derivations: z.array(derivationSchema).readonly(),
  })
  .readonly();

export type Question = z.output<typeof questionSchema>;
/** A finding as it is printed. */
export type Finding = z.output<typeof findingSchema>;
export type Pair = Finding['pairs'][number];
export type Grade = z.output<typeof gradeSchema>;
export type Assessment = z.output<typeof assessmentSchema>;
export type Converted = z.output<typeof convertedSchema>;
export type Derivation = z.output<typeof derivationSchema>;

/** Reliability of the source of a claim, by the Admiralty system, with what decided it. */
export interface SourceGrade {
  readonly letter: Letter;
  readonly closeness: Closeness;
  /** The steps that moved the letter; `named` alone where an analyst gave it. */
  readonly because: readonly (StepRule | 'named')[];
}

/**
 * What decides how a statement stands to the others on its question. Pairs grow with the square of the statements; these
 * grow with the statements, and `pairsOf` (src/ledger/pairs.ts) gives the pairs of them when they are asked for.
 */
export interface Standing {
  /** Position in the finding's `claims`. */
  readonly at: number;
  readonly origin: string;
  /** Of the statement, else of publication. */
  readonly day: string | null;
  readonly affirmed: boolean;
  readonly modality: Modality;
  readonly source: SourceGrade;
  /** What the claim's words name that others could look at. */
  readonly evidence: readonly EvidenceKind[];
  /** What it speaks of. */
  readonly group: 'happened' | 'planned' | 'possible';
  /** Null where it gives no figure. */
  readonly interval: Interval | null;
  /** The figure is a word, whose range a table gives. */
  readonly vague: boolean;
  readonly share: boolean;
  readonly place: string | null;
  /** First and last day, as they are on this question. */
  readonly window: { readonly start: string | null; readonly end: string | null };
  /** The claim gives a time itself. */
  readonly dated: boolean;
  readonly runningTotal: boolean;
}

/** What is worked out of a kept finding when it is printed. */
type Printed = 'pairs' | 'assessment' | 'converted' | 'derivations';

/** A finding as the ledger keeps it: with what gives its pairs and grades, in place of them. */
export interface KeptFinding extends Omit<Finding, Printed | 'claims'> {
  readonly claims: readonly Readonly<z.output<typeof keptClaimSchema>>[];
  /** Of every claim that is no echo, in the order of `claims`. */
  readonly standings: readonly Standing[];
  /** What claims say of each other, by position; `b` is null where it says so of one that stands elsewhere. */
  readonly said: readonly { readonly a: number; readonly type: RelationType; readonly b: number | null }[];
  /** Which places of the standings lie within which others of them: inner, outer. */
  readonly nested: readonly (readonly [inner: string, outer: string])[];
}
