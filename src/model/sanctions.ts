import { z } from 'zod';

/** Sanctions lists as they are kept in a case, and what screening against them finds (docs/entities.md). */

export const LIST_FORMATS = ['followthemoney', 'un-consolidated'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** One version of a list. Its bytes are archived as they were obtained; older versions stay. */
export const sanctionsListSchema = z
  .object({
    /** SHA-256 of the bytes. */
    id: z.string(),
    name: z.string().min(1),
    /** The date or number that its publisher gives this version; the day on which it was added where none is known. */
    version: z.string().min(1),
    format: z.enum(LIST_FORMATS),
    /** File name, as it was given. */
    file: z.string(),
    size: z.number().int().nonnegative(),
    /** ISO 8601 UTC. */
    added: z.iso.datetime(),
    /** Entries: `in` = `out` + `rejected`. */
    in: z.number().int().nonnegative(),
    out: z.number().int().nonnegative(),
    rejected: z.number().int().nonnegative(),
    /** Of `out`, those of a kind that is screened: people, bodies, vessels. */
    screened: z.number().int().nonnegative(),
    /** The first of the rejected entries, with the line on which each begins. */
    rejects: z
      .array(z.object({ line: z.number().int().positive(), reason: z.string() }).readonly())
      .readonly(),
  })
  .readonly();

export type SanctionsList = z.output<typeof sanctionsListSchema>;

export const LISTED_TYPES = ['vessel', 'person', 'organisation', 'other'] as const;
export type ListedType = (typeof LISTED_TYPES)[number];

/** An entry of a list, as far as screening compares it. */
export interface ListedEntity {
  /** As the list has it. */
  readonly id: string;
  readonly type: ListedType;
  /** The list's own word for its kind. */
  readonly schema: string;
  readonly name: string;
  readonly aliases: readonly { readonly name: string; readonly weak: boolean }[];
  readonly imo: readonly string[];
  readonly mmsi: readonly string[];
  readonly call_signs: readonly string[];
  /** Flags, nationalities, places of registration, as the list has them: codes or names. */
  readonly countries: readonly string[];
  /** EDTF. */
  readonly births: readonly string[];
  /** Programmes, data sets or regimes under which it is listed. */
  readonly programmes: readonly string[];
  /** EDTF: when it was put on the list, or first seen there; null where that is not said. */
  readonly listed: string | null;
}

/** One field on which two entities were compared, and what that does to the score. */
export const comparedFieldSchema = z
  .object({
    field: z.enum([
      'imo',
      'mmsi',
      'call-sign',
      'code',
      'name',
      'common-name',
      'state',
      'birth',
      'false-identity',
    ]),
    /** Of the entity of the ledger. */
    ours: z.string(),
    theirs: z.string(),
    /** Added to the score; negative where it speaks against. */
    contribution: z.number(),
    why: z.string(),
  })
  .readonly();

export type ComparedField = z.output<typeof comparedFieldSchema>;

/** How alike two entities are, and by what. */
export interface Likeness {
  /** 0 to 1: the sum of the contributions, no less and no more. */
  readonly score: number;
  readonly fields: readonly ComparedField[];
}

export const hitSchema = z
  .object({
    /** Id of the entity of the ledger. */
    entity: z.string(),
    name: z.string(),
    type: z.string(),
    score: z.number().min(0).max(1),
    list: z.object({ id: z.string(), name: z.string(), version: z.string() }).readonly(),
    /** The entry of the list. */
    listed: z
      .object({
        id: z.string(),
        schema: z.string(),
        name: z.string(),
        programmes: z.array(z.string()).readonly(),
        listed: z.string().nullable(),
      })
      .readonly(),
    fields: z.array(comparedFieldSchema).readonly(),
  })
  .readonly();

export type Hit = z.output<typeof hitSchema>;

/** All that screening found, and what it looked at. */
export const screeningSchema = z
  .object({
    lists: z
      .array(
        z
          .object({ id: z.string(), name: z.string(), version: z.string(), screened: z.number().int() })
          .readonly(),
      )
      .readonly(),
    /** Entities of the ledger that were compared. */
    entities: z.number().int().nonnegative(),
    /** By falling score, then by entity, list and entry. */
    hits: z.array(hitSchema).readonly(),
  })
  .readonly();

export type Screening = z.output<typeof screeningSchema>;
