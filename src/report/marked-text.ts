import { overlaps, type Span } from '../core/span.js';
import { markup, type Markup } from './markup.js';

/** A run of a document's text to be marked. */
export interface Mark {
  /** The anchor, unique in the page. */
  readonly id: string;
  readonly span: Span;
  /** What stands before the marked words: the way back to where they are cited. */
  readonly lead: Markup | null;
}

/**
 * The text of one block with its marks. Marks may nest or overlap: one that would cross another's end is closed with it
 * and taken up again, so that the markup nests; the anchor is on its first piece alone.
 * @param begun anchors that an earlier block has already set; this block's are added
 */
export function markedText(
  text: string,
  [start, end]: Span,
  marks: readonly Mark[],
  begun: Set<string>,
): Markup[] {
  const here = marks.filter(({ span }) => overlaps(span, [start, end])).sort(byExtent);
  const edges = [...new Set([start, end, ...here.flatMap(({ span }) => [...span])])]
    .filter((edge) => edge >= start && edge <= end)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, position) => {
    const to = edges[position + 1] ?? end;
    const covering = here.filter(({ span }) => span[0] <= from && span[1] >= to);
    return wrapped(text.slice(from, to), covering, begun);
  });
}

/** Outermost first: earlier start, then later end. */
const byExtent = (a: Mark, b: Mark): number =>
  a.span[0] - b.span[0] || b.span[1] - a.span[1] || (a.id < b.id ? -1 : 1);

function wrapped(piece: string, [outer, ...inner]: readonly Mark[], begun: Set<string>): Markup {
  if (outer === undefined) return markup`${piece}`;
  if (begun.has(outer.id)) return markup`<mark data-of="${outer.id}">${wrapped(piece, inner, begun)}</mark>`;
  begun.add(outer.id);
  return markup`<mark id="${outer.id}">${outer.lead}${wrapped(piece, inner, begun)}</mark>`;
}
