import { Command } from 'commander';
import { SecondOpinions } from '../pipeline/second-opinion.js';
import { DISAGREEMENT_COLUMNS } from './columns.js';
import { formatOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

export function disagreementsCommand(here: Surroundings): Command {
  const command = new Command('disagreements')
    .description('List where the second reader and the rules do not say the same.')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman disagreements
  $ tallyman disagreements --format csv > to-read.csv`,
    );
  return command.action(async ({ format }: { format: Format }) => {
    await withCase(command, here, async (open) => {
      const opinions = await SecondOpinions.of(open);
      const count = await writeRecords(opinions.disagreements(), DISAGREEMENT_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('No disagreements, or no second reading (`tallyman run --second-reader`).');
    });
  });
}
