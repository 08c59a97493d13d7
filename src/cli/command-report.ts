import { Command } from 'commander';
import { REPORT_FORMS, writeReport } from '../pipeline/report.js';
import type { Surroundings } from './surroundings.js';
import { printable } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

export function reportCommand(here: Surroundings): Command {
  const command = new Command('report')
    .description('Write the cited report of the ledger as it stands.')
    .requiredOption(
      '-o, --output <file>',
      `the file to write; its ending says the form: ${REPORT_FORMS.join(', ')}`,
    )
    .addHelpText(
      'after',
      `
An .html report is one file that opens without a network; a .json report holds the same as data (docs/formats.md).
Examples:
  $ tallyman report -o report.html
  $ tallyman report -o report.json`,
    );
  return command.action(async ({ output }: { output: string }) => {
    await withCase(command, here, async (open) => {
      const path = await writeReport(open, here.folder, output);
      if (!globalsOf(command).quiet) await here.out.line(printable(`Wrote ${path}`));
    });
  });
}
