import { sql, type Kysely } from 'kysely';
import { claimWords, putPassages, wordsColumn } from './search-rows.js';
import type { Db } from './schema.js';

const text = sql`text collate "C"`;

/** What claims and paragraphs are searched by, and claims made by hand; schema.ts says what each column means. */
export async function migration7(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('claims')
    .addColumn('modality', text)
    .addColumn('polarity', text)
    .addColumn('words', sql`tsvector`)
    .execute();
  await schema
    .alterTable('extractions')
    .addColumn('by_hand', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('passages')
    .addColumn('document', text, (c) => c.notNull().references('documents.id'))
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addColumn('day', 'date', (c) => c.notNull())
    .addColumn('words', sql`tsvector`, (c) => c.notNull())
    .addPrimaryKeyConstraint('passages_key', ['document', 'end'])
    .execute();
  await schema
    .createTable('hand_claims')
    .addColumn('seq', 'integer', (c) => c.generatedAlwaysAsIdentity().notNull().unique())
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('source', text, (c) => c.notNull().references('sources.id'))
    .addColumn('body', 'json', (c) => c.notNull())
    .execute();
  await fill(db as Db);
  for (const table of ['claims', 'passages'])
    await schema.createIndex(`${table}_by_words`).on(table).using('gin').column('words').execute();
  await schema.createIndex('passages_by_day').on('passages').columns(['day', 'document', 'end']).execute();
  await schema.createIndex('hand_claims_by_source').on('hand_claims').column('source').execute();
  // By these claims are listed, the ones without a day last (claim-pages.ts).
  for (const [name, day] of ORDERS)
    await schema
      .createIndex(`claims_by_${name}`)
      .on('claims')
      .expression(sql`(${sql.raw(day)}), document, "index"`)
      .execute();
}

const ORDERS = [
  ['newest', "case when statement_day = 'infinity' then '-infinity' else statement_day end"],
  ['event', "coalesce(event_to, 'infinity'::date)"],
  [
    'newest_event',
    "case when coalesce(event_to, 'infinity') = 'infinity' then '-infinity' else event_to end",
  ],
] as const;

/** Claims and documents that were there before, one document at a time. */
async function fill(db: Db): Promise<void> {
  for (let after = ''; ;) {
    const document = await db
      .selectFrom('documents')
      .select(['id', 'body'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (document === undefined) return;
    after = document.id;
    await putPassages(db, document.body);
    const claims = await db
      .selectFrom('claims')
      .select(['extraction', 'index', 'body'])
      .where('document', '=', document.id)
      .execute();
    for (const { extraction, index, body } of claims)
      await db
        .updateTable('claims')
        .set({
          modality: body.modality,
          polarity: body.polarity,
          words: wordsColumn(claimWords(body, document.body)),
        })
        .where('extraction', '=', extraction)
        .where('index', '=', index)
        .execute();
  }
}
