import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';

const wordSet = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));

/** Nouns that stand for parties (data/claims/parties.yaml). */
export const PARTY_WORDS = readYaml(
  join(DATA_FOLDER, 'claims', 'parties.yaml'),
  z.strictObject({
    source: z.array(z.string()),
    countries: wordSet,
    forces: wordSet,
    groups: wordSet,
    counterparts: wordSet,
    pairs: wordSet,
    scenes: wordSet,
    firm_endings: wordSet,
    firms: wordSet,
    state_owned: wordSet,
  }),
);
