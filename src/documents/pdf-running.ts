import { rowText, rowsOf, type PdfPage, type Row, type Segment } from './pdf-lines.js';

/** Running lines stand within this share of the page's height from the outermost text of all pages. */
const ZONE = 0.06;

export interface RunningLine {
  readonly text: string;
  readonly rule: 'running-header' | 'running-footer' | 'page-number';
}

export interface SplitPage {
  readonly body: readonly Segment[];
  readonly running: readonly RunningLine[];
}

/** Parts each page's own text from the lines that repeat from page to page, and from its number. */
export function splitRunning(
  pages: readonly { readonly page: Pick<PdfPage, 'height'>; readonly segments: readonly Segment[] }[],
): SplitPage[] {
  const heights = pages.flatMap(({ segments }) => segments.map((segment) => segment.y));
  const edge = heights.reduce(
    ({ top, bottom }, y) => ({ top: Math.min(top, y), bottom: Math.max(bottom, y) }),
    {
      top: Infinity,
      bottom: -Infinity,
    },
  );
  const rows = pages.map(({ page, segments }) =>
    rowsOf(segments).map((row) => ({ row, zone: zoneOf(row[0]?.y ?? 0, edge, page.height * ZONE) })),
  );
  const seen = new Map<string, number>();
  for (const page of rows) {
    const here = new Set(page.flatMap(({ row, zone }) => (zone === null ? [] : keysOf(row, zone))));
    for (const key of here) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  // Left and right pages of a short document carry different lines.
  const needed = pages.length <= 6 ? 2 : 3;
  const repeats = ({ row, zone }: ZonedRow): boolean =>
    zone !== null && keysOf(row, zone).some((key) => (seen.get(key) ?? 0) >= needed);
  return rows.map((page) => {
    const body: Segment[] = [];
    const running: RunningLine[] = [];
    for (const [i, zoned] of page.entries()) {
      const { row, zone } = zoned;
      const text = rowText(row);
      if (zone !== null && NUMBER.test(text)) running.push({ text, rule: 'page-number' });
      else if (zone !== null && repeats(zoned) && (row.length === 1 || isSetApart(page, i)))
        running.push({ text, rule: `running-${zone}` });
      else body.push(...row);
    }
    return { body, running };
  });
}

type Zone = 'header' | 'footer' | null;

interface ZonedRow {
  readonly row: Row;
  readonly zone: Zone;
}

/** Distance in font sizes at which the outermost line of a page is none of its text. */
const APART = 2.2;

/** Nothing stands between the row and the page's edge, and the text keeps clear of it: else it may be a table's. */
function isSetApart(page: readonly ZonedRow[], at: number): boolean {
  const { row, zone } = page[at]!;
  const [outer, inner] = zone === 'header' ? [page[at - 1], page[at + 1]] : [page[at + 1], page[at - 1]];
  const step = inner === undefined ? Infinity : Math.abs((inner.row[0]?.y ?? 0) - (row[0]?.y ?? 0));
  return outer === undefined && step > APART * Math.max(...row.map(({ size }) => size));
}

const NUMBER =
  /^(?:page|p\.|seite)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,7})\s*(?:(?:of|\/|von)\s*\d{1,4})?\s*[-–—|]?$/i;

function zoneOf(y: number, edge: { top: number; bottom: number }, depth: number): Zone {
  if (y < edge.top + depth) return 'header';
  return y > edge.bottom - depth ? 'footer' : null;
}

/** Characters that a part of a line needs to be known again by itself. */
const MIN_LENGTH = 5;

/**
 * By what a line is known again. Alone: its words, its numbers made alike. Of several parts: each as it stands, for left
 * and right pages often share one only, as the report's title beside that of the chapter.
 */
function keysOf(row: Row, zone: string): string[] {
  if (row.length === 1) return [`${zone} ${shapeOf(rowText(row))}`];
  return row
    .map(({ text }) => text)
    .filter((text) => text.length >= MIN_LENGTH)
    .map((text) => `${zone} part ${text}`);
}

const shapeOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/^[#\s]+|[#\s]+$/g, '');
