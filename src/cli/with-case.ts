import type { Command } from 'commander';
import { TallymanError } from '../core/errors.js';
import { findCase, openCaseFolder, type CaseFolder } from '../pipeline/case-folder.js';
import type { OpenCase } from '../pipeline/open-case.js';
import type { Surroundings } from './surroundings.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly case?: string;
  readonly quiet?: boolean;
}

export const globalsOf = (command: Command): GlobalOptions => command.optsWithGlobals();

/** The case that `--case` names, or the one around the current folder. */
export function caseFolderOf(command: Command, here: Surroundings): CaseFolder {
  const { case: folder } = globalsOf(command);
  return folder === undefined ? findCase(here.folder) : openCaseFolder(folder);
}

/** The same where there is one: commands that need none know its tables and names too. */
export function caseNearby(command: Command, here: Surroundings): CaseFolder | null {
  const { case: folder } = globalsOf(command);
  if (folder !== undefined) return openCaseFolder(folder);
  try {
    return findCase(here.folder);
  } catch (error) {
    if (error instanceof TallymanError && error.code === 'no-case') return null;
    throw error;
  }
}

/** Commands of which one at a time may work on a case, on a server as well. */
const WRITERS: ReadonlySet<string> = new Set(['run']);

/**
 * Opens the case for one piece of work and closes it, whatever happens.
 * @param exclusive on a server: whether another of these commands must not work on it meanwhile
 */
export async function withCase<T>(
  command: Command,
  here: Surroundings,
  work: (open: OpenCase) => Promise<T>,
  exclusive = WRITERS.has(command.name()),
): Promise<T> {
  const folder = caseFolderOf(command, here);
  // Loaded when needed: the database alone takes longer to load than most commands run.
  const { openCase } = await import('../pipeline/open-case.js');
  const open = await openCase(folder, {
    purpose: command.name(),
    databaseUrl: here.databaseUrl,
    exclusive,
  });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
