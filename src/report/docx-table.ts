import {
  BorderStyle,
  InternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { bookmarkName } from './docx-bookmark.js';
import { columnWidths } from './column-widths.js';
import type { PrintedAnnex } from './printed-report.js';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B8C0C7' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: NONE,
  right: NONE,
  insideHorizontal: LINE,
  insideVertical: NONE,
};

/** An annex as a table whose head is repeated on every page. @param width in twentieths of a point */
export function annexTable({ columns, rows, paragraphColumn }: PrintedAnnex, width: number): Table {
  const widths = columnWidths(columns, rows, width / 20).map((points) => Math.round(points * 20));
  const cell = (text: string, column: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { left: 50, right: 50, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          spacing: { after: 0, line: 240 },
          children:
            !head && column === paragraphColumn
              ? linksTo(text)
              : [new TextRun({ text, bold: head, ...SMALL })],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    borders: BORDERS,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((name, column) => cell(name, column, true)) }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, column) => cell(cells[column] ?? '', column, false)),
          }),
      ),
    ],
  });
}

const SMALL = { font: 'Arial', size: 14 } as const;

const linksTo = (cell: string): (TextRun | InternalHyperlink)[] =>
  cell
    .split(', ')
    .filter((one) => one !== '')
    .flatMap((one, position) => [
      ...(position === 0 ? [] : [new TextRun({ text: ', ', ...SMALL })]),
      new InternalHyperlink({
        anchor: bookmarkName('p', Number(one)),
        children: [new TextRun({ text: one, ...SMALL })],
      }),
    ]);
