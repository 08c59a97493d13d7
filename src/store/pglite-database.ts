import { existsSync, renameSync, rmSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { sql, type Kysely } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { storeError } from './named-errors.js';
import type { Schema } from './schema.js';

/**
 * Opens the PGlite database of a folder, made new where there is none. The caller holds the folder's lock.
 * @throws TallymanError `bad-store`, `disk-full`
 */
export async function openPGlite(folder: string): Promise<PGlite> {
  try {
    if (!existsSync(folder)) {
      // Making a database takes seconds and is no transaction: it gets its name only when it is whole.
      const draft = `${folder}.new`;
      rmSync(draft, { recursive: true, force: true });
      const made = await PGlite.create({ dataDir: draft });
      await made.close();
      renameSync(draft, folder);
    }
    return await PGlite.create({ dataDir: folder, relaxedDurability: false });
  } catch (error) {
    throw storeError(error, folder, null);
  }
}

export const pgliteDialect = (database: PGlite): PGliteDialect => new PGliteDialect(database);

/** PGlite has no autovacuum: without this each new ledger would leave the last one's space behind. */
export async function vacuum<T>(db: Kysely<T>, schema: string): Promise<void> {
  const tables = TABLES.map((table) => sql.table(`${schema}.${table}`));
  await sql`vacuum (analyze) ${sql.join(tables)}`.execute(db);
}

const TABLES: readonly (keyof Schema)[] = [
  'sources',
  'origins',
  'readings',
  'documents',
  'extractions',
  'claims',
  'rejects',
  'findings',
  'finding_claims',
  'entities',
];
