import { z } from 'zod';
import { MEASURES } from './provision.js';

/** How a finding stands to the law (docs/law.md): element by element, with the claims; never a verdict. */

const claimRefSchema = z
  .object({ doc: z.string(), index: z.number().int().nonnegative(), claim: z.string() })
  .readonly();

export const ELEMENTS = [
  'act',
  'actor',
  'direction',
  'item',
  'date',
  'place',
  'quantity',
  'further',
  'exemption',
] as const;

export const ELEMENT_STATES = ['satisfied', 'open', 'contradicted', 'unclaimed'] as const;

const elementTestSchema = z
  .object({
    element: z.enum(ELEMENTS),
    /** What must be shown. */
    requires: z.string(),
    /** `unclaimed` is for exemptions alone: nobody says that one applies, which is for who relies on it to show. */
    state: z.enum(ELEMENT_STATES),
    /** By which it is satisfied; where it is open, which speak of it. */
    claims: z.array(claimRefSchema).readonly(),
    /** Denials of them. */
    against: z.array(claimRefSchema).readonly(),
    /** Independent origins of `claims`. */
    origins: z.number().int().nonnegative(),
    /** Why it is open or contradicted, or on what assumption it is satisfied. */
    why: z.string().nullable(),
  })
  .readonly();

const provisionTestSchema = z
  .object({
    id: z.string(),
    regime: z.string(),
    symbol: z.string(),
    paragraph: z.string(),
    measure: z.enum(MEASURES),
    binds: z.union([z.literal('all-states'), z.array(z.string()).readonly()]),
    words: z.string(),
    source: z.string(),
    /** EDTF: the periods in force that the claims touch. */
    in_force: z.array(z.string()).readonly(),
    /** Who holds that it was not in force then, and why. */
    disputed: z
      .object({ by: z.array(z.string()).readonly(), words: z.string() })
      .readonly()
      .nullable(),
    result: z.enum(['apparent breach', 'open elements']),
    elements: z.array(elementTestSchema).readonly(),
    /** Claims whose time lies outside what was in force, or across its edge, with both parts as EDTF. */
    times: z
      .array(
        z
          .object({
            claim: claimRefSchema,
            inside: z.array(z.string()).readonly(),
            outside: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export const NO_PROVISION = [
  'nothing-affirmed',
  'no-embargo',
  'not-in-force',
  'not-covered',
  'no-regime',
] as const;

export const legalTestSchema = z
  .object({
    finding: z.string(),
    /** SHA-256 of the law that it was tested against. */
    law: z.string(),
    /** Name of the standard that an act must meet; null where any qualifying claim will do. */
    standard: z.string().nullable(),
    /** Those that the finding engages, in the order of the law. */
    provisions: z.array(provisionTestSchema).readonly(),
    /** Why there is none; empty where there is one. */
    none: z.array(z.object({ reason: z.enum(NO_PROVISION), words: z.string() }).readonly()).readonly(),
  })
  .readonly();

export type LegalTest = z.output<typeof legalTestSchema>;
export type ProvisionTest = LegalTest['provisions'][number];
export type ElementTest = ProvisionTest['elements'][number];
export type NoProvision = LegalTest['none'][number];
