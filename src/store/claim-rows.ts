import { sql } from 'kysely';
import { TallymanError } from '../core/errors.js';
import { sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Reject } from '../model/reject.js';
import type { ClaimFilter } from '../model/store.js';
import { periodRange } from './day-range.js';
import { byClaimant, byKindItemParty, byVerdict, inPeriod } from './filters.js';
import { claimRow } from './claim-row.js';
import { placeHandClaims } from './hand-claim-rows.js';
import { placeJudgements } from './judgement-rows.js';
import { noteChange } from './ledger-changes.js';
import { PAGE, chunks, paged } from './paging.js';
import { putRejects } from './reject-rows.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Records what a version of the extractor made of a document, which becomes its listed extraction. */
export async function commitExtraction(
  db: Db,
  extractor: string,
  document: string,
  claims: readonly Claim[],
  rejects: readonly Reject[],
): Promise<void> {
  const body = await lockDocument(db, document);
  const stray = claims.find((claim) => claim.doc !== document || claim.extractor !== extractor);
  if (stray) throw new TypeError(`claim ${stray.id} is none by ${extractor} of document ${document}`);
  const digest = sha256(JSON.stringify([claims, rejects]));
  const key = { document: keyText(document), extractor: keyText(extractor) };
  const earlier = await db
    .selectFrom('extractions')
    .select('digest')
    .where('document', '=', key.document)
    .where('extractor', '=', key.extractor)
    .executeTakeFirst();
  // A repeat must not bring back claims that a newer extractor has replaced since.
  if (earlier?.digest === digest) return;
  await db
    .deleteFrom('extractions')
    .where('document', '=', key.document)
    .where('extractor', '=', key.extractor)
    .execute();
  const { id } = await db
    .insertInto('extractions')
    .values({ ...key, digest, claims: claims.length })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const chunk of chunks(claims.map((claim) => claimRow(claim, id, body)))) {
    await db.insertInto('claims').values(chunk).execute();
  }
  await placeHandClaims(db, body, id);
  await db.updateTable('documents').set({ extraction: id }).where('id', '=', key.document).execute();
  await placeJudgements(db, body);
  await noteChange(db, [document]);
  await putRejects(db, 'claims', document, rejects);
}

/** Forgets that the extractor that ran last got nothing out of a document, so that it is tried again. */
export async function forgetFailedExtraction(db: Db, document: string): Promise<void> {
  await db
    .deleteFrom('extractions as e')
    .where('e.claims', '=', 0)
    .where('e.id', 'in', (eb) =>
      eb
        .selectFrom('documents as d')
        .select('d.extraction')
        .where('d.id', '=', keyText(document))
        .$narrowType<{ extraction: number }>(),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('rejects as r')
          .select('r.stage')
          .where('r.stage', '=', 'claims')
          .where('r.subject', '=', keyText(document)),
      ),
    )
    .execute();
}

/** The claim of an id: the listed one, or one that an older report may cite. */
export async function claimById(db: Db, id: string): Promise<Claim | null> {
  const row = await db
    .selectFrom('claims as c')
    .leftJoin('documents as d', 'd.extraction', 'c.extraction')
    .select('c.body')
    .where('c.id', '=', keyText(id))
    .orderBy(sql`d.id is null`)
    .orderBy('c.extraction', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.body ?? null;
}

export async function* listClaims(db: Db, filter: ClaimFilter): AsyncGenerator<Claim> {
  const period = filter.period === undefined ? null : periodRange(filter.period);
  interface Row {
    readonly body: Claim;
    readonly document: string;
    readonly index: number;
    readonly day: string;
  }
  const rows = paged<Row>((last) => {
    let query = db
      .selectFrom('claims as c')
      .innerJoin('documents as d', 'd.extraction', 'c.extraction')
      .innerJoin('sources as s', 's.document', 'd.id')
      .select((eb) => [
        filter.as === 'read' ? eb.fn.coalesce('c.read', 'c.body').as('body') : 'c.body',
        'c.document',
        'c.index',
        sql<string>`c.statement_day::text`.as('day'),
      ])
      .where((eb) => byKindItemParty(eb, filter))
      .where((eb) => byVerdict(eb, filter))
      .orderBy('c.statement_day')
      .orderBy('c.document')
      .orderBy('c.index');
    // A limit would have them looked for among all claims in their order.
    if (filter.document === undefined) query = query.limit(PAGE);
    else query = query.where('c.document', '=', keyText(filter.document));
    if (filter.claimant !== undefined) query = query.where(byClaimant('c.claimant', filter.claimant));
    if (period) query = query.where((eb) => inPeriod(eb, period));
    if (last) {
      query = query.where((eb) =>
        eb(
          eb.refTuple('c.statement_day', 'c.document', 'c.index'),
          '>',
          eb.tuple(last.day, last.document, last.index),
        ),
      );
    }
    return query.execute();
  });
  for await (const row of rows) yield row.body;
}

/** Two commits on one document come one after the other. */
async function lockDocument(db: Db, document: string): Promise<Document> {
  const row = await db
    .selectFrom('documents')
    .select('body')
    .where('id', '=', keyText(document))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new TallymanError('not-found', 'no such document in the case', document);
  return row.body;
}
