import { Command } from 'commander';
import { dayOption } from './options.js';
import type { Surroundings } from './surroundings.js';
import { printable } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

export function reportCommand(here: Surroundings): Command {
  const command = new Command('report')
    .description('Write the cited report of the ledger as it stands.')
    .requiredOption('-o, --output <file>', 'the file to write; its ending says the form: .html or .json')
    .option('--as-of <day>', 'leave out what was stated after this day: 2024-06-30', dayOption)
    .addHelpText(
      'after',
      `
An .html report is one file that opens without a network; a .json report holds the same as data (docs/formats.md).
Examples:
  $ tallyman report -o report.html
  $ tallyman report -o report.json
  $ tallyman report --as-of 2024-06-30 -o june.html`,
    );
  return command.action(async ({ output, asOf }: { output: string; asOf?: string }) => {
    const { writeReport } = await import('../pipeline/report.js');
    await withCase(command, here, async (open) => {
      const path = await writeReport(open, here.folder, output, asOf ?? null);
      if (!globalsOf(command).quiet) await here.out.line(printable(`Wrote ${path}`));
    });
  });
}
