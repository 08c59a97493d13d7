import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { sha256 } from '../core/hash.js';

/** Who and what the claims speak of: states, bodies, people, vessels, places, goods (docs/entities.md). */

/** In which part a name stands; two things of different sorts are never one, whatever they are called. */
export const ENTITY_SORTS = ['party', 'vessel', 'place', 'item', 'model'] as const;
export type EntitySort = (typeof ENTITY_SORTS)[number];

export const ENTITY_TYPES = [
  'state',
  'agency',
  'organisation',
  'company',
  'person',
  'armed_group',
  'vessel',
  'place',
  'item',
  'model',
  'unknown',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** What identifies an entity: judgements name entities by it. */
export const entityRefSchema = z
  .object({
    sort: z.enum(ENTITY_SORTS),
    /** What findings say: a state's ISO 3166-1 code, an item's class, else the canonical name. */
    key: z.string().min(1),
  })
  .readonly();

export type EntityRef = z.output<typeof entityRefSchema>;

/** `e-` and a hash; keys may be damaged text of a source, which canonical JSON does not take. */
export const entityId = ({ sort, key }: EntityRef): string =>
  `e-${sha256(JSON.stringify([sort, key])).slice(0, 20)}`;

/** The registers whose numbers are known to the program. */
export const IDENTIFIER_SCHEMES = ['iso-3166-1', 'imo', 'mmsi', 'call-sign', 'un-locode'] as const;

const edtf = z.string().refine(isEdtf, 'is no EDTF date').nullable();
const times = { from: edtf, to: edtf };

const identifier = z.object({ scheme: z.enum(IDENTIFIER_SCHEMES), value: z.string(), ...times }).readonly();
const flag = z.object({ state: z.string(), ...times }).readonly();
const timedName = z.object({ name: z.string(), ...times }).readonly();

export const entitySchema = z
  .object({
    /** `e-` and a hash of sort and key, so that it is stable as claims arrive. */
    id: z.string(),
    sort: z.enum(ENTITY_SORTS),
    key: z.string(),
    type: z.enum(ENTITY_TYPES),
    name: z.string(),
    /** The state it belongs to or lies in; null where there is none or it is unknown. */
    state: z.string().nullable(),
    /** Whose word it speaks where it makes statements: a state's code, else its own key. */
    origin: z.string(),
    /** How its names were matched with the vocabulary; the surest of them. */
    matched: z.enum(['identifier', 'exact', 'alias', 'none']),
    /** Claims that name it. */
    claims: z.number().int().nonnegative(),
    /** The names under which claims speak of it, the most used first. */
    names: z.array(z.object({ name: z.string(), claims: z.number().int().positive() }).readonly()).readonly(),
    /** Other names that the vocabulary has for it, with the time for which it bore them. */
    aliases: z.array(timedName).readonly(),
    identifiers: z.array(identifier).readonly(),
    /** Of a vessel. */
    flags: z.array(flag).readonly(),
    /** Identities under which a vessel sailed that are another's, or nobody's; never matched with it. */
    false_identities: z
      .array(z.object({ name: z.string(), identifiers: z.array(identifier).readonly(), ...times }).readonly())
      .readonly(),
    /** Of a person, the latest first. */
    posts: z
      .array(
        z
          .object({
            title: z.string(),
            organisation: z.string().nullable(),
            state: z.string().nullable(),
            ...times,
          })
          .readonly(),
      )
      .readonly(),
    /** Ids of the entities that analysts have put into it. */
    merged: z.array(z.string()).readonly(),
  })
  .readonly();

export type Entity = z.output<typeof entitySchema>;
export type Identifier = Entity['identifiers'][number];
