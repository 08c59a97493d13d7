import type { FurtherReader } from '../claims/further-reader.js';
import { availableParallelism } from 'node:os';
import { READERS } from '../documents/read-document.js';
import type { StageCount } from '../model/reject.js';
import { inBatches } from './batches.js';
import { drawLedger } from './draw-ledger.js';
import type { OpenCase } from './open-case.js';
import { SILENT, type Progress } from './progress.js';
import { readOnThreads } from './reading-pool.js';
import { readHere, type ReadingWork } from './reading-work.js';
import { readAgain } from './second-reading.js';
import { sourceName } from './source-name.js';
import { StageCounter } from './stage-counter.js';
import { extractorVersion } from './versioned-extractor.js';

/**
 * The run, whole: sources -> documents -> claims -> ledger. Each stage takes from the store what no run has worked on
 * yet and commits item by item, so that a run that is killed anywhere goes on where it stopped, and a run of a finished
 * case finds nothing to do. Every stage reports in = out + rejected. What is read is the same, byte for byte, on any
 * number of threads: they only read, and their outcomes are committed in the order of the items.
 */
export async function run(open: OpenCase, options: RunOptions = {}): Promise<RunReport> {
  const { progress = SILENT, signal = NEVER } = options;
  const width = options.workers ?? (await threadsFor(open));
  const input = { archive: open.folder.archive, vocabulary: open.vocabulary() };
  const work = width === 1 ? readHere(input) : readOnThreads(input, width);
  const stages: StageCount[] = [];
  try {
    for (const stage of [readSources, drawClaims, secondly(options.secondReader ?? null), toLedger]) {
      if (signal.aborted || stage === null) continue;
      stages.push(await stage(open, { progress, signal, work, width }));
    }
  } finally {
    await work.close();
  }
  return { stages, interrupted: signal.aborted };
}

export interface RunOptions {
  readonly progress?: Progress;
  /** Reads every document beside the rules; by default nobody does. */
  readonly secondReader?: FurtherReader | null;
  /** When it fires, the run ends after the item it works on. */
  readonly signal?: AbortSignal;
  /** Threads that read; 1 reads in this process. By default 1 for a small case, else one a core, 4 at most. */
  readonly workers?: number;
}

export interface RunReport {
  /** In the order in which they ran; those that an interruption kept from starting are missing. */
  readonly stages: readonly StageCount[];
  readonly interrupted: boolean;
}

/** What a stage works with. */
interface StageContext {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly work: ReadingWork;
  /** Items under way at once. */
  readonly width: number;
}

type RunStage = (open: OpenCase, context: StageContext) => Promise<StageCount>;

const toLedger: RunStage = (open, { progress }) => drawLedger(open, progress);

/** Documents -> second readings, which nothing of the ledger is made of. */
const secondly = (reader: FurtherReader | null): RunStage | null =>
  reader === null ? null : (open, { progress, signal }) => readAgain(open, reader, progress, signal);

const NEVER = new AbortController().signal;
const BATCH = 32;

/** Below this a thread takes longer to start than it saves. */
const SMALL = 100;
const MOST_THREADS = 4;

async function threadsFor({ store }: OpenCase): Promise<number> {
  const { sources } = await store.counts();
  return sources < SMALL ? 1 : Math.min(MOST_THREADS, availableParallelism());
}

/** Sources -> documents: one document or one reject each. */
async function readSources(
  { store }: OpenCase,
  { progress, signal, work, width }: StageContext,
): Promise<StageCount> {
  const { sources, documents, rejects } = await store.counts();
  const unread = sources - documents - rejects.documents;
  // After a change of the readers every source is read again, and what was read before says nothing.
  const counter = new StageCounter('documents', progress, unread > 0 ? unread : null);
  const pending = () => store.unreadSources(READERS, BATCH);
  for await (const [source, outcome] of inBatches(pending, (each) => work.readSource(each), width, signal)) {
    await store.commitDocument(READERS, source.id, outcome);
    counter.add(sourceName(source), 'text' in outcome ? { out: 1 } : { rejected: 1 });
  }
  return counter.end();
}

/** Documents -> claims: each place that seems to claim something becomes a claim or a reject. */
async function drawClaims(
  open: OpenCase,
  { progress, signal, work, width }: StageContext,
): Promise<StageCount> {
  const { store } = open;
  const version = extractorVersion(open.vocabulary());
  const before = await store.counts();
  const counter = new StageCounter('claims', progress, before.claims === 0 ? before.documents : null);
  const pending = () => store.unclaimedDocuments(READERS, version, BATCH);
  for await (const [document, drawn] of inBatches(pending, (each) => work.drawClaims(each), width, signal)) {
    const { claims, rejects } = drawn;
    await store.commitClaims(version, document.id, claims, rejects);
    counter.add(document.title ?? document.id, { out: claims.length, rejected: rejects.length });
  }
  return counter.end();
}
