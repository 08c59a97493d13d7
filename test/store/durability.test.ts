import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { compileStore } from './compiled.js';
import { copyEmptyDataFolder, temporaryFolder } from './data-folder.js';
import { killOthers, runOther } from './process-lines.js';
import { aSource, all, ids } from './records.js';

const CLAIMS = 200;

/** A disk small enough to fill is one that root mounts, where it may. */
const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0;

/** Commits sources, documents, claims and ledgers without end, and says so after each; `round` makes them new. */
const writer = (dataFolder: string, round: number) => `
  import { makeClaim } from './model/claim.mjs';
  import { makeDocument } from './model/document.mjs';
  import { sha256 } from './core/hash.mjs';
  import { openStore } from './store/open-store.mjs';
  const store = await openStore({ url: null, dataFolder: ${JSON.stringify(dataFolder)}, caseId: 'a', purpose: 'run' });
  const findings = [];
  for (let i = 0; ; i += 1) {
    const source = sha256('${round}-' + i);
    await store.addSource({ id: source, media_type: 'text/plain', size: 1, origins: [
      { uri: 'file:' + source, obtained: '2024-05-01T00:00:00Z', method: 'file', container: null, hints: {} } ] });
    console.log('source ' + source);
    const document = makeDocument({ source, reader: 'r', title: null, publisher: null, byline: null, language: null,
      published: null, canonical_url: null, text: 'x'.repeat(5000), blocks: [], truncated: false, ocr: null, warnings: [] });
    await store.commitDocument('1', source, document);
    console.log('document ' + document.id);
    const claims = Array.from({ length: ${CLAIMS} }, (_, index) => makeClaim({ doc: document.id, span: [0, 1],
      kind: 'transfer', polarity: 'affirmed', modality: 'asserted', attribution: [{ who: 'X', role: 'claimant' }],
      supplier: 'A', recipient: 'B', actor: null, target: null, item: null, quantity: null,
      when: { edtf: null, scope: 'unknown' }, route: null, place: null, outcome: null, relation: null }, index, 'e', []));
    await store.commitClaims('e', document.id, claims, []);
    console.log('claims ' + document.id);
    for (const part of ['a', 'b', 'c']) findings.push({ id: 'f-' + i + part, question: { kind: 'transfer', event: null }, claims: [],
      standings: [], said: [], nested: [], range: null, origins: 0, denied_by: [], dispute: null, doubts: [] });
    await store.commitLedger('state ' + findings.length, findings, []);
    console.log('ledger ' + findings.length);
  }`;

describe('a PGlite folder', () => {
  let folder: string;
  let dataFolder: string;
  beforeEach(() => {
    folder = temporaryFolder();
    dataFolder = join(folder, 'db');
  });
  afterEach(async () => {
    await killOthers();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = (purpose = 'test') => openStore({ url: null, dataFolder, caseId: 'a', purpose });

  it('holds all or nothing of each commit after a kill -9 at any moment', { timeout: 180_000 }, async () => {
    compileStore(folder);
    await copyEmptyDataFolder(dataFolder);
    // Killed so long after so many commits: between them, and within each kind of them.
    const kills: [commits: number, delay: number][] = [
      [5, 0],
      [12, 15],
      [15, 4],
    ];
    for (const [round, [commits, delay]] of kills.entries()) {
      const other = runOther(join(folder, `writer-${round}.mjs`), writer(dataFolder, round));
      await other.line(commits - 1);
      await sleep(delay);
      await other.kill();

      const store = await open();
      const said = (kind: string) =>
        other.lines.flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []));
      // Nothing that was said to be committed is missing.
      expect(await ids(store.sources())).toEqual(expect.arrayContaining(said('source')));
      const documents = await ids(store.documents());
      expect(documents).toEqual(expect.arrayContaining(said('document')));
      // Nothing is there in part.
      const perDocument = new Map<string, number>();
      for (const { doc } of await all(store.claims())) perDocument.set(doc, (perDocument.get(doc) ?? 0) + 1);
      expect([...perDocument.values()].every((count) => count === CLAIMS)).toBe(true);
      expect([...perDocument.keys()]).toEqual(expect.arrayContaining(said('claims')));
      const unclaimed = await store.unclaimedDocuments('1', 'e', 1000);
      expect(new Set([...unclaimed.map(({ id }) => id), ...perDocument.keys()])).toEqual(new Set(documents));
      expect(await store.counts()).toMatchObject({
        documents: documents.length,
        claims: perDocument.size * CLAIMS,
      });
      const findings = await all(store.findings());
      const state = Number((await store.ledgerState())?.slice('state '.length) ?? '0');
      expect(findings).toHaveLength(state);
      // The ledger is the last one told, or the next; before the first of this round, one of the rounds before.
      const told = said('ledger').at(-1);
      if (told !== undefined) expect([Number(told), Number(told) + 3]).toContain(state);
      await store.close();
    }
  });

  it('is made whole or not at all', { timeout: 120_000 }, async () => {
    // What a kill during its making leaves behind.
    mkdirSync(join(folder, 'db.new', 'base'), { recursive: true });
    writeFileSync(join(folder, 'db.new', 'PG_VERSION'), '17\n');
    const store = await open();
    expect(await store.addSource(aSource('a'))).toBe('added');
    await store.close();
    expect(existsSync(join(folder, 'db.new'))).toBe(false);
  });

  it('is open in one process at a time, and says in which', async () => {
    await copyEmptyDataFolder(dataFolder);
    const store = await open('run');
    await expect(open('claims')).rejects.toMatchObject({ code: 'case-busy' });
    await store.close();
    await (await open('claims')).close();
  });

  it.skipIf(!mayMount)('says that the disk is full, and loses nothing', { timeout: 120_000 }, async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', disk]);
    try {
      dataFolder = join(disk, 'db');
      await copyEmptyDataFolder(dataFolder);
      let store = await open();
      const added: string[] = [];
      const fill = async () => {
        for (;;) {
          const source = aSource(`s${added.length}`, { media_type: randomBytes(1_000_000).toString('hex') });
          await store.addSource(source);
          added.push(source.id);
        }
      };
      await expect(fill()).rejects.toMatchObject({ code: 'disk-full', where: dataFolder });
      expect(added.length).toBeGreaterThan(0);
      expect((await ids(store.sources())).toSorted()).toEqual(added.toSorted());
      await store.close();
      writeFileSync(join(disk, 'other'), Buffer.alloc(30 * 2 ** 20));
      await expect(open()).rejects.toMatchObject({ code: 'disk-full' });
      rmSync(join(disk, 'other'));
      store = await open();
      expect((await ids(store.sources())).toSorted()).toEqual(added.toSorted());
      await store.close();
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('cuts its log while it is open', { timeout: 120_000 }, async () => {
    await copyEmptyDataFolder(dataFolder);
    const store = await open();
    // Random, so that it does not compress: 130 MB go through the log, in nine segments if none were cut.
    const bytes = () => randomBytes(8_000_000).toString('base64');
    for (let i = 0; i < 12; i += 1) await store.addSource(aSource(`s${i}`, { media_type: bytes() }));
    const log = readdirSync(join(dataFolder, 'pg_wal'), { withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(log.length).toBeLessThan(7);
    expect(await ids(store.sources())).toHaveLength(12);
    await store.close();
  });

  it('that is none gives a clear error, and is free again', async () => {
    mkdirSync(dataFolder);
    writeFileSync(join(dataFolder, 'PG_VERSION'), '12\n');
    const failed = { code: 'bad-store', where: dataFolder };
    await expect(open()).rejects.toMatchObject(failed);
    await expect(open()).rejects.toMatchObject(failed);
  });
});
