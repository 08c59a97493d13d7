import type { FurtherReader } from '../claims/further-reader.js';
import { TallymanError } from '../core/errors.js';
import { startOcr, type OcrService } from '../documents/ocr.js';
import { readDocument, READERS } from '../documents/read-document.js';
import { buildLedger } from '../ledger/build-ledger.js';
import { documentFacts } from '../ledger/document-facts.js';
import type { Document } from '../model/document.js';
import { rejectFor, type Reject, type StageCount } from '../model/reject.js';
import type { Source } from '../model/source.js';
import { inBatches } from './batches.js';
import type { OpenCase } from './open-case.js';
import { SILENT, type Progress } from './progress.js';
import { readAgain } from './second-reading.js';
import { sourceName } from './source-name.js';
import { StageCounter } from './stage-counter.js';
import { versionedExtractor } from './versioned-extractor.js';

/**
 * The run, whole: sources -> documents -> claims -> ledger. Each stage takes from the store what no run has worked on
 * yet and commits item by item, so that a run that is killed anywhere goes on where it stopped, and a run of a finished
 * case finds nothing to do. Every stage reports in = out + rejected.
 */
export async function run(open: OpenCase, options: RunOptions = {}): Promise<RunReport> {
  const { progress = SILENT, signal = NEVER } = options;
  const stages: StageCount[] = [];
  for (const stage of [readSources, drawClaims, secondly(options.secondReader ?? null), drawLedger]) {
    if (signal.aborted || stage === null) continue;
    stages.push(await stage(open, progress, signal));
  }
  return { stages, interrupted: signal.aborted };
}

export interface RunOptions {
  readonly progress?: Progress;
  /** Reads every document beside the rules; by default nobody does. */
  readonly secondReader?: FurtherReader | null;
  /** When it fires, the run ends after the item it works on. */
  readonly signal?: AbortSignal;
}

export interface RunReport {
  /** In the order in which they ran; those that an interruption kept from starting are missing. */
  readonly stages: readonly StageCount[];
  readonly interrupted: boolean;
}

type RunStage = (open: OpenCase, progress: Progress, signal: AbortSignal) => Promise<StageCount>;

/** Documents -> second readings, which nothing of the ledger is made of. */
const secondly = (reader: FurtherReader | null): RunStage | null =>
  reader === null ? null : (open, progress, signal) => readAgain(open, reader, progress, signal);

const NEVER = new AbortController().signal;
const BATCH = 32;

/** Sources -> documents: one document or one reject each. */
async function readSources(open: OpenCase, progress: Progress, signal: AbortSignal): Promise<StageCount> {
  const { store } = open;
  const { sources, documents, rejects } = await store.counts();
  const unread = sources - documents - rejects.documents;
  // After a change of the readers every source is read again, and what was read before says nothing.
  const counter = new StageCounter('documents', progress, unread > 0 ? unread : null);
  const ocr = startOcr();
  try {
    for await (const source of inBatches(() => store.unreadSources(READERS, BATCH), signal)) {
      const outcome = await readSource(open, source, ocr);
      await store.commitDocument(READERS, source.id, outcome);
      counter.add(sourceName(source), 'text' in outcome ? { out: 1 } : { rejected: 1 });
    }
  } finally {
    await ocr.close();
  }
  return counter.end();
}

async function readSource(open: OpenCase, source: Source, ocr: OcrService): Promise<Document | Reject> {
  try {
    return await readDocument(source, await open.originals.read(source.id), { ocr });
  } catch (error) {
    // Whatever a hostile file does to its reader, it must not stop the others: here any error is expected.
    return rejectFor('documents', source.id, sourceName(source), error);
  }
}

/** Documents -> claims: each place that seems to claim something becomes a claim or a reject. */
async function drawClaims(open: OpenCase, progress: Progress, signal: AbortSignal): Promise<StageCount> {
  const { store } = open;
  const extractor = versionedExtractor(open.vocabulary());
  const before = await store.counts();
  const counter = new StageCounter('claims', progress, before.claims === 0 ? before.documents : null);
  const pending = () => store.unclaimedDocuments(READERS, extractor.version, BATCH);
  for await (const document of inBatches(pending, signal)) {
    const { claims, rejects } = extractor.extract(document);
    await store.commitClaims(extractor.version, document.id, claims, rejects);
    counter.add(document.title ?? document.id, { out: claims.length, rejected: rejects.length });
  }
  return counter.end();
}

/** Claims -> ledger: every claim stands in a finding, or is listed as one that stands in none. */
async function drawLedger(open: OpenCase, progress: Progress): Promise<StageCount> {
  const { store } = open;
  // Asked for first: a judgement that comes meanwhile leaves the ledger stale.
  const judgement = await store.latestJudgement();
  const documents = await collect(store.documents(), documentFacts);
  const claims = await collect(store.claims(), (claim) => claim);
  const counter = new StageCounter('ledger', progress, claims.length);
  const ledger = buildLedger({ documents, claims, vocabulary: open.vocabulary() });
  if (ledger.state !== (await store.ledgerState()) || (await store.ledgerIsStale()))
    await store.commitLedger(ledger.state, ledger.findings, ledger.entities, judgement);
  const placed = new Set(ledger.findings.flatMap((finding) => finding.claims.map(({ claim }) => claim)));
  for (const { subject } of await store.rejects('ledger')) await store.clearReject('ledger', subject);
  for (const claim of claims) {
    if (!placed.has(claim.id)) await store.addReject(rejectFor('ledger', claim.id, claim.doc, UNPLACED));
    counter.add(claim.id, placed.has(claim.id) ? { out: 1 } : { rejected: 1 });
  }
  return counter.end();
}

const UNPLACED = new TallymanError('internal', 'the claim stands in no finding');

async function collect<T, U>(items: AsyncIterable<T>, of: (item: T) => U): Promise<U[]> {
  const all: U[] = [];
  for await (const item of items) all.push(of(item));
  return all;
}
