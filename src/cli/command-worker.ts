import { Command } from 'commander';
import { TallymanError } from '../core/errors.js';
import type { WorkerReport } from '../pipeline/worker.js';
import { textOrJsonOption } from './options.js';
import { EXIT_STOPPED, noticeTo, type Surroundings } from './surroundings.js';
import { oneLine } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

interface WorkerCommandOptions {
  readonly drain?: boolean;
  readonly format: 'text' | 'json';
}

export function workerCommand(here: Surroundings): Command {
  const command = new Command('worker')
    .description('Read what `tallyman run --queue` asks for, beside any number of other workers.')
    .option('--drain', 'end when nothing waits any more, instead of waiting for more')
    .addOption(textOrJsonOption())
    .addHelpText(
      'after',
      `
The case is on a Postgres server (DATABASE_URL); each machine needs the case folder, its archive included: a shared
disk, or a copy. A worker may be killed at any moment: what it was reading goes to another when its lease is over.
Workers wait for a database that is restarted. Each reads one source at a time: start one for each core.
Examples:
  $ tallyman worker
  $ DATABASE_URL=postgres://user@host/database tallyman worker --drain --format json`,
    );
  return command.action(async (options: WorkerCommandOptions) => {
    const url = here.databaseUrl;
    if (url === null)
      throw new TallymanError('usage', 'workers need a Postgres server: set DATABASE_URL to its address');
    const quiet = globalsOf(command).quiet === true;
    const signal = here.stopSignal('Stopping after this item; press Ctrl-C again to stop at once.');
    const { workOn } = await import('../pipeline/worker.js');
    await withCase(command, here, async (open) => {
      const report = await workOn(open, {
        url,
        signal,
        drain: options.drain === true,
        notice: noticeTo(here),
        done: async (label, became) => {
          if (!quiet && options.format === 'text') await here.out.line(`${became}: ${oneLine(label)}`);
        },
      });
      if (options.format === 'json') await here.out.line(JSON.stringify(report));
      else if (!quiet) await here.out.write(workerText(report));
      here.exitCode = signal.aborted ? EXIT_STOPPED : report.rejected > 0 ? 1 : 0;
    });
  });
}

const workerText = (report: WorkerReport): string =>
  `worker: ${report.in} in = ${report.out} out + ${report.rejected} rejected + ${report.elsewhere} done elsewhere\n`;
