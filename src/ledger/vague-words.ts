import { join } from 'node:path';
import { z } from 'zod';
import type { Interval } from '../core/interval.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';

const tableSchema = z.strictObject({
  source: z.array(z.string()),
  ranges: z.array(z.strictObject({ words: z.array(z.string()).min(1), low: z.number(), high: z.number() })),
});

let table: z.output<typeof tableSchema>['ranges'] | null = null;

/** The range of a vague wording ("dozens of drones"); null for words that have none ("some", "many"). */
export function vagueRange(wording: string): Interval | null {
  table ??= readYaml(join(DATA_FOLDER, 'ledger', 'vague-words.yaml'), tableSchema).ranges;
  const text = ` ${wording.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  const entry = table.find(({ words }) => words.some((word) => text.includes(` ${word} `)));
  return entry ? { low: entry.low, high: entry.high } : null;
}
