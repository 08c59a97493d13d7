import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { TallymanError, systemCode } from '../core/errors.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { createApp } from './app.js';
import { ServedCase } from './served-case.js';

export interface RunningServer {
  /** `http://127.0.0.1:4780/` */
  readonly address: string;
  /** Finishes the requests that are under way, and takes no more. */
  close(): Promise<void>;
}

/** Loopback alone, unless another address is asked for: a case may hold what its team must not show. */
export const LOCAL_HOST = '127.0.0.1';

export interface ServerOptions {
  /** The address to listen on. */
  readonly host?: string;
  /** What every caller must have; needed where others reach the address. */
  readonly token?: string | null;
  /** Address of the Postgres server that holds the case; null for a database in its folder. */
  readonly databaseUrl?: string | null;
}

/** Whether an address is reached from this computer alone. */
export const isLocal = (host: string): boolean =>
  host === LOCAL_HOST || host === '::1' || host === 'localhost';

/**
 * Serves a case on `port`, or on any free one where that is in use.
 * @throws TallymanError `usage` where others would reach it without a token, or there is no such address here
 */
export async function startServer(
  open: OpenCase,
  port: number,
  { host = LOCAL_HOST, token = null, databaseUrl = null }: ServerOptions = {},
): Promise<RunningServer> {
  if (token === null && !isLocal(host))
    throw new TallymanError('usage', 'others would reach this address: a token is needed', host);
  const served = new ServedCase(open, databaseUrl);
  const app = createApp(served, { token });
  let server = createAdaptorServer({ fetch: app.fetch });
  try {
    await listening(server, host, port);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new TallymanError('usage', 'this computer has no such address', host, { cause: error });
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    server = createAdaptorServer({ fetch: app.fetch });
    await listening(server, host, 0);
  }
  const bound = server.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`,
    close: async () => {
      await served.close();
      await closed(server);
    },
  };
}

function listening(server: ServerType, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    // Browsers keep connections open that carry nothing; those that carry events have been told the end.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
