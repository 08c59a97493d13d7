import type { Part } from './draft.js';
import { hyphenJoiner } from './hyphenation.js';
import { paragraphsOf, type Line } from './paragraphs.js';

/** What the engine gives for one picture, in pixels from its top left corner. */
export interface Recognized {
  readonly paragraphs: readonly { readonly lines: readonly RecognizedLine[] }[];
}

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface RecognizedLine {
  readonly bbox: Box;
  readonly baseline: Box;
  readonly rowAttributes?: { readonly rowHeight: number };
  readonly words: readonly RecognizedWord[];
}

interface RecognizedWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly bbox: Box;
}

/** A mark that is no word: dirt, a punched hole, the edge of a stamp or a ruled line. */
const DIRT_CONFIDENCE = 60;
/** Words that are clean are mostly read with more. */
const SURE = 90;
/** Sizes of lines vary with the letters that they hold; type is larger only from here on. */
const LARGER = 1.4;

/**
 * Puts recognized lines together to blocks, by the same rules as the lines of a typed page. What reads as dirt is set
 * aside under its own rule.
 */
export function recognizedParts(blocks: readonly Recognized[]): Pick<Part, 'text' | 'kind' | 'dropped'>[] {
  const dirt: string[] = [];
  const margin = middle(
    blocks.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map(({ bbox }) => bbox.x0))),
  );
  const kept = blocks.map(({ paragraphs }) =>
    paragraphs
      .flatMap(({ lines }) => lines.map((line) => withoutDirt(line, margin, dirt)))
      .filter(({ words }) => words.length > 0),
  );
  const all = kept.flat();
  const slope = middle(all.filter(({ bbox }) => bbox.x1 - bbox.x0 > 10 * (bbox.y1 - bbox.y0)).map(slopeOf));
  const height = middle(all.map(heightOf));
  const join = hyphenJoiner(all.map(textOf));
  const parts = kept.flatMap((lines) =>
    paragraphsOf(
      lines.map((line) => placed(line, slope, height)),
      height,
      join,
    ).map(({ text, kind }) => ({ text, kind, dropped: null })),
  );
  return dirt.length === 0
    ? parts
    : [...parts, { text: dirt.join(' '), kind: 'paragraph', dropped: 'ocr-dirt' }];
}

/**
 * The line without marks of low confidence: those without letter or figure, and one or two letters that stand apart.
 * What stands apart in the margin is sooner dirt.
 */
function withoutDirt(line: RecognizedLine, margin: number, dirt: string[]): RecognizedLine {
  const height = heightOf(line);
  const isDirt = ({ text, confidence, bbox }: RecognizedWord, i: number): boolean => {
    if (/\d|(?:\p{L}.*){3}/u.test(text)) return false;
    if (confidence < DIRT_CONFIDENCE && !/\p{L}/u.test(text)) return true;
    const [before, after] = [line.words[i - 1], line.words[i + 1]];
    const isApart = (gap: number): boolean => gap > height;
    const stands =
      (before === undefined || isApart(bbox.x0 - before.bbox.x1)) &&
      (after === undefined || isApart(after.bbox.x0 - bbox.x1));
    const inMargin = bbox.x1 < margin - height;
    return stands && confidence < (inMargin ? SURE : DIRT_CONFIDENCE);
  };
  const marks = line.words.map(isDirt);
  dirt.push(...line.words.filter((_, i) => marks[i] === true).map(({ text }) => text));
  return { ...line, words: line.words.filter((_, i) => marks[i] === false) };
}

const textOf = ({ words }: RecognizedLine): string => words.map(({ text }) => text).join(' ');

const heightOf = ({ rowAttributes, bbox }: RecognizedLine): number =>
  rowAttributes?.rowHeight ?? bbox.y1 - bbox.y0;

const slopeOf = ({ baseline: { x0, y0, x1, y1 } }: RecognizedLine): number =>
  (y1 - y0) / Math.max(1, x1 - x0);

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The line as it would stand on a page laid straight. */
function placed(line: RecognizedLine, slope: number, height: number): Line {
  const left = Math.min(...line.words.map(({ bbox }) => bbox.x0));
  const right = Math.max(...line.words.map(({ bbox }) => bbox.x1));
  const middleY = (line.bbox.y0 + line.bbox.y1) / 2;
  const ratio = heightOf(line) / height;
  return {
    text: textOf(line),
    left: left + slope * middleY,
    right: right + slope * middleY,
    y: middleY - (slope * (left + right)) / 2,
    size: ratio > LARGER || ratio < 1 / LARGER ? heightOf(line) : height,
    font: '',
  };
}
