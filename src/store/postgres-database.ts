import pg from 'pg';
import { TallymanError } from '../core/errors.js';

/** How to reach a Postgres server, and how to speak of it. */
export interface Server {
  readonly url: string;
  /** Host, port and database, for messages; never the password. */
  readonly where: string;
  readonly password: string | null;
}

/** Reads a DATABASE_URL. @throws TallymanError `bad-store`, without the address, which may hold a password */
export function readServerUrl(url: string): Server {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new TallymanError('bad-store', 'DATABASE_URL is no address such as postgres://user@host/database');
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') {
    throw new TallymanError(
      'bad-store',
      `DATABASE_URL begins with ${parsed.protocol} and not with postgres://`,
    );
  }
  const host = parsed.searchParams.get('host') ?? parsed.host;
  return {
    url,
    where: `${host || 'localhost'}${parsed.pathname}`,
    password: decoded(parsed.password) || parsed.searchParams.get('password'),
  };
}

/** How long to wait for a connection, and for one statement, in milliseconds. */
const CONNECT_MS = 10_000;
const STATEMENT_MS = 120_000;

const settings = (server: Server): pg.ClientConfig => ({
  connectionString: server.url,
  connectionTimeoutMillis: CONNECT_MS,
  statement_timeout: STATEMENT_MS,
  idle_in_transaction_session_timeout: STATEMENT_MS,
  application_name: 'tallyman',
  keepAlive: true,
});

export function openPool(server: Server): pg.Pool {
  const pool = new pg.Pool({ ...settings(server), max: 5 });
  // A connection that breaks tells it twice: to the query that waits on it, which fails with it, and as an event, which
  // would end the process if nobody listened. A broken idle connection is replaced by the next query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export const newClient = (server: Server): pg.Client => new pg.Client(settings(server));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign
  }
}
