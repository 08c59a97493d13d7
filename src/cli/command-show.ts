import { Command } from 'commander';
import { printedShown, show } from '../pipeline/show.js';
import { standardOption, textOrJsonOption } from './options.js';
import { shownText } from './shown-text.js';
import type { Surroundings } from './surroundings.js';
import { withCase } from './with-case.js';

interface ShowOptions {
  readonly format: 'text' | 'json';
  readonly standard?: string;
}

export function showCommand(here: Surroundings): Command {
  const command = new Command('show')
    .description(
      'Show a claim with its sentence marked in the text, its document, archived original and hash; or a finding, a strike, a document.',
    )
    .argument(
      '<id>',
      'of a claim (c-…), a finding (f-…), a strike (s-…) or a document; its beginning is enough where no other has it',
    )
    .addOption(standardOption())
    .addOption(textOrJsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman show c-1f0a3b
  $ tallyman show f-77ab02 --format json`,
    );
  return command.action(async (id: string, { format, standard }: ShowOptions) => {
    await withCase(command, here, async (open) => {
      const shown = await show(open, id, standard);
      await here.out.write(
        format === 'json' ? `${JSON.stringify(printedShown(shown))}\n` : shownText(shown, here.out.colours),
      );
    });
  });
}
