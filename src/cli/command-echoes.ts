import { Command } from 'commander';
import { listEchoes } from '../pipeline/echo-trees.js';
import { listDuplicates } from '../pipeline/near-duplicates.js';
import { DUPLICATE_COLUMNS, ECHO_COLUMNS } from './echo-columns.js';
import { formatOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

/** Who repeats whom: statements, and documents. */

export function echoesCommand(here: Surroundings): Command {
  const command = new Command('echoes')
    .description('Show who repeats whom, from the oldest telling on, and what each retelling changed.')
    .argument('[id]', 'of a claim (c-…), a finding (f-…) or a document: only what is told there')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman echoes
  $ tallyman echoes f-77ab02
  $ tallyman echoes c-1f0a3b --format json`,
    );
  return command.action(async (id: string | undefined, { format }: { format: Format }) => {
    await withCase(command, here, async (open) => {
      const count = await writeRecords(listEchoes(open, id), ECHO_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('Nothing is told twice. Has the case been run (`tallyman run`)?');
    });
  });
}

export function duplicatesCommand(here: Surroundings): Command {
  const command = new Command('duplicates')
    .description('List documents that nearly repeat another, with the passages that they share.')
    .argument('[document]', 'only those of the cluster of this document; the beginning of its id is enough')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman duplicates
  $ tallyman duplicates 0c5f1d2e
  $ tallyman duplicates --format json > duplicates.json`,
    );
  return command.action(async (id: string | undefined, { format }: { format: Format }) => {
    await withCase(command, here, async (open) => {
      const count = await writeRecords(listDuplicates(open, id), DUPLICATE_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('No near-duplicates. Has the case been run (`tallyman run`)?');
    });
  });
}
