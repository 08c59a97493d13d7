import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse, type CsvError, type Info } from 'csv-parse';
import { dayBounds } from '../core/edtf-date.js';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';
import { truthAnswers, type TruthAnswer } from '../ledger/truth-answer.js';
import { truthModel } from '../ledger/truth-model.js';
import { TruthRows } from '../ledger/truth-table.js';

export type { TruthAnswer } from '../ledger/truth-answer.js';

/** Whether a path is a file of rows rather than a folder. @throws TallymanError `unreadable` */
export async function isRowFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    throw new TallymanError('unreadable', messageOf(error), path, { cause: error });
  }
}

/** A row that could not be taken, by its line in the file. */
export interface RowReject {
  readonly line: number;
  readonly reason: string;
}

/** What a file of rows supports. `in` = `out` + `rejected`, in rows. */
export interface ReconciledRows {
  /** One an item, in the order in which the items first came. */
  readonly answers: Iterable<TruthAnswer>;
  readonly in: number;
  readonly out: number;
  readonly rejected: number;
  /** Rows that a later one of the same source on the same item superseded. */
  readonly superseded: number;
}

const COLUMNS = ['item', 'source', 'value', 'time'] as const;
type ColumnName = (typeof COLUMNS)[number];
/** A quote that is never closed must not swallow the file. */
const LONGEST_ROW = 100_000;

/**
 * Reconciles the numbers that sources give for items: rows `item,source,value[,time]` of a CSV file (RFC 4180, UTF-8),
 * under a header with these names in any order, or without one. The file is read as a stream; what is kept of a row are
 * some bytes.
 * @param reject told of each row that could not be taken
 * @throws TallymanError `unreadable`; `empty` where no row could be taken
 */
export async function reconcileRows(path: string, reject: (row: RowReject) => void): Promise<ReconciledRows> {
  const rows = new TruthRows();
  const times = new Times();
  let [taken, rejected] = [0, 0];
  const refuse = (line: number, reason: string): void => {
    rejected++;
    reject({ line, reason });
  };
  let places: Places | null = null;
  for await (const { record, info } of recordsOf(path, refuse)) {
    if (places === null) {
      places = headerPlaces(record) ?? POSITIONS;
      if (places !== POSITIONS) continue;
    }
    const row = readRow(record, places, times);
    if (typeof row === 'string') {
      refuse(info.lines, row);
      continue;
    }
    rows.add(row.item, row.source, row.value, row.time);
    taken++;
  }
  if (taken === 0)
    throw new TallymanError('empty', 'the file holds no row of the form item,source,value[,time]', path);
  const table = rows.table();
  return {
    answers: truthAnswers(table, truthModel(table)),
    in: taken + rejected,
    out: taken,
    rejected,
    superseded: table.superseded,
  };
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

async function* recordsOf(
  path: string,
  refuse: (line: number, reason: string) => void,
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
  });
  parser.on('skip', (error: CsvError | undefined) => {
    if (error) refuse(Number(error['lines'] ?? 0), error.message);
  });
  const file = createReadStream(path);
  file.on('error', (error) => parser.destroy(error));
  try {
    yield* file.pipe(parser) as AsyncIterable<CsvRecord>;
  } catch (error) {
    if (systemCode(error)?.startsWith('CSV_') !== true)
      throw new TallymanError('unreadable', messageOf(error), path, { cause: error });
    refuse(Number((error as CsvError)['lines'] ?? 0), messageOf(error));
  }
}

/** Where each column stands in a row; null for a time that is not given. */
type Places = Readonly<Record<ColumnName, number | null>>;

const POSITIONS: Places = { item: 0, source: 1, value: 2, time: 3 };

/** The places by a header that names at least item, source and value; null where the first row is none. */
function headerPlaces(record: readonly string[]): Places | null {
  const names = record.map((name) => name.toLowerCase());
  const place = (name: ColumnName): number | null => (names.includes(name) ? names.indexOf(name) : null);
  const places = { item: place('item'), source: place('source'), value: place('value'), time: place('time') };
  return places.item === null || places.source === null || places.value === null ? null : places;
}

interface Row {
  readonly item: string;
  readonly source: string;
  readonly value: number;
  readonly time: number | null;
}

/** The row, or the reason why it is none. */
function readRow(record: readonly string[], places: Places, times: Times): Row | string {
  const cell = (name: ColumnName): string => record[places[name] ?? -1] ?? '';
  const [item, source, value, time] = COLUMNS.map(cell) as [string, string, string, string];
  if (record.length > COLUMNS.length && places === POSITIONS)
    return `${record.length} cells, where item,source,value[,time] has 4 at most`;
  if (item === '') return 'no item';
  if (source === '') return 'no source';
  if (!NUMBER.test(value)) return `the value is no number: ${shown(value)}`;
  const number = Number(value.replaceAll(',', ''));
  if (!(Math.abs(number) <= LARGEST)) return `the value is no number: ${shown(value)}`;
  if (time === '') return { item, source, value: number, time: null };
  const read = times.read(time);
  if (read === null) return `the time is no date or number such as the first one: ${shown(time)}`;
  return { item, source, value: number, time: read };
}

/** Beyond this differences cannot be computed; nothing that is counted comes near. */
const LARGEST = 1e100;

/** Also with commas between thousands. */
const NUMBER = /^[+-]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

const shown = (cell: string): string => (cell === '' ? 'empty' : `"${cell.slice(0, 40)}"`);

/** Times of one file are all dates (EDTF, ISO 8601) or all numbers, as the first one is. */
class Times {
  #dates: boolean | null = null;

  read(text: string): number | null {
    const date = dateOf(text);
    const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
    this.#dates ??= date !== null;
    return this.#dates ? date : number;
  }
}

function dateOf(text: string): number | null {
  const end = /^\d{4}(?!\d)/.test(text) ? (dayBounds(text)?.end ?? null) : null;
  if (end !== null) return Date.parse(end);
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? finite(Date.parse(text)) : null;
}

const finite = (number: number): number | null => (Number.isFinite(number) ? number : null);
