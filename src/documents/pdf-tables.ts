import type { HyphenJoiner } from './hyphenation.js';
import { median, type Row, type Segment } from './pdf-lines.js';

/** Rows from `start` up to, but without, `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** What stands below one another in a table. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/** Places within this many points of each other are one. */
const NEAR = 4;
/** Lines of one cell follow each other within this many font sizes; rows of a table mostly lie further apart. */
const TIGHT = 1.35;
/** Rows further apart than this are no part of one table. */
const APART = 6;
/** Points that a cell keeps clear at its right. */
const PADDING = 8;
/** Fewer rows with cells are a line of a form, or a pair of signatures. */
const MIN_ROWS = 3;
/** Lines of prose fill their column; cells of a table do not. */
const PROSE_FILL = 0.6;
/** Letters of a middling line; cells mostly have fewer. */
export const PROSE_LETTERS = 18;

/** Runs of rows whose cells begin or end at the same places, with the lines that their cells go on in. */
export function tableRuns(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < rows.length; start++) {
    const end = endOfRun(rows, start);
    const cellRows = rows.slice(start, end).filter((row) => row.length > 1).length;
    if (cellRows < MIN_ROWS) continue;
    runs.push({ start, end });
    start = end - 1;
  }
  return runs;
}

function endOfRun(rows: readonly Row[], start: number): number {
  const first = rows[start] ?? [];
  if (first.length < 2) return start + 1;
  let recent: Row[] = [first];
  let end = start + 1;
  for (let i = end; i < rows.length; i++) {
    const row = rows[i]!;
    const step = stepOf(rows[i - 1]!, row);
    if (step > APART) break;
    const known = recent.flat();
    const isRow = row.length > 1 && isAligned(row, known);
    if (isRow || (step <= TIGHT && row.every((cell) => goesOnIn(cell, known)))) {
      recent = isRow ? [...recent.slice(-3), row] : recent;
      end = i + 1;
      continue;
    }
    // A line of its own over a group of rows.
    const next = rows[i + 1];
    const heads = row.length === 1 && (row[0]?.text.length ?? 0) <= 60 && next !== undefined;
    if (!heads || next.length < 2 || !isAligned(next, known)) break;
  }
  return end;
}

/** Distance of the baselines in font sizes. */
const stepOf = (above: Row, below: Row): number =>
  ((below[0]?.y ?? 0) - (above[0]?.y ?? 0)) / Math.max(1, ...below.map(({ size }) => size));

function isAligned(row: Row, known: readonly Segment[]): boolean {
  const matches = row.filter((cell) => known.some((other) => standsBelow(cell, other)));
  return matches.length >= 2 && matches.length * 2 > row.length;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR;

const standsBelow = (cell: Segment, other: Segment): boolean =>
  near(other.left, cell.left) ||
  near(other.right, cell.right) ||
  near(other.left + other.right, cell.left + cell.right);

/** The line lies below one cell and reaches into no other column. */
function goesOnIn(line: Segment, known: readonly Segment[]): boolean {
  const next = Math.min(...known.filter(({ left }) => left > line.left + NEAR).map(({ left }) => left));
  return known.some((other) => standsBelow(line, other)) && line.right <= next;
}

/** The columns of a run; a gap that a heading over two columns crosses parts them all the same. */
export function columnsOf(rows: readonly Row[]): Column[] {
  const cells = rows.flat();
  const from = Math.min(...cells.map(({ left }) => left));
  const covered: number[] = [];
  for (const { left, right } of cells) {
    for (let x = Math.floor(left - from); x <= Math.ceil(right - from); x++)
      covered[x] = (covered[x] ?? 0) + 1;
  }
  const few = Math.floor(rows.length * 0.08);
  const columns: { left: number; right: number }[] = [];
  for (let x = 0; x < covered.length; x++) {
    if ((covered[x] ?? 0) <= few) continue;
    const last = columns.at(-1);
    if (last !== undefined && from + x - last.right <= 3) last.right = from + x;
    else columns.push({ left: from + x, right: from + x });
  }
  return mergeAlternating(columns, rows);
}

/** A heading on the left and its figures on the right of one column never stand in the same row. */
function mergeAlternating(columns: readonly Column[], rows: readonly Row[]): Column[] {
  const merged: Column[] = [];
  for (const column of columns) {
    const before = merged.at(-1);
    const together =
      before === undefined ||
      rows.some((row) => row.some((cell) => isIn(cell, before)) && row.some((cell) => isIn(cell, column)));
    if (together) merged.push(column);
    else merged[merged.length - 1] = { left: before.left, right: column.right };
  }
  return merged;
}

const overlap = (cell: Segment, column: Column): number =>
  Math.min(cell.right, column.right) - Math.max(cell.left, column.left);

const isIn = (cell: Segment, column: Column): boolean => overlap(cell, column) > 0;

/** Whether what stands below one another reads as a column of prose. */
export function isProseColumn(lines: readonly Segment[], minRows: number): boolean {
  if (lines.length < minRows) return false;
  const width = Math.max(...lines.map((l) => l.right)) - Math.min(...lines.map((l) => l.left));
  return (
    median(lines.map((l) => l.right - l.left)) >= PROSE_FILL * width &&
    median(lines.map((l) => l.text.length)) >= PROSE_LETTERS
  );
}

/** The rows as a person reads them, cells set apart by bars; the lines of a cell joined. */
export function tableRows(
  rows: readonly Row[],
  join: HyphenJoiner,
): { readonly text: string; readonly size: number }[] {
  const columns = columnsOf(rows);
  const lines = rows.map((row) => ({
    y: row[0]?.y ?? 0,
    size: Math.max(...row.map((c) => c.size)),
    cells: cellsOf(row, columns),
  }));
  const steps = lines.slice(1).map((line, i) => stepOf(rows[i]!, rows[i + 1]!));
  const spaced = isSpaced(steps);
  const grouped: (typeof lines)[] = [];
  for (const [i, line] of lines.entries()) {
    const open = grouped.at(-1);
    if (open !== undefined && continues(line, open, steps[i - 1] ?? Infinity)) open.push(line);
    else grouped.push([line]);
  }
  return grouped.map((group) => ({
    text: rowText(
      group.map(({ cells }) => cells),
      join,
    ),
    size: group[0]?.size ?? 0,
  }));

  function continues(line: (typeof lines)[number], open: typeof lines, step: number): boolean {
    if (step > TIGHT) return false;
    // Cells centred on the height of their row begin half a line apart.
    if (step < 0.8) return true;
    const above = columns.map((_, k) =>
      open.map(({ cells }) => cells[k]).findLast((cell) => cell !== undefined),
    );
    const wrapped = line.cells.every(
      (cell, k) => cell === undefined || isWrapped(above[k], cell, columns, k),
    );
    const filled = (cells: readonly unknown[]): number => cells.filter((cell) => cell !== undefined).length;
    const isPart = filled(line.cells) < filled(open[0]?.cells ?? []);
    return wrapped || (isPart && spaced);
  }
}

type Cells = readonly (Segment | undefined)[];

function cellsOf(row: Row, columns: readonly Column[]): (Segment | undefined)[] {
  const cells: (Segment | undefined)[] = columns.map(() => undefined);
  for (const cell of row) {
    const best = columns.reduce(
      (a, column, k) => (overlap(cell, column) > overlap(cell, columns[a]!) ? k : a),
      0,
    );
    const other = cells[best];
    cells[best] =
      other === undefined ? cell : { ...other, text: `${other.text} ${cell.text}`, right: cell.right };
  }
  return cells;
}

/** Rows that lie clearly further apart than the lines within them. */
function isSpaced(steps: readonly number[]): boolean {
  const tight = steps.filter((step) => step <= TIGHT && step >= 0.8);
  const wide = steps.filter((step) => step > TIGHT);
  return tight.length > 0 && wide.length > 0 && Math.min(...wide) >= 1.25 * Math.max(...tight);
}

/** The first word of the line would not have fitted any more behind the line above it. */
function isWrapped(
  above: Segment | undefined,
  line: Segment,
  columns: readonly Column[],
  at: number,
): boolean {
  if (above === undefined) return false;
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  const word = (line.text.split(' ', 1)[0] ?? '').length + 1;
  const edge = (columns[at + 1]?.left ?? columns[at]!.right + letter + PADDING) - PADDING;
  return above.right + word * letter > edge;
}

function rowText(lines: readonly Cells[], join: HyphenJoiner): string {
  const cells = (lines[0] ?? []).map((_, k) =>
    lines
      .flatMap((line) => line[k]?.text ?? [])
      .reduce((text, line) => (text === '' ? line : join(text, line)), ''),
  );
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 ? (filled[0] ?? '') : cells.join(' | ');
}
