import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { TallymanError } from '../core/errors.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { ITEM_CLASSES, MODALITIES, MODES, UNITS } from './enums.js';
import { ORGANISATION_TYPES } from './vocabulary.js';

/**
 * By what the ledger weighs claims, as data: files under `data/ledger/`, each with its sources. An analyst replaces or
 * adds entries by a file of the same name and form in `ledger/` of the case folder (docs/assessment.md).
 */

const texts = z.array(z.string().min(1));
const day = z.string().refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isEdtf(text), 'is no day');
const sources = { source: texts.min(1) };
const items = z.array(z.enum(ITEM_CLASSES));

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** Reliability of a source: A completely, B usually, C fairly, D not usually, E unreliable, F cannot be judged. */
export type Letter = (typeof LETTERS)[number];

export const EVIDENCE = ['imagery', 'seizure', 'debris', 'documents', 'tracking'] as const;
export type EvidenceKind = (typeof EVIDENCE)[number];

/** How near to the facts a source of some sort is. */
const CLOSENESS = [
  'monitor',
  'international',
  'official',
  'research',
  'news_agency',
  'news',
  'organisation',
  'state_media',
  'company',
  'armed_group',
  'person',
  'unknown',
] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** How a source stands to what it says. */
const STEP_RULES = ['anonymous', 'own-denial', 'admission', 'own-losses', 'target', 'adversary'] as const;
export type StepRule = (typeof STEP_RULES)[number];

/** A number of independent origins whose claims are all of this sort. */
const requirementSchema = z.strictObject({
  origins: z.number().int().positive(),
  closeness: z.array(z.enum(CLOSENESS)).min(1).optional(),
  /** This letter or a better one. */
  reliability: z.enum(LETTERS).optional(),
  modality: z.array(z.enum(MODALITIES)).min(1).optional(),
  /** Any of these named beside the claim. */
  evidence: z.array(z.enum(EVIDENCE)).min(1).optional(),
});
const all = z.array(requirementSchema).min(1);

export const standardSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and hyphens'),
  title: z.string().min(1),
  /** Ways to be published as a finding, and ways to be published as reported. */
  finding: z.array(all).min(1),
  reported: z.array(all).min(1),
});

const conversionEnd = z.strictObject({
  unit: z.enum(UNITS),
  /** Classes of goods to which it applies; empty for all. */
  items,
  calibre_mm: z.number().positive().optional(),
});
export const conversionSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and hyphens'),
    from: conversionEnd,
    to: conversionEnd,
    /** How many of `to` one `from` is, both included. */
    low: z.number().positive(),
    high: z.number().positive(),
    /** Factors that public statements have used. */
    used: z.array(z.number().positive()),
    why: z.string().min(1),
    source: texts.min(1),
    owner: z.string().min(1),
    since: day,
  })
  .refine(({ low, high }) => low <= high, 'low lies above high');

const sourcesSchema = z.strictObject({
  ...sources,
  closeness: z.array(
    z.strictObject({ name: z.enum(CLOSENESS), letter: z.enum(LETTERS), is: z.string().min(1) }),
  ),
  bodies: z.partialRecord(z.enum(ORGANISATION_TYPES), z.enum(CLOSENESS)),
  /** Canonical names of monitoring bodies that the vocabulary does not mark by the state that they watch. */
  monitors: texts,
  steps: z.array(
    z.strictObject({ rule: z.enum(STEP_RULES), steps: z.number().int(), why: z.string().min(1) }),
  ),
  conflicts: z.array(
    z.strictObject({ sides: z.array(texts.min(1)).length(2), since: day, source: z.string().min(1) }),
  ),
  named: z.array(
    z.strictObject({
      /** An origin: a state's code or a canonical name. */
      name: z.string().min(1),
      letter: z.enum(LETTERS),
      why: z.string().min(1),
      by: z.string().min(1),
      since: day,
    }),
  ),
});

const likelihoodSchema = z.strictObject({
  ...sources,
  words: z.array(z.strictObject({ word: z.string(), from: z.number(), to: z.number() })),
  likelihood: z.array(z.strictObject({ word: z.string(), unopposed: z.boolean(), all })),
  confidence: z.array(z.strictObject({ word: z.enum(['low', 'moderate', 'high']), all })),
});

const plausibilitySchema = z.strictObject({
  ...sources,
  rates: z.array(
    z.strictObject({
      unit: z.enum(UNITS),
      items,
      per_day: z.number().positive(),
      source: z.string().min(1),
    }),
  ),
  ships: z.array(
    z.strictObject({
      type: z.string(),
      teu: z.number().positive().nullable(),
      dwt: z.number().positive().nullable(),
      source: z.string().min(1),
    }),
  ),
  speeds: z.array(
    z.strictObject({ mode: z.enum(MODES), knots: z.number().positive(), source: z.string().min(1) }),
  ),
});

const FILES = {
  standards: z.strictObject({ ...sources, standards: z.array(standardSchema) }),
  conversions: z.strictObject({ ...sources, conversions: z.array(conversionSchema) }),
  sources: sourcesSchema,
  likelihood: likelihoodSchema,
  plausibility: plausibilitySchema,
  'evidence-words': z.strictObject({
    ...sources,
    evidence: z.array(z.strictObject({ kind: z.enum(EVIDENCE), words: texts })),
    negations: texts,
  }),
  'vague-words': z.strictObject({
    ...sources,
    /** The first whose words occur in a wording counts; both ends are included. */
    ranges: z.array(
      z
        .strictObject({ words: texts.min(1), low: z.number().nonnegative(), high: z.number().nonnegative() })
        .refine(({ low, high }) => low <= high, 'low lies above high'),
    ),
  }),
} as const;

type Files = { readonly [F in keyof typeof FILES]: z.output<(typeof FILES)[F]> };
export type Requirement = z.output<typeof requirementSchema>;
export type Standard = z.output<typeof standardSchema>;
export type Conversion = z.output<typeof conversionSchema>;
export type SourcesTable = Files['sources'];
export type LikelihoodTable = Files['likelihood'];
export type PlausibilityTable = Files['plausibility'];
export type EvidenceWords = Files['evidence-words'];
export type VagueWords = Files['vague-words']['ranges'];

export interface LedgerTables {
  readonly standards: readonly Standard[];
  readonly conversions: readonly Conversion[];
  readonly sources: SourcesTable;
  readonly likelihood: LikelihoodTable;
  readonly plausibility: PlausibilityTable;
  readonly evidence: EvidenceWords;
  readonly vague: VagueWords;
}

/** What decides where a case names no other. */
export const DEFAULT_STANDARD = 'two-origins';

/** By what an entry of a list is the same as another; lists without are replaced whole. */
const KEYS: Readonly<Record<string, string>> = {
  standards: 'name',
  conversions: 'name',
  closeness: 'name',
  steps: 'rule',
  named: 'name',
  words: 'word',
  ships: 'type',
  speeds: 'mode',
};

/** The bundled files do not change while the program runs. */
let bundled: Files | null = null;

/**
 * The bundled tables, with the entries of a case's own folder in place of those of the same name and before the others.
 * @throws TallymanError `bad-data` naming file, line and column
 */
export function loadLedgerTables(ownFolder: string | null = null): LedgerTables {
  bundled ??= Object.fromEntries(
    Object.entries(FILES).map(([name, schema]) => [
      name,
      readYaml(join(DATA_FOLDER, 'ledger', `${name}.yaml`), schema as z.ZodType),
    ]),
  ) as Files;
  const files = ownFolder === null ? bundled : withOwn(bundled, ownFolder);
  return {
    standards: files.standards.standards,
    conversions: files.conversions.conversions,
    sources: files.sources,
    likelihood: files.likelihood,
    plausibility: files.plausibility,
    evidence: files['evidence-words'],
    vague: files['vague-words'].ranges,
  };
}

function withOwn(files: Files, folder: string): Files {
  const there = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [];
  const merged: Record<string, unknown> = { ...files };
  for (const file of there.sort()) {
    const name = file.replace(/\.yaml$/, '');
    const path = join(folder, file);
    if (!(name in FILES))
      throw new TallymanError(
        'bad-data',
        `no such table: ${name}; tables are ${Object.keys(FILES).join(', ')}`,
        path,
      );
    const schema = (FILES[name as keyof Files] as z.ZodObject).partial();
    merged[name] = mergedTable(merged[name] as Record<string, unknown>, readYaml(path, schema));
  }
  return merged as unknown as Files;
}

function mergedTable(
  table: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...table };
  for (const [field, value] of Object.entries(own)) merged[field] = mergedField(field, table[field], value);
  return merged;
}

function mergedField(field: string, bundledValue: unknown, own: unknown): unknown {
  const key = KEYS[field];
  if (Array.isArray(own) && Array.isArray(bundledValue)) {
    if (key === undefined) return [...(own as unknown[]), ...(bundledValue as unknown[])];
    const entries = own as Record<string, unknown>[];
    const taken = new Set(entries.map((entry) => entry[key]));
    return [
      ...entries,
      ...(bundledValue as Record<string, unknown>[]).filter((entry) => !taken.has(entry[key])),
    ];
  }
  return isRecord(own) && isRecord(bundledValue) ? { ...bundledValue, ...own } : own;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The standard of a name.
 * @throws TallymanError `usage` naming those that there are
 */
export function standardNamed(name: string, { standards }: LedgerTables): Standard {
  const found = standards.find((standard) => standard.name === name);
  if (found) return found;
  throw new TallymanError(
    'usage',
    `no such standard; there are ${standards.map((standard) => standard.name).join(', ')}`,
    name,
  );
}
