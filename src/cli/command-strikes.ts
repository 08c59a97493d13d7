import { Command } from 'commander';
import type { KnownTo } from '../model/change.js';
import { asOfOptions, formatOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import { STRIKE_COLUMNS } from './strike-columns.js';
import type { Surroundings } from './surroundings.js';
import { globalsOf, withCase } from './with-case.js';

interface StrikesOptions {
  readonly asOf?: string;
  readonly knownTo: KnownTo;
  readonly format: Format;
}

export function strikesCommand(here: Surroundings): Command {
  const command = new Command('strikes').description(
    'List the strikes of which claims say a day: weapon, user, damage, and how far each is established.',
  );
  for (const option of asOfOptions()) command.addOption(option);
  command.addOption(formatOption()).addHelpText(
    'after',
    `
Examples:
  $ tallyman strikes
  $ tallyman strikes --as-of 2024-03-31 --format json`,
  );
  return command.action(async ({ asOf, knownTo, format }: StrikesOptions) => {
    const { strikes } = await import('../pipeline/strikes.js');
    await withCase(command, here, async (open) => {
      const cases = await strikes(open, { day: asOf ?? null, knownTo });
      const count = await writeRecords(cases, STRIKE_COLUMNS, format, here.out);
      if (count === 0 && format === 'table' && !globalsOf(command).quiet)
        await here.err.line('No claim tells a strike with its day.');
    });
  });
}
