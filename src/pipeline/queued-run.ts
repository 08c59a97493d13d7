import { TallymanError } from '../core/errors.js';
import { READERS } from '../documents/read-document.js';
import { rejectFor } from '../model/reject.js';
import type { PendingWork, Store } from '../model/store.js';
import { MOST_ATTEMPTS, type WorkQueue } from '../store/work-queue.js';
import type { OpenCase } from './open-case.js';
import { SILENT, type Progress } from './progress.js';
import { patient, pause, whenReachable } from './reachable.js';
import { extractorVersion } from './versioned-extractor.js';
import { readingQueue, type Versions } from './worker.js';

export interface QueuedReadingOptions {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly progress?: Progress;
  /** Seconds that a worker has for one piece; then it goes to another. */
  readonly leaseSeconds: number;
  readonly notice?: (text: string) => void;
}

/** A piece is a source, read and drawn upon, or a document from which claims were drawn anew. */
export interface QueuedReading {
  readonly pieces: number;
  /** Those of them that no worker finished; they are listed as rejects. */
  readonly given_up: number;
}

const POLL_MS = 500;
const PUT_AT_ONCE = 1000;

/**
 * Has workers (worker.ts) read what no version of this reading has worked on, and waits until they have: the first two
 * stages of a run, done by other processes. It holds no lock and nothing in memory, so that it can be stopped, killed
 * and started again while they work, and the database may be restarted under it. A piece that was given up becomes a
 * reject.
 */
export async function readByWorkers(open: OpenCase, options: QueuedReadingOptions): Promise<QueuedReading> {
  const { signal, progress = SILENT, notice = () => undefined, leaseSeconds } = options;
  const versions: Versions = { readers: READERS, extractor: extractorVersion(open.vocabulary()) };
  const patience = patient(signal, notice);
  const queue = await readingQueue(open, options.url, versions, leaseSeconds, patience);
  try {
    // What workers are at may be put in twice by this: they find it done.
    const total = await whenReachable(() => putAll(open.store, queue, versions), patience);
    progress.begin('documents', total);
    let [left, givenUp] = [total, 0];
    while (left > 0 && !signal.aborted) {
      await pause(POLL_MS, signal);
      await whenReachable(() => queue.recover(), patience);
      for (const work of await whenReachable(() => queue.givenUp(), patience)) {
        await whenReachable(() => reject(open.store, work, versions), patience);
        givenUp += 1;
      }
      const size = await whenReachable(() => queue.size(), patience);
      for (; left > size; left -= 1) progress.step('documents', 'read by workers');
    }
    const done = total - left;
    progress.end({ stage: 'documents', in: done, out: done - givenUp, rejected: givenUp });
    return { pieces: done, given_up: givenUp };
  } finally {
    await queue.close();
  }
}

async function putAll(store: Store, queue: WorkQueue, { readers, extractor }: Versions): Promise<number> {
  let total = 0;
  let batch: PendingWork[] = [];
  const put = async (): Promise<void> => {
    await queue.put(batch);
    total += batch.length;
    batch = [];
  };
  for await (const work of store.pendingWork(readers, extractor)) {
    batch.push(work);
    if (batch.length === PUT_AT_ONCE) await put();
  }
  if (batch.length > 0) await put();
  return total;
}

/** What no worker finished, as a reject of its stage; unless one did after all. */
async function reject(store: Store, work: PendingWork, { readers, extractor }: Versions): Promise<void> {
  if (!(await store.isPending(work, readers, extractor))) return;
  const error = new TallymanError(
    'unreadable',
    `no worker finished it in ${MOST_ATTEMPTS} attempts: it ends the process that reads it, takes longer than the ` +
      'lease, or has no original in the archive',
  );
  const failed = rejectFor(work.stage, work.id, work.id, error);
  if (work.stage === 'documents') await store.commitDocument(readers, work.id, failed);
  else await store.commitClaims(extractor, work.id, [], [failed]);
}
