import { parentPort, workerData } from 'node:worker_threads';
import { TallymanError } from '../core/errors.js';
import type { Task } from './reading-pool.js';
import { readHere, type ReadingInput } from './reading-work.js';

/** One of the threads of a run (reading-pool.ts): does a task at a time, and answers with its outcome. */
const work = readHere(workerData as ReadingInput);

parentPort?.on('message', (task: Task) => {
  carryOut(task).then(answer, (error: unknown) => {
    // Data that does not fit stops the whole run, as it does without threads; all else ends this thread.
    if (!(error instanceof TallymanError)) throw error;
    answer({ failure: { code: error.code, message: error.message, where: error.where } });
  });
});

const answer = (outcome: unknown): void => parentPort?.postMessage(outcome);

const carryOut = async (task: Task): Promise<unknown> =>
  'source' in task ? work.readSource(task.source) : work.drawClaims(task.document);
