import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { TallymanError } from '../core/errors.js';
import type { Surroundings } from './surroundings.js';
import { withCase } from './with-case.js';

const DEFAULT_PORT = 4780;

export function serveCommand(here: Surroundings): Command {
  const command = new Command('serve')
    .description(
      'Serve the case: the desk, the report and the HTTP API, on this computer alone, until Ctrl-C.',
    )
    .option(
      '--host <address>',
      'the address to listen on; others than this computer need a token',
      '127.0.0.1',
    )
    .option('--port <number>', 'the port; another is taken where it is in use', portOption, DEFAULT_PORT)
    .addHelpText(
      'after',
      `
The case is held while it is served: other commands on it wait for the end.
Where others reach the address, every request needs a token: TALLYMAN_TOKEN, or one that is made and printed.
Examples:
  $ tallyman serve
  $ tallyman serve --port 8080
  $ TALLYMAN_TOKEN=… tallyman serve --host 0.0.0.0`,
    );
  return command.action(async ({ port, host }: { port: number; host: string }) => {
    const signal = here.stopSignal('Stopping; press Ctrl-C again to stop at once.');
    const { isLocal, startServer } = await import('../server/start-server.js');
    await withCase(command, here, async (open) => {
      const token = isLocal(host) ? null : tokenFrom(here.env);
      const server = await startServer(open, port, { host, token, databaseUrl: here.databaseUrl });
      const login = token === null ? '' : `?token=${encodeURIComponent(token)}`;
      await here.out.line(`Serving ${server.address}${login} (Ctrl-C stops)`);
      await stopped(signal);
      await server.close();
    });
  });
}

/** @throws TallymanError `usage` where it is so short that it could be guessed */
function tokenFrom(env: Readonly<NodeJS.ProcessEnv>): string {
  const given = env['TALLYMAN_TOKEN']?.trim() ?? '';
  if (given === '') return randomBytes(24).toString('base64url');
  if (given.length >= SHORTEST_TOKEN) return given;
  throw new TallymanError('usage', `TALLYMAN_TOKEN has fewer than ${SHORTEST_TOKEN} characters`);
}

const SHORTEST_TOKEN = 16;

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
