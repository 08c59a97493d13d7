import { sql, type Kysely } from 'kysely';

/**
 * Empties tables and fills them anew in the transaction that it is given, their indexes made again when all is there: an
 * index that is made at once costs a fraction of one that grows row by row. Nobody else may read meanwhile, which is so
 * in a folder and would not be on a server. Where it is cut short, the transaction leaves tables and indexes as they were.
 */
export async function refillAlone<T>(
  tx: Kysely<T>,
  schema: string,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const named = tables.map((table) => sql.table(`${schema}.${table}`));
  await sql`truncate ${sql.join(named)}`.execute(tx);
  const { rows } = await sql<{ name: string; definition: string }>`
    select i.indexname as name, i.indexdef as definition from pg_indexes as i
    where i.schemaname = ${schema}
      and i.tablename in (${sql.join(tables)})
      and not exists (select from pg_constraint as c where c.conname = i.indexname)
    order by i.indexname`.execute(tx);
  for (const { name } of rows) await sql`drop index ${sql.table(`${schema}.${name}`)}`.execute(tx);
  await fill();
  for (const { definition } of rows) await sql.raw(definition).execute(tx);
}

/** The same where others may read what was there before until all is done. */
export async function refillBesideReaders<T>(
  tx: Kysely<T>,
  schema: string,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  for (const table of tables) await sql`delete from ${sql.table(`${schema}.${table}`)}`.execute(tx);
  await fill();
}
