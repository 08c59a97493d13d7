import { Command } from 'commander';
import type { Surroundings } from './surroundings.js';
import { withCase } from './with-case.js';

export function mcpCommand(here: Surroundings): Command {
  const command = new Command('mcp')
    .description(
      'Serve the case to an assistant over the Model Context Protocol, on standard input and output.',
    )
    .addHelpText(
      'after',
      `
Its tools only read: search_claims, list_findings, get_finding, get_source_span, list_conflicts. Every answer has its
citations, with the words of the sources marked as data. The case is held until the input ends.
Examples:
  $ tallyman mcp
  $ tallyman --case flotilla mcp`,
    );
  return command.action(async () => {
    // Its output is the protocol's alone.
    const signal = here.stopSignal('Stopping.');
    const { serveMcp } = await import('../server/mcp.js');
    await withCase(command, here, (open) => serveMcp(open, signal));
  });
}
