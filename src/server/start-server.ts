import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { systemCode } from '../core/errors.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { createApp } from './app.js';

export interface RunningServer {
  /** `http://127.0.0.1:4780/` */
  readonly address: string;
  /** Finishes the requests that are under way, and takes no more. */
  close(): Promise<void>;
}

/** Loopback alone: a case may hold what its team must not show, and the pages ask for no password. */
const HOST = '127.0.0.1';

/** Serves a case on `port`, or on any free one where that is in use. */
export async function startServer(open: OpenCase, port: number): Promise<RunningServer> {
  const app = createApp(open);
  let server = createAdaptorServer({ fetch: app.fetch });
  try {
    await listening(server, port);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    server = createAdaptorServer({ fetch: app.fetch });
    await listening(server, 0);
  }
  const bound = server.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `http://${HOST}:${actual}/`,
    close: () => closed(server),
  };
}

function listening(server: ServerType, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
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
    // Browsers keep connections open that carry nothing.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
