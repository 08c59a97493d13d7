import { Kysely, PostgresDialect } from 'kysely';
import type { Store } from '../model/store.js';
import { acquireCaseLock } from './case-lock.js';
import { migrate } from './migrations.js';
import { NamedErrorsDialect, storeError } from './named-errors.js';
import { openPGlite, pgliteDialect, vacuum } from './pglite-database.js';
import { openPool, readServerUrl } from './postgres-database.js';
import type { Schema } from './schema.js';
import { acquireServerLock } from './server-lock.js';
import { SqlStore } from './sql-store.js';

export interface StoreOptions {
  /** DATABASE_URL; null for PGlite in the case folder. */
  readonly url: string | null;
  /** The PGlite folder of the case; made where it does not exist, in a parent folder that does. */
  readonly dataFolder: string;
  /** Names the schema on a server, so that many cases share a database. */
  readonly caseId: string;
  /** The command that opens it, such as `run`, for the message that another process gets. */
  readonly purpose?: string;
  /**
   * On a server: no other process may open the case exclusively meanwhile; for `run`. Readers are not affected.
   * PGlite is always exclusive, for readers too.
   */
  readonly exclusive?: boolean;
}

/** The schema in a PGlite folder, which holds one case, whatever it is called. */
const PGLITE_SCHEMA = 'tallyman';

/**
 * Opens the store of a case, with its tables brought to this version. Close it, or the process will not end.
 * @throws TallymanError `case-busy` where another process has it, `bad-store` where it cannot be reached or a newer
 *   version made it, `disk-full`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const purpose = options.purpose ?? 'tallyman';
  return options.url === null
    ? openInFolder(options.dataFolder, purpose)
    : openOnServer(options.url, options.caseId, purpose, options.exclusive ?? false);
}

async function openInFolder(folder: string, purpose: string): Promise<Store> {
  const lock = await acquireCaseLock(folder, purpose);
  try {
    const db = new Kysely<Schema>({
      dialect: new NamedErrorsDialect(pgliteDialect(await openPGlite(folder)), (error) =>
        storeError(error, folder, null),
      ),
    });
    await migrateOrClose(db, PGLITE_SCHEMA, folder);
    return new SqlStore(db.withSchema(PGLITE_SCHEMA), {
      assertWritable: () => undefined,
      tidy: () => vacuum(db, PGLITE_SCHEMA),
      close: () => {
        lock.release();
        return Promise.resolve();
      },
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openOnServer(
  url: string,
  caseId: string,
  purpose: string,
  exclusive: boolean,
): Promise<Store> {
  const server = readServerUrl(url);
  const lock = exclusive ? await acquireServerLock(server, caseId, purpose) : null;
  try {
    const db = new Kysely<Schema>({
      dialect: new NamedErrorsDialect(new PostgresDialect({ pool: openPool(server) }), (error) =>
        storeError(error, server.where, server.password),
      ),
    });
    await migrateOrClose(db, caseId, server.where);
    return new SqlStore(db.withSchema(caseId), {
      assertWritable: () => lock?.assertHeld(),
      tidy: () => Promise.resolve(),
      close: () => lock?.release() ?? Promise.resolve(),
    });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function migrateOrClose(db: Kysely<Schema>, schema: string, where: string): Promise<void> {
  try {
    await migrate(db, schema, where);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
