import { Command, InvalidArgumentError } from 'commander';
import type { Surroundings } from './surroundings.js';
import { withCase } from './with-case.js';

const DEFAULT_PORT = 4780;

export function serveCommand(here: Surroundings): Command {
  const command = new Command('serve')
    .description('Serve the case as web pages and JSON, on this computer alone, until Ctrl-C.')
    .option('--port <number>', 'the port; another is taken where it is in use', portOption, DEFAULT_PORT)
    .addHelpText(
      'after',
      `
The case is held while it is served: other commands on it wait for the end.
Examples:
  $ tallyman serve
  $ tallyman serve --port 8080`,
    );
  return command.action(async ({ port }: { port: number }) => {
    const signal = here.stopSignal('Stopping; press Ctrl-C again to stop at once.');
    const { startServer } = await import('../server/start-server.js');
    await withCase(command, here, async (open) => {
      const server = await startServer(open, port);
      await here.out.line(`Serving ${server.address} (Ctrl-C stops)`);
      await stopped(signal);
      await server.close();
    });
  });
}

function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It is no port number.');
  return port;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
