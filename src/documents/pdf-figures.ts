import { wordCount } from './line-shape.js';
import type { Row } from './pdf-lines.js';

const NUMBER = String.raw`(?:\d{1,3}(?:[.-]\d{1,2})?|[IVX]{1,5}|[A-Z])(?=[\s.:–—|-]|$)`;
const FIGURE = new RegExp(
  String.raw`^(?:figure|fig\.|chart|graph|diagram|map|photo|image|plate|infographic|abb(?:ildung|\.)|graphique|carte|gráfico|рис(?:унок|\.))\s*${NUMBER}`,
  'iu',
);
const TABLE = new RegExp(String.raw`^(?:table|tableau|tabelle|tabla|таблиц[аяі])\s*${NUMBER}`, 'iu');

/** Whether a line is the numbered title of a picture or table: "Figure 3. ...", but not "Figure 3 shows ...". */
export function isCaption(text: string): boolean {
  return (FIGURE.test(text) || TABLE.test(text)) && !SHOWS.test(text) && text.length <= 300;
}

const SHOWS = /^\p{L}+\.?\s*\S+\s+(?:\p{Ll}+s|and|to|below|above|in|of|on|or)\s/u;

/** Words that stand in a drawing: fewer than a sentence, in smaller type than the text. */
const LABEL_WORDS = 7;

/**
 * Marks the lines that belong to a drawing: axis and bar labels, legends. They are known by the caption above or below
 * them and by their type; without a caption they stay.
 */
export function figureLabels(rows: readonly Row[], bodySize: number): boolean[] {
  const marks = rows.map(() => false);
  for (const [i, row] of rows.entries()) {
    if (row.length !== 1 || !isFigureCaption(row)) continue;
    const take = (step: 1 | -1): boolean => {
      let k = i + step;
      while (k >= 0 && k < rows.length && !marks[k] && isLabel(rows[k]!, bodySize)) {
        marks[k] = true;
        k += step;
      }
      return k !== i + step;
    };
    // A title that goes on in a second line of its own type stands between it and the drawing.
    if (!take(1)) take(-1);
  }
  return marks;
}

export const isFigureCaption = (row: Row): boolean => {
  const text = row[0]?.text ?? '';
  return FIGURE.test(text) && isCaption(text);
};

const isLabel = (row: Row, bodySize: number): boolean =>
  row.every(
    ({ text, size }) =>
      (size < bodySize * 0.95 &&
        wordCount(text) <= LABEL_WORDS &&
        !/[.;:]$/u.test(text) &&
        !NOTE.test(text)) ||
      /^[\d.,\s%$€£–-]+$/u.test(text),
  );

/** "Source: ..." under a drawing says where it is from. */
const NOTE = /^(?:sources?|notes?|quelle|source)\s*:/iu;
