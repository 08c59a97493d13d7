import type { Span } from '../core/span.js';
import type { Document } from '../model/document.js';

/** A document as a plain text with header lines, which reads as the same article. */
export interface AnnotatedText {
  readonly text: string;
  /** Where a span of the document stands in this text. @throws RangeError for one outside the article */
  readonly spanIn: (span: Span) => Span;
}

/** Header lines, a blank line, then the blocks that belong to the article, each a paragraph. */
export function annotatedText(document: Document): AnnotatedText {
  const { title, publisher, published } = document;
  const header = [
    `title: ${line(title)}`,
    ...(publisher === null ? [] : [`publisher: ${line(publisher)}`]),
    `published: ${published?.edtf ?? 'unknown'}`,
  ];
  let text = `${header.join('\n')}\n`;
  const places: { readonly from: Span; readonly at: number }[] = [];
  for (const { span, kind, dropped } of document.blocks) {
    if (dropped !== null || kind === 'header') continue;
    text += '\n';
    places.push({ from: span, at: text.length });
    text += `${document.text.slice(...span)}\n`;
  }
  const moved = (offset: number): number => {
    const place = places.find(({ from: [start, end] }) => start <= offset && offset <= end);
    if (place === undefined) throw new RangeError(`offset ${offset} lies outside the article`);
    return place.at + offset - place.from[0];
  };
  return { text, spanIn: ([start, end]) => [moved(start), moved(end)] };
}

/** A header line has no line breaks of its own. */
const line = (value: string | null): string => (value ?? 'unknown').replace(/\s+/g, ' ').trim();
