import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { TallymanError } from '../core/errors.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { ITEM_CLASSES, UNITS } from './enums.js';

/**
 * The field's names as data: states, organisations, offices, people, goods, places, vessels, events. Each file under
 * `data/vocabulary/` is `source:` (where its facts are from) and `entries:`; an analyst extends one by adding a file
 * of the same form to `vocabulary/` in the case folder (docs/vocabulary.md).
 */

const edtf = z.string().refine(isEdtf, 'is no EDTF date');
const names = z.array(z.string().min(1)).default([]);
/** The time for which something held; null where that end is open or unknown. */
const times = { from: edtf.nullable().default(null), to: edtf.nullable().default(null) };
const state = z.string().regex(/^[A-Z]{2}$/, 'is no ISO 3166-1 alpha-2 code');

export const stateSchema = z.strictObject({
  code: state,
  /** The usual English short name. */
  name: z.string(),
  aliases: names,
  /** "North Korean"; the plural and the people's name ("Russians") too where it is another word. */
  demonyms: names,
  capital: z.string().nullable(),
  /** Names that speak for its government: the capital, a seat ("the Kremlin"). Written without article. */
  metonyms: names,
});

export const ORGANISATION_TYPES = [
  'government',
  'ministry',
  'intelligence',
  'military',
  'prosecutor',
  'police',
  'parliament',
  'court',
  'embassy',
  'broadcaster',
  'news_agency',
  'newspaper',
  'research',
  'ngo',
  'un_body',
  'joint_body',
  'company',
  'armed_group',
] as const;

export const organisationSchema = z.strictObject({
  /** The canonical name, with its state in brackets where the name alone could be another's. */
  name: z.string(),
  aliases: names,
  /** Names that mean this body only in a text about its state or after it was named ("the NIS", "the ministry"). */
  short: names,
  type: z.enum(ORGANISATION_TYPES),
  /** The state it belongs to; null for those of several states or of none. */
  state: state.nullable(),
  /** The state whose arms trade it watches (a sanctions panel): which of them a text means by a name that they share. */
  about: state.nullable().default(null),
  /** Whether its word is its state's (a ministry, a state broadcaster) or its own (a newspaper, a group). */
  origin: z.enum(['state', 'own']),
  /** True where it stands as a party by its own name: armed groups, rival governments, private firms. */
  party: z.boolean().default(false),
});

export const officeSchema = z.strictObject({
  /** The title, lower case: "defence minister", "spokesperson". */
  title: z.string(),
  aliases: names,
  /** What kind of body it speaks for. */
  type: z.enum(ORGANISATION_TYPES).nullable(),
});

export const personSchema = z.strictObject({
  name: z.string(),
  aliases: names,
  posts: z
    .array(
      z.strictObject({
        title: z.string(),
        /** Canonical name of an organisation; null where the post is the state's own. */
        organisation: z.string().nullable(),
        state: state.nullable(),
        from: edtf.nullable(),
        to: edtf.nullable(),
      }),
    )
    .default([]),
});

export const itemTermSchema = z.strictObject({
  class: z.enum(ITEM_CLASSES).nullable(),
  /** What one of them is counted in; null for what has no pieces (technology, fuel in unstated measure). */
  unit: z.enum(UNITS).nullable(),
  /** Singular forms; regular plurals and the hyphenated or American spellings are derived. */
  terms: z.array(z.string().min(1)).min(1),
  /** Words right behind one of them that make it no goods ("rounds of talks", "parts of the city"). */
  unless_before: names,
});

export const itemModelSchema = z.strictObject({
  name: z.string(),
  aliases: names,
  class: z.enum(ITEM_CLASSES),
  unit: z.enum(UNITS),
  /** States that make it. */
  make: z.array(state).default([]),
  calibre_mm: z.number().positive().nullable().default(null),
});

export const placeSchema = z.strictObject({
  /** The usual English form. */
  name: z.string(),
  aliases: names,
  type: z.enum([
    'port',
    'city',
    'town',
    'region',
    'sea',
    'strait',
    'river',
    'airport',
    'base',
    'border_crossing',
    'island',
    'depot',
  ]),
  /** Null on the high seas. */
  state: state.nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  /** Name of the region that holds it, where the table has it. */
  within: z.string().nullable().default(null),
  unlocode: z.string().nullable().default(null),
});

export const vesselSchema = z.strictObject({
  name: z.string(),
  aliases: names,
  imo: z
    .string()
    .regex(/^\d{7}$/)
    .nullable(),
  flags: z.array(z.strictObject({ state, from: edtf.nullable(), to: edtf.nullable() })).default([]),
  type: z.string().nullable().default(null),
  /** Twenty-foot containers, and tonnes deadweight, that it carries at most. */
  teu: z.number().positive().nullable().default(null),
  dwt: z.number().positive().nullable().default(null),
  /** Names that it bore for a known time. */
  former_names: z.array(z.strictObject({ name: z.string().min(1), ...times })).default([]),
  mmsi: z.array(z.strictObject({ number: z.string().regex(/^[2-7]\d{8}$/), ...times })).default([]),
  call_signs: z.array(z.strictObject({ sign: z.string().regex(/^[A-Z0-9]{3,7}$/), ...times })).default([]),
  /** Identities under which it sailed that are another ship's or nobody's. Such a name never means this ship. */
  false_identities: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        imo: z
          .string()
          .regex(/^\d{7}$/)
          .nullable()
          .default(null),
        mmsi: z
          .string()
          .regex(/^\d{9}$/)
          .nullable()
          .default(null),
        ...times,
      }),
    )
    .default([]),
});

export const eventSchema = z.strictObject({
  name: z.string(),
  /** The wordings that mean it, without article. */
  aliases: names,
  date: edtf,
  /** States concerned. */
  states: z.array(state).default([]),
});

const SCHEMAS = {
  states: stateSchema,
  organisations: organisationSchema,
  offices: officeSchema,
  people: personSchema,
  items: itemTermSchema,
  models: itemModelSchema,
  places: placeSchema,
  vessels: vesselSchema,
  events: eventSchema,
} as const;

type Tables = { readonly [T in keyof typeof SCHEMAS]: readonly z.output<(typeof SCHEMAS)[T]>[] };
export type State = Tables['states'][number];
export type Organisation = Tables['organisations'][number];
export type Office = Tables['offices'][number];
export type Person = Tables['people'][number];
export type ItemTerm = Tables['items'][number];
export type ItemModel = Tables['models'][number];
export type Place = Tables['places'][number];
export type Vessel = Tables['vessels'][number];
export type KnownEvent = Tables['events'][number];
export type Vocabulary = Tables;

/**
 * Reads the bundled vocabulary and those of further folders, in that order; a later entry stands beside an earlier one.
 * A file's table is the first part of its name: `items.yaml`, `items.drones.yaml`.
 * @throws TallymanError `bad-data` naming file, line and column
 */
export function loadVocabulary(furtherFolders: readonly string[] = []): Vocabulary {
  bundled ??= readFolder(join(DATA_FOLDER, 'vocabulary'));
  const folders = [bundled, ...furtherFolders.map(readFolder)];
  const tables = Object.keys(SCHEMAS).map((table) => [
    table,
    folders.flatMap((folder): readonly unknown[] => folder[table as keyof Tables]),
  ]);
  return Object.fromEntries(tables) as Vocabulary;
}

/** The bundled files do not change while the program runs, and take a second to read. */
let bundled: Tables | null = null;

function readFolder(folder: string): Tables {
  const tables: Record<string, unknown[]> = Object.fromEntries(
    Object.keys(SCHEMAS).map((table) => [table, []]),
  );
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of files.filter((name) => name.endsWith('.yaml'))) {
    const path = join(folder, file);
    const table = file.split('.')[0] ?? '';
    if (!(table in SCHEMAS)) {
      throw new TallymanError(
        'bad-data',
        `no such table: ${table}; tables are ${Object.keys(SCHEMAS).join(', ')}`,
        path,
      );
    }
    const entry: z.ZodType = SCHEMAS[table as keyof typeof SCHEMAS];
    const { entries } = readYaml(
      path,
      z.strictObject({ source: z.array(z.string()).min(1), entries: z.array(entry) }),
    );
    tables[table]?.push(...entries);
  }
  return tables as unknown as Tables;
}
