import type { BlockKind } from '../model/document.js';
import type { Part } from './draft.js';
import { hyphenJoiner, type HyphenJoiner } from './hyphenation.js';
import { inColumns, median } from './pdf-columns.js';
import { rowsOf, segmentsOf, type PdfPage, type Row } from './pdf-lines.js';
import { splitRunning } from './pdf-running.js';

/**
 * Turns pages of glyph runs into blocks. Flow: items -> segments on baselines -> running lines set apart -> columns in
 * reading order -> table rows, footnotes and lines -> paragraphs, joined across columns and pages.
 */
export function layOutPages(pages: readonly PdfPage[]): Part[] {
  const segments = pages.map((page) => ({ page, segments: segmentsOf(page.items) }));
  const split = splitRunning(segments);
  const bodySize = commonSize(split.flatMap(({ body }) => body));
  const join = hyphenJoiner(split.flatMap(({ body }) => body.map(({ text }) => text)));

  const flow: FlowPart[] = [];
  for (const [i, { body, running }] of split.entries()) {
    const page = pages[i]?.number ?? i + 1;
    const parts = inColumns(body).flatMap((group) => paragraphsOf(rowsOf(group), page, bodySize, join));
    const notes = trailingNotes(parts, bodySize);
    flow.push(
      ...parts.slice(0, parts.length - notes),
      ...parts.slice(parts.length - notes).map((part) => ({ ...part, note: true })),
    );
    flow.push(
      ...running.map(({ text, rule }): FlowPart => ({
        text,
        kind: 'paragraph',
        dropped: rule,
        page,
        size: 0,
        note: false,
        open: false,
      })),
    );
  }
  return joinAcross(flow, join).map(({ text, kind, dropped, page }) => ({ text, kind, dropped, page }));
}

interface FlowPart extends Part {
  readonly size: number;
  readonly note: boolean;
  /** Its last line is full and ends like no sentence: the next column or page may go on with it. */
  readonly open: boolean;
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
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

function paragraphsOf(rows: readonly Row[], page: number, bodySize: number, join: HyphenJoiner): FlowPart[] {
  const isTable = tableRows(rows);
  const lines = rows.map(lineOf);
  const prose = lines.filter((_, i) => !isTable[i]);
  const edge = { left: Math.min(...prose.map((l) => l.left)), right: Math.max(...prose.map((l) => l.right)) };
  const leading = leadingOf(prose);

  const parts: FlowPart[] = [];
  let open: Line[] = [];
  const flush = (): void => {
    if (open.length > 0) parts.push(paragraphOf(open, edge, page, bodySize, join));
    open = [];
  };
  for (const [i, line] of lines.entries()) {
    if (isTable[i]) {
      flush();
      const text = (rows[i] ?? []).map((cell) => cell.text).join(' | ');
      parts.push({ text, kind: 'table_row', dropped: null, page, size: line.size, note: false, open: false });
      continue;
    }
    const before = open.at(-1);
    if (before !== undefined && startsParagraph(before, line, edge, leading, open.length === 1)) flush();
    open.push(line);
  }
  flush();
  return parts;
}

/** The usual distance of baselines; the wider steps between paragraphs are the rarer ones or at least the larger. */
function leadingOf(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => line.y - (lines[i]?.y ?? 0))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor((steps.length - 1) / 4)] ?? 0;
}

function lineOf(row: Row): Line {
  const main = row.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    text: row.map((segment) => segment.text).join(' '),
    left: Math.min(...row.map((s) => s.left)),
    right: Math.max(...row.map((s) => s.right)),
    y: main.y,
    size: main.size,
    font: main.font,
  };
}

/** Rows of three or more together with two or more cells, whose cells begin or end at the same places. */
function tableRows(rows: readonly Row[]): boolean[] {
  const aligned = rows.map((row, i) => i > 0 && areAligned(rows[i - 1] ?? [], row));
  const marks = rows.map(() => false);
  for (let i = 0; i < rows.length; i++) {
    let end = i;
    while (aligned[end + 1]) end++;
    if (end - i >= 2) for (let k = i; k <= end; k++) marks[k] = true;
    i = end;
  }
  return marks;
}

function areAligned(a: Row, b: Row): boolean {
  if (a.length < 2 || b.length < 2) return false;
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= 4;
  const matches = b.filter((cell) =>
    a.some(
      (other) =>
        near(other.left, cell.left) ||
        near(other.right, cell.right) ||
        near(other.left + other.right, cell.left + cell.right),
    ),
  );
  return matches.length >= 2 && matches.length * 2 > Math.min(a.length, b.length);
}

const MARKER = /^(?:[•‣◦▪●■–-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|\[\d{1,3}\]|\d{1,3}\.\d)/i;
const SENTENCE_END = /[.!?:;]["”’)\]]*(?:\[\d+\])*$/;

function startsParagraph(
  before: Line,
  line: Line,
  edge: { left: number; right: number },
  leading: number,
  isSecond: boolean,
): boolean {
  const width = edge.right - edge.left;
  if (Math.abs(line.size - before.size) > 0.08 * before.size) return true;
  if (line.y - before.y > Math.max(leading, line.size) * 1.3 + 0.5) return true;
  const short = before.right < edge.right - width * 0.15;
  if (short && line.font !== before.font) return true; // a bold heading above its text
  if (MARKER.test(line.text) && (short || SENTENCE_END.test(before.text) || line.left < before.left - 2))
    return true;
  const indented = line.left - before.left > line.size * 0.8 && line.left - before.left < width * 0.25;
  // The second line of a list item hangs below its first; any later one that moves in begins anew.
  if (indented && !(isSecond && MARKER.test(before.text)) && SENTENCE_END.test(before.text)) return true;
  if (short && SENTENCE_END.test(before.text)) return true;
  return before.right < edge.right - width * 0.4 && /^\p{Lu}/u.test(line.text);
}

function paragraphOf(
  lines: readonly Line[],
  edge: { left: number; right: number },
  page: number,
  bodySize: number,
  join: HyphenJoiner,
): FlowPart {
  const text = lines.map((line) => line.text).reduce((a, b) => join(a, b));
  const last = lines.at(-1);
  const size = median(lines.map((line) => line.size));
  const full =
    last !== undefined &&
    (/[\u00ad-]$/.test(text) || last.right > edge.right - (edge.right - edge.left) * 0.25);
  const kind = kindOf(text, size, lines.length, bodySize);
  return {
    text,
    kind,
    dropped: null,
    page,
    size,
    note: false,
    open: kind !== 'heading' && full && !SENTENCE_END.test(text),
  };
}

const BULLET = /^(?:[•‣◦▪●■–-]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)/i;
const HEADING_NUMBER = /^(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u;

function kindOf(text: string, size: number, lines: number, bodySize: number): BlockKind {
  if (BULLET.test(text)) return 'list_item';
  const short = lines <= 3 && text.length <= 160 && !/[.;,]$/.test(text) && /\p{L}/u.test(text);
  if (short && size > bodySize * 1.1) return 'heading';
  if (short && text.length <= 90 && size > bodySize * 0.95 && HEADING_NUMBER.test(text)) return 'heading';
  return short && text.length <= 90 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text)
    ? 'heading'
    : 'paragraph';
}

/** How many parts at a page's end are footnotes: set smaller, and beginning with a mark. */
function trailingNotes(parts: readonly FlowPart[], bodySize: number): number {
  let count = 0;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i];
    if (part === undefined || part.size > bodySize * 0.93 || part.kind === 'table_row') break;
    if (/^(?:\[\d{1,3}\]|\d{1,3}[.)]?\s|[*†‡])/.test(part.text)) count = parts.length - i;
  }
  return count;
}

/** Puts together paragraphs that a column or page break divides. */
function joinAcross(flow: readonly FlowPart[], join: HyphenJoiner): FlowPart[] {
  const joined: FlowPart[] = [];
  let last = -1; // of the running text
  for (const part of flow) {
    const before = joined[last];
    const isText = part.dropped === null && !part.note && part.kind !== 'table_row';
    const goesOn =
      isText &&
      before?.open === true &&
      part.kind === 'paragraph' &&
      /^["“(]?(?:\p{Ll}|\d)/u.test(part.text) &&
      !MARKER.test(part.text) &&
      part.size === before.size;
    if (goesOn) {
      joined[last] = { ...before, text: join(before.text, part.text), open: part.open };
      continue;
    }
    joined.push(part);
    if (part.dropped === null && !part.note) last = joined.length - 1;
  }
  return joined;
}
