import { parentPort, workerData } from 'node:worker_threads';
import type { Task } from './reading-pool.js';
import { readHere, type ReadingInput } from './reading-work.js';

/** One of the threads of a run (reading-pool.ts): does a task at a time, and answers with its outcome. */
const work = readHere(workerData as ReadingInput);

parentPort?.on('message', (task: Task) => {
  void carryOut(task).then((outcome) => parentPort?.postMessage(outcome));
});

const carryOut = (task: Task): Promise<unknown> =>
  'source' in task ? work.readSource(task.source) : work.drawClaims(task.document);
