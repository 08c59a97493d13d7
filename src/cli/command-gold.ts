import { resolve } from 'node:path';
import { Command } from 'commander';
import type { ExportedDocument } from '../pipeline/gold-export.js';
import { textOrJsonOption } from './options.js';
import type { Surroundings } from './surroundings.js';
import { oneLine, printable } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

export function goldCommand(here: Surroundings): Command {
  return new Command('gold')
    .description(
      'Make annotated documents, by which the extractor is measured, of those that analysts judged.',
    )
    .addCommand(exportCommand(here))
    .addHelpText('after', EXAMPLES);
}

const EXAMPLES = `
Examples:
  $ tallyman gold export annotated
  $ tallyman gold export annotated --all --format json`;

interface ExportOptions {
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

function exportCommand(here: Surroundings): Command {
  const command = new Command('export')
    .description('Write the documents whose claims have all been judged, as NAME.txt and NAME.jsonl.')
    .argument(
      '<dir>',
      'the folder, which is made where it does not exist; files of the same names are replaced',
    )
    .option('--all', 'the other documents too; their claims stand as they were read')
    .addOption(textOrJsonOption())
    .addHelpText('after', EXAMPLES);
  return command.action(async (dir: string, { all = false, format }: ExportOptions) => {
    const { exportGold } = await import('../pipeline/gold-export.js');
    await withCase(command, here, async (open) => {
      const documents = await exportGold(open, resolve(here.folder, dir), { all });
      if (format === 'json') await here.out.line(JSON.stringify(documents));
      else if (!globalsOf(command).quiet) await here.out.write(printable(exportText(documents, dir)));
    });
  });
}

function exportText(documents: readonly ExportedDocument[], dir: string): string {
  const written = documents.filter((document) => document.written).length;
  const left = documents.length - written;
  return [
    ...documents.map(
      ({ name, judged, claims, written: is }) =>
        `${is ? 'written ' : 'left out'}  ${oneLine(name)}: ${claims === 0 ? 'no claims' : `${judged} of ${claims} claims judged`}\n`,
    ),
    `${written} written to ${dir}${left === 0 ? '' : `; ${left} left out that ${left === 1 ? 'is' : 'are'} not fully judged (--all takes them too)`}.\n`,
  ].join('');
}
