import { existsSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql, type CompiledQuery, type Kysely } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { TallymanError } from '../core/errors.js';
import { storeError } from './named-errors.js';
import type { Schema } from './schema.js';

/**
 * Opens the PGlite database of a folder, made new where there is none. The caller holds the folder's lock.
 * @throws TallymanError `bad-store`, `disk-full`
 */
export async function openPGlite(folder: string): Promise<PGlite> {
  try {
    requireRoom(dirname(folder), ROOM_TO_OPEN);
    if (!existsSync(folder)) {
      requireRoom(dirname(folder), ROOM_TO_MAKE);
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

/** Bytes that must be free to make a database, to open one, and to write: its log grows by 16 MiB at a time. */
const ROOM_TO_MAKE = 96 * 2 ** 20;
const ROOM_TO_OPEN = 24 * 2 ** 20;
const ROOM_TO_WRITE = 48 * 2 ** 20;

/** What is written, about, before the log is cut; the log itself is a few times as long. */
const LONGEST_LOG = 32 * 2 ** 20;
/** What a query writes beside its values. */
const ROW_OVERHEAD = 2048;

/** Looks after the disk of a PGlite folder, as a server's background processes would. */
export class DiskKeeper {
  private written = 0;
  constructor(private readonly folder: string) {}

  /**
   * Refuses a query that writes while the disk is nearly full. PGlite does not report a full disk: where its log cannot
   * grow it stops answering, and the process with it.
   * @throws TallymanError `disk-full`
   */
  beforeQuery(query: CompiledQuery): void {
    const node = query.query;
    if (!WRITES.has(node.kind) && !('with' in node && node.with)) return;
    const size = query.parameters.reduce<number>(
      (sum, value) => sum + (typeof value === 'string' ? value.length : 8),
      ROW_OVERHEAD,
    );
    // Once in the log, once in the table, with its indexes and room to spare.
    requireRoom(this.folder, ROOM_TO_WRITE + 4 * size);
    this.written += size;
  }

  /** Cuts the log where it is long: PGlite never does, so that it would grow for as long as the database is open. */
  async cutLog<T>(db: Kysely<T>): Promise<void> {
    if (this.written < LONGEST_LOG) return;
    this.written = 0;
    await sql`checkpoint`.execute(db);
  }
}

const WRITES: ReadonlySet<string> = new Set([
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
  'CreateTableNode',
]);

function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytes) return;
  const mebibytes = Math.ceil(bytes / 2 ** 20);
  throw new TallymanError('disk-full', `the database needs ${mebibytes} MiB of free disk space`, folder);
}

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
  'hand_claims',
  'passages',
  'second_readings',
  'rejects',
  'findings',
  'finding_claims',
  'entities',
  'ledger_changes',
  'ledger_documents',
  'statements',
  'judgements',
  'anchors',
];
