import { rowsOf, type PdfPage, type Segment } from './pdf-lines.js';

/** Share of the page's height at its top and at its bottom in which running lines stand. */
const ZONE = 0.12;
/** A line is a running one when as many pages carry it. */
const MIN_PAGES = 3;

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
  const rows = pages.map(({ page, segments }) =>
    rowsOf(segments).map((row) => ({ row, zone: zoneOf(row, page.height) })),
  );
  const seen = new Map<string, number>();
  for (const page of rows) {
    const here = new Set(page.flatMap(({ row, zone }) => (zone === null ? [] : [`${zone} ${shapeOf(row)}`])));
    for (const key of here) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const needed = pages.length === 2 ? 2 : MIN_PAGES;
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

function zoneOf(row: readonly Segment[], height: number): 'header' | 'footer' | null {
  const y = row[0]?.y ?? 0;
  if (y < height * ZONE) return 'header';
  return y > height * (1 - ZONE) ? 'footer' : null;
}

/** The line with its numbers made alike. */
const shapeOf = (row: readonly Segment[]): string =>
  row
    .map((segment) => segment.text)
    .join(' ')
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ');
