import { rowsOf, type PdfPage, type Segment } from './pdf-lines.js';

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
    const here = new Set(page.flatMap(({ row, zone }) => (zone === null ? [] : [`${zone} ${shapeOf(row)}`])));
    for (const key of here) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  // Left and right pages of a short document carry different lines.
  const needed = pages.length <= 6 ? 2 : 3;
  return rows.map((page) => {
    const body: Segment[] = [];
    const running: RunningLine[] = [];
    for (const { row, zone } of page) {
      const text = row.map((segment) => segment.text).join(' ');
      if (zone !== null && NUMBER.test(text)) running.push({ text, rule: 'page-number' });
      else if (zone !== null && (seen.get(`${zone} ${shapeOf(row)}`) ?? 0) >= needed)
        running.push({ text, rule: `running-${zone}` });
      else body.push(...row);
    }
    return { body, running };
  });
}

const NUMBER =
  /^(?:page|p\.|seite)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,7})\s*(?:(?:of|\/|von)\s*\d{1,4})?\s*[-–—|]?$/i;

function zoneOf(y: number, edge: { top: number; bottom: number }, depth: number): 'header' | 'footer' | null {
  if (y < edge.top + depth) return 'header';
  return y > edge.bottom - depth ? 'footer' : null;
}

/** The line with its numbers made alike. */
const shapeOf = (row: readonly Segment[]): string =>
  row
    .map((segment) => segment.text)
    .join(' ')
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/^[#\s]+|[#\s]+$/g, '');
