import { resolve } from 'node:path';
import { Command } from 'commander';
import { FINDING_COLUMNS } from './columns.js';
import { formatOption, standardOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';

export function reconcileCommand(here: Surroundings): Command {
  const command = new Command('reconcile')
    .description('List the findings on claims that are at hand, without a case.')
    .argument('<dir>', 'a folder of documents, NAME.txt, with their claims, NAME.jsonl')
    .addOption(standardOption())
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman reconcile annotated
  $ tallyman reconcile annotated --format jsonl`,
    );
  return command.action(
    async (folder: string, { format, standard }: { format: Format; standard?: string }) => {
      const { reconcileFolder } = await import('../pipeline/reconcile-folder.js');
      const { findingJson } = await import('../pipeline/printed-finding.js');
      await writeRecords(
        await reconcileFolder(resolve(here.folder, folder), standard),
        FINDING_COLUMNS,
        format,
        here.out,
        findingJson,
      );
    },
  );
}
