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
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new TallymanError('bad-store', 'DATABASE_URL does not begin with postgres://');
  }
  let client: pg.Client;
  try {
    client = new pg.Client(url); // reads the address as the driver does, and does not connect
  } catch {
    // Whatever the driver says may repeat the address.
    throw new TallymanError('bad-store', 'DATABASE_URL is no address such as postgres://user@host/database');
  }
  const { host, port, database, password } = client;
  return {
    url,
    where: host.startsWith('/') ? `${host}/${database}` : `${host}:${port}/${database}`,
    password: password ?? null,
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
  // The time limit is on each connection; a pool's own would also limit how long a query may wait for its turn.
  class Client extends pg.Client {
    constructor() {
      super(settings(server));
    }
  }
  const pool = new pg.Pool({ Client, max: 5 });
  // A connection that breaks tells it twice: to the query that waits on it, which fails with it, and as an event, which
  // would end the process if nobody listened. A broken idle connection is replaced by the next query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export const newClient = (server: Server): pg.Client => new pg.Client(settings(server));
