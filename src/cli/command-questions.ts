import { Command } from 'commander';
import { questionsIn } from '../pipeline/assessing.js';
import { QUESTION_COLUMNS } from './columns-of-tables.js';
import { formatOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

export function questionsCommand(here: Surroundings): Command {
  const command = new Command('questions')
    .description(
      'List what an analyst should ask about the findings: implausible figures, dates and voyages.',
    )
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman questions
  $ tallyman questions --format json`,
    );
  return command.action(async ({ format }: { format: Format }) => {
    await withCase(command, here, async (open) => {
      const count = await writeRecords(questionsIn(open), QUESTION_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('No questions are raised. Has the case been run (`tallyman run`)?');
    });
  });
}
