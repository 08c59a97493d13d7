import { Command, Option } from 'commander';
import { STAGES, type Stage } from '../model/reject.js';
import { REJECT_COLUMNS } from './columns.js';
import { formatOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

export function rejectsCommand(here: Surroundings): Command {
  const command = new Command('rejects')
    .description('List what a stage could not take further, with the reason and the remedy.')
    .addOption(new Option('--stage <stage>', 'of one stage').choices(STAGES))
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman rejects
  $ tallyman rejects --stage documents --format csv`,
    );
  return command.action(async ({ stage, format }: { stage?: Stage; format: Format }) => {
    await withCase(command, here, async (open) => {
      const count = await writeRecords(await open.store.rejects(stage), REJECT_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('Nothing was rejected.');
    });
  });
}
