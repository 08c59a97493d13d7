import { createExtractor, type Extractor } from '../claims/extract.js';
import type { FurtherReader } from '../claims/further-reader.js';
import { proposalSchema } from '../claims/proposal.js';
import { groundOf, verify, type Ground } from '../claims/verify-proposal.js';
import { TallymanError } from '../core/errors.js';
import { makeClaim, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { rejectFor, type Reject, type StageCount } from '../model/reject.js';
import type { OpenCase } from './open-case.js';
import type { Progress } from './progress.js';
import { StageCounter } from './stage-counter.js';

/** Documents that are asked about at the same time. */
const AT_ONCE = 4;
/** So many documents in a row without an answer, and the rest are left for the next run. */
const GIVE_UP = 3;

/**
 * Documents -> second readings: each proposal of the reader becomes a claim that stands beside those of the rules, or a
 * reject with the reason. A document that the reader gave no answer on is a reject too, and is asked about again by the
 * next run. Whatever the reader does, the run goes on.
 */
export async function readAgain(
  open: OpenCase,
  reader: FurtherReader,
  progress: Progress,
  signal: AbortSignal,
): Promise<StageCount> {
  const { store } = open;
  const waiting = [...(await store.documentsToReadAgain(reader.version))];
  const counter = new StageCounter('second-reader', progress, null);
  const extractor = createExtractor(open.vocabulary());
  let unanswered = 0;

  async function readOne(id: string): Promise<void> {
    const document = await store.document(id);
    if (document === null) return;
    const read = await reading(reader, extractor, document, signal);
    if (signal.aborted) return;
    unanswered = read.gone ? unanswered + 1 : 0;
    if (read.answered)
      await store.commitSecondReading(
        { document: id, reader: reader.version, claims: read.claims },
        read.rejects,
      );
    else for (const one of read.rejects) await store.addReject(one);
    counter.add(document.title ?? id, { out: read.claims.length, rejected: read.rejects.length });
  }

  const worker = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (signal.aborted || unanswered >= GIVE_UP) return;
      await readOne(id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return counter.end();
}

interface Read {
  readonly claims: readonly Claim[];
  readonly rejects: readonly Reject[];
  /** Every passage was answered, so that the document need not be asked about again. */
  readonly answered: boolean;
  readonly gone: boolean;
}

async function reading(
  reader: FurtherReader,
  extractor: Extractor,
  document: Document,
  signal: AbortSignal,
): Promise<Read> {
  const where = document.title ?? document.id;
  const reject = (error: unknown): Reject => rejectFor('second-reader', document.id, where, error);
  try {
    const { proposals, failures, gone } = await reader.propose(document, signal);
    if (failures.length > 0) {
      const failed = reject(new TallymanError('no-answer', [...new Set(failures)].join('; ')));
      return { claims: [], rejects: [failed], answered: false, gone };
    }
    const { claims, reasons } = claimsOf(proposals, groundOf(extractor, document), reader.version);
    const rejects = reasons.map((reason) => reject(new TallymanError('not-borne', reason)));
    return { claims, rejects, answered: true, gone };
  } catch (error) {
    // Whatever an answer does to its reader, it must not stop the run: here any error is expected.
    return { claims: [], rejects: [reject(error)], answered: false, gone: false };
  }
}

/** What the text bears of the proposals, and why it does not bear the others. */
function claimsOf(
  proposals: readonly unknown[],
  ground: Ground,
  reader: string,
): { claims: Claim[]; reasons: string[] } {
  const claims: Claim[] = [];
  const reasons: string[] = [];
  const known = new Set<string>();
  for (const proposed of proposals) {
    const proposal = proposalSchema.safeParse(proposed);
    if (!proposal.success) {
      const faults = proposal.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      reasons.push(`not of the form that was asked for: ${faults.join('; ')}`);
      continue;
    }
    const verdict = verify(proposal.data, ground);
    if ('reason' in verdict) reasons.push(`${verdict.reason}: "${proposal.data.quote.slice(0, 120)}"`);
    else if (known.has(JSON.stringify(verdict.body))) reasons.push('the same claim twice');
    else {
      known.add(JSON.stringify(verdict.body));
      claims.push(makeClaim(verdict.body, claims.length, reader, ['second-reader']));
    }
  }
  return { claims, reasons };
}
