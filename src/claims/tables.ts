import type { Span } from '../core/span.js';
import type { Document } from '../model/document.js';
import type { Placed } from './clause.js';
import type { Mention } from './mentions.js';

/** Tables: a row is a sentence, and the head of its column says what a cell holds. */

export interface TableRow {
  /** The words at the head of each column. */
  readonly heads: readonly string[];
  /** Span of each cell in the document; a row may have fewer than the table has columns. */
  readonly cells: readonly Span[];
  /** The paragraph before the table; null where it begins the document. */
  readonly caption: string | null;
}

/** The row of a table in which a block stands; null for its head, and elsewhere. */
export function tableRow(document: Document, block: number): TableRow | null {
  if (document.blocks[block]?.kind !== 'table_row') return null;
  let first = block;
  while (document.blocks[first - 1]?.kind === 'table_row') first--;
  if (first === block) return null;
  const before = document.blocks[first - 1];
  return {
    heads: cellsOf(document, first).map((span) => document.text.slice(...span).trim()),
    cells: cellsOf(document, block),
    caption: before === undefined ? null : document.text.slice(...before.span),
  };
}

function cellsOf({ text, blocks }: Document, block: number): Span[] {
  const [start, end] = blocks[block]?.span ?? [0, 0];
  const spans: Span[] = [];
  let from = start;
  for (const bar of [...text.slice(start, end).matchAll(/\s*[|\t]\s*/g)]) {
    spans.push([from, start + bar.index]);
    from = start + bar.index + bar[0].length;
  }
  spans.push([from, end]);
  return spans;
}

export const inside = ({ span }: Pick<Mention, 'span'>, cell: Span | undefined): boolean =>
  cell !== undefined && cell[0] <= span[0] && span[1] <= cell[1];

export interface Ends {
  readonly origin: string | null;
  readonly destination: string | null;
  readonly supplier: string | null;
  readonly recipient: string | null;
}

/** "Iran - Gambia" names the sides, "Mersin and Iskenderun - Misrata" the ports; null where a cell has no two ends. */
export function endsOf(text: string, mentions: readonly Placed[], cell: Span): Ends | null {
  const dash = / (?:-|–|—|to|>|→) /.exec(text.slice(...cell));
  if (dash === null) return null;
  const halves: readonly Span[] = [
    [cell[0], cell[0] + dash.index],
    [cell[0] + dash.index + dash[0].length, cell[1]],
  ];
  const [from, to] = halves.map((half) => mentions.filter(({ mention }) => inside(mention, half)));
  return { origin: portsOf(from), destination: portsOf(to), supplier: partyIn(from), recipient: partyIn(to) };
}

function portsOf(placed: readonly Placed[] = []): string | null {
  const names = placed.flatMap(({ mention }) => (mention.type === 'place' ? [mention.name] : []));
  return names.length === 0 ? null : names.join(', ');
}

/** The first state or group that is named. */
export const partyIn = (placed: readonly Placed[] = []): string | null =>
  placed.flatMap(({ mention }) => (mention.type === 'party' ? [mention.id] : []))[0] ?? null;
