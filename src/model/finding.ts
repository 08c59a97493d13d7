import { z } from 'zod';
import { ITEM_CLASSES, KINDS, OUTCOMES, UNITS } from './enums.js';

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
export type Finding = z.output<typeof findingSchema>;

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
