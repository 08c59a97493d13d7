import type { Span } from '../core/span.js';
import type { Document } from '../model/document.js';
import type { Placed } from './clause.js';
import type { DraftClaim } from './draft-claim.js';
import type { Mention } from './mentions.js';
import type { Reading } from './reading.js';
import type { Column, SeizureWords } from './seizure-words.js';

/** Tables of seizures: a row is a sentence, and the head of its column says what a cell holds. */

export interface SeizureRow {
  /** Span of each cell in the document, by what its column holds. */
  readonly cells: Readonly<Partial<Record<Column, Span>>>;
}

/** The row of a table of seizures in which a sentence stands; null elsewhere. */
export function seizureRow(document: Document, block: number, words: SeizureWords): SeizureRow | null {
  if (document.blocks[block]?.kind !== 'table_row') return null;
  let first = block;
  while (document.blocks[first - 1]?.kind === 'table_row') first--;
  if (first === block) return null;
  const heads = cellsOf(document, first);
  const before = document.blocks[first - 1];
  const titled = before !== undefined && words.among('headings', document.text.slice(...before.span));
  if (!titled && !heads.some((span) => words.among('headings', document.text.slice(...span)))) return null;
  const cells: Partial<Record<Column, Span>> = {};
  const own = cellsOf(document, block);
  heads.forEach((head, i) => {
    const column = words.columnOf(document.text.slice(...head));
    const cell = own[i];
    if (column !== null && cell !== undefined) cells[column] ??= cell;
  });
  return { cells };
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

const inside = ({ span }: Mention, cell: Span | undefined): boolean =>
  cell !== undefined && cell[0] <= span[0] && span[1] <= cell[1];

/** Whether goods are what was found, not what the papers called them. */
export const isFound = ({ cells }: SeizureRow, { mention }: Placed): boolean =>
  cells.goods === undefined ? !inside(mention, cells.declared) : inside(mention, cells.goods);

/** Gives a claim what the other cells of its row say: the ship, the place, the way and the sides. */
export function fillFromRow(reading: Reading, { cells }: SeizureRow, draft: DraftClaim): void {
  const { document, mentions } = reading;
  const words = (cell: Span): string => document.text.slice(...cell).trim();
  const vessel = cells.vessel === undefined ? null : words(cells.vessel);
  const ends = cells.route === undefined ? null : endsOf(reading, cells.route);
  if (cells.place !== undefined) draft.place = words(cells.place);
  draft.supplier ??= ends?.supplier ?? null;
  draft.recipient ??= ends?.recipient ?? null;
  const modes = mentions.flatMap(({ mention }) => (mention.type === 'carrier' ? [mention.mode] : []));
  if (vessel !== null || ends?.origin || ends?.destination)
    draft.route = {
      mode: modes.length > 0 ? [...new Set(modes)] : vessel === null ? [] : ['sea'],
      origin: ends?.origin ?? null,
      destination: ends?.destination ?? null,
      via: [],
      vessel,
    };
}

interface Ends {
  origin: string | null;
  destination: string | null;
  supplier: string | null;
  recipient: string | null;
}

/** "Iran - Gambia" names the sides, "Mersin and Iskenderun - Misrata" the ports. */
function endsOf({ document, mentions }: Reading, cell: Span): Ends | null {
  const text = document.text.slice(...cell);
  const dash = / (?:-|–|—|to|>|→) /.exec(text);
  if (dash === null) return null;
  const halves: readonly Span[] = [
    [cell[0], cell[0] + dash.index],
    [cell[0] + dash.index + dash[0].length, cell[1]],
  ];
  const [from, to] = halves.map((half) => mentions.filter(({ mention }) => inside(mention, half)));
  const ports = (placed: readonly Placed[] = []): string | null => {
    const names = placed.flatMap(({ mention }) => (mention.type === 'place' ? [mention.name] : []));
    return names.length === 0 ? null : names.join(', ');
  };
  const side = (placed: readonly Placed[] | undefined): string | null =>
    placed?.flatMap(({ mention }) => (mention.type === 'party' ? [mention.id] : []))[0] ?? null;
  return { origin: ports(from), destination: ports(to), supplier: side(from), recipient: side(to) };
}
