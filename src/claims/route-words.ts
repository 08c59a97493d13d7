import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { MODES } from '../model/enums.js';

const mode = z.enum(MODES);
const wordSet = z.array(z.string()).transform((list) => new Set(list));

/** The words of ways and places (data/claims/routes.yaml). */
export const ROUTE_WORDS = readYaml(
  join(DATA_FOLDER, 'claims', 'routes.yaml'),
  z.strictObject({
    source: z.array(z.string()),
    sites: z.record(z.string(), z.string()).transform((sites) => new Map(Object.entries(sites))),
    loading: wordSet,
    landing: wordSet,
    still: wordSet,
    modes: z.record(z.string(), mode).transform((modes) => new Map(Object.entries(modes))),
    phrases: z.record(z.string(), mode).transform((phrases) => Object.entries(phrases)),
    prefixes: wordSet,
    navy: wordSet,
    never: wordSet,
  }),
);

/** Kind of place that a noun names, of whatever number; undefined for other words. */
export const siteKind = (word: string): string | undefined =>
  ROUTE_WORDS.sites.get(word) ?? (word.endsWith('s') ? ROUTE_WORDS.sites.get(word.slice(0, -1)) : undefined);
