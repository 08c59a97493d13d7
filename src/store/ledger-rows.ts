import type { Entity } from '../model/entity.js';
import type { LedgerChange, WholeLedger } from '../model/ledger-rows.js';
import { bulkPut } from './bulk.js';
import type { Database } from './database.js';
import { changeFindings, insertFindings, replaceFindings } from './finding-rows.js';
import { latestJudgement } from './judgement-rows.js';
import { forgetChanges } from './ledger-changes.js';
import { ledgerDocumentValues } from './ledger-document-rows.js';
import { PAGE, paged } from './paging.js';
import type { Db } from './schema.js';
import { statementValues } from './statement-rows.js';
import { keyText } from './stored-text.js';

const LEDGER = 1;

/** Puts a ledger in the place of the last one. */
export async function replaceLedger(
  db: Db,
  ledger: WholeLedger,
  { refill, duringLong }: Pick<Database, 'refill' | 'duringLong'>,
): Promise<void> {
  await lockLedger(db, ledger);
  const afterPiece = (): Promise<void> => duringLong(db);
  await refill(db, TABLES, async () => {
    const { documents, statements, findings, entities } = ledger;
    await bulkPut(db, 'ledger_documents', null, mapped(documents, ledgerDocumentValues), afterPiece);
    await bulkPut(db, 'statements', null, mapped(statements, statementValues), afterPiece);
    await insertFindings(db, findings, afterPiece);
    await putEntities(db, entities);
  });
}

const TABLES = ['finding_claims', 'findings', 'entities', 'statements', 'ledger_documents'] as const;

/** Changes the ledger where it is another. */
export async function changeLedger(db: Db, change: LedgerChange): Promise<void> {
  await lockLedger(db, change);
  const { documents, statements, findings, entities } = change;
  await removeDocuments(db, documents.removed);
  for (const [table, ids] of [
    ['findings', findings.removed],
    ['entities', entities.removed],
  ] as const)
    if (ids.length > 0) await db.deleteFrom(table).where('id', 'in', ids.map(keyText)).execute();
  await bulkPut(db, 'ledger_documents', ['id'], mapped(documents.put, ledgerDocumentValues), DONE);
  await bulkPut(db, 'statements', ['doc', 'index'], mapped(statements, statementValues), DONE);
  await replaceFindings(db, findings.put);
  await changeFindings(db, findings.changed);
  await putEntities(db, entities.put);
}

const DONE = (): Promise<void> => Promise.resolve();

/** The row that every ledger has: a second writer waits here, and not half-way. */
async function lockLedger(
  db: Db,
  { state, basis, judgement, changes }: LedgerChange | WholeLedger,
): Promise<void> {
  const row = {
    state: JSON.stringify(state),
    basis: basis === null ? null : JSON.stringify(basis),
    judgement,
  };
  await db
    .insertInto('ledger')
    .values({ id: LEDGER, ...row })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute();
  await forgetChanges(db, changes);
}

async function removeDocuments(db: Db, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  const ids = documents.map(keyText);
  await db.deleteFrom('statements').where('doc', 'in', ids).execute();
  await db.deleteFrom('ledger_documents').where('id', 'in', ids).execute();
}

async function putEntities(db: Db, entities: Iterable<Entity>): Promise<void> {
  for (const entity of entities) {
    const row = { id: keyText(entity.id), body: JSON.stringify(entity) };
    await db
      .insertInto('entities')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute();
  }
}

function* mapped<T, U>(items: Iterable<T>, of: (item: T) => U): Generator<U> {
  for (const item of items) yield of(item);
}

export async function ledgerState(db: Db): Promise<string | null> {
  const row = await db.selectFrom('ledger').select('state').executeTakeFirst();
  return row?.state ?? null;
}

/** Whether a judgement was made that the ledger takes no account of. */
export async function ledgerIsStale(db: Db): Promise<boolean> {
  const ledger = await db.selectFrom('ledger').select('judgement').executeTakeFirst();
  return ledger !== undefined && ledger.judgement !== (await latestJudgement(db));
}

export async function* listEntities(db: Db, ids?: readonly string[]): AsyncGenerator<Entity> {
  if (ids?.length === 0) return;
  interface Row {
    readonly id: string;
    readonly body: Entity;
  }
  const rows = paged<Row>((last) => {
    let query = db.selectFrom('entities').select(['id', 'body']).orderBy('id').limit(PAGE);
    if (ids !== undefined) query = query.where('id', 'in', ids.map(keyText));
    if (last) query = query.where('id', '>', last.id);
    return query.execute();
  });
  for await (const row of rows) yield row.body;
}
