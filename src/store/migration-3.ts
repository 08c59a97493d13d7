import { sql, type Kysely } from 'kysely';

/** Second readings of documents, beside their claims; schema.ts says what each column means. */
export async function migration3(db: Kysely<unknown>): Promise<void> {
  const text = sql`text collate "C"`;
  await db.schema
    .createTable('second_readings')
    .addColumn('seq', 'integer', (c) => c.generatedByDefaultAsIdentity().notNull().unique())
    .addColumn('document', text, (c) => c.notNull().references('documents.id'))
    .addColumn('reader', text, (c) => c.notNull())
    .addColumn('body', 'json', (c) => c.notNull())
    .addPrimaryKeyConstraint('second_readings_key', ['document', 'reader'])
    .execute();
}
