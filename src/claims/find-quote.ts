import type { Span } from '../core/span.js';

/** A text without quotation marks, its white space made single, with the place of each unit in the text. */
export interface FoldedText {
  readonly text: string;
  readonly places: readonly number[];
}

const MARKS = /["'\u2018\u2019\u201A-\u201F\u00AB\u00BB\u2039\u203A`\u00B4]/;

export function folded(text: string): FoldedText {
  const units: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (MARKS.test(unit)) continue;
    const space = /\s/.test(unit);
    if (space && (units.length === 0 || units.at(-1) === ' ')) continue;
    units.push(space ? ' ' : unit);
    places.push(at);
  }
  return { text: units.join(''), places };
}

/**
 * Where a quote stands in a text, white space and quotation marks aside.
 * @param near where to look where it stands in several places
 * @returns the place, or why there is none
 */
export function findQuote(text: FoldedText, quote: string, near: number | null): Span | string {
  const sought = folded(quote).text.trim();
  if (sought === '') return 'the quote is empty';
  const found: Span[] = [];
  for (let at = text.text.indexOf(sought); at >= 0; at = text.text.indexOf(sought, at + 1))
    found.push([text.places[at]!, text.places[at + sought.length - 1]! + 1]);
  const [first, ...others] = found;
  if (first === undefined) return 'the quote is not in the text';
  if (others.length === 0) return first;
  if (near === null) return `the quote stands in ${found.length} places of the text`;
  return found.reduce((best, span) => (Math.abs(span[0] - near) < Math.abs(best[0] - near) ? span : best));
}
