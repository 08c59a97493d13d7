import { Command, Option } from 'commander';
import { TallymanError } from '../core/errors.js';
import type { CaseFolder } from '../pipeline/case-folder.js';
import type { ProvisionFilter } from '../pipeline/provisions.js';
import { legalText } from './legal-text.js';
import { dayOption, formatOption, standardOption } from './options.js';
import {
  ELEMENT_COLUMNS,
  ENGAGED_COLUMNS,
  PROVISION_COLUMNS,
  elementRows,
  engagedRows,
} from './provision-columns.js';
import { writeRecords, type Format } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import { oneLine } from './terminal-text.js';
import { caseFolderOf, globalsOf, withCase } from './with-case.js';

interface ProvisionsOptions extends ProvisionFilter {
  readonly engaged?: boolean;
  readonly standard?: string;
  readonly format: Format;
}

export function provisionsCommand(here: Surroundings): Command {
  const command = new Command('provisions')
    .description(
      'List the provisions of law; or how a finding stands to them, element by element, which is never a verdict.',
    )
    .argument('[finding]', 'the id of a finding, to test it; its beginning is enough where no other has it')
    .option('--regime <id>', 'those of one regime, such as north-korea')
    .addOption(new Option('--on <day>', 'those in force on this day').argParser(dayOption))
    .option('--engaged', 'every finding of the case with the provisions that it engages, or why none')
    .addOption(standardOption())
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
The list needs no case; within one its own law/ folder is read too.
Examples:
  $ tallyman provisions --regime iran --on 2022-08-20
  $ tallyman provisions f-88e500
  $ tallyman provisions --engaged --format csv > engaged.csv`,
    );
  return command.action(async (finding: string | undefined, options: ProvisionsOptions) => {
    const { regime, on, engaged, standard } = options;
    if ((finding !== undefined || engaged === true) && (regime !== undefined || on !== undefined))
      throw new TallymanError('usage', '--regime and --on are for the list of provisions');
    if (finding !== undefined && engaged === true)
      throw new TallymanError('usage', '--engaged is for all findings; leave out the id or the option');
    if (finding === undefined && engaged !== true && standard !== undefined)
      throw new TallymanError('usage', '--standard is for tests of findings');
    if (finding !== undefined) await writeTest(finding, options, command, here);
    else if (engaged === true) await writeEngaged(options, command, here);
    else await writeProvisions(options, command, here);
  });
}

async function writeProvisions(
  { format, ...filter }: ProvisionsOptions,
  command: Command,
  here: Surroundings,
): Promise<void> {
  const { lawAtHand, provisionsOf, regimeNotes } = await import('../pipeline/provisions.js');
  const law = lawAtHand(nearCase(command, here));
  await writeRecords(provisionsOf(law, filter), PROVISION_COLUMNS, format, here.out);
  if (format === 'table' && !globalsOf(command).quiet)
    for (const note of regimeNotes(law, filter)) await here.err.line(oneLine(note));
}

/** The case that is named or around the folder; null where there is none. */
function nearCase(command: Command, here: Surroundings): CaseFolder | null {
  try {
    return caseFolderOf(command, here);
  } catch (error) {
    const none = error instanceof TallymanError && error.code === 'no-case';
    if (none && globalsOf(command).case === undefined) return null;
    throw error;
  }
}

async function writeTest(
  id: string,
  { format, standard }: ProvisionsOptions,
  command: Command,
  here: Surroundings,
): Promise<void> {
  await withCase(command, here, async (open) => {
    const { show } = await import('../pipeline/show.js');
    const shown = await show(open, id, standard);
    if (shown.type !== 'finding') throw new TallymanError('usage', 'only findings are tested', id);
    const { provisions } = shown;
    if (format === 'table') await here.out.write(legalText(provisions, here.out.colours));
    else if (format === 'csv') await writeRecords(elementRows(provisions), ELEMENT_COLUMNS, format, here.out);
    else await here.out.line(JSON.stringify(provisions));
  });
}

async function writeEngaged(
  { format, standard }: ProvisionsOptions,
  command: Command,
  here: Surroundings,
): Promise<void> {
  await withCase(command, here, async (open) => {
    const { testedFindings } = await import('../pipeline/provisions.js');
    if (format === 'json' || format === 'jsonl') {
      await writeRecords(testedFindings(open, standard), [], format, here.out, ({ test }) => [
        JSON.stringify(test),
      ]);
      return;
    }
    const rows = async function* () {
      for await (const tested of testedFindings(open, standard)) yield* engagedRows(tested);
    };
    const count = await writeRecords(rows(), ENGAGED_COLUMNS, format, here.out);
    if (count === 0 && format === 'table' && !globalsOf(command).quiet)
      await here.err.line('No findings. Has the case been run (`tallyman run`)?');
  });
}
