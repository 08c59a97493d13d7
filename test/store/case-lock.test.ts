import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireCaseLock } from '../../src/store/case-lock.js';
import { thisProcess } from '../../src/store/process-identity.js';
import { compileStore } from './compiled.js';
import { temporaryFolder } from './data-folder.js';
import { killOthers, runOther } from './process-lines.js';

describe('the lock on a case', () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = temporaryFolder();
    data = join(folder, 'db');
  });
  afterEach(async () => {
    await killOthers();
    rmSync(folder, { recursive: true, force: true });
  });

  const holder = (more: object) => {
    mkdirSync(`${data}.lock`, { recursive: true });
    const whole = {
      ...thisProcess(),
      purpose: 'run',
      since: '2024-05-01T00:00:00Z',
      released: false,
      ...more,
    };
    writeFileSync(join(`${data}.lock`, '7'), JSON.stringify(whole));
  };

  const taker = (name: string, rest: string) =>
    runOther(
      join(folder, `${name}.mjs`),
      `import { acquireCaseLock } from './store/case-lock.mjs';
       const data = ${JSON.stringify(data)};
       ${rest}`,
    );

  it('has one holder, and can be given on', async () => {
    const lock = await acquireCaseLock(data, 'run');
    await expect(acquireCaseLock(data, 'claims')).rejects.toMatchObject({
      code: 'case-busy',
      message: expect.stringContaining(`\`run\`, this process (${process.pid})`) as unknown,
    });
    lock.release();
    const next = await acquireCaseLock(data, 'claims');
    lock.release();
    await expect(acquireCaseLock(data, 'run')).rejects.toMatchObject({ code: 'case-busy' });
    next.release();
    expect(readdirSync(`${data}.lock`)).toHaveLength(1);
  });

  it('names the other process, and is free at once when that is killed with -9', async () => {
    compileStore(folder);
    const other = taker(
      'holder',
      `await acquireCaseLock(data, 'run'); console.log('held'); setInterval(() => {}, 1000);`,
    );
    await other.line(0);
    await expect(acquireCaseLock(data, 'serve')).rejects.toMatchObject({
      code: 'case-busy',
      message: expect.stringContaining(`\`run\`, process ${other.process.pid}, since`) as unknown,
    });
    await other.kill();
    (await acquireCaseLock(data, 'serve')).release();
  });

  it('is given to exactly one of many that find the same dead holder', async () => {
    compileStore(folder);
    holder({ pid: 999_999_999, start: '1' });
    // Each waits for the others to be ready, so that they truly compete; the winner holds on until all have tried.
    const others = Array.from({ length: 6 }, (_, i) =>
      taker(
        `competitor-${i}`,
        `import { existsSync } from 'node:fs';
         console.log('ready');
         while (!existsSync(data + '.go')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
         try { await acquireCaseLock(data, 'run'); console.log('held'); setInterval(() => {}, 1000); }
         catch (error) { console.log(error.code); }`,
      ),
    );
    await Promise.all(others.map((other) => other.line(0)));
    writeFileSync(`${data}.go`, '');
    const outcomes = await Promise.all(others.map((other) => other.line(1)));
    await Promise.all(others.map((other) => other.kill()));
    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'case-busy'), 'held']);
  });

  it.each([
    ['another process has the number of the holder now', { start: '1' }],
    ['the machine was started anew', { boot: 'an earlier one' }],
    ['it was released', { released: true }],
  ])('is free where %s', async (_, more) => {
    holder(more);
    (await acquireCaseLock(data, 'run')).release();
    expect(readdirSync(`${data}.lock`)).toEqual(['8']);
  });

  it('is free where its file is damaged', async () => {
    holder({});
    writeFileSync(join(`${data}.lock`, '7'), '{"pid": 1');
    (await acquireCaseLock(data, 'run')).release();
  });

  it.each([
    ['on another machine', { host: 'elsewhere', boot: 'of another machine' }],
    ['in another container', { host: 'elsewhere', namespace: 'pid:[1]' }],
  ])('is not taken from a process %s, which cannot be seen', async (_, more) => {
    holder(more);
    await expect(acquireCaseLock(data, 'run')).rejects.toMatchObject({
      code: 'case-busy',
      message: expect.stringMatching(/on elsewhere.*remove this file/) as unknown,
      where: join(`${data}.lock`, '7'),
    });
  });

  it('says where it cannot be written', async () => {
    writeFileSync(`${data}.lock`, 'no folder');
    await expect(acquireCaseLock(data, 'run')).rejects.toMatchObject({
      code: 'unreadable',
      where: `${data}.lock`,
    });
    expect(existsSync(data)).toBe(false);
  });
});
