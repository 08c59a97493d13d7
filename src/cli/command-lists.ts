import { resolve } from 'node:path';
import { Command } from 'commander';
import type { AddedList } from '../pipeline/lists.js';
import { formatOption, textOrJsonOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import { LIST_COLUMNS } from './screening-columns.js';
import type { Surroundings } from './surroundings.js';
import { oneLine, printable } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

export function listsCommand(here: Surroundings): Command {
  return new Command('lists')
    .description('Keep sanctions lists in the case, each in every version; without more, list them.')
    .addCommand(listCommand(here), { isDefault: true })
    .addCommand(addCommand(here))
    .addHelpText('after', LISTED);
}

const LISTED = `
Examples:
  $ tallyman lists list
  $ tallyman lists list --format json`;

const ADDED = `
Examples:
  $ tallyman lists add consolidated.xml
  $ tallyman lists add entities.ftm.json --name "US OFAC SDN" --edition 2024-09-10`;

function listCommand(here: Surroundings): Command {
  const command = new Command('list')
    .description(
      'List the sanctions lists of the case, every version, in the order in which they were added.',
    )
    .addOption(formatOption())
    .addHelpText('after', LISTED);
  return command.action(async ({ format }: { readonly format: Format }) => {
    await withCase(command, here, async (open) => {
      const count = await writeRecords(await open.store.lists(), LIST_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('No lists. `tallyman lists add FILE` adds one.');
    });
  });
}

interface AddOptions {
  readonly name?: string;
  readonly edition?: string;
  readonly format: 'text' | 'json';
}

function addCommand(here: Surroundings): Command {
  const command = new Command('add')
    .description(
      'Add a list: entity JSON lines (FollowTheMoney, as OpenSanctions has them), or the XML of the UN Consolidated List.',
    )
    .argument('<file>', 'the file, of any size')
    .option('--name <name>', 'what the list is called; by default by its form or file')
    .option('--edition <text>', 'its version; by default the latest day that it shows')
    .addOption(textOrJsonOption())
    .addHelpText('after', ADDED);
  return command.action(async (file: string, { name, edition, format }: AddOptions) => {
    const { addList } = await import('../pipeline/lists.js');
    await withCase(command, here, async (open) => {
      const request = { path: resolve(here.folder, file), name: name ?? null, edition: edition ?? null };
      const added = await addList(open, request, new Date());
      if (added.list.rejected > 0) here.exitCode = 1;
      if (format === 'json') await here.out.line(JSON.stringify(added));
      else if (!globalsOf(command).quiet) await here.out.write(printable(addedText(added)));
    });
  });
}

const SHOWN = 10;

function addedText({ list, added }: AddedList): string {
  const { name, version, rejects, rejected } = list;
  return [
    `${oneLine(name)}, ${oneLine(version)}: ${list.in} in = ${list.out} out + ${rejected} rejected; ${list.screened} are vessels, people and bodies${added ? '' : ' (known already)'}\n`,
    ...rejects.slice(0, SHOWN).map(({ line, reason }) => `  line ${line}: ${oneLine(reason)}\n`),
    ...(rejected > SHOWN ? [`  and ${rejected - SHOWN} more (--format json)\n`] : []),
  ].join('');
}
