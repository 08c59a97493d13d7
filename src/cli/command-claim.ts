import { Command, InvalidArgumentError, Option } from 'commander';
import { KINDS, type Kind } from '../model/enums.js';
import type { Surroundings } from './surroundings.js';
import { oneLine } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

interface ClaimOptions {
  readonly span: readonly [number, number];
  readonly kind: Kind;
  readonly by: string;
  readonly why: string;
  readonly set?: string[];
}

export function claimCommand(here: Surroundings): Command {
  const command = new Command('claim')
    .description('Make a claim by hand of words of a document that the rules made none of.')
    .argument('<document>', 'its id')
    .requiredOption('--span <start-end>', 'the words, by their place in its text: 120-185', spanOption)
    .addOption(new Option('--kind <kind>', 'what is claimed').choices(KINDS).makeOptionMandatory())
    .requiredOption('--by <name>', 'who makes it')
    .requiredOption('--why <text>', 'the reason, which is kept with it')
    .option('--set <field=value...>', 'what it says, field by field, as for `tallyman judge … edit`')
    .addHelpText(
      'after',
      `
It stands on the whole sentences that hold the words. Where --set names no claimant it is the publisher's word.
\`tallyman judge CLAIM reject\` takes it back. The ledger follows with the next \`tallyman run\`.
Examples:
  $ tallyman claim b4e1f6b2a7c3 --span 120-185 --kind transfer --by "A. Analyst" --why "a table that is read as prose" \\
      --set supplier=KP recipient=RU item.class=container quantity.low=1000 quantity.unit=container`,
    );
  return command.action(async (document: string, { set = [], ...request }: ClaimOptions) => {
    const { makeClaimByHand } = await import('../pipeline/make-claim.js');
    await withCase(command, here, async (open) => {
      const { claim, made } = await makeClaimByHand(open, { ...request, document, set }, new Date());
      if (!globalsOf(command).quiet) await here.out.line(`${claim.id}: ${oneLine(made.quote)}`);
    });
  });
}

function spanOption(text: string): readonly [number, number] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  if (start === undefined || end === undefined || Number(start) >= Number(end))
    throw new InvalidArgumentError('It is no place in a text, such as 120-185.');
  return [Number(start), Number(end)];
}
