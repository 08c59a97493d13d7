import { sql, type Kysely } from 'kysely';

const text = sql`text collate "C"`;

/** Judgements; schema.ts says what each column means. */
export async function migration2(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('claims').addColumn('read', 'json').addColumn('verdict', text).execute();
  await schema.alterTable('ledger').addColumn('judgement', text).execute();
  await schema
    .createTable('judgements')
    .addColumn('seq', 'integer', (c) => c.generatedAlwaysAsIdentity().notNull().unique())
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('thread', text, (c) => c.notNull())
    .addColumn('supersedes', text, (c) => c.unique().references('judgements.id'))
    .addColumn('source', text, (c) => c.notNull().references('sources.id'))
    .addColumn('claim', text, (c) => c.notNull())
    .addColumn('body', 'json', (c) => c.notNull())
    .execute();
  await schema
    .createTable('anchors')
    .addColumn('thread', text, (c) => c.primaryKey().references('judgements.id'))
    .addColumn('claim', text)
    .execute();
  for (const [table, column] of INDEXES)
    await schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}

const INDEXES = [
  ['judgements', 'source'],
  ['judgements', 'thread'],
  ['judgements', 'claim'],
  ['anchors', 'claim'],
  ['claims', 'verdict'],
] as const;
