import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../scripts/services.mjs';
import { openCaseFolder } from '../../src/pipeline/case-folder.js';
import { checkCase } from '../../src/pipeline/check-case.js';
import { openCase } from '../../src/pipeline/open-case.js';
import { all } from '../pipeline/new-case.js';
import { DENIAL, shipment, SHIPS, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, startTallyman, tallyman, written, type Ended } from './tallyman.js';

/** Workers on a real server, as processes of their own. */

const FILES = 60;
const SLOW = 600_000;
const folder = temporaryFolder();
let server: Awaited<ReturnType<typeof startPostgres>>;
let expected: Awaited<ReturnType<typeof holdings>>;

beforeAll(async () => {
  server = await startPostgres();
  const texts = Array.from({ length: FILES }, (_, n) => [`${n}.txt`, shipment(n)] as const);
  writeFiles(join(folder, 'sources'), {
    ...Object.fromEntries(texts),
    'ships.txt': SHIPS,
    'denial.txt': DENIAL,
    'damaged.pdf': '%PDF-1.7 and nothing behind it',
  });
  const alone = newCase('alone');
  expect(inCase(alone, 'run').status).toBe(1); // the damaged file is rejected
  expected = await holdings(alone);
}, SLOW);
afterAll(() => server.stop());

const env = (): Record<string, string> => ({ DATABASE_URL: server.url });
const inCase = (root: string, ...args: string[]): Ended => tallyman(args, { cwd: root, env: env() });
const start = (root: string, ...args: string[]) => startTallyman(args, { cwd: root, env: env() });

function newCase(name: string): string {
  const root = join(folder, name);
  expect(tallyman(['init', root], { cwd: folder }).status).toBe(0);
  inCase(root, 'add', '--quiet', '../sources');
  return root;
}

/** All that a run makes, and what is wrong with it; without the ids of cases, which differ. */
async function holdings(root: string) {
  const open = await openCase(openCaseFolder(root), { purpose: 'test', databaseUrl: server.url });
  try {
    const { store } = open;
    return {
      documents: await all(store.documents()),
      claims: await all(store.claims()),
      findings: await all(store.findings()),
      entities: await all(store.entities()),
      rejects: await store.rejects(),
      ledger: await store.ledgerState(),
      counts: await store.counts(),
      faults: (await checkCase(open)).flatMap(({ problems }) => problems),
    };
  } finally {
    await open.close();
  }
}

describe('workers', { timeout: SLOW }, () => {
  it('four of them, two killed and the database restarted midway, make what one process makes', async () => {
    const root = newCase('killed');
    const run = start(root, 'run', '--queue', '--lease', '3', '--progress', 'jsonl');
    const workers = Array.from({ length: 4 }, () => start(root, 'worker'));
    await Promise.all(workers.map(({ child }) => written(child, 'stdout', /^document: /m)));
    for (const { child } of workers.slice(0, 2)) child.kill('SIGKILL');
    await written(workers[2]!.child, 'stdout', /^document: /m);
    server.restart();
    const { status, stdout } = await run.ended;
    expect({ status, stdout }).toMatchObject({ status: 1 });
    expect(stdout).toContain('by workers');
    for (const { child } of workers) child.kill('SIGINT');
    const ended = await Promise.all(workers.map((worker) => worker.ended));
    expect(ended.map((each) => each.status)).toEqual([null, null, 130, 130]);
    expect(ended[2]?.stdout).toMatch(/^worker: (\d+) in = \d+ out \+ \d+ rejected \+ \d+ done elsewhere$/m);
    expect(await holdings(root)).toEqual(expected);
    expect(expected).toMatchObject({
      faults: [],
      counts: { documents: FILES + 2, rejects: { documents: 1 } },
    });
  });

  it('a reading that is stopped goes on where the workers are; --drain ends them with the work', async () => {
    const root = newCase('drained');
    const stopped = start(root, 'run', '--queue', '--progress', 'jsonl');
    await written(stopped.child, 'stderr', /"event":"begin","stage":"documents"/);
    stopped.child.kill('SIGKILL');
    await stopped.ended;
    const workers = [1, 2].map(() => start(root, 'worker', '--drain', '--format', 'json'));
    const ended = await Promise.all(workers.map((worker) => worker.ended));
    const reports = ended.flatMap(({ stdout }) => jsonLines(stdout));
    const sum = (field: string): number =>
      reports.reduce((total, report) => total + Number(report[field]), 0);
    expect([sum('in'), sum('out'), sum('rejected')]).toEqual([FILES + 3, FILES + 2, 1]);
    const { stdout } = inCase(root, 'run', '--queue', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ queued: { pieces: 0, given_up: 0 } });
    expect(await holdings(root)).toEqual(expected);
  });

  it('what no worker can finish is a reject, and the rest is read', async () => {
    const root = newCase('lacking');
    const { id } = expected.documents.map(({ source }) => ({ id: source }))[0]!;
    rmSync(join(root, 'archive', id.slice(0, 2), id));
    const run = start(root, 'run', '--queue');
    const worker = start(root, 'worker');
    const { status, stdout } = await run.ended;
    worker.child.kill('SIGINT');
    await worker.ended;
    expect({ status, stdout }).toMatchObject({ status: 1 });
    const { stdout: rejects } = inCase(root, 'rejects', '--format', 'jsonl');
    expect(jsonLines(rejects)).toContainEqual(
      expect.objectContaining({ stage: 'documents', subject: id, code: 'unreadable' }),
    );
    expect((await holdings(root)).documents).toHaveLength(FILES + 1);
  });

  it('say what they need', () => {
    const root = newCase('folder');
    for (const args of [['worker'], ['run', '--queue']])
      expect(tallyman(args, { cwd: root })).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('DATABASE_URL') as unknown,
      });
    expect(inCase(root, 'run', '--queue', '--lease', '0')).toMatchObject({ status: 2, stdout: '' });
  });
});
