import { Command } from 'commander';
import { initCase, type CaseSettings } from '../pipeline/case-folder.js';
import { listOption } from './options.js';
import type { Surroundings } from './surroundings.js';
import { printable } from './terminal-text.js';
import { globalsOf } from './with-case.js';

interface InitOptions {
  readonly name?: string;
  readonly parties?: string[];
  readonly period?: string;
  readonly languages?: string[];
  readonly member?: string[];
}

export function initCommand(here: Surroundings): Command {
  return new Command('init')
    .description('Make a case folder: its case.yaml, and places for originals, database and vocabulary.')
    .argument('<dir>', 'the folder, which is made where it does not exist')
    .option('--name <name>', "the case's name, as in the report's title (default: the folder's name)")
    .option('--parties <list>', 'states (ISO codes) or groups, with commas: KP,RU', listOption)
    .option('--period <edtf>', 'the time that the case is about: 2023-08/..')
    .option('--languages <list>', 'languages to read, with commas (default: en)', listOption)
    .option('--member <name...>', 'members of the team')
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman init flotilla
  $ tallyman init flotilla --name "Flotilla" --parties KP,RU --period 2023-08/.. --member "A. Analyst"`,
    )
    .action(async (dir: string, options: InitOptions, command: Command) => {
      const { root } = initCase(dir, settingsOf(options));
      if (!globalsOf(command).quiet)
        await here.out.line(printable(`Made a case in ${root}; see its case.yaml.`));
    });
}

const settingsOf = ({ name, parties, period, languages, member }: InitOptions): CaseSettings => ({
  ...(name === undefined ? {} : { name }),
  ...(parties === undefined ? {} : { parties }),
  ...(period === undefined ? {} : { period }),
  ...(languages === undefined ? {} : { languages }),
  ...(member === undefined ? {} : { team: member.map((each) => ({ name: each })) }),
});
