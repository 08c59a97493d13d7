import { resolve } from 'node:path';
import { Command } from 'commander';
import { TallymanError } from '../core/errors.js';
import type { TruthAnswer } from '../pipeline/reconcile-rows.js';
import { FINDING_COLUMNS } from './columns.js';
import { formatOption, standardOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import type { Column } from './table.js';
import { oneLine } from './terminal-text.js';
import { globalsOf } from './with-case.js';

interface ReconcileOptions {
  readonly format: Format;
  readonly standard?: string;
}

export function reconcileCommand(here: Surroundings): Command {
  const command = new Command('reconcile')
    .description('Say what claims or plain rows that are at hand support together, without a case.')
    .argument(
      '<path>',
      'a folder of documents, NAME.txt, with their claims, NAME.jsonl; or a CSV file of rows item,source,value[,time]',
    )
    .addOption(standardOption())
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman reconcile annotated
  $ tallyman reconcile annotated --format jsonl
  $ tallyman reconcile populations.csv --format csv > answers.csv`,
    );
  return command.action(async (given: string, options: ReconcileOptions) => {
    const path = resolve(here.folder, given);
    const { isRowFile } = await import('../pipeline/reconcile-rows.js');
    if (await isRowFile(path)) await reconcileFile(command, here, path, options);
    else await reconcileDocuments(here, path, options);
  });
}

async function reconcileDocuments(
  here: Surroundings,
  folder: string,
  { format, standard }: ReconcileOptions,
): Promise<void> {
  const { reconcileFolder } = await import('../pipeline/reconcile-folder.js');
  const { findingJson } = await import('../pipeline/printed-finding.js');
  await writeRecords(await reconcileFolder(folder, standard), FINDING_COLUMNS, format, here.out, findingJson);
}

/** The columns of answers to plain rows, in the order of docs/formats.md. */
export const ANSWER_COLUMNS: readonly Column<TruthAnswer>[] = [
  { name: 'item', of: (a) => a.item, inTable: true },
  { name: 'value', of: (a) => a.value, inTable: true },
  { name: 'low', of: (a) => a.low, inTable: true },
  { name: 'high', of: (a) => a.high, inTable: true },
  { name: 'origins', of: (a) => a.origins, inTable: true },
  { name: 'dispute', of: (a) => a.dispute, inTable: true },
];

/** As many of the rows that could not be taken are told one by one. */
const TOLD = 20;

async function reconcileFile(
  command: Command,
  here: Surroundings,
  path: string,
  { format, standard }: ReconcileOptions,
): Promise<void> {
  if (standard !== undefined)
    throw new TallymanError('usage', 'a standard is for claims; plain rows have none', standard);
  const { reconcileRows } = await import('../pipeline/reconcile-rows.js');
  let told = 0;
  const rows = await reconcileRows(path, ({ line, reason }) => {
    if (told++ < TOLD) process.stderr.write(`rejected: line ${line}: ${oneLine(reason)}\n`);
  });
  await writeRecords(rows.answers, ANSWER_COLUMNS, format, here.out);
  if (rows.rejected > 0 || !globalsOf(command).quiet) {
    const { in: taken, out, rejected, superseded } = rows;
    await here.err.line(
      `rows: ${taken} in = ${out} out + ${rejected} rejected; ${superseded} superseded by their own source`,
    );
  }
  if (rows.rejected > 0) here.exitCode = 1;
}
