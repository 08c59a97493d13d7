import { join } from 'node:path';
import { z } from 'zod';
import type { Interval } from '../core/interval.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';

const tableSchema = z.strictObject({
  source: z.array(z.string()),
  ranges: z.array(z.strictObject({ words: z.array(z.string()).min(1), low: z.number(), high: z.number() })),
});

type VagueWords = z.output<typeof tableSchema>['ranges'][number];

let table: readonly VagueWords[] | null = null;

/** The range of a vague wording ("dozens of drones"); null for words that have none ("some", "many"). */
export function vagueRange(wording: string): Interval | null {
  const entry = find(wording)?.entry;
  return entry ? { low: entry.low, high: entry.high } : null;
}

/** The vague word itself ("dozens"); null where the table has none of the wording. */
export const vagueWord = (wording: string): string | null => find(wording)?.word ?? null;

function find(wording: string): { entry: VagueWords; word: string } | null {
  table ??= readYaml(join(DATA_FOLDER, 'ledger', 'vague-words.yaml'), tableSchema).ranges;
  const text = ` ${wording.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  for (const entry of table) {
    const word = entry.words.find((one) => text.includes(` ${one} `));
    if (word !== undefined) return { entry, word };
  }
  return null;
}
