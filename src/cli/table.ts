import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { Look } from './output.js';
import { oneLine } from './terminal-text.js';

/** One column of a listing: its name in CSV and in the table's head, and what it shows of a record. */
export interface Column<T> {
  readonly name: string;
  readonly of: (record: T) => string | number | boolean | null | undefined;
  /** Shown in the table as well; the others are in CSV alone. */
  readonly inTable?: boolean;
}

const GAP = 2;
const NARROWEST = 6;
const NO_LINES = Object.fromEntries(
  [
    ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ]
    .map((names) => names.map((name) => [name, ''] as const))
    .flat(),
);

/** Records as a table of one line each, fitted to the terminal; where there is none every cell stays whole. */
export function tableText<T>(
  records: readonly T[],
  columns: readonly Column<T>[],
  { width, colours }: Look,
): string {
  const shown = columns.filter((column) => column.inTable);
  const rows = records.map((record) => shown.map((column) => oneLine(String(column.of(record) ?? ''))));
  const natural = shown.map((column, n) =>
    Math.max(stringWidth(column.name), ...rows.map((row) => stringWidth(row[n] ?? ''))),
  );
  const widths = fitted(natural, width === null ? null : width - GAP * (shown.length - 1));
  const table = new Table({
    head: shown.map((column) => colours.bold(column.name)),
    // The last column needs no gap after it: lines end with their text.
    colWidths: widths.map((columnWidth) => columnWidth + GAP),
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': GAP, head: [], border: [] },
  });
  table.push(...rows);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Takes from the widest column, again and again, until the row fits. */
function fitted(natural: readonly number[], available: number | null): number[] {
  const widths = [...natural];
  let excess = available === null ? 0 : widths.reduce((sum, each) => sum + each, 0) - available;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}
