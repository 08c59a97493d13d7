/** UTF-16 offsets [start, end) into a document's text. */
export type Span = readonly [start: number, end: number];

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

export const covers = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** The smallest span that holds both. */
export const hull = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/** The span without the white space at its ends; empty at its start where nothing else is in it. */
export function trimmed(text: string, [start, end]: Span): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return part.trim() === '' ? [start, start] : [start + lead, start + part.trimEnd().length];
}
