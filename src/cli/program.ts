import { Command, CommanderError } from 'commander';
import { ERRORS, TallymanError, messageOf } from '../core/errors.js';
import { PACKAGE_VERSION } from '../core/package-root.js';
import { addCommand } from './command-add.js';
import { diffCommand } from './command-diff.js';
import { candidatesCommand, entitiesCommand, entityCommand } from './command-entities.js';
import {
  distinctCommand,
  mergeCommand,
  originCommand,
  splitCommand,
  undoCommand,
} from './command-judge-entities.js';
import { claimCommand } from './command-claim.js';
import { disagreementsCommand } from './command-disagreements.js';
import { doctorCommand } from './command-doctor.js';
import { duplicatesCommand, echoesCommand } from './command-echoes.js';
import { explainCommand } from './command-explain.js';
import { goldCommand } from './command-gold.js';
import { initCommand } from './command-init.js';
import { judgeCommand, judgementsCommand } from './command-judge.js';
import { claimsCommand, documentsCommand, findingsCommand } from './command-list.js';
import { questionsCommand } from './command-questions.js';
import { mcpCommand } from './command-mcp.js';
import { provisionsCommand } from './command-provisions.js';
import { listsCommand } from './command-lists.js';
import { reconcileCommand } from './command-reconcile.js';
import { rejectsCommand } from './command-rejects.js';
import { reportCommand } from './command-report.js';
import { runCommand } from './command-run.js';
import { screenCommand } from './command-screen.js';
import { serveCommand } from './command-serve.js';
import { showCommand } from './command-show.js';
import { strikesCommand } from './command-strikes.js';
import { workerCommand } from './command-worker.js';
import { OutputClosed } from './output.js';
import { conversionsCommand, standardsCommand } from './command-tables.js';
import { Surroundings } from './surroundings.js';
import { printable } from './terminal-text.js';

const COMMANDS = [
  initCommand,
  addCommand,
  runCommand,
  workerCommand,
  rejectsCommand,
  claimsCommand,
  disagreementsCommand,
  findingsCommand,
  questionsCommand,
  diffCommand,
  strikesCommand,
  documentsCommand,
  echoesCommand,
  duplicatesCommand,
  showCommand,
  provisionsCommand,
  explainCommand,
  claimCommand,
  judgeCommand,
  judgementsCommand,
  undoCommand,
  entitiesCommand,
  entityCommand,
  candidatesCommand,
  mergeCommand,
  splitCommand,
  distinctCommand,
  originCommand,
  listsCommand,
  screenCommand,
  goldCommand,
  standardsCommand,
  conversionsCommand,
  reportCommand,
  serveCommand,
  mcpCommand,
  doctorCommand,
  reconcileCommand,
];

/** The whole command line; docs/cli.md is held to it by a test. */
export function createProgram(here: Surroundings): Command {
  const program = new Command('tallyman')
    .description('Turns open sources into an auditable ledger of illicit arms transfers, and a cited report.')
    .version(PACKAGE_VERSION)
    .option(
      '--case <dir>',
      'the case folder (default: the current folder, or the nearest above it with a case.yaml)',
    )
    .option('-q, --quiet', 'print nothing but what was asked for, and errors')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  for (const make of COMMANDS) {
    const command = make(here);
    inherit(command, program);
    program.addCommand(command);
  }
  return program;
}

/** A subcommand made on its own does not inherit the settings of its parent. */
function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) inherit(inner, command);
}

const EXAMPLES = `
Examples:
  $ tallyman init flotilla && cd flotilla
  $ tallyman add ../sources https://example.org/report.html
  $ tallyman run
  $ tallyman claims --kind transfer --item container
  $ tallyman report -o report.html

Exit codes: 0 all went well; 1 something was rejected or found wrong; 2 the command could not be carried out;
130 stopped by Ctrl-C.
Output is coloured at a terminal only; NO_COLOR turns that off. DATABASE_URL=postgres://… keeps cases on a server.`;

/** Carries out a command line and gives its exit code; every failure ends up here. May be called again. */
export async function main(argv: readonly string[]): Promise<number> {
  const here = new Surroundings();
  try {
    await createProgram(here).parseAsync(argv);
    return here.exitCode;
  } catch (error) {
    if (error instanceof OutputClosed) return here.exitCode;
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Called without a command: the help has been shown, and says what there is.
      return error.code === 'commander.help' ? ERRORS.usage.exit : complain(usageError(error));
    }
    if (error instanceof TallymanError) return complain(error);
    return complain(new TallymanError('internal', messageOf(error), null, { cause: error }));
  } finally {
    here.release();
  }
}

const usageError = (error: CommanderError): TallymanError =>
  new TallymanError('usage', error.message.replace(/^error: /, ''));

/** Standard error takes no part in a pipeline, and is written at once. */
function complain(error: TallymanError): number {
  const where = error.where === null ? '' : ` (${error.where})`;
  process.stderr.write(printable(`error: ${error.message}${where}\n  ${error.remedy}\n`));
  if (error.code === 'internal' && error.cause instanceof Error)
    process.stderr.write(printable(`${error.cause.stack ?? ''}\n`));
  return ERRORS[error.code].exit;
}
