import { figureLabels, isFigureCaption } from './pdf-figures.js';
import { median, rowsOf, type Row, type Segment } from './pdf-lines.js';
import { columnsOf, isProseColumn, PROSE_LETTERS, tableRuns, type Run } from './pdf-tables.js';

/** Rows that are read from top to bottom before the next group. */
export interface Group {
  readonly kind: 'text' | 'table';
  readonly rows: readonly Row[];
}

/** Rows a column needs on each side of its gutter; fewer are a table or a pair of signatures. */
const MIN_ROWS = 5;
/** A short part of a page in columns; only where nothing else stands in it. */
const FEW_ROWS = 3;
const BIN = 2;
/** Baselines further apart than this many font sizes part a page over its full width. */
const ZONE_STEP = 1.7;

/**
 * Puts a page's segments into reading order. Where the page has columns: runs of rows that cross the gutter, are a table
 * or a drawing over the full width, and between them the left column before the right one.
 */
export function readingGroups(segments: readonly Segment[], bodySize: number): Group[] {
  const rows = rowsOf(segments);
  if (rows.length === 0) return [];
  const gutter = pageGutter(segments, rows);
  const labels = figureLabels(rows, bodySize);
  const tables = tableRuns(rows).filter(({ start, end }) => {
    const isDrawing = labels.slice(start, end).includes(true);
    return !isDrawing && !isColumns(rows.slice(start, end), gutter);
  });
  if (gutter === null) return partedByTables(rows, tables);

  const kindOf = (row: Row, i: number): Band['kind'] => {
    if (tables.some(({ start, end }) => i >= start && i < end)) return 'table';
    if (row.some((segment) => segment.left < gutter && segment.right > gutter)) return 'across';
    const drawing =
      labels[i] === true || (isFigureCaption(row) && (labels[i + 1] === true || labels[i - 1] === true));
    return drawing ? 'across' : 'columns';
  };
  const bands: Band[] = [];
  for (const [i, row] of rows.entries()) {
    const kind = kindOf(row, i);
    const band = bands.at(-1);
    if (band?.kind === kind) band.rows.push(row);
    else bands.push({ kind, rows: [row] });
  }
  return bands.flatMap(({ kind, rows: own }): Group[] => {
    if (kind === 'table') return [{ kind, rows: own }];
    const inside = own.flat();
    if (kind === 'across') {
      // What crosses this gutter may have another of its own.
      return own.length < rows.length ? readingGroups(inside, bodySize) : [{ kind: 'text', rows: own }];
    }
    return [
      ...readingGroups(
        inside.filter((s) => s.right <= gutter),
        bodySize,
      ),
      ...readingGroups(
        inside.filter((s) => s.left >= gutter),
        bodySize,
      ),
    ];
  });
}

interface Band {
  readonly kind: 'table' | 'across' | 'columns';
  readonly rows: Row[];
}

function partedByTables(rows: readonly Row[], tables: readonly Run[]): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (const { start, end } of [...tables, { start: rows.length, end: rows.length }]) {
    if (start > from) groups.push({ kind: 'text', rows: rows.slice(from, start) });
    if (end > start) groups.push({ kind: 'table', rows: rows.slice(start, end) });
    from = end;
  }
  return groups;
}

/** Aligned rows that are lines of prose side by side. */
function isColumns(rows: readonly Row[], gutter: number | null): boolean {
  const columns = columnsOf(rows).map(({ left, right }) =>
    rows.flat().filter((cell) => cell.left >= left - 1 && cell.right <= right + 1),
  );
  if (columns.every((lines) => isProseColumn(lines, FEW_ROWS))) return true;
  if (gutter === null || rows.flat().some((cell) => cell.left < gutter && cell.right > gutter)) return false;
  const sides = [
    rows.flat().filter(({ right }) => right <= gutter),
    rows.flat().filter(({ left }) => left >= gutter),
  ];
  const areLines = sides.map((side) => rowsOf(side).every((row) => row.length === 1));
  // A few lines of each column, headings among them.
  if (areLines.every(Boolean) && median(rows.flat().map(({ text }) => text.length)) >= PROSE_LETTERS)
    return true;
  // A table in one column beside the text of the other.
  return sides.some((side, i) => areLines[i] === true && isProseColumn(side, FEW_ROWS + 1));
}

/** The gutter of the page, or of the first part of it that has one over its full height. */
function pageGutter(segments: readonly Segment[], rows: readonly Row[]): number | null {
  const whole = findGutter(segments, MIN_ROWS);
  if (whole !== null) return whole;
  for (const zone of zonesOf(rows)) {
    if (zone.length === rows.length) return null;
    const gutter = findGutter(zone.flat(), FEW_ROWS);
    if (gutter !== null) return gutter;
  }
  return null;
}

/** Parts of a page with clear space over the full width between them. */
function zonesOf(rows: readonly Row[]): Row[][] {
  const zones: Row[][] = [];
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    const size = Math.max(...row.map((segment) => segment.size));
    const apart = before === undefined || (row[0]?.y ?? 0) - (before[0]?.y ?? 0) > ZONE_STEP * size;
    if (apart) zones.push([row]);
    else zones.at(-1)?.push(row);
  }
  return zones;
}

/** The middle of a strip that few lines cross and that has prose on both sides; null where there is none. */
function findGutter(segments: readonly Segment[], minRows: number): number | null {
  if (segments.length < minRows * 2) return null;
  const left = Math.min(...segments.map((s) => s.left));
  const right = Math.max(...segments.map((s) => s.right));
  const size = median(segments.map((s) => s.size));
  const bins = Array.from({ length: Math.ceil((right - left) / BIN) + 1 }, () => 0);
  for (const s of segments) {
    for (let i = Math.floor((s.left - left) / BIN); i <= Math.floor((s.right - left) / BIN); i++)
      bins[i] = (bins[i] ?? 0) + 1;
  }
  const from = Math.round(bins.length * 0.15);
  const to = Math.round(bins.length * 0.85);
  const open = segments.length * 0.4;
  const strips: { start: number; end: number; crossing: number }[] = [];
  for (let i = from; i < to; i++) {
    if ((bins[i] ?? 0) > open) continue;
    let end = i;
    while (end + 1 < to && (bins[end + 1] ?? 0) <= open) end++;
    const lowest = Math.min(...bins.slice(i, end + 1));
    let a = i;
    while ((bins[a] ?? 0) > lowest) a++;
    let b = a;
    while (b + 1 <= end && bins[b + 1] === lowest) b++;
    strips.push({ start: left + a * BIN, end: left + (b + 1) * BIN, crossing: lowest });
    i = end;
  }
  const gutters = strips
    .filter((strip) => strip.end - strip.start >= Math.max(6, size * 0.7))
    .sort((a, b) => a.crossing - b.crossing || b.end - b.start - (a.end - a.start))
    .map((strip) => (strip.start + strip.end) / 2);
  return gutters.find((gutter) => isProseBeside(segments, gutter, minRows)) ?? null;
}

function isProseBeside(segments: readonly Segment[], gutter: number, minRows: number): boolean {
  const sides = [segments.filter((s) => s.right <= gutter), segments.filter((s) => s.left >= gutter)];
  return sides.every((side) => isProseColumn(rowsOf(side).map(lineOf), minRows));
}

/** A row as one line; its width is what is filled. */
const lineOf = (row: Row): Segment => ({
  ...row[0]!,
  text: row.map(({ text }) => text).join(''),
  right: row[0]!.left + row.reduce((sum, s) => sum + s.right - s.left, 0),
});
