import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { DEFAULT_STANDARD } from './ledger-tables.js';

/** `case.yaml`: what a case is about. It narrows nothing that is read; it names the case and frames its report. */
export const caseConfigSchema = z.strictObject({
  /** Names the database schema of a case on a Postgres server; made by `tallyman init`, never changed. */
  id: z.string().regex(/^[a-z][a-z0-9_]{2,40}$/, 'must be lower-case letters, digits and underscores'),
  name: z.string().min(1),
  /** States (ISO 3166-1 alpha-2) or groups the case is about. */
  parties: z.array(z.string()).default([]),
  /** EDTF interval. */
  period: z.string().refine(isEdtf, 'is no EDTF date or interval').nullable().default(null),
  /** ISO 639-1 codes of the languages to read. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).default(['en']),
  /** The standard that decides what may be published as a finding; `tallyman standards` lists them. */
  standard: z.string().min(1).default(DEFAULT_STANDARD),
  /** Whether `tallyman run` asks the second reader, whose service the environment names, to be compared. */
  second_reader: z.enum(['off', 'compare']).default('off'),
  team: z.array(z.strictObject({ name: z.string(), role: z.string().optional() })).default([]),
});

export type CaseConfig = z.output<typeof caseConfigSchema>;
