import { Command } from 'commander';
import type { AddReport } from '../pipeline/add.js';
import { progressOption, textOrJsonOption } from './options.js';
import { progressView, type ProgressView } from './progress-view.js';
import { stagesText } from './stages-text.js';
import { EXIT_STOPPED, type Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

interface AddOptions {
  readonly format: 'text' | 'json';
  readonly progress: ProgressView;
  readonly offline?: boolean;
}

export function addCommand(here: Surroundings): Command {
  const command = new Command('add')
    .description('Archive sources: files, folders, web addresses, feeds, WARC and WACZ files.')
    .argument(
      '<source...>',
      'a file, a folder, an http(s) address; a feed or web archive gives each thing in it',
    )
    .option('--offline', 'fetch nothing: an address is rejected, a feed gives its summaries')
    .addOption(progressOption())
    .addOption(textOrJsonOption())
    .addHelpText(
      'after',
      `
The same bytes are archived once, wherever and however often they are added.
Examples:
  $ tallyman add report.pdf mails/
  $ tallyman add https://example.org/news/ships.html https://example.org/feed.xml
  $ tallyman add crawl.wacz --format json`,
    );
  return command.action(async (targets: string[], options: AddOptions) => {
    const quiet = globalsOf(command).quiet === true;
    const signal = here.stopSignal('Stopping after this source; press Ctrl-C again to stop at once.');
    const { addSources } = await import('../pipeline/add.js');
    const report = await withCase(command, here, (open) =>
      addSources(open, targets, {
        online: !options.offline,
        progress: progressView(options.progress, quiet, process.stderr),
        signal,
      }),
    );
    if (options.format === 'json') await here.out.line(JSON.stringify(report));
    else if (!quiet) await here.out.write(addText(report));
    here.exitCode = report.interrupted ? EXIT_STOPPED : report.stage.rejected > 0 ? 1 : 0;
  });
}

function addText({ stage, added, known, interrupted, rejects, skipped }: AddReport): string {
  return [
    stagesText([stage]),
    `${added} new, ${known} known already${skipped.length > 0 ? `; ${skipped.length} files left aside that are no documents` : ''}.\n`,
    rejects.map((reject) => `rejected: ${reject.where}: ${reject.reason}\n  ${reject.remedy}\n`).join(''),
    interrupted ? 'Stopped; add the same sources again to go on.\n' : '',
  ].join('');
}
