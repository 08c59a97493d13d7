import type { Block, BlockKind } from '../model/document.js';
import { trimmed, type Span } from '../core/span.js';
import type { Part } from './draft.js';
import { setAside } from './opening.js';

/**
 * Divides plain text into blocks without changing it. Flow: text -> lines -> rows and bullets each alone, hard-wrapped
 * lines joined to paragraphs -> kinds -> boilerplate marked.
 */
export function textBlocks(text: string, from = 0): Block[] {
  const lines = linesOf(text, from);
  const width = wrapWidth(lines);
  const runs = paragraphs(lines, width);
  const parts = runs.map((run, i): Part => {
    const own = text.slice(...run.span);
    return { text: own, kind: run.kind ?? kindOf(own, runs[i + 1]), dropped: null, page: null };
  });
  return setAside(parts).map(({ kind, dropped, page }, i) => ({ span: runs[i]!.span, kind, dropped, page }));
}

interface Line {
  /** Without the white space at its ends; empty for a blank line. */
  readonly span: Span;
  readonly text: string;
  readonly indent: number;
}

interface Run {
  readonly span: Span;
  /** Null where its look alone has not told yet. */
  readonly kind: BlockKind | null;
}

/** Lines by `\n`, `\r\n` or `\r`, in UTF-16 offsets. */
export function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\n|\r|$/g;
  ends.lastIndex = from;
  for (let start = from; start <= text.length;) {
    ends.lastIndex = start;
    const end = ends.exec(text)!;
    const span = trimmed(text, [start, end.index]);
    lines.push({ span, text: text.slice(...span), indent: span[0] - start });
    if (end[0] === '') break;
    start = end.index + end[0].length;
  }
  return lines;
}

/** Editors and mail programs wrap within this. */
const WRAP = { min: 45, max: 110 };

/** The column at which the text was wrapped by hand; null where each line is a paragraph of its own. */
function wrapWidth(lines: readonly Line[]): number | null {
  const long = lines.filter((line) => line.text.length > WRAP.max).length;
  if (long * 5 > lines.filter((line) => line.text !== '').length) return null;
  const prose = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    const inner = line.text.length >= WRAP.min * 0.7 && next !== undefined && next.text !== '';
    return inner && rowOrBullet(line) === null ? [{ line, next }] : [];
  });
  if (prose.length < 2) return null;
  const lengths = prose.map(({ line }) => line.indent + line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < WRAP.min || width > WRAP.max) return null;
  const full = prose.filter(({ line, next }) => isFull(line, next, width));
  // Where lines end with their sentences, nobody wrapped them.
  const ended = full.filter(({ line }) => /[.!?]["”’)]*$/.test(line.text)).length;
  return full.length >= prose.length * 0.6 && ended * 2 <= full.length ? width : null;
}

/** The next line's first word would not have fitted any more. Ragged setting leaves a little room. */
function isFull(line: Line, next: Line, width: number): boolean {
  const word = next.text.split(/\s/, 1)[0] ?? '';
  return line.indent + line.text.length + 1 + word.length > width - 3;
}

function paragraphs(lines: readonly Line[], width: number | null): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]!;
    if (first.text === '') continue;
    const kind = rowOrBullet(first, lines[i - 1], lines[i + 1]);
    let last = first;
    while (width !== null && kind !== 'table_row') {
      const next = lines[i + 1];
      if (next === undefined || next.text === '' || !isFull(last, next, width)) break;
      if (rowOrBullet(next) !== (kind === 'quote' ? 'quote' : null)) break;
      if (next.indent > last.indent + 1 && kind === null && last !== first) break; // an indented first line
      last = next;
      i++;
    }
    runs.push({ span: [first.span[0], last.span[1]], kind });
  }
  return runs;
}

const BULLET = /^(?:[•‣◦▪●■–*·-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s+\S/;

function rowOrBullet(line: Line, before?: Line, after?: Line): BlockKind | null {
  if (line.text.startsWith('>')) return 'quote';
  if (BULLET.test(line.text)) return 'list_item';
  if (/^\|.+\|$/.test(line.text)) return 'table_row';
  const cells = cellsOf(line.text);
  const alike = [before, after].some((other) => other !== undefined && cellsOf(other.text) === cells);
  return alike && (cells > 2 || (cells > 1 && line.text.includes('\t'))) ? 'table_row' : null;
}

/** Cells of a line set apart by tabs, bars or columns of spaces. */
function cellsOf(text: string): number {
  if (text.includes('\t')) return text.split(/\t+/).length;
  if (text.includes(' | ')) return text.split(' | ').length;
  return text.split(/ {3,}/).length;
}

const HEADING_MAX = 120;

/** A heading is short, ends like no sentence, and has text after it. */
function kindOf(text: string, next: Run | undefined): BlockKind {
  if (next === undefined || text.length > HEADING_MAX || text.includes('\n')) return 'paragraph';
  if (/[.,;:!…]["”’)\]]*$/.test(text) || !/\p{L}/u.test(text)) return 'paragraph';
  if (/^[\d[(]/.test(text) && !/^\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}/u.test(text)) return 'paragraph'; // times, datelines, transcripts
  if (/^(?:[QA][.:]?|\p{L}[\p{L} .'-]{0,40}:)\s.*[.?]["”’]?$/u.test(text)) return 'paragraph'; // a speaker's turn
  return 'heading';
}
