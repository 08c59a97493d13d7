import { sql, type Kysely } from 'kysely';

/** Text compared byte by byte, so that order and equality are the same on every server, whatever its locale. */
const text = sql`text collate "C"`;

/** The first form of a case's tables; schema.ts says what each column means. */
export async function migration1(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('sources')
    .addColumn('seq', 'integer', (c) => c.generatedAlwaysAsIdentity().notNull().unique())
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('body', 'json', (c) => c.notNull())
    .addColumn('document', text)
    .execute();
  await schema
    .createTable('origins')
    .addColumn('seq', 'integer', (c) => c.generatedAlwaysAsIdentity().notNull().unique())
    .addColumn('source', text, (c) => c.notNull().references('sources.id'))
    .addColumn('key', text, (c) => c.notNull())
    .addColumn('body', 'json', (c) => c.notNull())
    .addPrimaryKeyConstraint('origins_key', ['source', 'key'])
    .execute();
  await schema
    .createTable('documents')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('source', text, (c) => c.notNull().references('sources.id'))
    .addColumn('publisher', text)
    .addColumn('published_from', 'date')
    .addColumn('published_to', 'date')
    .addColumn('published_day', 'date', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('body', 'json', (c) => c.notNull())
    .addColumn('extraction', 'integer')
    .execute();
  await schema
    .createTable('readings')
    .addColumn('seq', 'integer', (c) => c.generatedByDefaultAsIdentity().notNull().unique())
    .addColumn('source', text, (c) => c.notNull().references('sources.id'))
    .addColumn('readers', text, (c) => c.notNull())
    .addColumn('document', text, (c) => c.references('documents.id'))
    .addPrimaryKeyConstraint('readings_key', ['source', 'readers'])
    .execute();
  await schema
    .createTable('extractions')
    .addColumn('id', 'integer', (c) => c.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('document', text, (c) => c.notNull().references('documents.id'))
    .addColumn('extractor', text, (c) => c.notNull())
    .addColumn('digest', text, (c) => c.notNull())
    .addColumn('claims', 'integer', (c) => c.notNull())
    .addUniqueConstraint('extractions_key', ['document', 'extractor'])
    .execute();
  await schema
    .createTable('claims')
    .addColumn('extraction', 'integer', (c) => c.notNull().references('extractions.id').onDelete('cascade'))
    .addColumn('index', 'integer', (c) => c.notNull())
    .addColumn('id', text, (c) => c.notNull())
    .addColumn('document', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('item', text)
    .addColumn('supplier', text)
    .addColumn('recipient', text)
    .addColumn('actor', text)
    .addColumn('target', text)
    .addColumn('claimant', text)
    .addColumn('stated_from', 'date')
    .addColumn('stated_to', 'date')
    .addColumn('event_from', 'date')
    .addColumn('event_to', 'date')
    .addColumn('statement_day', 'date', (c) => c.notNull())
    .addColumn('body', 'json', (c) => c.notNull())
    .addPrimaryKeyConstraint('claims_key', ['extraction', 'index'])
    .execute();
  await schema
    .createTable('rejects')
    .addColumn('stage', text, (c) => c.notNull())
    .addColumn('subject', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('body', 'json', (c) => c.notNull())
    .addPrimaryKeyConstraint('rejects_key', ['stage', 'subject', 'position'])
    .execute();
  await schema
    .createTable('findings')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('item', text)
    .addColumn('supplier', text)
    .addColumn('recipient', text)
    .addColumn('actor', text)
    .addColumn('target', text)
    .addColumn('body', 'json', (c) => c.notNull())
    .execute();
  await schema
    .createTable('finding_claims')
    .addColumn('finding', text, (c) => c.notNull().references('findings.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('claim', text, (c) => c.notNull())
    .addColumn('claimant', text)
    .addPrimaryKeyConstraint('finding_claims_key', ['finding', 'position'])
    .execute();
  await schema
    .createTable('entities')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('body', 'json', (c) => c.notNull())
    .execute();
  await schema
    .createTable('ledger')
    .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
    .addColumn('state', 'json', (c) => c.notNull())
    .execute();

  // What is listed is named by the row it belongs to, so that one small write moves a whole listing.
  await schema
    .alterTable('sources')
    .addForeignKeyConstraint('sources_document', ['document'], 'documents', ['id'])
    .execute();
  await schema
    .alterTable('documents')
    .addForeignKeyConstraint('documents_extraction', ['extraction'], 'extractions', ['id'])
    .onDelete('set null')
    .execute();

  for (const [table, columns] of INDEXES) {
    await schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns([...columns])
      .execute();
  }
}

const INDEXES = [
  ['sources', ['document']],
  ['readings', ['readers', 'seq']],
  ['readings', ['document']],
  ['documents', ['published_day', 'id']],
  ['documents', ['source']],
  ['documents', ['publisher']],
  ['documents', ['extraction']],
  ['claims', ['statement_day', 'document', 'index']],
  ['claims', ['id']],
  ['claims', ['kind']],
  ['claims', ['item']],
  ['claims', ['supplier']],
  ['claims', ['recipient']],
  ['claims', ['actor']],
  ['claims', ['target']],
  ['claims', ['event_to']],
  ['findings', ['kind']],
  ['findings', ['item']],
  ['finding_claims', ['claim']],
] as const;
