import { join } from 'node:path';
import { expect, it } from 'vitest';
import { caseMaker } from '../pipeline/new-case.js';
import { DENIAL, SHIPS, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, tallyman, type Ended } from './tallyman.js';

const folder = temporaryFolder();
const makeCase = caseMaker();

it(
  'an analyst merges and splits entities, sees the ledger follow, and takes it back',
  { timeout: 600_000 },
  () => {
    const { root } = makeCase(join(folder, 'case'));
    const inCase = (...args: string[]): Ended => tallyman(args, { cwd: root });
    const by = ['--by', 'A. Analyst', '--why', 'the register says so'];
    writeFiles(join(folder, 'sources'), { 'ships.txt': SHIPS, 'denial.txt': DENIAL });
    inCase('add', '../sources');
    inCase('run');
    const before = inCase('findings', '--format', 'jsonl').stdout;
    const entities = jsonLines(inCase('entities', '--format', 'jsonl').stdout);
    expect(entities.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'KP',
        'RU',
        'Harbour Post',
        'Ministry of National Defence (South Korea)',
        'container',
      ]) as unknown,
    );
    expect(inCase('entities', '--type', 'state', '--search', 'russia').stdout).toContain('Russia');
    expect(inCase('entity', 'Pyongyangg')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('`tallyman entities` lists them') as string,
    });

    // The two are plainly not one; the ledger follows the analyst all the same.
    const merge = inCase('merge', 'Russia', 'North Korea', ...by);
    expect(merge.stdout).toMatch(/^j-\w+: KP is RU\.\n$/);
    expect(merge.stderr).toContain('tallyman run');
    inCase('origin', 'split', 'Ministry of National Defence (South Korea)', ...by);
    inCase('run');
    const [first] = jsonLines(inCase('findings', '--item', 'container', '--format', 'jsonl').stdout);
    expect(first?.['question']).toMatchObject({ supplier: 'RU', recipient: 'RU' });
    expect(
      inCase('findings', '--party', 'North Korea', '--item', 'container', '--format', 'jsonl').stdout,
    ).toContain(String(first?.['id']));
    expect(JSON.stringify(first?.['claims'])).toContain(
      '"origin":"Ministry of National Defence (South Korea)"',
    );
    expect(inCase('entity', 'RU', '--format', 'json').stdout).toContain('"verdict":"merge"');

    const listed = jsonLines(inCase('judgements', '--format', 'jsonl').stdout);
    expect(listed.map(({ status }) => status)).toEqual(['in-force', 'in-force']);
    const ids = listed.map(({ judgement }) => (judgement as { id: string }).id);
    for (const id of ids)
      expect(inCase('undo', id.slice(0, 10), ...by)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('is taken back.') as string,
      });
    expect(inCase('undo', ids[0] ?? '', ...by)).toMatchObject({ status: 2 });
    inCase('run');
    expect(inCase('findings', '--format', 'jsonl').stdout).toBe(before);
    expect(jsonLines(inCase('judgements', '--format', 'jsonl').stdout).map(({ status }) => status)).toEqual([
      'taken-back',
      'taken-back',
      'undo',
      'undo',
    ]);
    expect(inCase('doctor').status).toBe(0);
  },
);
