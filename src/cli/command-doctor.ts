import { Command } from 'commander';
import { checkCase } from '../pipeline/check-case.js';
import { checkInstallation, type Check } from '../pipeline/check-installation.js';
import { textOrJsonOption } from './options.js';
import type { Colours } from './output.js';
import type { Surroundings } from './surroundings.js';
import { oneLine } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

export function doctorCommand(here: Surroundings): Command {
  const command = new Command('doctor')
    .description('Check the installation, and the integrity of the case: every archived byte, every claim.')
    .option('--installation', 'check the installation alone; needs no case')
    .addOption(textOrJsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman doctor
  $ tallyman doctor --installation --format json`,
    );
  return command.action(async (options: { installation?: boolean; format: 'text' | 'json' }) => {
    const checks = [...(await checkInstallation(here.folder))];
    if (!options.installation) checks.push(...(await withCase(command, here, checkCase)));
    const failed = checks.some((check) => check.problems.length > 0);
    if (options.format === 'json') await here.out.line(JSON.stringify(checks));
    else if (!globalsOf(command).quiet || failed)
      await here.out.write(checks.map((check) => checkText(check, here.out.colours)).join(''));
    here.exitCode = failed ? 1 : 0;
  });
}

const SHOWN = 20;

function checkText({ name, detail, problems }: Check, { green, red }: Colours): string {
  const more = problems.length - SHOWN;
  return [
    `${problems.length === 0 ? green('ok    ') : red('FAULT ')} ${name.padEnd(22)} ${oneLine(detail)}\n`,
    ...problems.slice(0, SHOWN).map((problem) => `         ${oneLine(problem)}\n`),
    more > 0 ? `         and ${more} more\n` : '',
  ].join('');
}
