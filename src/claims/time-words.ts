import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';

/** The words around dates (data/claims/times.yaml). */

const words = readYaml(
  join(DATA_FOLDER, 'claims', 'times.yaml'),
  z.strictObject({
    source: z.array(z.string()),
    statements: z.array(z.string()),
    issued: z.array(z.string()),
    learns: z.array(z.string()),
    windows: z.array(z.string()),
    until: z.array(z.string()),
  }),
);
/** Nouns for what somebody gave out. */
export const STATEMENTS: ReadonlySet<string> = new Set(words.statements);
/** Participles between such a noun and its date. */
export const ISSUED: ReadonlySet<string> = new Set(words.issued);
/** Verbs by which somebody comes to know what a clause tells. */
export const LEARNS: ReadonlySet<string> = new Set(words.learns);
const phrase = (list: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}-])(?:${list.join('|')})(?![\\p{L}-])`, 'u');
/** Windows of unsaid length. */
export const WINDOW = phrase(words.windows);
/** Up to an unsaid day. */
export const UNTIL = phrase(words.until);
