import { z } from 'zod';
import { ITEM_CLASSES, MODALITIES, OUTCOMES, POLARITIES, UNITS } from './enums.js';

/** One strike, with all that claims say of it (docs/formats.md). */

/** How far a strike is established; `disputed` while a denial of it stands. */
export const STRIKE_STATUSES = [
  'recorded',
  'under-investigation',
  'officially-confirmed',
  'disputed',
] as const;
export type StrikeStatus = (typeof STRIKE_STATUSES)[number];

const claims = z.array(z.string()).min(1).readonly();
const bound = z.number().nullable();

/** What one statement did to the status of the case. */
const stepSchema = z
  .object({
    /** Of the statement, else of publication; null where neither is known. */
    date: z.string().nullable(),
    status: z.enum(STRIKE_STATUSES),
    /** Whose word it is. */
    authority: z.string(),
    /** The origin of that word: a state for those who speak for it. */
    origin: z.string(),
    polarity: z.enum(POLARITIES),
    modality: z.enum(MODALITIES),
    claim: z.string(),
  })
  .readonly();

/** Goods fired or found, as the claims name them. */
const weaponSchema = z
  .object({
    item: z.enum(ITEM_CLASSES).nullable(),
    model: z.string().nullable(),
    /** States whose make it is said to be. */
    make: z.array(z.string()).readonly(),
    wordings: z.array(z.string()).readonly(),
    claims,
  })
  .readonly();

/**
 * A transfer by which the weapon may have come. `stated`: a claim says so of this weapon. `inferred`: nobody does; the
 * grounds say what fits.
 */
const linkSchema = z
  .object({
    basis: z.enum(['stated', 'inferred']),
    supplier: z.string().nullable(),
    recipient: z.string().nullable(),
    /** The finding of the transfer; null where the claim that states it stands in none. */
    finding: z.string().nullable(),
    claims,
    grounds: z.array(z.string()).readonly(),
  })
  .readonly();

export const strikeCaseSchema = z
  .object({
    /** `s-` and a hash of date, place and target, so that it is stable as claims arrive. */
    id: z.string(),
    /** EDTF. */
    date: z.string(),
    place: z.string().nullable(),
    /** The state hit. */
    target: z.string().nullable(),
    status: z.enum(STRIKE_STATUSES),
    steps: z.array(stepSchema).readonly(),
    weapons: z.array(weaponSchema).readonly(),
    /** Who is said to have used them, and by which claims. */
    used_by: z.array(z.object({ actor: z.string(), claims }).readonly()).readonly(),
    /** What was counted of it, by the finding: weapons fired, attacks, parts found. */
    counts: z
      .array(
        z
          .object({
            finding: z.string(),
            item: z.enum(ITEM_CLASSES).nullable(),
            unit: z.enum(UNITS).nullable(),
            low: bound,
            high: bound,
          })
          .readonly(),
      )
      .readonly(),
    casualties: z
      .array(
        z
          .object({
            finding: z.string(),
            outcome: z.enum(OUTCOMES).nullable(),
            low: bound,
            high: bound,
            claims,
          })
          .readonly(),
      )
      .readonly(),
    links: z.array(linkSchema).readonly(),
    /** Every claim of the case, the repetitions too, in statement order. */
    claims,
  })
  .readonly();

export type StrikeCase = z.output<typeof strikeCaseSchema>;
export type StrikeStep = StrikeCase['steps'][number];
export type StrikeWeapon = StrikeCase['weapons'][number];
export type StrikeLink = StrikeCase['links'][number];
