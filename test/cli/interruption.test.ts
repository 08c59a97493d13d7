import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCaseFolder } from '../../src/pipeline/case-folder.js';
import { checkCase } from '../../src/pipeline/check-case.js';
import { all, caseMaker, openAlone } from '../pipeline/new-case.js';
import { shipment, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { startTallyman, tallyman, written, type Ended } from './tallyman.js';

/** Commands that end before their time, with the real command line and the real database. */

const FILES = 24;
const SLOW = 600_000;
const folder = temporaryFolder();
const makeCase = caseMaker();

beforeAll(() => {
  const texts = Array.from({ length: FILES }, (_, n) => [`${n}.txt`, shipment(n)] as const);
  writeFiles(join(folder, 'sources'), Object.fromEntries(texts));
});

const inCase = (root: string, ...args: string[]): Ended => tallyman(args, { cwd: root });

/** A case that holds the sources and has not been run. */
function newCase(name: string): string {
  const { root } = makeCase(join(folder, name));
  expect(inCase(root, 'add', '--quiet', '../sources')).toMatchObject({ status: 0, stderr: '' });
  return root;
}

/** All that a run makes, and what is wrong with it. */
async function holdings(root: string): Promise<Record<string, unknown[]>> {
  const open = await openAlone(openCaseFolder(root));
  try {
    const { store } = open;
    return {
      sources: (await all(store.sources())).map(({ id }) => id).sort(),
      documents: await all(store.documents()),
      claims: await all(store.claims()),
      findings: await all(store.findings()),
      entities: await all(store.entities()),
      rejects: [...(await store.rejects())],
      faults: (await checkCase(open)).flatMap(({ problems }) => problems),
    };
  } finally {
    await open.close();
  }
}

/** The n-th step of a stage, as `--progress jsonl` tells it. */
const step = (stage: string, n: number): RegExp =>
  new RegExp(`(?:"event":"step","stage":"${stage}"[^]*?){${n}}`);

describe('a run that is interrupted', () => {
  let uninterrupted: Record<string, unknown[]>;
  beforeAll(async () => {
    const root = newCase('uninterrupted');
    expect(inCase(root, 'run').stderr).toBe('');
    uninterrupted = await holdings(root);
    expect(uninterrupted['documents']).toHaveLength(FILES);
    expect(uninterrupted['claims']?.length).toBeGreaterThanOrEqual(FILES);
    expect(uninterrupted['faults']).toEqual([]);
  }, SLOW);

  it(
    'by kill -9, again and again, loses nothing and repeats nothing',
    async () => {
      const root = newCase('killed');
      const moments = [step('documents', 1), step('documents', 9), step('claims', 1), step('claims', 11)];
      for (const moment of moments) {
        const { child, ended } = startTallyman(['run', '--progress', 'jsonl'], { cwd: root });
        await written(child, 'stderr', moment);
        child.kill('SIGKILL');
        await ended;
      }
      expect(inCase(root, 'run').stdout).toMatch(/^documents: 0 in/);
      expect(await holdings(root)).toEqual(uninterrupted);
    },
    SLOW,
  );

  it(
    'by Ctrl-C ends after the item it works on, and says how to go on',
    async () => {
      const root = newCase('stopped');
      const { child, ended } = startTallyman(['run', '--progress', 'jsonl'], { cwd: root });
      await written(child, 'stderr', step('documents', 3));
      child.kill('SIGINT');
      const { status, stdout, stderr } = await ended;
      expect(status).toBe(130);
      expect(stderr).toContain('Stopping after this item; press Ctrl-C again to stop at once.');
      const done = Number(/^documents: (\d+) in = \1 out \+ 0 rejected\n/.exec(stdout)?.[1]);
      expect(done).toBeGreaterThanOrEqual(3);
      expect(done).toBeLessThan(FILES);
      expect(stdout).toContain('Stopped; `tallyman run` goes on from here.');
      expect(inCase(root, 'run').stdout).toContain(`documents: ${FILES - done} in = ${FILES - done} out`);
      expect(await holdings(root)).toEqual(uninterrupted);
    },
    SLOW,
  );

  it(
    'after an add that was killed at any moment, its first opening of the case included',
    async () => {
      const root = join(folder, 'killed-early');
      expect(tallyman(['init', root], { cwd: folder }).status).toBe(0);
      for (const milliseconds of [500, 1500, 3000]) {
        const { child, ended } = startTallyman(['add', '--quiet', '../sources'], { cwd: root });
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        child.kill('SIGKILL');
        await ended;
      }
      expect(inCase(root, 'add', '--quiet', '../sources')).toMatchObject({ status: 0, stderr: '' });
      inCase(root, 'run');
      expect(await holdings(root)).toEqual(uninterrupted);
    },
    SLOW,
  );
});

describe('two commands on one case at once', () => {
  it(
    'the second is told who has it, and changes nothing',
    async () => {
      const root = newCase('shared');
      const { child, ended } = startTallyman(['run', '--progress', 'jsonl'], { cwd: root });
      await written(child, 'stderr', step('documents', 1));
      child.kill('SIGSTOP'); // so that it still runs when the second starts
      for (const args of [['run'], ['claims']]) {
        const second = inCase(root, ...args);
        expect(second.stderr).toMatch(
          new RegExp(
            `^error: the case is in use by \`run\`, process ${child.pid}\\b.*\n  Wait for the other`,
          ),
        );
        expect(second).toMatchObject({ status: 2, stdout: '' });
      }
      child.kill('SIGCONT');
      expect((await ended).status).toBe(0);
      expect((await holdings(root))['faults']).toEqual([]);
    },
    SLOW,
  );

  it(
    'a server holds the case it serves, and gives it back at Ctrl-C',
    async () => {
      const root = newCase('served');
      inCase(root, 'run');
      const { child, ended } = startTallyman(['serve', '--port', '0'], { cwd: root });
      const line = await written(child, 'stdout', /Serving http\S+ /);
      const address = /http:\S+/.exec(line)?.[0] ?? '';
      expect((await fetch(address)).status).toBe(200);
      expect(inCase(root, 'claims').stderr).toContain('`serve`');
      child.kill('SIGINT');
      expect((await ended).status).toBe(0);
      await expect(fetch(address)).rejects.toThrow();
      expect(inCase(root, 'claims').status).toBe(0);
    },
    SLOW,
  );

  it(
    'a reader that goes (`| head`) ends a listing without an error, and frees the case',
    async () => {
      const root = newCase('piped');
      inCase(root, 'run');
      const { child, ended } = startTallyman(['documents', '--format', 'jsonl'], { cwd: root });
      child.stdout?.destroy();
      await once(child, 'exit');
      expect(await ended).toMatchObject({ status: 0, stderr: '' });
      expect(inCase(root, 'claims').status).toBe(0);
    },
    SLOW,
  );
});
