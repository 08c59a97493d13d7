import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import type { Span } from '../core/span.js';
import { readYaml } from '../core/yaml-file.js';
import type { When } from '../model/claim.js';
import type { Placed } from './clause.js';
import { isPeople, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import type { Figure } from './figures.js';
import type { GoodsMention } from './mentions.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties } from './roles.js';
import { endsOf, inside, partyIn, tableRow } from './tables.js';

/** Tables of transfers: who handed what to whom, a row a transfer. */

const words = z.array(z.string());
const schema = z.strictObject({
  source: words,
  columns: z.strictObject({
    direction: words,
    supplier: words,
    recipient: words,
    goods: words,
    figure: words,
    time: words,
  }),
});
const COLUMNS = readYaml(join(DATA_FOLDER, 'claims', 'transfers.yaml'), schema).columns;
type Column = keyof typeof COLUMNS;
type Cells = Partial<Record<Column, Span>>;

/** The claims of a row; null for a sentence that is no row of such a table. */
export function transferRow(reading: Reading): DraftClaim[] | null {
  const cells = cellsOf(reading);
  if (cells === null) return null;
  const within = (cell: Span | undefined): Placed[] =>
    reading.mentions.filter(({ mention }) => inside(mention, cell));
  const ends =
    cells.direction === undefined ? null : endsOf(reading.document.text, reading.mentions, cells.direction);
  const supplier = ends?.supplier ?? partyIn(within(cells.supplier));
  const recipient = ends?.recipient ?? partyIn(within(cells.recipient));
  if (supplier === null && recipient === null) return null;
  return rowGoods(within(cells.goods), within(cells.figure)).map(({ goods, figure }) => {
    const people = goods !== null && isPeople(goods);
    const draft = draftFor(reading, people ? 'deployment' : 'transfer', null, noParties());
    if (people) draft.actor = supplier;
    else [draft.supplier, draft.recipient] = [supplier, recipient];
    draft.item =
      figure?.unit === 'usd' || goods === null
        ? { class: null, wording: goods?.wording ?? '' }
        : itemOf(goods);
    draft.quantity = quantityOf(figure, goods?.unit ?? null, reading.document.text, reading.sentence.span[0]);
    if (cells.time !== undefined) draft.when = whenIn(reading, cells.time, draft.stated ?? reading.published);
    // "not counted", "not given": a cell without an answer denies nothing.
    draft.polarity = 'affirmed';
    draft.explicit = true;
    draft.rules.push('transfer-row');
    return draft;
  });
}

/** The cells of a row by what they hold; a table of transfers has a side of them, and goods or a figure. */
function cellsOf({ document, sentence }: Reading): Cells | null {
  const row = tableRow(document, sentence.block);
  if (row === null) return null;
  const cells: Cells = {};
  row.heads.forEach((head, i) => {
    const [column, cell] = [columnOf(head), row.cells[i]];
    if (column !== null && cell !== undefined) cells[column] ??= cell;
  });
  const sided = cells.direction ?? cells.supplier ?? cells.recipient;
  return sided === undefined || (cells.goods ?? cells.figure) === undefined ? null : cells;
}

function columnOf(head: string): Column | null {
  const text = head.toLowerCase();
  const found = Object.entries(COLUMNS).find(([, heads]) =>
    heads.some((known) => text === known || text.startsWith(`${known} `)),
  );
  return (found?.[0] as Column | undefined) ?? null;
}

interface Counted {
  readonly goods: GoodsMention | null;
  readonly figure: Figure | null;
}

/** What a row tells: its goods with the figure beside them; goods of several kinds under one figure are one count. */
function rowGoods(goodsCell: readonly Placed[], figureCell: readonly Placed[]): Counted[] {
  const named = goodsIn(goodsCell);
  const counted = goodsIn(figureCell).find(({ figure }) => figure !== null) ?? null;
  const figure = counted?.figure ?? figureIn(figureCell) ?? figureIn(goodsCell);
  const own = named.filter((goods) => goods.figure !== null);
  if (own.length > 0) return own.map((goods) => ({ goods, figure: goods.figure }));
  if (figure === null) return named.map((goods) => ({ goods, figure: null }));
  const [first] = named;
  if (figure.unit === 'usd' || first === undefined)
    return figure.unit === 'usd' || counted ? [{ goods: counted, figure }] : [];
  const one = named.every((goods) => goods.class === first.class);
  return [
    {
      goods: {
        ...first,
        class: one ? first.class : null,
        unit: counted?.unit ?? (one ? first.unit : 'system'),
        wording: named.map(({ wording }) => wording).join(', '),
        model: one ? (counted?.model ?? first.model) : null,
      },
      figure,
    },
  ];
}

const goodsIn = (cell: readonly Placed[]): GoodsMention[] =>
  cell.flatMap(({ mention }) => (mention.type === 'goods' && !mention.content ? [mention] : []));

const figureIn = (cell: readonly Placed[]): Figure | null =>
  cell.flatMap(({ mention }) =>
    mention.type === 'figure' && mention.figure.distractor === null ? [mention.figure] : [],
  )[0] ?? null;

/** The window that a cell gives; a year may stand alone in it. */
function whenIn({ document, mentions }: Reading, cell: Span, until: string | null): When {
  const text = document.text.slice(...cell).trim();
  if (/^\d{4}$/.test(text)) return { edtf: text, scope: 'period' };
  const time = mentions.flatMap(({ mention }) =>
    mention.type === 'time' && inside(mention, cell) ? [mention.time] : [],
  )[0];
  if (time === undefined) return { edtf: null, scope: 'unknown' };
  switch (time.relation) {
    case 'since':
      return { edtf: `${time.edtf}/${until ?? '..'}`, scope: 'cumulative' };
    case 'by':
      return { edtf: `../${time.edtf}`, scope: 'cumulative' };
    case 'between':
      return { edtf: time.edtf, scope: 'period' };
    case 'at':
      return { edtf: time.edtf, scope: time.edtf.length === 4 ? 'period' : 'point' };
  }
}
