import { Worker } from 'node:worker_threads';
import { TallymanError, type ErrorCode } from '../core/errors.js';
import type { Document } from '../model/document.js';
import { rejectFor, type Reject } from '../model/reject.js';
import type { Source } from '../model/source.js';
import type { Drawn, ReadingInput, ReadingWork } from './reading-work.js';
import { sourceName } from './source-name.js';

export type Task = { readonly source: Source } | { readonly document: Document };

/**
 * Does the work on as many threads as `size`, each with its own compiled vocabulary. A thread is started when all others
 * are busy, so that little work starts few. One that ends over its task takes nothing else with it.
 */
export function readOnThreads(input: ReadingInput, size: number): ReadingWork {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = new Set<Worker>();

  const start = (): Worker => {
    const worker = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: input });
    all.add(worker);
    // What ends a thread at its task is answered there; one that ends while idle is not asked again.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    return worker;
  };
  const take = async (): Promise<Worker> =>
    idle.pop() ?? (all.size < size ? start() : new Promise((resolve) => waiting.push(resolve)));
  const give = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  const lose = (worker: Worker): void => {
    all.delete(worker);
    const next = waiting.shift();
    if (next) next(start());
  };
  const outcomeOf = async <T>(task: Task, failed: (error: unknown) => T): Promise<T> => {
    const worker = await take();
    let outcome: T | Failure;
    try {
      outcome = (await answer(worker, task)) as T | Failure;
    } catch (error) {
      lose(worker);
      return failed(error);
    }
    give(worker);
    if (!isFailure(outcome)) return outcome;
    const { code, message, where } = outcome.failure;
    throw new TallymanError(code, message, where);
  };
  return {
    readSource: (source) =>
      outcomeOf<Document | Reject>({ source }, (error) =>
        rejectFor('documents', source.id, sourceName(source), error),
      ),
    drawClaims: (document) =>
      outcomeOf<Drawn>({ document }, (error) => ({
        claims: [],
        rejects: [rejectFor('claims', document.id, document.title ?? document.id, error)],
      })),
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** What a thread answers where its data do not fit, so that it can do no work at all. */
interface Failure {
  readonly failure: { readonly code: ErrorCode; readonly message: string; readonly where: string | null };
}

const isFailure = (outcome: unknown): outcome is Failure =>
  typeof outcome === 'object' && outcome !== null && 'failure' in outcome;

/** What a thread answers to a task. @throws what ended the thread instead, such as too little memory */
function answer(worker: Worker, task: Task): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const answered = (outcome: unknown): void => {
      worker.off('error', failed).off('exit', ended);
      resolve(outcome);
    };
    const failed = (error: unknown): void => {
      worker.off('message', answered).off('exit', ended);
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const ended = (): void => failed(new Error('the thread that read it ended'));
    worker.once('message', answered).once('error', failed).once('exit', ended);
    worker.postMessage(task);
  });
}
