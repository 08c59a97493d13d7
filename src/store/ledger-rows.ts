import { sql, type Insertable } from 'kysely';
import type { Entity } from '../model/entity.js';
import type { KeptFinding } from '../model/finding.js';
import type { LedgerChange, LedgerStore } from '../model/ledger-rows.js';
import { chargeId, familyId } from '../model/question.js';
import type { FindingFilter } from '../model/store.js';
import { bulkPut } from './bulk.js';
import { periodRange, type DayRange } from './day-range.js';
import { byClaimant, byKindItemParty, inPeriod } from './filters.js';
import { latestJudgement } from './judgement-rows.js';
import { forgetChanges } from './ledger-changes.js';
import { ledgerDocumentValues } from './ledger-document-rows.js';
import { PAGE, chunks, paged } from './paging.js';
import type { Db, Schema } from './schema.js';
import { statementValues } from './statement-rows.js';
import { foldedText, keyOrNull, keyText } from './stored-text.js';

const LEDGER = 1;

/** Puts a ledger in the place of the last one. */
export async function replaceLedger(
  db: Db,
  change: LedgerChange,
  afterPiece: () => Promise<void>,
): Promise<void> {
  await lockLedger(db, change);
  for (const table of ['findings', 'entities', 'statements', 'ledger_documents'] as const)
    await db.deleteFrom(table).execute();
  await putAll(db, change, afterPiece);
}

/** Changes the ledger where it is another. */
export async function changeLedger(db: Db, change: LedgerChange): Promise<void> {
  await lockLedger(db, change);
  await removeDocuments(db, change.documents.removed);
  for (const [table, ids] of [
    ['findings', change.findings.removed],
    ['entities', change.entities.removed],
  ] as const)
    if (ids.length > 0) await db.deleteFrom(table).where('id', 'in', ids.map(keyText)).execute();
  await putAll(db, change, () => Promise.resolve());
}

/** The row that every ledger has: a second writer waits here, and not half-way. */
async function lockLedger(db: Db, { state, basis, judgement, changes }: LedgerChange): Promise<void> {
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

async function putAll(db: Db, change: LedgerChange, afterPiece: () => Promise<void>): Promise<void> {
  const { documents, statements, findings, entities } = change;
  await bulkPut(db, 'ledger_documents', ['id'], mapped(documents.put, ledgerDocumentValues), afterPiece);
  await bulkPut(db, 'statements', ['doc', 'index'], mapped(statements, statementValues), afterPiece);
  for (const piece of piecesOf(findings.put)) {
    await putFindings(db, piece);
    await afterPiece();
  }
  for (const entity of entities.put) {
    const row = { id: keyText(entity.id), body: JSON.stringify(entity) };
    await db
      .insertInto('entities')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute();
  }
}

async function putFindings(db: Db, findings: readonly KeptFinding[]): Promise<void> {
  for (const chunk of chunks(findings.map(findingRow))) {
    await db
      .insertInto('findings')
      .values(chunk)
      // The question, and with it all else, is that of the id.
      .onConflict((c) => c.column('id').doUpdateSet({ body: sql`excluded.body` }))
      .execute();
  }
  const claims = findings.flatMap(findingClaimRows);
  await forgetOtherClaims(db, findings);
  await bulkPut(db, 'finding_claims', ['finding', 'claim'], claims, () => Promise.resolve());
}

/** Takes claims from findings on which they stand no more. */
async function forgetOtherClaims(db: Db, findings: readonly KeptFinding[]): Promise<void> {
  for (const { id, claims } of findings) {
    const ids = JSON.stringify(claims.map(({ claim }) => keyText(claim)));
    await db
      .deleteFrom('finding_claims')
      .where('finding', '=', keyText(id))
      .where('claim', 'not in', sql<string>`(select value from json_array_elements_text(${ids}::json))`)
      .execute();
  }
}

function* mapped<T, U>(items: Iterable<T>, of: (item: T) => U): Generator<U> {
  for (const item of items) yield of(item);
}

/** Claims of findings that are written together: a few megabytes. */
const MOST_CLAIMS = 5000;

function* piecesOf(findings: Iterable<KeptFinding>): Generator<readonly KeptFinding[]> {
  let piece: KeptFinding[] = [];
  let claims = 0;
  for (const finding of findings) {
    if (piece.length > 0 && claims + finding.claims.length > MOST_CLAIMS) {
      yield piece;
      [piece, claims] = [[], 0];
    }
    piece.push(finding);
    claims += finding.claims.length;
  }
  if (piece.length > 0) yield piece;
}

/** Ids of findings of families and charges. */
export async function findingsOf(
  db: Db,
  query: Parameters<LedgerStore['findingsOf']>[0],
): Promise<readonly string[]> {
  const found = new Set<string>();
  if (query.ids !== undefined && query.ids.length > 0) {
    const rows = await db.selectFrom('findings').select('id').where('id', 'in', query.ids).execute();
    for (const { id } of rows) found.add(id);
  }
  if (query.families.length > 0) {
    const rows = await db.selectFrom('findings').select('id').where('family', 'in', query.families).execute();
    for (const { id } of rows) found.add(id);
  }
  for (const { charge, item } of query.charges) {
    const rows = await db
      .selectFrom('findings')
      .select('id')
      .where('charge', '=', charge)
      .$if(item !== null, (q) => q.where('item', '=', item))
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return [...found];
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

export async function findingById(db: Db, id: string): Promise<KeptFinding | null> {
  const row = await db.selectFrom('findings').select('body').where('id', '=', keyText(id)).executeTakeFirst();
  return row?.body ?? null;
}

export async function findingsWith(db: Db, claim: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('finding_claims')
    .select('finding')
    .where('claim', '=', keyText(claim))
    .orderBy('finding')
    .execute();
  return rows.map(({ finding }) => finding);
}

export async function* listFindings(db: Db, filter: FindingFilter): AsyncGenerator<KeptFinding> {
  const period = filter.period === undefined ? null : periodRange(filter.period);
  const { claimant } = filter;
  interface Row {
    readonly id: string;
    readonly body: KeptFinding;
  }
  const rows = paged<Row>((last) => {
    let query = db
      .selectFrom('findings as c')
      .select(['c.id', 'c.body'])
      .where((eb) => byKindItemParty(eb, filter))
      .orderBy('c.id')
      .limit(PAGE);
    if (claimant !== undefined) {
      query = query.where('c.id', 'in', (eb) =>
        eb.selectFrom('finding_claims as f').select('f.finding').where(byClaimant('f.claimant', claimant)),
      );
    }
    if (period) query = query.where('c.id', 'in', findingsInPeriod(db, period));
    if (last) query = query.where('c.id', '>', last.id);
    return query.execute();
  });
  for await (const row of rows) yield row.body;
}

export async function* listEntities(db: Db): AsyncGenerator<Entity> {
  interface Row {
    readonly id: string;
    readonly body: Entity;
  }
  const rows = paged<Row>((last) =>
    db
      .selectFrom('entities')
      .select(['id', 'body'])
      .$if(last !== null, (q) => q.where('id', '>', last?.id ?? ''))
      .orderBy('id')
      .limit(PAGE)
      .execute(),
  );
  for await (const row of rows) yield row.body;
}

const findingsInPeriod = (db: Db, period: DayRange) =>
  db
    .selectFrom('finding_claims as f')
    .innerJoin('claims as c', 'c.id', 'f.claim')
    .select('f.finding')
    .where((eb) => inPeriod(eb, period));

const findingRow = (finding: KeptFinding): Insertable<Schema['findings']> => {
  const { question } = finding;
  return {
    id: keyText(finding.id),
    kind: question.kind,
    item: question.item,
    supplier: keyOrNull(question.supplier),
    recipient: keyOrNull(question.recipient),
    actor: keyOrNull(question.actor),
    target: keyOrNull(question.target),
    family: familyId(question),
    charge: chargeId(question),
    body: JSON.stringify(finding),
  };
};

const findingClaimRows = (finding: KeptFinding): Insertable<Schema['finding_claims']>[] =>
  finding.claims.map(({ claim, claimant }) => ({
    finding: keyText(finding.id),
    claim: keyText(claim),
    claimant: claimant === null ? null : foldedText(claimant),
  }));
