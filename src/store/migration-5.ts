import { sql, type Kysely } from 'kysely';

const text = sql`text collate "C"`;

/** What the ledger keeps beside its findings; schema.ts says what each column means. */
export async function migration5(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('ledger').addColumn('basis', 'json').execute();
  await schema.alterTable('findings').addColumn('family', text).addColumn('charge', text).execute();
  await schema
    .createTable('ledger_changes')
    .addColumn('document', text, (c) => c.primaryKey())
    .addColumn('change', 'integer', (c) => c.generatedByDefaultAsIdentity().notNull())
    .execute();
  await schema
    .createTable('ledger_documents')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('published', text, (c) => c.notNull())
    .addColumn('bands', sql`integer[]`, (c) => c.notNull())
    .addColumn('repeats', text)
    .addColumn('head', 'text', (c) => c.notNull())
    .addColumn('rest', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('statements')
    .addColumn('doc', text, (c) => c.notNull())
    .addColumn('index', 'integer', (c) => c.notNull())
    .addColumn('told', text, (c) => c.notNull())
    .addColumn('speaker', text, (c) => c.notNull())
    .addColumn('figure', text, (c) => c.notNull())
    .addColumn('anybody', text)
    .addColumn('narrated', 'boolean', (c) => c.notNull())
    .addColumn('bears', text, (c) => c.notNull())
    .addColumn('question', text, (c) => c.notNull())
    .addColumn('family', text, (c) => c.notNull())
    .addColumn('charge', text, (c) => c.notNull())
    .addColumn('item', text)
    .addColumn('subject', text)
    .addColumn('event', text)
    .addColumn('event_told', text)
    .addColumn('event_is', text)
    .addColumn('source', text)
    .addColumn('root', text)
    .addColumn('drift', text)
    .addColumn('says', 'boolean', (c) => c.notNull())
    .addColumn('says_of', 'integer')
    .addPrimaryKeyConstraint('statements_key', ['doc', 'index'])
    .execute();
  // A finding's claims have no numbers of their own: a new one moves none of the others.
  await schema.alterTable('finding_claims').dropConstraint('finding_claims_key').execute();
  await schema.alterTable('finding_claims').dropColumn('position').execute();
  await schema
    .alterTable('finding_claims')
    .addPrimaryKeyConstraint('finding_claims_key', ['finding', 'claim'])
    .execute();
  for (const [table, columns] of INDEXES)
    await schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns([...columns])
      .execute();
  await schema
    .createIndex('ledger_documents_by_bands')
    .on('ledger_documents')
    .using('gin')
    .column('bands')
    .execute();
}

const INDEXES = [
  ['findings', ['family']],
  ['findings', ['charge']],
  ['ledger_documents', ['repeats']],
  ['statements', ['speaker', 'figure', 'told']],
  ['statements', ['anybody']],
  ['statements', ['question']],
  ['statements', ['family', 'bears']],
  ['statements', ['charge', 'bears', 'item']],
  ['statements', ['subject', 'event']],
  ['statements', ['source']],
  ['statements', ['root', 'says']],
  ['statements', ['told', 'doc', 'index']],
] as const;
