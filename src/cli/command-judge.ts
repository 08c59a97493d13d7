import { Argument, Command } from 'commander';
import { VERDICTS, type Verdict } from '../model/judgement.js';
import { JUDGEMENT_COLUMNS } from './columns.js';
import { formatOption } from './options.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { oneLine } from './terminal-text.js';
import { globalsOf, withCase } from './with-case.js';

interface JudgeOptions {
  readonly by: string;
  readonly why: string;
  readonly set?: string[];
}

export function judgeCommand(here: Surroundings): Command {
  const command = new Command('judge')
    .description(
      'Say of a claim that it is right, wrong, or what it should say; or take the last judgement back.',
    )
    .argument('<claim>', 'its id; its beginning is enough where no other has it')
    .addArgument(new Argument('<verdict>', 'what to do with it').choices(VERDICTS))
    .requiredOption('--by <name>', 'who judges')
    .requiredOption('--why <text>', 'the reason, which is kept with it')
    .option('--set <field=value...>', 'with `edit`: what the claim should say; `null` empties a field')
    .addHelpText(
      'after',
      `
Judgements are never changed: a later one supersedes, undo takes the last one back. A rejected claim leaves the ledger,
an edited one takes part as edited, from the next \`tallyman run\` on. They survive newer readers and extractors.
Examples:
  $ tallyman judge c-1f0a3b accept --by "A. Analyst" --why "compared with the release"
  $ tallyman judge c-1f0a3b edit --by "A. Analyst" --why "the page says nearly" --set quantity.low=null quantity.high=50
  $ tallyman judge c-1f0a3b undo --by "A. Analyst" --why "wrong claim"`,
    );
  return command.action(async (id: string, verdict: Verdict, { by, why, set = [] }: JudgeOptions) => {
    const { judge } = await import('../pipeline/judge.js');
    await withCase(command, here, async (open) => {
      const { judgement, claim } = await judge(open, id, { verdict, by, why, set }, new Date());
      if (globalsOf(command).quiet) return;
      const standing = claim.judgement?.verdict ?? 'as it was read';
      await here.out.line(`${judgement.id}: ${claim.id} stands ${oneLine(standing)}.`);
      if (await open.store.ledgerIsStale())
        await here.err.line('`tallyman run` brings the ledger up to date.');
    });
  });
}

export function judgementsCommand(here: Surroundings): Command {
  const command = new Command('judgements')
    .description('List the judgements on claims and entities, in the order in which they were made.')
    .option('--claim <id>', 'those on one claim')
    .option('--lost', 'those that no claim of the present reading is found for')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman judgements
  $ tallyman judgements --lost --format csv`,
    );
  return command.action(
    async ({ claim, lost, format }: { claim?: string; lost?: boolean; format: Format }) => {
      const { judgementsOf } = await import('../pipeline/judge.js');
      const { judgementLog } = await import('../pipeline/judgement-log.js');
      await withCase(command, here, async (open) => {
        const all = claim === undefined ? await judgementLog(open) : await judgementsOf(open, claim);
        const listed = lost === true ? all.filter(({ status }) => status === 'lost') : all;
        const count = await writeRecords(listed, JUDGEMENT_COLUMNS, format, here.out);
        if (count === 0 && format === 'table' && !globalsOf(command).quiet)
          await here.err.line('No judgements.');
      });
    },
  );
}
