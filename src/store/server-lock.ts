import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type pg from 'pg';
import { TallymanError } from '../core/errors.js';
import { storeError } from './named-errors.js';
import { newClient, type Server } from './postgres-database.js';

/** A lock that lives on a connection of its own, and is lost with it. */
export interface ServerLock {
  /** @throws TallymanError `bad-store` where the connection was lost, and the lock with it */
  assertHeld(): void;
  /** Gives the lock back. */
  release(): Promise<void>;
}

/**
 * Takes the lock on writing to a case on a server; readers, and `add`, do not need it. The server gives it back when
 * the connection ends, however that comes. It needs a session: a pooler in transaction mode would not keep it.
 * @throws TallymanError `case-busy` naming the other's purpose, process and host
 */
export async function acquireServerLock(
  server: Server,
  caseId: string,
  purpose: string,
): Promise<ServerLock> {
  const client = newClient(server);
  let lost = false;
  client.on('error', () => (lost = true));
  client.on('end', () => (lost = true));
  try {
    await client.connect();
    await client.query("select set_config('application_name', $1, false)", [label(purpose)]);
    const key = lockKey(caseId);
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1::bigint) as taken',
      [key],
    );
    if (rows[0]?.taken !== true) {
      const who = await holder(client, key);
      throw new TallymanError('case-busy', `the case is in use by ${who}`, `${server.where} ${caseId}`);
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw storeError(error, server.where, server.password);
  }
  return {
    assertHeld() {
      if (lost) {
        throw new TallymanError(
          'bad-store',
          'the connection that held the lock on the case was lost',
          server.where,
        );
      }
    },
    async release() {
      if (!lost) await client.end();
    },
  };
}

/** Shown by pg_stat_activity; 63 bytes at most. */
const label = (purpose: string): string =>
  `tallyman \`${purpose.slice(0, 20)}\`, process ${process.pid} on ${hostname().slice(0, 20)}`;

/** The server's advisory locks are 64-bit numbers that all programs share. */
const lockKey = (caseId: string): string =>
  createHash('sha256').update(`tallyman case ${caseId}`).digest().readBigInt64BE().toString();

async function holder(client: pg.Client, key: string): Promise<string> {
  const { rows } = await client.query<{ name: string | null }>(
    `select nullif(a.application_name, '') as name
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
       and l.database = (select oid from pg_database where datname = current_database())
       and ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint`,
    [key],
  );
  return rows[0]?.name ?? 'another process';
}
