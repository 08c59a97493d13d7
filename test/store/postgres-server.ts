import pg from 'pg';
import { startPostgres } from '../../scripts/services.mjs';

/** A server for tests, and what is needed to clean it. */
export interface TestServer {
  readonly url: string;
  /** A connection of the test's own, to look at the server and to disturb it. */
  readonly admin: pg.Client;
  stop(): Promise<void>;
}

/**
 * A throw-away server, or the one that TALLYMAN_TEST_DATABASE_URL names. Start one in `beforeAll`; tests choose case ids
 * that begin with `test_`, whose schemas are dropped in the end.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env['TALLYMAN_TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startPostgres();
  const admin = new pg.Client(server.url);
  await admin.connect();
  return {
    url: server.url,
    admin,
    async stop() {
      const { rows } = await admin.query<{ name: string }>(
        String.raw`select quote_ident(nspname) as name from pg_namespace where nspname like 'test\_%'`,
      );
      for (const { name } of rows) await admin.query(`drop schema ${name} cascade`);
      await admin.end();
      await server.stop();
    },
  };
}
