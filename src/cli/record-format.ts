import { stringify } from 'csv-stringify/sync';
import type { Output } from './output.js';
import { tableText, type Column } from './table.js';

export const FORMATS = ['table', 'jsonl', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Writes records in the form the user asked for; all but the table are written as they come. */
export function writeRecords<T>(
  records: AsyncIterable<T> | Iterable<T>,
  columns: readonly Column<T>[],
  format: Format,
  output: Output,
  json: JsonPieces<T> = (record) => [JSON.stringify(record)],
): Promise<number> {
  return WRITERS[format](records, columns, output, json);
}

/** The JSON of a record, in pieces where it may be longer than a string can be. */
export type JsonPieces<T> = (record: T) => Iterable<string>;

type Writer = <T>(
  records: AsyncIterable<T> | Iterable<T>,
  columns: readonly Column<T>[],
  output: Output,
  json: JsonPieces<T>,
) => Promise<number>;

const WRITERS: Record<Format, Writer> = {
  async table(records, columns, output) {
    const rows = [];
    for await (const record of records) rows.push(record);
    if (rows.length > 0) await output.line(tableText(rows, columns, output));
    return rows.length;
  },

  async jsonl(records, _, output, json) {
    let count = 0;
    for await (const record of records) {
      for (const piece of json(record)) await output.write(piece);
      await output.line();
      count++;
    }
    return count;
  },

  async json(records, _, output, json) {
    let count = 0;
    for await (const record of records) {
      await output.write(count === 0 ? '[\n' : ',\n');
      for (const piece of json(record)) await output.write(piece);
      count++;
    }
    await output.line(count === 0 ? '[]' : '\n]');
    return count;
  },

  async csv(records, columns, output) {
    let count = 0;
    await output.write(csvLine(columns.map((column) => column.name)));
    for await (const record of records) {
      await output.write(csvLine(columns.map((column) => column.of(record))));
      count++;
    }
    return count;
  },
};

/**
 * RFC 4180, CRLF. A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, a tab or a return first) gets
 * an apostrophe before it, so that a source's text cannot act in the reader's spreadsheet; numbers stay as they are.
 */
const csvLine = (cells: readonly (string | number | boolean | null | undefined)[]): string =>
  stringify([cells], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { boolean: (value) => String(value) },
  });
