import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shipment, writeFiles } from '../pipeline/sources.js';
import { jsonLines, startTallyman, tallyman, temporaryFolder, written, type Ended } from './tallyman.js';

/** Runs that end before their time, with the real command line and the real database. */

const FILES = 24;
const folder = temporaryFolder();
const sources = join(folder, 'sources');

beforeAll(() => {
  writeFiles(sources, Object.fromEntries(Array.from({ length: FILES }, (_, n) => [`${n}.txt`, shipment(n)])));
});

function newCase(name: string, added = true): string {
  tallyman(['init', name], { cwd: folder });
  const root = join(folder, name);
  if (added) expect(tallyman(['add', '--quiet', '../sources'], { cwd: root })).toMatchObject({ status: 0 });
  return root;
}

const inCase = (root: string, ...args: string[]): Ended => tallyman(args, { cwd: root });

/** All that a run makes, but for when it was made. */
const holdings = (root: string): string[] =>
  ['documents', 'claims', 'findings', 'rejects'].map(
    (what) => inCase(root, what, '--format', 'jsonl').stdout,
  );

const sound = (root: string): unknown[] =>
  (JSON.parse(inCase(root, 'doctor', '--format', 'json').stdout) as { problems: unknown[] }[]).flatMap(
    ({ problems }) => problems,
  );

/** The n-th step of a stage, as `--progress jsonl` tells it. */
const step = (stage: string, n: number): RegExp =>
  new RegExp(`(?:"event":"step","stage":"${stage}"[^]*?){${n}}`);

describe('a run that is killed', () => {
  let uninterrupted: string[];
  beforeAll(() => {
    const root = newCase('uninterrupted');
    inCase(root, 'run');
    uninterrupted = holdings(root);
    expect(jsonLines(uninterrupted[0] ?? '')).toHaveLength(FILES);
    expect(jsonLines(uninterrupted[1] ?? '').length).toBeGreaterThanOrEqual(FILES);
  }, 300_000);

  it('again and again, with -9, loses nothing and repeats nothing', async () => {
    const root = newCase('killed');
    for (const moment of [
      step('documents', 1),
      step('documents', 9),
      step('claims', 1),
      step('claims', 11),
    ]) {
      const { child, ended } = startTallyman(['run', '--progress', 'jsonl'], { cwd: root });
      await written(child, 'stderr', moment);
      child.kill('SIGKILL');
      await ended;
    }
    const { stdout } = inCase(root, 'run');
    expect(stdout).toMatch(/^documents: 0 in/);
    expect(holdings(root)).toEqual(uninterrupted);
    expect(sound(root)).toEqual([]);
  }, 300_000);

  it('while it starts, at any moment, harms nothing', async () => {
    const root = newCase('killed-early', false);
    for (const milliseconds of [150, 600, 1200, 2000]) {
      const { child, ended } = startTallyman(['add', '--quiet', '../sources'], { cwd: root });
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill('SIGKILL');
      await ended;
    }
    expect(inCase(root, 'add', '--quiet', '../sources').status).toBe(0);
    inCase(root, 'run');
    expect(holdings(root)).toEqual(uninterrupted);
    expect(sound(root)).toEqual([]);
  }, 300_000);

  it('by Ctrl-C ends after the item it works on, and says how to go on', async () => {
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
    expect(holdings(root)).toEqual(uninterrupted);
  }, 300_000);
});

describe('two commands on one case at once', () => {
  it('the second is told who has it, and changes nothing', async () => {
    const root = newCase('shared');
    const { child, ended } = startTallyman(['run', '--progress', 'jsonl'], { cwd: root });
    await written(child, 'stderr', step('documents', 1));
    child.kill('SIGSTOP'); // so that it still runs when the second starts
    for (const args of [['run'], ['claims']]) {
      const second = inCase(root, ...args);
      expect(second.status).toBe(2);
      expect(second.stdout).toBe('');
      expect(second.stderr).toMatch(
        new RegExp(`^error: .*\`run\`, process ${child.pid}\\b.*\n  Wait for the other`),
      );
    }
    child.kill('SIGCONT');
    expect((await ended).status).toBe(0);
    expect(sound(root)).toEqual([]);
  }, 300_000);

  it('a server that serves it holds it, and gives it back at Ctrl-C', async () => {
    const root = newCase('served');
    inCase(root, 'run');
    const { child, ended } = startTallyman(['serve', '--port', '0'], { cwd: root });
    const [, address = ''] =
      /Serving (http:\S+)/.exec(await written(child, 'stdout', /Serving http\S+ /)) ?? [];
    expect((await fetch(address)).status).toBe(200);
    expect(inCase(root, 'claims').stderr).toContain('`serve`');
    child.kill('SIGINT');
    expect((await ended).status).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
    expect(inCase(root, 'claims').status).toBe(0);
  }, 300_000);
});

it('a reader that goes (`| head`) ends a listing without an error', async () => {
  const root = newCase('piped');
  inCase(root, 'run');
  const { child, ended } = startTallyman(['documents', '--format', 'jsonl'], { cwd: root });
  child.stdout?.destroy();
  await once(child, 'exit');
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
  expect(inCase(root, 'claims').status).toBe(0);
}, 300_000);
