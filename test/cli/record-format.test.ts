import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output, OutputClosed } from '../../src/cli/output.js';
import { writeRecords, type Format } from '../../src/cli/record-format.js';
import { oneLine, printable } from '../../src/cli/terminal-text.js';
import type { Column } from '../../src/cli/table.js';

interface Row {
  readonly who: string | null;
  readonly n: number | null;
  readonly sure: boolean;
}

const COLUMNS: readonly Column<Row>[] = [
  { name: 'who', of: (row) => row.who, inTable: true },
  { name: 'n', of: (row) => row.n, inTable: true },
  { name: 'sure', of: (row) => row.sure },
];

async function written(rows: readonly Row[], format: Format): Promise<string> {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  expect(await writeRecords(rows, COLUMNS, format, new Output(stream, {}))).toBe(rows.length);
  return text;
}

const ROWS: readonly Row[] = [
  { who: 'Harbour "Post", north', n: 5, sure: true },
  { who: null, n: null, sure: false },
];

describe('the forms of a listing', () => {
  it('JSON lines and JSON hold the records whole', async () => {
    const lines = (await written(ROWS, 'jsonl')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Row)).toEqual(ROWS);
    expect(JSON.parse(await written(ROWS, 'json'))).toEqual(ROWS);
  });

  it('say so where there is nothing', async () => {
    expect(await written([], 'jsonl')).toBe('');
    expect(await written([], 'json')).toBe('[]\n');
    expect(await written([], 'csv')).toBe('who,n,sure\r\n');
    expect(await written([], 'table')).toBe('');
  });

  it('CSV is RFC 4180', async () => {
    expect(await written(ROWS, 'csv')).toBe('who,n,sure\r\n"Harbour ""Post"", north",5,true\r\n,,false\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@cmd', '\tx', '=HYPERLINK("http://example.org")'])(
    'a text that a spreadsheet would act on (%j) is text in CSV',
    async (who) => {
      const cell = (await written([{ who, n: -3, sure: true }], 'csv')).split('\r\n')[1] ?? '';
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
      expect(cell).toContain(',-3,');
    },
  );
});

describe('text for the terminal', () => {
  it('shows control characters instead of obeying them', () => {
    expect(printable('a\u001b[2Jb\u0007\r\nc\td\u202ee')).toBe('a\\x1b[2Jb\\x07\nc\td\\x202ee');
    expect(oneLine('  a\n\n b\tc ')).toBe('a b c');
  });
});

describe('an output whose reader has gone', () => {
  it('ends the command, and is no error', async () => {
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const output = new Output(stream, {});
    const endless = (function* () {
      for (;;) yield* ROWS;
    })();
    await expect(writeRecords(endless, COLUMNS, 'jsonl', output)).rejects.toThrow(OutputClosed);
  });

  it('is an error where it broke otherwise', async () => {
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }));
      },
    });
    const output = new Output(stream, {});
    await expect(
      (async () => {
        for (;;) await output.line('x');
      })(),
    ).rejects.toThrow('ENOSPC');
  });
});
