import { sql, type Kysely } from 'kysely';
import type { KeptFinding } from '../model/finding.js';
import { findingParts } from '../model/kept-finding.js';
import { insertFindings } from './finding-rows.js';
import type { Db } from './schema.js';

/** Findings claim by claim; schema.ts says what each column means. */
export async function migration8(db: Kysely<unknown>): Promise<void> {
  const text = sql`text collate "C"`;
  const { schema } = db;
  await db.deleteFrom('finding_claims' as never).execute();
  await schema.alterTable('finding_claims').dropConstraint('finding_claims_key').execute();
  await schema
    .alterTable('finding_claims')
    .addColumn('doc', text, (c) => c.notNull())
    .addColumn('index', 'integer', (c) => c.notNull())
    .addColumn('origin', text)
    .addColumn('weighs', 'boolean', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await schema
    .alterTable('finding_claims')
    .addPrimaryKeyConstraint('finding_claims_key', ['finding', 'doc', 'index'])
    .execute();
  await schema
    .createIndex('finding_claims_by_finding_origin')
    .on('finding_claims')
    .columns(['finding', 'origin'])
    .execute();
  await schema
    .createIndex('finding_claims_by_finding_weighs')
    .on('finding_claims')
    .column('finding')
    .where(sql.ref('weighs'), '=', true)
    .execute();
  await schema.createIndex('claims_by_document').on('claims').column('document').execute();
  // What waits to be put into an index is read from end to end by each search.
  await schema.dropIndex('ledger_documents_by_bands').execute();
  await schema
    .createIndex('ledger_documents_by_bands')
    .on('ledger_documents')
    .using('gin')
    .column('bands')
    .execute();
  await takeFindingsApart(db as Db);
  // What a change of a finding needs beside is known when the ledger is built again.
  await db
    .updateTable('ledger' as never)
    .set({ basis: null } as never)
    .execute();
}

/** Findings that were kept whole, some at a time. */
async function takeFindingsApart(db: Db): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('findings')
      .select(['id', 'body'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(FINDINGS)
      .execute();
    const whole = rows.map(({ body }) => body as unknown as KeptFinding);
    await insertFindings(db, whole.map(findingParts), () => Promise.resolve());
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

const FINDINGS = 100;
