import type { Interval } from '../core/interval.js';
import type { VagueWords } from '../model/ledger-tables.js';

/** The range of a vague wording ("dozens of drones"); null for words that have none ("some", "many"). */
export function vagueRange(wording: string, table: VagueWords): Interval | null {
  const entry = find(wording, table)?.entry;
  return entry ? { low: entry.low, high: entry.high } : null;
}

/** The vague word itself ("dozens"); null where the table has none of the wording. */
export const vagueWord = (wording: string, table: VagueWords): string | null =>
  find(wording, table)?.word ?? null;

function find(wording: string, table: VagueWords): { entry: VagueWords[number]; word: string } | null {
  const text = ` ${wording.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  for (const entry of table) {
    const word = entry.words.find((one) => text.includes(` ${one} `));
    if (word !== undefined) return { entry, word };
  }
  return null;
}
