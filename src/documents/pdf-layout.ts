import type { Part } from './draft.js';
import { tellsSomething } from './footnote.js';
import { hyphenJoiner, type HyphenJoiner } from './hyphenation.js';
import { readingGroups, type Group } from './pdf-columns.js';
import { figureLabels } from './pdf-figures.js';
import { rowText, rowsOf, segmentsOf, type PdfPage, type Row, type Segment } from './pdf-lines.js';
import { splitNotes, type SplitNotes } from './pdf-notes.js';
import { beginsItem, isContentsEntry, paragraphsOf, type Line } from './paragraphs.js';
import { splitRunning } from './pdf-running.js';
import { tableRows } from './pdf-tables.js';

/**
 * Turns pages of glyph runs into blocks. Flow: items -> segments on baselines -> running lines and footnotes set apart
 * -> columns and tables in reading order -> table rows and paragraphs, joined across columns and pages.
 */
export function layOutPages(pages: readonly PdfPage[]): Part[] {
  const segments = pages.map((page) => ({ page, segments: segmentsOf(page.items) }));
  const split = splitRunning(segments);
  const bodySize = commonSize(split.flatMap(({ body }) => body));
  const join = hyphenJoiner(split.flatMap(({ body }) => body.map(({ text }) => text)));

  const flow = split.flatMap(({ body, running }, i): FlowPart[] => {
    const page = pages[i]?.number ?? i + 1;
    const beside = { page, open: false, isText: false } as const;
    const { body: rows, notes } = pageNotes(rowsOf(body), bodySize, join);
    const groups = readingGroups(rows.flat(), bodySize).map((group) =>
      groupParts(group, page, bodySize, join),
    );
    return [
      ...groups.flatMap(({ parts }) => parts),
      ...[...groups.flatMap((group) => group.notes), ...notes].map(({ text, size }): FlowPart => ({
        ...beside,
        text,
        size,
        kind: 'paragraph',
        dropped: tellsSomething(text) ? null : 'footnote',
      })),
      ...running.map(({ text, rule }): FlowPart => ({
        ...beside,
        text,
        size: 0,
        kind: 'paragraph',
        dropped: rule,
      })),
    ];
  });
  return joinAcross(flow, join).map(({ text, kind, dropped, page }) => ({ text, kind, dropped, page }));
}

interface FlowPart extends Part {
  readonly size: number;
  /** Running text, as against tables, captions, footnotes and what repeats on every page. */
  readonly isText: boolean;
  /** The next column or page may go on with it. */
  readonly open: boolean;
}

/** The size in which most letters are set. */
function commonSize(segments: readonly { readonly text: string; readonly size: number }[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of segments) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0] as [
    number,
    number,
  ])[0];
}

/** Footnotes over the full width of the page. Those of columns stand side by side and are parted in each. */
function pageNotes(rows: readonly Row[], bodySize: number, join: HyphenJoiner): SplitNotes {
  const split = splitNotes(rows, bodySize, join);
  const isSideBySide = rows.slice(split.body.length).some((row) => row.length > 1);
  return isSideBySide ? { body: rows, notes: [] } : split;
}

function groupParts(
  group: Group,
  page: number,
  bodySize: number,
  join: HyphenJoiner,
): { readonly parts: FlowPart[]; readonly notes: SplitNotes['notes'] } {
  const beside = { page, open: false, isText: false } as const;
  if (group.kind === 'table') {
    const parts = tableRows(group.rows, join).map(({ text, size }): FlowPart => ({
      ...beside,
      text,
      size,
      kind: 'table_row',
      dropped: null,
    }));
    return { parts, notes: [] };
  }
  const { body, notes } = splitNotes(group.rows, bodySize, join);
  const labels = figureLabels(body, bodySize);
  const parts: FlowPart[] = [];
  let from = 0;
  for (let i = 0; i <= body.length; i++) {
    if (i < body.length && labels[i] !== true) continue;
    const lines = body.slice(from, i).flatMap(linesOf);
    if (lines.length > 0) {
      parts.push(
        ...paragraphsOf(lines, bodySize, join).map((paragraph): FlowPart => ({
          ...paragraph,
          page,
          dropped: isContentsEntry(paragraph.text) ? 'contents' : null,
          isText: paragraph.kind !== 'caption',
        })),
      );
    }
    const label = body[i];
    if (label !== undefined) {
      const text = label.map((segment) => segment.text).join(' | ');
      parts.push({ ...beside, text, size: 0, kind: 'paragraph', dropped: 'figure-label' });
    }
    from = i + 1;
  }
  return { parts, notes };
}

/** A wider gap than this, in font sizes, parts a date from the address beside it. */
const BESIDE = 4;

function linesOf(row: Row): Line[] {
  const lines: Segment[][] = [];
  for (const segment of row) {
    const before = lines.at(-1)?.at(-1);
    if (before !== undefined && segment.left - before.right <= BESIDE * segment.size)
      lines.at(-1)?.push(segment);
    else lines.push([segment]);
  }
  return lines.map(lineOf);
}

function lineOf(row: Row): Line {
  const main: Segment = row.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    text: rowText(row),
    left: Math.min(...row.map((s) => s.left)),
    right: Math.max(...row.map((s) => s.right)),
    y: main.y,
    size: main.size,
    font: main.font,
  };
}

/** Puts together paragraphs that a column or page break divides. */
function joinAcross(flow: readonly FlowPart[], join: HyphenJoiner): FlowPart[] {
  const joined: FlowPart[] = [];
  let last = -1; // of the running text
  for (const part of flow) {
    const before = joined[last];
    const goesOn =
      part.isText &&
      before?.open === true &&
      part.kind === 'paragraph' &&
      /^["“(]?(?:\p{Ll}|\d)/u.test(part.text) &&
      !beginsItem(part.text) &&
      part.size === before.size;
    if (goesOn) {
      joined[last] = { ...before, text: join(before.text, part.text), open: part.open };
      continue;
    }
    joined.push(part);
    if (part.isText) last = joined.length - 1;
  }
  return joined;
}
