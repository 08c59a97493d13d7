import { Command } from 'commander';
import { formatOption, scoreOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import { HIT_COLUMNS } from './screening-columns.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

interface ScreenOptions {
  readonly list?: string;
  readonly least?: number;
  readonly format: Format;
}

export function screenCommand(here: Surroundings): Command {
  const command = new Command('screen')
    .description('Compare every vessel, person and body of the ledger with the sanctions lists of the case.')
    .option('--list <name>', 'with one list alone; by default with the newest version of each')
    .option('--least <score>', 'the least score of a hit, 0 to 1; by default 0.7', scoreOption)
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
A hit is a question to an analyst, never an answer: the fields say what was compared, and what it did to the score.
Examples:
  $ tallyman screen
  $ tallyman screen --list "UN Security Council Consolidated List" --format json`,
    );
  return command.action(async ({ list, least, format }: ScreenOptions) => {
    const { screen, LEAST_HIT } = await import('../pipeline/screen.js');
    await withCase(command, here, async (open) => {
      const { hits, lists, entities } = await screen(open, { list: list ?? null, least: least ?? LEAST_HIT });
      await writeRecords(hits, HIT_COLUMNS, format, here.out);
      if (globalsOf(command).quiet) return;
      const entries = lists.reduce((sum, { screened }) => sum + screened, 0);
      await here.err.line(
        `${hits.length} ${hits.length === 1 ? 'hit' : 'hits'}: ${entities} entities against ${entries} entries of ${lists.map(({ name, version }) => `${name}, ${version}`).join('; ')}`,
      );
    });
  });
}
