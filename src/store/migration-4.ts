import { sql, type Kysely } from 'kysely';

/** Judgements on entities, sanctions lists, and what screening against them found; schema.ts says what each column means. */
export async function migration4(db: Kysely<unknown>): Promise<void> {
  const text = sql`text collate "C"`;
  const { schema } = db;
  await schema
    .alterTable('judgements')
    .alterColumn('source', (c) => c.dropNotNull())
    .alterColumn('claim', (c) => c.dropNotNull())
    .execute();
  await schema
    .createTable('lists')
    .addColumn('seq', 'integer', (c) => c.generatedAlwaysAsIdentity().notNull().unique())
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('body', 'json', (c) => c.notNull())
    .execute();
  await schema
    .createTable('screenings')
    .addColumn('of', text, (c) => c.primaryKey())
    .addColumn('body', 'json', (c) => c.notNull())
    .execute();
}
