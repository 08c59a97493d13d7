import { Kysely, PostgresDialect, type Dialect } from 'kysely';
import { acquireCaseLock } from './case-lock.js';
import { migrate } from './migrations.js';
import { NamedErrorsDialect, storeError, type Watch } from './named-errors.js';
import { DiskKeeper, openPGlite, pgliteDialect, vacuum } from './pglite-database.js';
import { openPool, readServerUrl } from './postgres-database.js';
import { refillAlone, refillBesideReaders } from './refill.js';
import type { Db, Schema } from './schema.js';
import { acquireServerLock } from './server-lock.js';

/** The tables of one case, at this version, with what differs between a folder and a server. */
export interface Database {
  readonly db: Db;
  /** Throws where this process may no longer write. */
  readonly assertWritable: () => void;
  /** To be called after each commit. */
  readonly afterCommit: () => Promise<void>;
  /** Empties tables and fills them anew, in a transaction. */
  readonly refill: (tx: Db, tables: readonly (keyof Schema)[], fill: () => Promise<void>) => Promise<void>;
  /** To be called in a long transaction, between its pieces. */
  readonly duringLong: (tx: Db) => Promise<void>;
  /** To be called after a ledger was replaced. */
  readonly afterLedger: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The schema in a PGlite folder, which holds one case, whatever it is called. */
const PGLITE_SCHEMA = 'tallyman';

/** Opens the PGlite folder of a case, under its lock. */
export async function openInFolder(folder: string, purpose: string): Promise<Database> {
  const lock = await acquireCaseLock(folder, purpose);
  try {
    const disk = new DiskKeeper(folder);
    const dialect = pgliteDialect(await openPGlite(folder));
    const db = await connect(dialect, PGLITE_SCHEMA, folder, {
      name: (error) => storeError(error, folder, null),
      before: (query) => disk.beforeQuery(query),
    });
    return {
      db,
      assertWritable: () => undefined,
      afterCommit: () => disk.cutLog(db),
      refill: (tx, tables, fill) => refillAlone(tx, PGLITE_SCHEMA, tables, fill),
      duringLong: (tx) => disk.cutLog(tx),
      afterLedger: () => vacuum(db, PGLITE_SCHEMA),
      close: () => db.destroy().finally(() => lock.release()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens the schema of a case on a server; `exclusive` takes the lock on writing to it. */
export async function openOnServer(
  url: string,
  caseId: string,
  purpose: string,
  exclusive: boolean,
): Promise<Database> {
  const server = readServerUrl(url);
  const lock = exclusive ? await acquireServerLock(server, caseId, purpose) : null;
  try {
    const dialect = new PostgresDialect({ pool: openPool(server) });
    const db = await connect(dialect, caseId, server.where, {
      name: (error) => storeError(error, server.where, server.password),
      before: () => undefined,
    });
    return {
      db,
      assertWritable: () => lock?.assertHeld(),
      refill: (tx, tables, fill) => refillBesideReaders(tx, caseId, tables, fill),
      // A server does all of it by itself.
      afterCommit: () => Promise.resolve(),
      duringLong: () => Promise.resolve(),
      afterLedger: () => Promise.resolve(),
      close: () => db.destroy().finally(() => lock?.release()),
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function connect(dialect: Dialect, schema: string, where: string, watch: Watch): Promise<Db> {
  const db = new Kysely<Schema>({ dialect: new NamedErrorsDialect(dialect, watch) });
  try {
    await migrate(db, schema, where);
    return db.withSchema(schema);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
