import type { Colours } from './output.js';
import type { Column } from './table.js';
import { oneLine } from './terminal-text.js';

/** The fields of a record as `tallyman show` prints them, a line each. */

export type Fields = readonly (readonly [name: string, value: unknown])[];

export const fields = (pairs: Fields, { dim }: Colours): string =>
  pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${dim(name.padEnd(13))} ${oneLine(String(value))}\n`)
    .join('');

/** The fields of a record by the columns of its listing, ids aside. */
export const listed = <T>(record: T, columns: readonly Column<T>[], without: readonly string[]): Fields =>
  columns
    .filter(({ name }) => !without.includes(name))
    .map(({ name, of }) => [name.replaceAll('_', ' '), of(record)] as const);
