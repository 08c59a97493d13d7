import { Command, InvalidArgumentError } from 'commander';
import { TallymanError } from '../core/errors.js';
import type { Reject } from '../model/reject.js';
import type { Store } from '../model/store.js';
import type { Progress } from '../pipeline/progress.js';
import type { QueuedReading } from '../pipeline/queued-run.js';
import type { RunReport } from '../pipeline/run.js';
import { progressOption, textOrJsonOption } from './options.js';
import { progressView, type ProgressView } from './progress-view.js';
import { stagesText } from './stages-text.js';
import { EXIT_STOPPED, noticeTo, type Surroundings } from './surroundings.js';
import { oneLine } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

interface RunOptions {
  readonly format: 'text' | 'json';
  readonly progress: ProgressView;
  readonly secondReader?: boolean;
  readonly workers?: number;
  readonly queue?: boolean;
  readonly lease: number;
}

export function runCommand(here: Surroundings): Command {
  const command = new Command('run')
    .description('Take every source that is new to documents, claims and the ledger.')
    .option('--second-reader', 'let a chat service read as well, to be compared; see below')
    .option(
      '--workers <number>',
      'threads that read (default: 1 for a small case, else one a core, 4 at most)',
      workersOption,
    )
    .option('--queue', 'let `tallyman worker` processes read, on any number of machines; needs DATABASE_URL')
    .option('--lease <seconds>', 'with --queue: how long a worker may take for one source', leaseOption, 900)
    .addOption(progressOption())
    .addOption(textOrJsonOption())
    .addHelpText(
      'after',
      `
A run may be stopped at any time, even by kill -9: the next one goes on where it stopped.
Examples:
  $ tallyman run
  $ tallyman run --workers 2
  $ tallyman run --quiet --format json
  $ DATABASE_URL=postgres://user@host/database tallyman run --queue
  $ TALLYMAN_READER_URL=http://localhost:8080/v1 TALLYMAN_READER_MODEL=small tallyman run --second-reader
The second reader is any service of the chat completions protocol; TALLYMAN_READER_KEY is its key, if it asks for one.
The text of the documents is sent to it. Nothing that it says enters the ledger: see \`tallyman disagreements\`.`,
    );
  return command.action(async (options: RunOptions) => {
    const quiet = globalsOf(command).quiet === true;
    const signal = here.stopSignal('Stopping after this item; press Ctrl-C again to stop at once.');
    const progress = progressView(options.progress, quiet, process.stderr);
    const queued = options.queue === true ? await readQueued(command, here, options, progress, signal) : null;
    const { run } = await import('../pipeline/run.js');
    const { secondReaderFrom } = await import('../pipeline/second-reader.js');
    await withCase(command, here, async (open) => {
      const twice = options.secondReader === true || open.folder.config.second_reader === 'compare';
      const secondReader = twice ? secondReaderFrom(here.env) : null;
      const report = await run(open, {
        progress,
        signal,
        secondReader,
        ...(options.workers === undefined ? {} : { workers: options.workers }),
      });
      if (options.format === 'json') await here.out.line(JSON.stringify({ ...report, queued }));
      else if (!quiet) await here.out.write(queuedText(queued) + runText(report, await open.store.rejects()));
      const rejected =
        report.stages.some((stage) => stage.rejected > 0) || (await workersRejected(queued, open.store));
      here.exitCode = report.interrupted ? EXIT_STOPPED : rejected ? 1 : 0;
    });
  });
}

/** The reading, done by workers. They commit what they read, so that the run that follows has the ledger left. */
async function readQueued(
  command: Command,
  here: Surroundings,
  { lease }: RunOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<QueuedReading> {
  const url = here.databaseUrl;
  if (url === null)
    throw new TallymanError('usage', '--queue needs a Postgres server: set DATABASE_URL to its address');
  const { readByWorkers } = await import('../pipeline/queued-run.js');
  return withCase(
    command,
    here,
    (open) => readByWorkers(open, { url, signal, progress, leaseSeconds: lease, notice: noticeTo(here) }),
    false,
  );
}

/** Whether rejects stand of a reading that workers did, who count for themselves. */
async function workersRejected(queued: QueuedReading | null, store: Store): Promise<boolean> {
  if (queued === null || queued.pieces === 0) return false;
  const { rejects } = await store.counts();
  return rejects.documents + rejects.claims > 0;
}

function leaseOption(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > LONGEST_LEASE)
    throw new InvalidArgumentError(`It is no number of seconds from 1 to ${LONGEST_LEASE}.`);
  return seconds;
}

const LONGEST_LEASE = 86_400;

function workersOption(text: string): number {
  const workers = Number(text);
  if (!/^\d+$/.test(text) || workers < 1 || workers > MOST_WORKERS)
    throw new InvalidArgumentError(`It is no number from 1 to ${MOST_WORKERS}.`);
  return workers;
}

const MOST_WORKERS = 64;
const SHOWN = 10;

/** Stages whose rejects are single sentences. */
const MANY: ReadonlySet<string> = new Set(['claims', 'second-reader']);

/** What workers read: they print their own counts of what came out and was rejected. */
const queuedText = (queued: QueuedReading | null): string =>
  queued === null ? '' : `by workers: ${queued.pieces} read, ${queued.given_up} of them given up\n`;

/** The count of each stage, and the case's rejects but for the small ones of the claims stage, which are many. */
function runText({ stages, interrupted }: RunReport, rejects: readonly Reject[]): string {
  const files = rejects.filter((reject) => !MANY.has(reject.stage));
  const more = rejects.length - Math.min(files.length, SHOWN);
  return [
    stagesText(stages),
    ...files
      .slice(0, SHOWN)
      .map((reject) => `rejected: ${oneLine(reject.where)}: ${oneLine(reject.reason)}\n`),
    more > 0 ? `${more} ${files.length === 0 ? '' : 'more '}rejects: see \`tallyman rejects\`.\n` : '',
    interrupted ? 'Stopped; `tallyman run` goes on from here.\n' : '',
  ].join('');
}
