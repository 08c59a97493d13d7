import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isRowFile,
  reconcileRows,
  type RowReject,
  type TruthAnswer,
} from '../../src/pipeline/reconcile-rows.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let number = 0;

async function reconciled(text: string | Buffer) {
  const path = join(folder, `rows-${number++}.csv`);
  writeFileSync(path, text);
  const rejects: RowReject[] = [];
  const { answers, ...counts } = await reconcileRows(path, (row) => rejects.push(row));
  return { answers: [...answers], rejects, counts };
}
const values = (answers: readonly TruthAnswer[]): string[] =>
  answers.map(({ item, value }) => `${item} ${value}`);

describe('a file of rows', () => {
  it('has a header in any order, or none, quotes, a byte order mark and either line end', async () => {
    const plain = await reconciled('"Rome, 2010",a,2617175\r\n"Rome, 2010",b,2617175\r\n');
    expect(plain.answers).toEqual([
      { item: 'Rome, 2010', value: 2617175, low: 2617175, high: 2617175, origins: 2, dispute: null },
    ]);
    const headed = await reconciled('\uFEFFvalue,note,Source,item\n"2,617,175",x,a,Rome\n2617175,y,b,Rome\n');
    expect(values(headed.answers)).toEqual(['Rome 2617175']);
    expect(headed.counts).toEqual({ in: 2, out: 2, rejected: 0, superseded: 0 });
  });

  it('keeps the order of its items, negative values and fractions', async () => {
    const { answers } = await reconciled('b,s,-3.5\na,s,1e3\nb,t,-3.5\nc,s,.5\n');
    expect(values(answers)).toEqual(['b -3.5', 'a 1000', 'c 0.5']);
  });

  it('takes the last word of a source by its time, dates or numbers', async () => {
    const dates = 'x,a,1,2010-05\nx,a,2,2009\nx,a,3,2010-04-01T10:00:00Z\n';
    expect(values((await reconciled(dates)).answers)).toEqual(['x 1']);
    const numbers = 'x,a,1,1190000000\nx,a,2,1180000000\n';
    expect(await reconciled(numbers)).toMatchObject({ answers: [{ value: 1 }], counts: { superseded: 1 } });
  });

  it('rejects a row that it cannot take, with its line, and takes the others', async () => {
    const { answers, rejects, counts } = await reconciled(
      [
        'item,source,value,time',
        'x,a,12,2010',
        'x,b',
        ',b,12,2010',
        'x,,12,2010',
        'x,b,twelve,2010',
        'x,b,,2010',
        'x,b,NaN,2010',
        'x,b,1e999,2010',
        'x,b,12,yesterday',
        '',
        'x,c,12,2011',
      ].join('\n'),
    );
    expect(values(answers)).toEqual(['x 12']);
    expect(rejects.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rejects.map(({ reason }) => reason).slice(0, 4)).toEqual([
      'the value is no number: empty',
      'no item',
      'no source',
      'the value is no number: "twelve"',
    ]);
    expect(counts).toEqual({ in: 10, out: 2, rejected: 8, superseded: 0 });
  });

  it('is not swallowed by a quote that is never closed', async () => {
    const { answers, counts } = await reconciled(`x,a,1\nx,b,1\n"y,c,2\n${'z,d,3\n'.repeat(3)}`);
    expect(values(answers)).toContain('x 1');
    expect(counts.in).toBe(counts.out + counts.rejected);
    expect(counts.rejected).toBeGreaterThan(0);
  });

  it('that holds none, or is not there, is an error that names it', async () => {
    await expect(reconciled('')).rejects.toMatchObject({ code: 'empty' });
    await expect(reconciled('item,source,value\n')).rejects.toMatchObject({ code: 'empty' });
    await expect(reconcileRows(join(folder, 'none.csv'), () => undefined)).rejects.toMatchObject({
      code: 'unreadable',
    });
    await expect(isRowFile(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'unreadable' });
    expect(await isRowFile(folder)).toBe(false);
  });
});
