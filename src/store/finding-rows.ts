import { sql, type Insertable } from 'kysely';
import type { KeptFinding } from '../model/finding.js';
import {
  assembledFinding,
  type FindingHead,
  type FindingMember,
  type FindingParts,
} from '../model/kept-finding.js';
import type { FindingChange, LedgerStore, MemberQuery } from '../model/ledger-rows.js';
import { chargeId, familyId } from '../model/question.js';
import type { FindingFilter } from '../model/store.js';
import { bulkPut } from './bulk.js';
import { periodRange, type DayRange } from './day-range.js';
import { byClaimant, byKindItemParty, inPeriod } from './filters.js';
import { PAGE, chunks, paged } from './paging.js';
import type { Db, Schema } from './schema.js';
import { foldedText, keyOrNull, keyText } from './stored-text.js';

/** Claims of findings that are written or read together: a few megabytes. */
const MOST_CLAIMS = 5000;

/** Writes findings of which none of their claims is stored yet. */
export async function insertFindings(
  db: Db,
  findings: Iterable<FindingParts>,
  afterPiece: () => Promise<void>,
): Promise<void> {
  for (const piece of piecesOf(findings, ({ members }) => members.length)) {
    await putHeads(
      db,
      piece.map(({ head }) => head),
    );
    const rows = piece.flatMap(({ head, members }) => members.map((one) => memberRow(head.id, one)));
    await bulkPut(db, 'finding_claims', null, rows, afterPiece);
  }
}

/** Writes findings whole, in the place of what is stored of them. */
export async function replaceFindings(db: Db, findings: readonly FindingParts[]): Promise<void> {
  const ids = findings.map(({ head }) => keyText(head.id));
  if (ids.length === 0) return;
  await db.deleteFrom('finding_claims').where('finding', 'in', among(ids)).execute();
  await insertFindings(db, findings, DONE);
}

/** Changes claims of findings, and what they came to. */
export async function changeFindings(db: Db, changes: readonly FindingChange[]): Promise<void> {
  const gone = changes.flatMap(({ head, removed }) =>
    removed.map(({ doc, index }) => ({ finding: keyText(head.id), doc: keyText(doc), index })),
  );
  if (gone.length > 0)
    await db
      .deleteFrom('finding_claims')
      .where(
        sql<boolean>`(finding, doc, "index") in (select * from json_to_recordset(${JSON.stringify(gone)}::json)
          as k(finding text, doc text, "index" integer))`,
      )
      .execute();
  await putHeads(
    db,
    changes.map(({ head }) => head),
  );
  const put = changes.flatMap(({ head, put: members }) => members.map((one) => memberRow(head.id, one)));
  await bulkPut(db, 'finding_claims', ['finding', 'doc', 'index'], put, DONE);
}

async function putHeads(db: Db, heads: readonly FindingHead[]): Promise<void> {
  for (const chunk of chunks(heads.map(headRow))) {
    await db
      .insertInto('findings')
      .values(chunk)
      // The question, and with it all else, is that of the id.
      .onConflict((c) => c.column('id').doUpdateSet({ body: sql`excluded.body` }))
      .execute();
  }
}

const DONE = (): Promise<void> => Promise.resolve();

/** Items in pieces of a few thousand claims; one with more is a piece by itself. */
function* piecesOf<T>(items: Iterable<T>, claims: (item: T) => number): Generator<readonly T[]> {
  let piece: T[] = [];
  let count = 0;
  for (const item of items) {
    if (piece.length > 0 && count + claims(item) > MOST_CLAIMS) {
      yield piece;
      [piece, count] = [[], 0];
    }
    piece.push(item);
    count += claims(item);
  }
  if (piece.length > 0) yield piece;
}

/** Ids of findings of families and charges. */
export async function findingsOf(
  db: Db,
  query: Parameters<LedgerStore['findingsOf']>[0],
): Promise<readonly string[]> {
  const found = new Set<string>();
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

export async function findingHeads(db: Db, ids: readonly string[]): Promise<readonly FindingHead[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('findings')
    .select('body')
    .where('id', 'in', among(ids.map(keyText)))
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => body);
}

/** Claims of findings: those that weigh, those of origins, or those at some places. */
export async function findingMembers(
  db: Db,
  query: MemberQuery,
): Promise<ReadonlyMap<string, readonly FindingMember[]>> {
  const select = db.selectFrom('finding_claims as f').select(MEMBER);
  if ('weighing' in query) {
    if (query.weighing.length === 0) return new Map();
    return byFinding(
      await select
        .where('f.finding', 'in', among(query.weighing.map(keyText)))
        .where('f.weighs', '=', true)
        .execute(),
    );
  }
  if ('origins' in query) {
    if (query.origins.length === 0) return new Map();
    const list = query.origins.map(({ finding, origin }) => ({
      finding: keyText(finding),
      origin: keyText(origin),
    }));
    return byFinding(
      await select
        .where(
          sql<boolean>`(f.finding, f.origin) in (select * from json_to_recordset(${JSON.stringify(list)}::json)
            as k(finding text, origin text))`,
        )
        .execute(),
    );
  }
  if (query.at.length === 0) return new Map();
  const list = query.at.map(({ finding, doc, index }) => ({
    finding: keyText(finding),
    doc: keyText(doc),
    index,
  }));
  return byFinding(
    await select
      .where(
        sql<boolean>`(f.finding, f.doc, f.index) in (select * from json_to_recordset(${JSON.stringify(list)}::json)
          as k(finding text, doc text, "index" integer))`,
      )
      .execute(),
  );
}

const MEMBER = ['f.finding', 'f.claim', 'f.doc', 'f.index', 'f.weighs', 'f.body'] as const;

interface MemberRow {
  readonly finding: string;
  readonly claim: string;
  readonly doc: string;
  readonly index: number;
  readonly weighs: boolean;
  readonly body: string;
}

function byFinding(rows: readonly MemberRow[]): Map<string, FindingMember[]> {
  const found = new Map<string, FindingMember[]>();
  for (const row of rows) {
    const there = found.get(row.finding);
    if (there) there.push(memberOfRow(row));
    else found.set(row.finding, [memberOfRow(row)]);
  }
  return found;
}

export async function findingById(db: Db, id: string): Promise<KeptFinding | null> {
  const row = await db.selectFrom('findings').select('body').where('id', '=', keyText(id)).executeTakeFirst();
  if (row === undefined) return null;
  for await (const finding of assembled(db, [row.body])) return finding;
  return null;
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
    readonly body: FindingHead;
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
  let waiting: FindingHead[] = [];
  let claims = 0;
  for await (const { body } of rows) {
    const count = claimsOf(body);
    if (waiting.length > 0 && (claims + count > MOST_CLAIMS || waiting.length === PAGE)) {
      yield* assembled(db, waiting);
      [waiting, claims] = [[], 0];
    }
    waiting.push(body);
    claims += count;
  }
  yield* assembled(db, waiting);
}

const claimsOf = ({ bearing: { figure, plain, denial } }: FindingHead): number => figure + plain + denial;

/** The findings of some heads, with their claims. */
async function* assembled(db: Db, heads: readonly FindingHead[]): AsyncGenerator<KeptFinding> {
  if (heads.length === 0) return;
  const rows = await db
    .selectFrom('finding_claims as f')
    .select(MEMBER)
    .where('f.finding', 'in', among(heads.map(({ id }) => keyText(id))))
    .execute();
  const members = byFinding(rows);
  for (const head of heads) yield assembledFinding({ head, members: members.get(keyText(head.id)) ?? [] });
}

const findingsInPeriod = (db: Db, period: DayRange) =>
  db
    .selectFrom('finding_claims as f')
    .innerJoin('claims as c', 'c.id', 'f.claim')
    .select('f.finding')
    .where((eb) => inPeriod(eb, period));

const among = (ids: readonly string[]) =>
  sql<string>`(select value from json_array_elements_text(${JSON.stringify(ids)}::json))`;

const headRow = (head: FindingHead): Insertable<Schema['findings']> => {
  const { question } = head;
  return {
    id: keyText(head.id),
    kind: question.kind,
    item: question.item,
    supplier: keyOrNull(question.supplier),
    recipient: keyOrNull(question.recipient),
    actor: keyOrNull(question.actor),
    target: keyOrNull(question.target),
    family: familyId(question),
    charge: chargeId(question),
    body: JSON.stringify(head),
  };
};

function memberRow(finding: string, member: FindingMember): Insertable<Schema['finding_claims']> {
  const { claim: kept, weighs, ...rest } = member;
  const { doc, index, claim, ...more } = kept;
  return {
    finding: keyText(finding),
    claim: keyText(claim),
    claimant: kept.claimant === null ? null : foldedText(kept.claimant),
    doc: keyText(doc),
    index,
    origin: keyOrNull(member.standing?.origin),
    weighs,
    body: JSON.stringify([more, rest]),
  };
}

function memberOfRow({ claim, doc, index, weighs, body }: MemberRow): FindingMember {
  const [more, rest] = JSON.parse(body) as [
    Omit<FindingMember['claim'], 'claim' | 'doc' | 'index'>,
    Omit<FindingMember, 'claim' | 'weighs'>,
  ];
  return { claim: { doc, index, claim, ...more }, weighs, ...rest };
}
