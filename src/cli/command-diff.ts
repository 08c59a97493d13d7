import { Command, Option } from 'commander';
import type { KnownTo } from '../model/change.js';
import { CHANGE_COLUMNS } from './change-columns.js';
import { dayOption, formatOption, knownToOption, standardOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

interface DiffOptions {
  readonly from: string;
  readonly to?: string;
  readonly knownTo: KnownTo;
  readonly standard?: string;
  readonly format: Format;
}

export function diffCommand(here: Surroundings): Command {
  const command = new Command('diff')
    .description('List what changed in the ledger between two days, by which claims and judgements.')
    .requiredOption('--from <day>', 'the ledger as it was known at the end of this day', dayOption)
    .addOption(
      new Option('--to <day>', 'and at the end of this one (default: as it stands)').argParser(dayOption),
    )
    .addOption(knownToOption())
    .addOption(standardOption())
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman diff --from 2024-02-01 --to 2024-06-30
  $ tallyman diff --from 2024-06-30 --known-to case --format jsonl`,
    );
  return command.action(async ({ from, to, knownTo, standard, format }: DiffOptions) => {
    const { diff } = await import('../pipeline/diff.js');
    await withCase(command, here, async (open) => {
      const changes = diff(open, { from, to: to ?? null, knownTo, standard });
      const count = await writeRecords(changes, CHANGE_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('Nothing changed.');
    });
  });
}
