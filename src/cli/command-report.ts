import { Command, Option } from 'commander';
import type { KnownTo } from '../model/change.js';
import { TEMPLATES, type TemplateName } from '../model/report.js';
import { asOfOptions, dayOption, standardOption } from './options.js';
import type { Surroundings } from './surroundings.js';
import { printable } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

interface ReportOptions {
  readonly output: string;
  readonly template: TemplateName;
  readonly asOf?: string;
  readonly since?: string;
  readonly knownTo: KnownTo;
  readonly standard?: string;
}

export function reportCommand(here: Surroundings): Command {
  const command = new Command('report')
    .description('Write the cited report of the ledger as it stands.')
    .requiredOption(
      '-o, --output <file>',
      'the file to write; its ending says the form: .html, .pdf, .docx, .md or .json',
    )
    .addOption(
      new Option('--template <name>', 'what it tells and in which order')
        .choices(TEMPLATES)
        .default('monitoring-team'),
    )
    .option('--since <day>', 'annex what changed since the last edition, of this day', dayOption)
    .addOption(standardOption())
    .addHelpText(
      'after',
      `
An .html report is one file that opens without a network; a .pdf report is for print, a
.docx report for Word, an .md report is Markdown; a .json report holds the same as data (docs/formats.md).
Examples:
  $ tallyman report -o report.html
  $ tallyman report -o report.json
  $ tallyman report --template brief -o brief.pdf
  $ tallyman report --as-of 2024-06-30 -o june.html
  $ tallyman report --since 2024-06-30 -o september.html
  $ tallyman report --standard official-plus-physical -o strict.html`,
    );
  for (const option of asOfOptions()) command.addOption(option);
  return command.action(async ({ output, ...request }: ReportOptions) => {
    const { writeReport } = await import('../pipeline/report.js');
    await withCase(command, here, async (open) => {
      const path = await writeReport(open, here.folder, output, request);
      if (!globalsOf(command).quiet) await here.out.line(printable(`Wrote ${path}`));
    });
  });
}
