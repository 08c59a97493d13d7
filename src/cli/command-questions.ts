import { Command } from 'commander';
import { assessedFindings, yardstickOf } from '../pipeline/assessing.js';
import { questionsOn } from '../pipeline/questions.js';
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
      const questions = questionsOn(assessedFindings(open.store.findings(), await yardstickOf(open)));
      const count = await writeRecords(questions, QUESTION_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('No questions are raised. Has the case been run (`tallyman run`)?');
    });
  });
}
