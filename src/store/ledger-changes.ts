import type { LedgerStanding } from '../model/ledger-rows.js';
import { sql } from 'kysely';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Notes that the claims of documents may be others than the ledger knows. */
export async function noteChange(db: Db, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  await db
    .insertInto('ledger_changes')
    .values([...new Set(documents)].map((document) => ({ document: keyText(document) })))
    // The new row's number, taken for a row that was not inserted, tells this change from the one before.
    .onConflict((c) => c.column('document').doUpdateSet({ change: sql`excluded.change` }))
    .execute();
}

export async function ledgerStanding(db: Db): Promise<LedgerStanding> {
  const row = await db.selectFrom('ledger').select(['basis', 'state', 'judgement']).executeTakeFirst();
  const changed = await db
    .selectFrom('ledger_changes')
    .select(['document', 'change'])
    .orderBy('document')
    .execute();
  return {
    basis: row?.basis ?? null,
    state: row?.state ?? null,
    judgement: row?.judgement ?? null,
    changed,
  };
}

/** Forgets the changes that a ledger takes account of; those that came meanwhile have other numbers. */
export async function forgetChanges(db: Db, changes: readonly number[]): Promise<void> {
  if (changes.length === 0) return;
  await db
    .deleteFrom('ledger_changes')
    .where(
      'change',
      'in',
      sql<number>`(select value::integer from json_array_elements_text(${JSON.stringify(changes)}::json))`,
    )
    .execute();
}
