import type { BlockKind } from '../model/document.js';

/** What a line looks like, apart from what it says: the evidence that the rules on boilerplate share. */
export interface LineShape {
  /** White space runs as one blank, ends trimmed. */
  readonly text: string;
  readonly kind: BlockKind;
  readonly words: number;
  /** Begins as a list item does: a bullet, a dash, a number with a stop. */
  readonly item: boolean;
  /** Ends as a sentence ends, or is cut off in one. */
  readonly stopped: boolean;
  /** Reads as running prose: a sentence of six words or more, or several sentences. */
  readonly sentence: boolean;
  /** Its cells, where it is divided by bars, dots, arrows or slashes; else one. */
  readonly cells: readonly string[];
}

const CELL = /\s+[|·•›»>/]\s+|\s*[|›»]\s*/;
const ITEM = /^(?:[•‣▪◦■●*–—-]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z]\)\s+)/u;
/** A sentence's end; an agency's or writer's mark may follow it. */
const STOP = /[.!?…。！？][\])}»”’"'*]*(?:\[\d{1,3}\])*(?: \([^()]{2,40}\))?$/u;
const INNER_STOP = /[\p{L}\d)”’"][.!?][)”’"]?(?:\[\d+\])? +[“"‘(]?[\p{Lu}\d]/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/gu;

export function shapeOf(block: { text: string; kind: BlockKind }): LineShape {
  const text = block.text.replace(/\s+/gu, ' ').trim();
  const words = wordCount(text);
  const stopped = STOP.test(text);
  return {
    text,
    kind: block.kind,
    words,
    item: block.kind === 'list_item' || ITEM.test(text),
    stopped,
    sentence: isProse(text, words, stopped),
    cells: text.length > 400 ? [text] : text.split(CELL).filter((cell) => cell !== ''),
  };
}

/** Words of the text; where the script has no blanks, two characters count as one. */
export function wordCount(text: string): number {
  if (text === '') return 0;
  return text.split(/\s+/u).length + Math.floor((text.match(CJK)?.length ?? 0) / 2);
}

function isProse(text: string, words: number, stopped: boolean): boolean {
  if (words < 6) return false;
  // Lower-case words tell prose from a row of names; scripts without case pass.
  const lower = text.match(/(?:^|\s)[“"‘(]?[\p{Ll}\p{Lo}]/gu)?.length ?? 0;
  if (lower < 2 && !/[\p{Lo}]/u.test(text)) return words >= 12 && stopped;
  if (stopped || text.endsWith(':')) return true;
  return words >= 25 && INNER_STOP.test(text);
}

const NUMBERED = /^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+\S/u;

/**
 * Whether a line without markup reads as a heading of the text it stands in: short and unstopped, in capitals, numbered,
 * or a short question. A longer unstopped line is as likely another story's headline and is none.
 */
export function isHeading(text: string): boolean {
  const line = text.replace(/\s+/gu, ' ').trim();
  const words = wordCount(line);
  if (words === 0 || words > 14 || line.length > 120 || ITEM.test(line.replace(NUMBERED, ''))) return false;
  if (/[,;:…]$/u.test(line)) return false;
  if (line.endsWith('?')) return words <= 10 && /^\p{Lu}/u.test(line) && !INNER_STOP.test(line);
  if (/[.!。]["”’)]*$/u.test(line)) return false;
  const letters = line.replace(/[^\p{L}]/gu, '');
  if (letters === '') return false;
  if (letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return true;
  if (NUMBERED.test(line)) return true;
  return words <= 8 && /^["“‘(\d]*[\p{Lu}\p{Lo}]/u.test(line);
}

/**
 * Marks the lines that stand in a table: two or more together, with the same number of cells, three at least.
 * Such rows hold the article's own facts, however much a single one looks like a menu.
 */
export function tableRows(lines: readonly LineShape[]): boolean[] {
  return lines.map((line, i) => {
    if (line.kind === 'table_row') return true;
    const bars = line.text.split('|').length;
    if (bars < 3) return false;
    return [lines[i - 1], lines[i + 1]].some((other) => other?.text.split('|').length === bars);
  });
}
