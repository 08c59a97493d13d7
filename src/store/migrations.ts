import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { TallymanError } from '../core/errors.js';
import { migration1 } from './migration-1.js';
import { migration2 } from './migration-2.js';
import { migration3 } from './migration-3.js';
import { migration4 } from './migration-4.js';
import { migration5 } from './migration-5.js';
import { migration7 } from './migration-7.js';
import { migration8 } from './migration-8.js';
import { storeError } from './named-errors.js';

/** Every form the tables have had, oldest first; one that was released is never changed. Forward only. */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>> = {
  '0001': migration1,
  '0002': migration2,
  '0003': migration3,
  '0004': migration4,
  '0005': migration5,
  '0007': migration7,
  '0008': migration8,
};

const MIGRATION_TABLE = 'tallyman_migration';

/**
 * Brings the tables of one case to this version, in one transaction under the server's migration lock, so that two
 * processes that start at once both end with the same tables.
 * @throws TallymanError `bad-store` where a newer version made them
 */
export async function migrate<T>(db: Kysely<T>, schema: string, where: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(forSchema(schema)) },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
    migrationTableSchema: schema,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const unknown = (await done(db, schema)).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) {
    throw new TallymanError(
      'bad-store',
      `the case was last opened by a newer version of Tallyman (its tables are at ${unknown.join(', ')}, this version knows ${Object.keys(MIGRATIONS).join(', ')}); update Tallyman`,
      where,
      { cause: error },
    );
  }
  throw storeError(error, where, null);
}

function forSchema(schema: string): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, up]) => [
      name,
      { up: (db: Kysely<unknown>) => up(db.withSchema(schema)) },
    ]),
  );
}

async function done<T>(db: Kysely<T>, schema: string): Promise<readonly string[]> {
  const table = sql.table(`${schema}.${MIGRATION_TABLE}`);
  const { rows } = await sql<{ name: string }>`select name from ${table} order by name`.execute(db);
  return rows.map((row) => row.name);
}
