import { Command } from 'commander';
import { loadLedgerTables, type LedgerTables } from '../model/ledger-tables.js';
import { CONVERSION_COLUMNS, STANDARD_COLUMNS } from './columns-of-tables.js';
import { formatOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import type { Column } from './table.js';
import { caseNearby } from './with-case.js';

/** Commands that list the tables by which findings are assessed: a case's own with the bundled ones. */

export const conversionsCommand = (here: Surroundings): Command =>
  listing(
    here,
    new Command('conversions').description(
      'List the assumptions by which a figure is set beside one in another unit.',
    ),
    CONVERSION_COLUMNS,
    ({ conversions }) => conversions,
  );

export const standardsCommand = (here: Surroundings): Command =>
  listing(
    here,
    new Command('standards').description(
      'List the standards that decide what is a finding, reported or alleged.',
    ),
    STANDARD_COLUMNS,
    ({ standards }) => standards,
  );

function listing<T>(
  here: Surroundings,
  command: Command,
  columns: readonly Column<T>[],
  entries: (tables: LedgerTables) => readonly T[],
): Command {
  return command
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Within a case its own entries (ledger/${command.name()}.yaml) stand first.
Examples:
  $ tallyman ${command.name()}
  $ tallyman ${command.name()} --format json`,
    )
    .action(async ({ format }: { format: Format }) => {
      const tables = loadLedgerTables(caseNearby(command, here)?.ledger ?? null);
      await writeRecords(entries(tables), columns, format, here.out);
    });
}
