import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCaseFolder } from '../../src/pipeline/case-folder.js';
import { checkCase } from '../../src/pipeline/check-case.js';
import { all, caseMaker, openAlone } from '../pipeline/new-case.js';
import { DENIAL, shipment, SHIPS, TROOPS, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { startTallyman, tallyman, written, type Ended } from './tallyman.js';

/** Runs on several threads, with the real command line and the real database. */

const SLOW = 900_000;
const folder = temporaryFolder();
const makeCase = caseMaker();

beforeAll(() => {
  const texts = Array.from({ length: 40 }, (_, n) => [`${n}.txt`, shipment(n)] as const);
  writeFiles(join(folder, 'sources'), {
    ...Object.fromEntries(texts),
    'ships.html': `<html><head><title>Ships</title></head><body><p>${SHIPS}</p><p>${TROOPS.repeat(200)}</p></body></html>`,
    'denial.txt': DENIAL,
    'damaged.pdf': '%PDF-1.7 and nothing behind it',
    'halves.txt': `${SHIPS}\nA lone half \ud800 and a zero \0 stand here, Iran said.\n`,
  });
});

const inCase = (root: string, ...args: string[]): Ended => tallyman(args, { cwd: root });

function newCase(name: string): string {
  const { root } = makeCase(join(folder, name));
  inCase(root, 'add', '--quiet', '../sources');
  return root;
}

/** Everything that a run makes, as bytes, and what is wrong with it. */
async function made(root: string): Promise<{ bytes: string; claims: number; faults: string[] }> {
  const open = await openAlone(openCaseFolder(root));
  try {
    const { store } = open;
    const claims = await all(store.claims());
    const bytes = JSON.stringify([
      await all(store.documents()),
      claims,
      await all(store.findings()),
      await store.rejects(),
      await store.ledgerState(),
    ]);
    const faults = (await checkCase(open)).flatMap(({ problems }) => problems);
    return { bytes, claims: claims.length, faults };
  } finally {
    await open.close();
  }
}

describe('a run on several threads', { timeout: SLOW }, () => {
  it('gives the same bytes on 1, 2 and 3, and after kill -9 as well', async () => {
    const one = newCase('one');
    inCase(one, 'run', '--workers', '1');
    const expected = await made(one);
    expect(expected).toMatchObject({ faults: [] });
    expect(expected.claims).toBeGreaterThan(40);
    for (const workers of ['2', '3']) {
      const root = newCase(`on-${workers}`);
      const { status, stderr } = inCase(root, 'run', '--workers', workers);
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' }); // the damaged file is rejected
      expect(await made(root)).toEqual(expected);
    }
    const root = newCase('killed');
    for (const [stage, n] of [
      ['documents', 5],
      ['claims', 3],
    ] as const) {
      const { child, ended } = startTallyman(['run', '--workers', '2', '--progress', 'jsonl'], { cwd: root });
      await written(child, 'stderr', new RegExp(`(?:"event":"step","stage":"${stage}"[^]*?){${n}}`));
      child.kill('SIGKILL');
      await ended;
    }
    inCase(root, 'run', '--workers', '3');
    expect(await made(root)).toEqual(expected);
  });

  it('stops at Ctrl-C after the item at hand, and takes a number of threads alone', async () => {
    const root = newCase('stopped');
    const { child, ended } = startTallyman(['run', '--workers', '2', '--progress', 'jsonl'], { cwd: root });
    await written(child, 'stderr', /"event":"step","stage":"documents"/);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 130 });
    for (const none of ['0', '65', 'two', '1.5'])
      expect(inCase(root, 'run', '--workers', none)).toMatchObject({ status: 2, stdout: '' });
  });
});
