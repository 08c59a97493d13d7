import PgBoss from 'pg-boss';
import { sha256 } from '../core/hash.js';
import type { PendingWork } from '../model/store.js';
import { storeError } from './named-errors.js';
import { openPool, readServerUrl } from './postgres-database.js';

/** A piece of work that a worker has taken, and must give back within its lease. */
export interface TakenWork {
  readonly key: string;
  readonly work: PendingWork;
}

/**
 * The reading that is to be done on a case, shared by any number of processes on any number of machines, in the same
 * Postgres as the case. A piece that is not given back within its lease goes to another worker; one that several
 * workers took and none gave back is given up. What was done is known by the store alone: the queue only says who
 * may try next, so that a piece that is worked on twice changes nothing.
 */
export interface WorkQueue {
  /** Puts in what is not waiting yet. */
  put(work: readonly PendingWork[]): Promise<void>;
  /** The piece that waits longest; null where none waits. */
  take(): Promise<TakenWork | null>;
  done(taken: TakenWork): Promise<void>;
  /** Lets another worker have it. */
  giveBack(taken: TakenWork, why: string): Promise<void>;
  /** Pieces that wait or are being worked on. */
  size(): Promise<number>;
  /** Pieces that no worker finished, each once. */
  givenUp(): Promise<readonly PendingWork[]>;
  /** Pieces that wait for workers of other versions. */
  waitingElsewhere(): Promise<number>;
  /** Makes what ran out of its lease wait again. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkQueueOptions {
  readonly url: string;
  readonly caseId: string;
  /** What reads: workers of another program or vocabulary would read otherwise, and get none of this work. */
  readonly version: string;
  /** Seconds that a worker has for a piece that this process puts in. */
  readonly leaseSeconds: number;
}

/** How often a piece is taken before it is given up: a file that kills its reader must not kill all of them. */
export const MOST_ATTEMPTS = 3;

/** @throws TallymanError `bad-store` where the server cannot be reached */
export async function openWorkQueue(options: WorkQueueOptions): Promise<WorkQueue> {
  const server = readServerUrl(options.url);
  const pool = openPool(server);
  const named = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storeError(error, server.where, server.password);
    }
  };
  const boss = new PgBoss({
    schema: `${options.caseId}_jobs`,
    db: { executeSql: (text, values) => pool.query(text, values) },
    // Workers look after leases themselves (`recover`), so that no process needs a timer that outlives its connection.
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined); // told to the call that failed
  const [queue, lost] = [`read_${tag(options.version)}`, `lost_${tag(options.version)}`];
  await named(async () => {
    await boss.start();
    await boss.createQueue(lost);
    await boss.createQueue(queue, {
      name: queue,
      // A piece waits once, however often it is put in.
      policy: 'short',
      deadLetter: lost,
      retryLimit: MOST_ATTEMPTS - 1,
    });
  });
  const takeFrom = async (name: string): Promise<TakenWork | null> => {
    const [job] = await boss.fetch<PendingWork>(name);
    return job === undefined ? null : { key: job.id, work: job.data };
  };
  return {
    put: (work) =>
      named(() =>
        boss.insert(
          work.map((data) => ({
            name: queue,
            data,
            singletonKey: `${data.stage} ${data.id}`,
            expireInSeconds: options.leaseSeconds,
          })),
        ),
      ),
    take: () => named(() => takeFrom(queue)),
    done: ({ key }) => named(() => boss.complete(queue, key)),
    giveBack: ({ key }, why) => named(() => boss.fail(queue, key, { why })),
    size: () => named(() => boss.getQueueSize(queue, { before: 'completed' })),
    givenUp: () =>
      named(async () => {
        const all: PendingWork[] = [];
        for (let next = await takeFrom(lost); next !== null; next = await takeFrom(lost)) {
          all.push(next.work);
          await boss.complete(lost, next.key);
        }
        return all;
      }),
    waitingElsewhere: () =>
      named(async () => {
        const others = (await boss.getQueues()).filter(
          ({ name }) => name.startsWith('read_') && name !== queue,
        );
        const sizes = await Promise.all(
          others.map(({ name }) => boss.getQueueSize(name, { before: 'completed' })),
        );
        return sizes.reduce((sum, size) => sum + size, 0);
      }),
    recover: () => named(() => boss.expire()),
    close: () =>
      named(async () => {
        await boss.stop({ graceful: false, close: false });
        await pool.end();
      }),
  };
}

const tag = (version: string): string => sha256(version).slice(0, 16);
