import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hitSchema, sanctionsListSchema } from '../../src/model/sanctions.js';
import { caseMaker } from '../pipeline/new-case.js';
import { SHIPS, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, tallyman, type Ended } from './tallyman.js';

const LISTS = fileURLToPath(new URL('../exchange/lists/', import.meta.url));
const folder = temporaryFolder();
const makeCase = caseMaker();

const VOYAGE = `title: The Angara at the eastern quay
publisher: Harbour Post
published: 2023-11-20

The Russian-flagged ship Angara carried more than 300 containers from Rajin to Dunay in October 2023, the White House said on 18 November 2023.
`;

it(
  'lists are kept in versions, and the ledger is screened against the newest of each',
  { timeout: 600_000 },
  () => {
    const { root } = makeCase(join(folder, 'case'));
    const inCase = (...args: string[]): Ended => tallyman(args, { cwd: root });
    writeFiles(join(folder, 'sources'), { 'ships.txt': SHIPS, 'voyage.txt': VOYAGE });
    inCase('add', '../sources');
    expect(inCase('screen')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('tallyman run') as string,
    });
    inCase('run');
    expect(inCase('lists').stderr).toContain('`tallyman lists add FILE`');
    expect(inCase('screen')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('lists add') as string,
    });

    const added = inCase('lists', 'add', join(LISTS, 'entities.ftm.jsonl'), '--name', 'US and UK ships');
    expect(added.status).toBe(1);
    expect(added.stdout).toContain(
      'US and UK ships, 2024-06-14: 9 in = 6 out + 3 rejected; 5 are vessels, people and bodies',
    );
    expect(added.stdout).toContain('line 3: is no JSON');
    expect(inCase('lists', 'add', join(LISTS, 'consolidated.xml')).stdout).toContain(
      '5 in = 4 out + 1 rejected',
    );
    expect(inCase('lists', 'add', join(LISTS, 'consolidated.xml')).stdout).toContain('known already');

    const screened = inCase('screen', '--format', 'jsonl');
    const hits = jsonLines(screened.stdout);
    expect(hits.map((hit) => hitSchema.parse(hit))).toMatchObject([
      {
        name: 'Angara',
        score: 1,
        listed: { id: 'ofac-angara' },
        list: { name: 'US and UK ships', version: '2024-06-14' },
      },
    ]);
    expect(screened.stderr).toMatch(/^1 hit: \d+ entities against 9 entries of UN Security Council/);
    expect(inCase('screen', '--format', 'jsonl').stdout).toBe(screened.stdout);
    expect(inCase('screen', '--list', 'none')).toMatchObject({ status: 2 });

    // A newer version takes the place of the older one, which stays in the case.
    const newer = readFileSync(join(LISTS, 'entities.ftm.jsonl'), 'utf8')
      .split('\n')
      .filter(
        (line) =>
          !line.includes('ofac-angara') && (line === '' || line.endsWith('}')) && !line.includes('"bad"'),
      )
      .join('\n');
    writeFiles(folder, { 'newer.json': newer });
    inCase('lists', 'add', '../newer.json', '--name', 'US and UK ships', '--edition', '2024-07');
    const lists = jsonLines(inCase('lists', 'list', '--format', 'jsonl').stdout).map((list) =>
      sanctionsListSchema.parse(list),
    );
    expect(lists.map(({ version }) => version)).toEqual(['2024-06-14', '2024-06-14', '2024-07']);
    for (const list of lists) expect(list.in).toBe(list.out + list.rejected);
    expect(inCase('screen', '--format', 'jsonl').stdout).toBe('');
    expect(inCase('report', '-o', 'report.json').status).toBe(0);
    const report = readFileSync(join(root, 'report.json'), 'utf8');
    expect(report).toContain('Screening against sanctions lists');
    expect(inCase('doctor').status).toBe(0);
  },
);
