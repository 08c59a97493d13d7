import { z } from 'zod';
import type { Interval } from '../core/interval.js';
import { ITEM_CLASSES, KINDS, OUTCOMES, UNITS, type RelationType } from './enums.js';

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

export const RELATIONS = [
  'agrees',
  'contains',
  'refines',
  'supersedes',
  'part-of',
  'contradicts',
  'not-comparable',
] as const;

export const findingSchema = z
  .object({
    /** `f-` and a hash of the question alone, so that it is stable as claims arrive. */
    id: z.string(),
    question: questionSchema,
    /** Every claim on the question, denials included, in statement order. */
    claims: z
      .array(
        z
          .object({
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
      })
      .readonly()
      .nullable(),
    origins: z.number().int().nonnegative(),
    denied_by: z.array(z.string()).readonly(),
    dispute: z.string().nullable(),
  })
  .readonly();

export type Question = z.output<typeof questionSchema>;
/** A finding as it is printed. */
export type Finding = z.output<typeof findingSchema>;
export type Pair = Finding['pairs'][number];

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
  /** What it speaks of. */
  readonly group: 'happened' | 'planned' | 'possible';
  /** Null where it gives no figure. */
  readonly interval: Interval | null;
  readonly share: boolean;
  readonly place: string | null;
  /** First and last day, as they are on this question. */
  readonly window: { readonly start: string | null; readonly end: string | null };
  /** The claim gives a time itself. */
  readonly dated: boolean;
  readonly runningTotal: boolean;
}

/** A finding as the ledger keeps it: with what gives its pairs, in place of them. */
export interface KeptFinding extends Omit<Finding, 'pairs'> {
  /** Of every claim that is no echo, in the order of `claims`. */
  readonly standings: readonly Standing[];
  /** What claims say of each other, by position; `b` is null where it says so of one that stands elsewhere. */
  readonly said: readonly { readonly a: number; readonly type: RelationType; readonly b: number | null }[];
  /** Which places of the standings lie within which others of them: inner, outer. */
  readonly nested: readonly (readonly [inner: string, outer: string])[];
}

/** A canonical party, claimant or thing that findings speak of. */
export const entitySchema = z
  .object({
    /** ISO code of a state, else the canonical name. */
    id: z.string(),
    type: z.enum(['state', 'organisation', 'person', 'armed_group', 'vessel', 'place', 'item', 'unknown']),
    name: z.string(),
    /** The names under which the case's claims speak of it. */
    names: z.array(z.string()).readonly(),
    /** The origin it speaks for: a state's code, else its own id. */
    origin: z.string(),
    /** How the name was matched: exactly, by an alias of the vocabulary, or not at all. */
    matched: z.enum(['exact', 'alias', 'none']),
  })
  .readonly();

export type Entity = z.output<typeof entitySchema>;
