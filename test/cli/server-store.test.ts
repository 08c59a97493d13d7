import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DENIAL, SHIPS, TROOPS, writeFiles } from '../pipeline/sources.js';
import { startTestServer, type TestServer } from '../store/postgres-server.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { startTallyman, tallyman, written, type Ended } from './tallyman.js';

/** The same commands with DATABASE_URL as without it. */

const folder = temporaryFolder();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  writeFiles(join(folder, 'sources'), {
    'ships.txt': SHIPS,
    'denial.txt': DENIAL,
    'troops.txt': TROOPS,
    'none.txt': '',
  });
  writeFiles(join(folder, 'more'), { 'again.txt': `${SHIPS}\nThe quay was quiet afterwards.\n` });
}, 300_000);
afterAll(async () => {
  await server.stop();
});

const LISTINGS = ['documents', 'claims', 'echoes', 'duplicates', 'findings', 'rejects'].map((what) => [
  what,
  '--format',
  'jsonl',
]);

describe('a case on a Postgres server', () => {
  it('holds what a case in a folder holds, byte for byte', () => {
    const [onServer, inFolder] = [{ DATABASE_URL: server.url }, {}].map((env, n) => {
      const root = join(folder, `test case ${n}`);
      expect(tallyman(['init', root], { cwd: folder }).status).toBe(0);
      const inCase = (...args: string[]): Ended => tallyman(args, { cwd: root, env });
      // The ledger of the first run follows what the second brings.
      const steps = [inCase('add', '../sources'), inCase('run'), inCase('add', '../more'), inCase('run')];
      expect(steps.map(({ status }) => status)[0]).toBe(1);
      expect(inCase('doctor').status).toBe(0);
      return [...steps, ...LISTINGS.map((args) => inCase(...args))].map(({ stdout }) => stdout);
    });
    expect(onServer).toEqual(inFolder);
    expect(onServer?.at(-2)).toContain('"f-');
  }, 300_000);

  it('may be read while it is run, but not run twice at once', async () => {
    const root = join(folder, 'test shared');
    const where = { cwd: root, env: { DATABASE_URL: server.url } };
    tallyman(['init', root], { cwd: folder });
    tallyman(['add', '--quiet', '../sources'], where);
    const { child, ended } = startTallyman(['run', '--progress', 'jsonl'], where);
    await written(child, 'stderr', /"event":"step"/);
    child.kill('SIGSTOP');
    const second = tallyman(['run'], where);
    expect({ status: second.status, stdout: second.stdout }).toEqual({ status: 2, stdout: '' });
    expect(second.stderr).toMatch(/^error: the case is in use by .*`run`/);
    expect(tallyman(['documents'], where).status).toBe(0);
    child.kill('SIGKILL');
    await ended;
    expect(tallyman(['run', '--quiet'], where).stderr).toBe('');
    expect(tallyman(['doctor'], where).status).toBe(0);
  }, 300_000);
});
