import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOnServer } from '../../src/store/database.js';
import { openStore } from '../../src/store/open-store.js';
import { storeConformance } from './conformance.js';
import { startTestServer, type TestServer } from './postgres-server.js';
import { aSource, all, ids } from './records.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server.stop());

let made = 0;
const newCaseId = () => `test_${process.pid}_${(made += 1)}`;

const conformanceCase = newCaseId();
storeConformance('Postgres server', () => openOnServer(server.url, conformanceCase, 'test', false));

describe('cases on a server', () => {
  const open = (caseId: string, purpose = 'test', exclusive = false) =>
    openStore({ url: server.url, dataFolder: '', caseId, purpose, exclusive });

  it('are apart', async () => {
    const [one, other] = [await open(newCaseId()), await open(newCaseId())];
    await one.addSource(aSource('a'));
    expect(await ids(one.sources())).toHaveLength(1);
    expect(await all(other.sources())).toEqual([]);
    await one.close();
    await other.close();
  });

  it('may be opened by several at once from the first moment on', async () => {
    const caseId = newCaseId();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(caseId)));
    await Promise.all(stores.map((store, i) => store.addSource(aSource(`${i % 2}`))));
    for (const store of stores) expect(await ids(store.sources())).toHaveLength(2);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('have one run at a time, and readers beside it', async () => {
    const caseId = newCaseId();
    const run = await open(caseId, 'run', true);
    const busy = {
      code: 'case-busy',
      message: expect.stringContaining(`\`run\`, process ${process.pid} on`) as unknown,
    };
    await expect(open(caseId, 'run', true)).rejects.toMatchObject(busy);
    const reader = await open(caseId, 'claims');
    const another = await open(newCaseId(), 'run', true);
    await run.addSource(aSource('a'));
    expect(await ids(reader.sources())).toHaveLength(1);
    await run.close();
    const next = await open(caseId, 'run', true);
    await Promise.all([reader, another, next].map((store) => store.close()));
  });

  it('end a run whose lock was lost with its connection', async () => {
    const caseId = newCaseId();
    const run = await open(caseId, 'run', true);
    await terminate('tallyman `run`%');
    await expect
      .poll(() => run.addSource(aSource('a')).catch((error: unknown) => error))
      .toMatchObject({
        code: 'bad-store',
        message: expect.stringContaining('lock') as unknown,
      });
    await run.close();
  });

  it('survive connections that break, idle and at work', async () => {
    const store = await open(newCaseId());
    await store.addSource(aSource('a'));
    const works = Array.from({ length: 200 }, (_, i) => store.addSource(aSource(`w${i}`)));
    const settled = Promise.allSettled(works);
    await terminate('tallyman');
    const outcomes = await settled;
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'bad-store' });
    }
    await terminate('tallyman');
    await expect.poll(() => store.counts().catch(() => null)).not.toBeNull();
    const kept = new Set(await ids(store.sources()));
    outcomes.forEach((outcome, i) => {
      if (outcome.status === 'fulfilled') expect(kept.has(aSource(`w${i}`).id)).toBe(true);
    });
    await store.close();
  });

  it('of a newer version are refused', async () => {
    const caseId = newCaseId();
    await (await open(caseId)).close();
    await server.admin.query(`insert into "${caseId}".tallyman_migration values ('9999', 'now')`);
    await expect(open(caseId)).rejects.toMatchObject({
      code: 'bad-store',
      message: expect.stringMatching(/newer version.*9999/) as unknown,
    });
  });

  /** Ends the connections of this name, as a restart of the server would. */
  async function terminate(name: string): Promise<void> {
    await server.admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name like $1 and pid <> pg_backend_pid()',
      [name],
    );
  }
});

describe('a server that cannot be reached', () => {
  it.each([
    ['postgres://user:s3cret%21@127.0.0.1:1/db', '127.0.0.1:1/db'],
    ['postgres://user:s3cret%21@localhost:1/db', 'localhost:1/db'],
    ['postgres://user:s3cret!@no-such-host.invalid/db', 'no-such-host.invalid:5432/db'],
    ['postgres://user@/db?host=/no/such/folder&password=s3cret!', '/no/such/folder/db'],
    ['mysql://user:s3cret!@localhost/db', null],
    ['postgres//user:s3cret!@localhost/db', null],
  ])('is named, its password is not: %s', async (url, where) => {
    for (const exclusive of [false, true]) {
      const error: unknown = await openStore({ url, dataFolder: '', caseId: 'test_none', exclusive }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ code: 'bad-store', where });
      expect(String(error)).not.toContain('s3cret');
    }
  });
});
