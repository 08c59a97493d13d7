/** A run of glyphs as pdf.js gives it, in points from the page's top left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
  readonly font: string;
}

export interface PdfPage {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
}

/** Text without a wide gap in it: a line of a column, or a cell of a table. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

/** Segments on one baseline, from left to right. */
export type Row = readonly Segment[];

/** A gap wider than this share of the font size may part two columns or cells. */
const WIDE_GAP = 0.9;
const WORD_GAP = 0.15;

/** Puts the items of a page on their baselines and joins those without a wide gap between them. */
export function segmentsOf(items: readonly PdfItem[]): Segment[] {
  return rowsOf(items.filter((item) => item.text.trim() !== '')).flatMap((row) => {
    const segments: PdfItem[][] = [];
    let end = -Infinity;
    for (const item of row) {
      const current = segments.at(-1);
      if (current !== undefined && item.x - end <= WIDE_GAP * item.size) current.push(item);
      else segments.push([item]);
      end = Math.max(end, item.x + item.width);
    }
    return withMarkers(segments.map(joinItems));
  });
}

const MARKER = /^(?:[•‣◦▪●■–—*†‡-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\[?\d{1,3}\]?)$/iu;
/** A number or bullet stands at most this far before its text, in font sizes. */
const MARKER_GAP = 5;

/** A list's or note's mark set apart by a tab belongs to the line that it begins, and is no cell of a table. */
function withMarkers(row: readonly Segment[]): Segment[] {
  const [mark, line, ...rest] = row;
  if (mark === undefined || line === undefined) return [...row];
  // A bare number before figures or names in columns may be anything.
  const bare = /^\d+$/.test(mark.text);
  const near = line.left - mark.right <= MARKER_GAP * line.size;
  if (!MARKER.test(mark.text) || !near || (bare && rest.length > 0)) return [...row];
  return [{ ...line, text: `${mark.text} ${line.text}`, left: mark.left }, ...rest];
}

/** The row's text on one line. */
export const rowText = (row: Row): string => row.map(({ text }) => text).join(' ');

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Groups what overlaps in height, each row from left to right, rows from top to bottom. */
export function rowsOf<
  T extends { readonly y: number; readonly size: number } & (
    { readonly x: number } | { readonly left: number }
  ),
>(items: readonly T[]): T[][] {
  const rows: { y: number; size: number; items: T[] }[] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y || start(a) - start(b))) {
    const row = rows.slice(-3).find((other) => onOneLine(other, item));
    if (row === undefined) {
      rows.push({ y: item.y, size: item.size, items: [item] });
      continue;
    }
    row.items.push(item);
    // The larger type sets the line; a superscript met first must not.
    if (item.size > row.size * 1.1) {
      row.y = item.y;
      row.size = item.size;
    }
  }
  rows.sort((a, b) => a.y - b.y);
  return rows.map((row) => row.items.sort((a, b) => start(a) - start(b)));
}

const start = (item: { readonly x: number } | { readonly left: number }): number =>
  'x' in item ? item.x : item.left;

/** More than half of the smaller one's height lies beside the other. */
function onOneLine(a: { y: number; size: number }, b: { y: number; size: number }): boolean {
  const top = Math.max(a.y - a.size * 0.75, b.y - b.size * 0.75);
  const bottom = Math.min(a.y + a.size * 0.2, b.y + b.size * 0.2);
  return bottom - top > 0.55 * Math.min(a.size, b.size);
}

function joinItems(items: readonly PdfItem[]): Segment {
  const main = items.reduce((a, b) => (b.text.length * b.size > a.text.length * a.size ? b : a));
  let text = '';
  let end = items[0]?.x ?? 0;
  for (const item of items) {
    const gap = item.x - end > WORD_GAP * item.size;
    // A raised small figure is a footnote's mark; bare, it would become part of the number before it.
    const raised =
      item.size < main.size * 0.8 && item.y < main.y - main.size * 0.15 && /^\s*\d{1,3}\s*$/.test(item.text);
    const piece = raised ? `[${item.text.trim()}]` : item.text;
    text +=
      gap && !raised && text !== '' && !text.endsWith(' ') && !piece.startsWith(' ') ? ` ${piece}` : piece;
    end = item.x + item.width;
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: Math.min(...items.map((item) => item.x)),
    right: Math.max(...items.map((item) => item.x + item.width)),
    y: main.y,
    size: main.size,
    font: main.font,
  };
}
