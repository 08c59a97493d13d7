import type { BlockKind } from '../model/document.js';
import type { HyphenJoiner } from './hyphenation.js';
import { isCaption } from './pdf-figures.js';
import { median } from './pdf-lines.js';

/** A line of a column; places and sizes in one unit, whatever it is. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

export interface Paragraph {
  readonly text: string;
  readonly kind: BlockKind;
  readonly size: number;
  /** Its last line is full and ends like no sentence: the next column or page may go on with it. */
  readonly open: boolean;
}

/** Puts the lines of one column together to paragraphs. `bodySize` is the size of the document's running text. */
export function paragraphsOf(lines: readonly Line[], bodySize: number, join: HyphenJoiner): Paragraph[] {
  const edge = { left: Math.min(...lines.map((l) => l.left)), right: Math.max(...lines.map((l) => l.right)) };
  const leading = leadingOf(lines);
  const runs: Line[][] = [];
  for (const line of lines) {
    const open = runs.at(-1);
    const before = open?.at(-1);
    if (open === undefined || before === undefined || startsParagraph(before, line, edge, leading, open))
      runs.push([line]);
    else open.push(line);
  }
  return runs.map((run) => paragraphOf(run, edge, bodySize, join));
}

interface Edge {
  readonly left: number;
  readonly right: number;
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

const MARKER = /^(?:[•‣◦▪●■–-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|\[\d{1,3}\]|\d{1,3}\.\d)/i;
const SENTENCE_END = /[.!?:;]["”’)\]]*(?:\[\d+\])*$/;
/** "FROM: ...", "Date: ...": a line of a form or of a memo's head. */
const LABELLED = /^\p{Lu}[\p{L} ]{1,20}:\s/u;

/** "II. The river ........ 12", dots or not set apart. */
const LEADER = /(?:[.…·_]\s?){5,}\s*(?:\d{1,4}|[ivxl]{1,7})$/iu;

/** A line of a table of contents. */
export const isContentsEntry = (text: string): boolean => LEADER.test(text);

export const beginsItem = (text: string): boolean => MARKER.test(text);

function startsParagraph(
  before: Line,
  line: Line,
  edge: Edge,
  leading: number,
  open: readonly Line[],
): boolean {
  const width = edge.right - edge.left;
  if (Math.abs(line.size - before.size) > 0.08 * before.size) return true;
  if (line.y - before.y > Math.max(leading, line.size) * 1.3 + 0.5) return true;
  if (line.left >= before.right || line.right <= before.left) return true; // a stamp beside the text
  if (isContentsEntry(before.text)) return true;
  const short = before.right < edge.right - width * 0.15;
  if (short && line.font !== before.font) return true; // a bold heading above its text
  if (MARKER.test(line.text) && (short || SENTENCE_END.test(before.text) || line.left < before.left - 2))
    return true;
  if (LABELLED.test(line.text) && LABELLED.test(before.text)) return true;
  const indented = line.left - before.left > line.size * 0.8 && line.left - before.left < width * 0.25;
  // The second line of a list item hangs below its first; any later one that moves in begins anew.
  const hangs = open.length === 1 && MARKER.test(before.text);
  if (indented && !hangs && SENTENCE_END.test(before.text)) return true;
  if (short && SENTENCE_END.test(before.text)) return true;
  return before.right < edge.right - width * 0.4 && /^\p{Lu}/u.test(line.text);
}

function paragraphOf(lines: readonly Line[], edge: Edge, bodySize: number, join: HyphenJoiner): Paragraph {
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
    size,
    open: kind !== 'heading' && kind !== 'caption' && full && !SENTENCE_END.test(text),
  };
}

const BULLET = /^(?:[•‣◦▪●■–-]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)/i;
const HEADING_NUMBER = /^(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u;

function kindOf(text: string, size: number, lines: number, bodySize: number): BlockKind {
  if (isCaption(text)) return 'caption';
  if (BULLET.test(text)) return 'list_item';
  const short = lines <= 3 && text.length <= 160 && !/[.;,]$/.test(text) && /\p{L}/u.test(text);
  if (short && size > bodySize * 1.1) return 'heading';
  if (short && text.length <= 90 && size > bodySize * 0.95 && HEADING_NUMBER.test(text)) return 'heading';
  return short && text.length <= 90 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text)
    ? 'heading'
    : 'paragraph';
}
