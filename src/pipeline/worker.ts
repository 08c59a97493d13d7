import { existsSync } from 'node:fs';
import { READERS } from '../documents/read-document.js';
import type { PendingWork } from '../model/store.js';
import type { Reject } from '../model/reject.js';
import type { Document } from '../model/document.js';
import { openWorkQueue, type TakenWork, type WorkQueue } from '../store/work-queue.js';
import type { OpenCase } from './open-case.js';
import { patient, pause, whenReachable, type Patience } from './reachable.js';
import { readHere, type ReadingWork } from './reading-work.js';
import { sourceName } from './source-name.js';
import { extractorVersion } from './versioned-extractor.js';

export interface WorkerOptions {
  readonly url: string;
  readonly signal: AbortSignal;
  /** End when nothing waits and nobody works any more; otherwise only the signal ends it. */
  readonly drain?: boolean;
  /** Told of each piece that was done; of a piece that another had done before, nothing. */
  readonly done?: (label: string, became: 'document' | 'claims' | 'reject') => void | Promise<void>;
  /** Told what a person should know. */
  readonly notice?: (text: string) => void;
}

/** What a worker did, `in` = `out` + `rejected` + `elsewhere`. */
export interface WorkerReport {
  readonly in: number;
  readonly out: number;
  readonly rejected: number;
  /** Taken, and found done by another. */
  readonly elsewhere: number;
}

const IDLE_MS = 500;

/**
 * One of any number of processes that read a case on a Postgres server: takes a piece of work at a time from its queue,
 * reads it, and commits what came of it. It may be killed at any moment: the piece that it had goes to another, and
 * what it committed is there whole or not at all. A database that is restarted is waited for.
 */
export async function workOn(open: OpenCase, options: WorkerOptions): Promise<WorkerReport> {
  const { signal, notice = () => undefined } = options;
  const patience = patient(signal, notice);
  const vocabulary = open.vocabulary();
  const versions: Versions = { readers: READERS, extractor: extractorVersion(vocabulary) };
  const queue = await readingQueue(open, options.url, versions, 0, patience);
  const reading = readHere({ archive: open.folder.archive, vocabulary });
  const piece = { open, reading, versions, patience, done: options.done ?? (() => undefined) };
  const counts: Record<Became, number> = { out: 0, rejected: 0, elsewhere: 0 };
  let told = false;
  try {
    while (!signal.aborted) {
      const taken = await whenReachable(() => queue.take(), patience);
      if (taken !== null) {
        counts[await handle(taken, queue, piece)] += 1;
        continue;
      }
      await whenReachable(() => queue.recover(), patience);
      if (options.drain === true && (await whenReachable(() => queue.size(), patience)) === 0) break;
      const elsewhere = told ? 0 : await whenReachable(() => queue.waitingElsewhere(), patience);
      if (elsewhere > 0) {
        told = true;
        notice(
          `${elsewhere} pieces wait for workers with another version of Tallyman, or with another vocabulary in the case folder`,
        );
      }
      await pause(IDLE_MS, signal);
    }
  } finally {
    await reading.close();
    await queue.close();
  }
  return { in: counts.out + counts.rejected + counts.elsewhere, ...counts };
}

/** What has to be equal for two processes to read alike. */
export interface Versions {
  readonly readers: string;
  readonly extractor: string;
}

/** The queue of a case, for those who read alike. @param leaseSeconds of what is put in by this process */
export const readingQueue = (
  { folder }: OpenCase,
  url: string,
  { readers, extractor }: Versions,
  leaseSeconds: number,
  patience: Patience,
): Promise<WorkQueue> =>
  whenReachable(
    () => openWorkQueue({ url, caseId: folder.config.id, version: `${readers} ${extractor}`, leaseSeconds }),
    patience,
  );

interface Piece {
  readonly open: OpenCase;
  readonly reading: ReadingWork;
  readonly versions: Versions;
  readonly patience: Patience;
  readonly done: NonNullable<WorkerOptions['done']>;
}

type Became = 'out' | 'rejected' | 'elsewhere';

async function handle(taken: TakenWork, queue: WorkQueue, piece: Piece): Promise<Became> {
  const { open, patience } = piece;
  if (lacksOriginal(taken.work, open)) {
    // Another machine may have it; where none has, the piece is given up in the end.
    const why = 'the original is not in the archive of the case folder on this machine';
    await whenReachable(() => queue.giveBack(taken, why), patience);
    await pause(IDLE_MS, patience.signal);
    return 'elsewhere';
  }
  const became =
    taken.work.stage === 'documents'
      ? await readSource(taken.work.id, piece)
      : await drawClaims(await whenReachable(() => open.store.document(taken.work.id), patience), piece);
  await whenReachable(() => queue.done(taken), patience);
  return became;
}

const lacksOriginal = ({ stage, id }: PendingWork, { originals }: OpenCase): boolean =>
  stage === 'documents' && !existsSync(originals.pathOf(id));

/** A source to its document, and that to its claims at once. */
async function readSource(id: string, piece: Piece): Promise<Became> {
  const { open, reading, patience, versions } = piece;
  const source = await whenReachable(async () => {
    const pending = await open.store.isPending(
      { stage: 'documents', id },
      versions.readers,
      versions.extractor,
    );
    return pending ? open.store.source(id) : null;
  }, patience);
  if (source === null) return 'elsewhere';
  const outcome = await reading.readSource(source);
  await whenReachable(() => open.store.commitDocument(versions.readers, id, outcome), patience);
  if (isReject(outcome)) {
    await piece.done(sourceName(source), 'reject');
    return 'rejected';
  }
  await piece.done(sourceName(source), 'document');
  await drawClaims(outcome, piece);
  return 'out';
}

async function drawClaims(document: Document | null, piece: Piece): Promise<Became> {
  const { open, reading, patience, versions } = piece;
  if (document === null) return 'elsewhere';
  const { id } = document;
  const pending = await whenReachable(
    () => open.store.isPending({ stage: 'claims', id }, versions.readers, versions.extractor),
    patience,
  );
  if (!pending) return 'elsewhere';
  const { claims, rejects } = await reading.drawClaims(document);
  await whenReachable(() => open.store.commitClaims(versions.extractor, id, claims, rejects), patience);
  await piece.done(document.title ?? id, 'claims');
  return 'out';
}

const isReject = (outcome: Document | Reject): outcome is Reject => 'stage' in outcome;
