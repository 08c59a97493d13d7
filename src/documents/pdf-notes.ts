import type { HyphenJoiner } from './hyphenation.js';
import { rowText, type Row } from './pdf-lines.js';

/** Footnotes are set smaller than the text. */
const SMALLER = 0.93;
const MARK = /^(?:\[(\d{1,3})\]|(\d{1,3})[.)]?(?=\s)|([*†‡§]+)(?=\s?\S))/u;

/** The rows of a page or column, and the footnotes at its foot, one text each. */
export interface SplitNotes {
  readonly body: readonly Row[];
  readonly notes: readonly { readonly text: string; readonly size: number }[];
}

/** Parts footnotes from the text above them: smaller type down to the foot, beginning with a mark. */
export function splitNotes(rows: readonly Row[], bodySize: number, join: HyphenJoiner): SplitNotes {
  let top = rows.length;
  while (top > 0 && isSmall(rows[top - 1]!, bodySize)) top--;
  const starts = noteStarts(rows, top);
  const first = starts[0];
  if (first === undefined) return { body: rows, notes: [] };
  const notes = starts.map((start, i) => {
    const lines = rows.slice(start, starts[i + 1]);
    return { text: lines.map(rowText).reduce((a, b) => join(a, b)), size: lines[0]?.[0]?.size ?? 0 };
  });
  return { body: rows.slice(0, first), notes };
}

const isSmall = (row: Row, bodySize: number): boolean => row.every(({ size }) => size <= bodySize * SMALLER);

/** Where each note begins. The numbers count up: "16 October" at a line's start is no note after the second. */
function noteStarts(rows: readonly Row[], from: number): number[] {
  const starts: number[] = [];
  let last: number | null = null;
  for (let i = from; i < rows.length; i++) {
    const [, bracketed, bare, sign] = MARK.exec(rowText(rows[i]!)) ?? [];
    const number = bracketed ?? bare;
    if (number === undefined && sign === undefined) continue;
    if (number !== undefined && last !== null && Number(number) !== last + 1) continue;
    starts.push(i);
    last = number === undefined ? last : Number(number);
  }
  return starts;
}
