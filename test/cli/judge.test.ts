import { join } from 'node:path';
import { expect, it } from 'vitest';
import { caseMaker } from '../pipeline/new-case.js';
import { DENIAL, SHIPS, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, tallyman, type Ended } from './tallyman.js';

const folder = temporaryFolder();
const makeCase = caseMaker();

it('an analyst corrects a claim, sees the ledger follow, and takes it back', { timeout: 600_000 }, () => {
  const { root } = makeCase(join(folder, 'case'));
  const inCase = (...args: string[]): Ended => tallyman(args, { cwd: root });
  writeFiles(join(folder, 'sources'), { 'ships.txt': SHIPS, 'denial.txt': DENIAL });
  inCase('add', '../sources');
  inCase('run');
  const before = inCase('claims', '--format', 'jsonl').stdout;
  const id = String(jsonLines(before).find(({ quantity }) => quantity !== null)?.['id']);
  const by = ['--by', 'A. Analyst', '--why', 'the page says 7,000'];

  const edit = inCase(
    'judge',
    id.slice(0, 12),
    'edit',
    ...by,
    '--set',
    'quantity.low=7000',
    'quantity.high=7000',
  );
  expect(edit).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(`^j-\\w+: ${id} stands edited\\.\n$`) as string,
  });
  expect(edit.stderr).toContain('tallyman run');
  expect(inCase('findings').stderr).toContain('Claims were judged since');
  expect(inCase('report', '-o', 'x.html')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Run `tallyman run` first.') as string,
  });
  inCase('run');
  expect(inCase('findings', '--item', 'container').stdout).toContain('7,000');
  expect(inCase('show', id).stdout).toMatch(
    /Judged:\n {2}\S+Z {2}edit quantity\.low=7000; quantity\.high=7000, by A\. Analyst: the page says 7,000\n/,
  );
  expect(inCase('claims', '--judged', 'edited').stdout).toContain(id.slice(0, 12));

  expect(inCase('judge', id, 'undo', ...by).stdout).toContain(`${id} stands as it was read.`);
  expect(inCase('claims', '--format', 'jsonl').stdout).toBe(before);
  const listed = jsonLines(inCase('judgements', '--format', 'jsonl').stdout);
  expect(listed.map(({ status }) => status)).toEqual(['taken-back', 'undo']);
  expect(inCase('judgements', '--lost')).toMatchObject({ status: 0, stdout: '', stderr: 'No judgements.\n' });
  expect(inCase('judge', id, 'undo', ...by)).toMatchObject({ status: 2 });
  expect(inCase('judge', id, 'accept', '--by', 'A')).toMatchObject({ status: 2 });
});
