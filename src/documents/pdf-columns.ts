import { rowsOf, type Segment } from './pdf-lines.js';

/** Rows a column needs on each side of its gutter; fewer are a table or a pair of signatures. */
const MIN_ROWS = 5;
/** Lines of prose fill their column; cells of a table do not. */
const PROSE_FILL = 0.6;
const BIN = 2;

/**
 * Puts a page's segments into reading order: runs of full width, and within a run of columns the left one first.
 * Each group is read from top to bottom.
 */
export function inColumns(segments: readonly Segment[]): (readonly Segment[])[] {
  const gutter = findGutter(segments);
  if (gutter === null) return segments.length === 0 ? [] : [segments];

  // Bands of rows: those that cross the gutter, with whatever stands beside them, and those that keep to their side.
  const bands: { across: boolean; rows: Segment[] }[] = [];
  for (const row of rowsOf(segments)) {
    const across = row.some((segment) => segment.left < gutter && segment.right > gutter);
    const band = bands.at(-1);
    if (band?.across === across) band.rows.push(...row);
    else bands.push({ across, rows: row });
  }
  return bands.flatMap(({ across, rows }) =>
    across
      ? inColumns(rows)
      : [
          ...inColumns(rows.filter((s) => s.right <= gutter)),
          ...inColumns(rows.filter((s) => s.left >= gutter)),
        ],
  );
}

/** The middle of a strip that few lines cross and that has prose on both sides; null where there is none. */
function findGutter(segments: readonly Segment[]): number | null {
  if (segments.length < MIN_ROWS * 2) return null;
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
  return gutters.find((gutter) => isProseBeside(segments, gutter)) ?? null;
}

function isProseBeside(segments: readonly Segment[], gutter: number): boolean {
  const [before, after] = [
    segments.filter((s) => s.right <= gutter),
    segments.filter((s) => s.left >= gutter),
  ];
  return [before, after].every((side) => {
    const rows = rowsOf(side);
    if (rows.length < MIN_ROWS) return false;
    const lines = rows.map((row) => ({
      left: Math.min(...row.map((s) => s.left)),
      right: Math.max(...row.map((s) => s.right)),
      filled: row.reduce((sum, s) => sum + s.right - s.left, 0),
    }));
    const width = Math.max(...lines.map((l) => l.right)) - Math.min(...lines.map((l) => l.left));
    const letters = median(rows.map((row) => row.reduce((sum, s) => sum + s.text.length, 0)));
    return median(lines.map((l) => l.filled)) >= PROSE_FILL * width && letters >= 18;
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
