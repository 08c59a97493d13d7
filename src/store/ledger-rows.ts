import type { Insertable } from 'kysely';
import type { Entity } from '../model/entity.js';
import type { KeptFinding } from '../model/finding.js';
import type { FindingFilter } from '../model/store.js';
import { periodRange, type DayRange } from './day-range.js';
import { byClaimant, byKindItemParty, inPeriod } from './filters.js';
import { latestJudgement } from './judgement-rows.js';
import { PAGE, chunks, paged } from './paging.js';
import type { Db, Schema } from './schema.js';
import { foldedText, keyOrNull, keyText } from './stored-text.js';

const LEDGER = 1;

/** Puts this ledger in the place of the last one. */
export async function replaceLedger(
  db: Db,
  state: string,
  findings: readonly KeptFinding[],
  entities: readonly Entity[],
  judgement: string | null,
): Promise<void> {
  // First the row that every ledger has: a second writer waits here, and not half-way.
  await db
    .insertInto('ledger')
    .values({ id: LEDGER, state: JSON.stringify(state), judgement })
    .onConflict((c) => c.column('id').doUpdateSet({ state: JSON.stringify(state), judgement }))
    .execute();
  await db.deleteFrom('findings').execute();
  await db.deleteFrom('entities').execute();
  for (const chunk of chunks(findings.map(findingRow)))
    await db.insertInto('findings').values(chunk).execute();
  for (const chunk of chunks(findings.flatMap(findingClaimRows))) {
    await db.insertInto('finding_claims').values(chunk).execute();
  }
  const entityRows = entities.map((entity) => ({ id: keyText(entity.id), body: JSON.stringify(entity) }));
  for (const chunk of chunks(entityRows)) await db.insertInto('entities').values(chunk).execute();
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
    body: JSON.stringify(finding),
  };
};

const findingClaimRows = (finding: KeptFinding): Insertable<Schema['finding_claims']>[] =>
  finding.claims.map(({ claim, claimant }, position) => ({
    finding: keyText(finding.id),
    position,
    claim: keyText(claim),
    claimant: claimant === null ? null : foldedText(claimant),
  }));
