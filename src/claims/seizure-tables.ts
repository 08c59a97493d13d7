import type { Span } from '../core/span.js';
import type { Document } from '../model/document.js';
import type { Placed } from './clause.js';
import type { DraftClaim } from './draft-claim.js';
import type { Reading } from './reading.js';
import type { Column, SeizureWords } from './seizure-words.js';
import { endsOf, inside, tableRow } from './tables.js';

/** Tables of seizures. */

export interface SeizureRow {
  /** Span of each cell in the document, by what its column holds. */
  readonly cells: Readonly<Partial<Record<Column, Span>>>;
}

/** The row of a table of seizures in which a sentence stands; null elsewhere. */
export function seizureRow(document: Document, block: number, words: SeizureWords): SeizureRow | null {
  const row = tableRow(document, block);
  if (row === null) return null;
  const { heads, caption } = row;
  const titled = caption !== null && words.among('headings', caption);
  if (!titled && !heads.some((head) => words.among('headings', head))) return null;
  const cells: Partial<Record<Column, Span>> = {};
  heads.forEach((head, i) => {
    const column = words.columnOf(head);
    const cell = row.cells[i];
    if (column !== null && cell !== undefined) cells[column] ??= cell;
  });
  return { cells };
}

/** Whether goods are what was found, not what the papers called them. */
export const isFound = ({ cells }: SeizureRow, { mention }: Placed): boolean =>
  cells.goods === undefined ? !inside(mention, cells.declared) : inside(mention, cells.goods);

/** Gives a claim what the other cells of its row say: the ship, the place, the way and the sides. */
export function fillFromRow(reading: Reading, { cells }: SeizureRow, draft: DraftClaim): void {
  const { document, mentions } = reading;
  const words = (cell: Span): string => document.text.slice(...cell).trim();
  const vessel = cells.vessel === undefined ? null : words(cells.vessel);
  const ends = cells.route === undefined ? null : endsOf(document.text, mentions, cells.route);
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
