import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { ClaimOrder, ClaimPage, ClaimPageRequest, ClaimPlace, ClaimQuery } from '../model/store.js';
import { periodRange } from './day-range.js';
import { byClaimant, byKindItemParty, byVerdict, inPeriod } from './filters.js';
import type { Db, Schema } from './schema.js';
import { holdsTerms } from './search-rows.js';
import { keyOrNull, keyText } from './stored-text.js';

/** Claims a page at a time, by keys, so that the millionth page costs what the first does. */

/** What orders claims. One without a day comes last either way, which takes an index of its own (migration-7.ts). */
const DAYS: Readonly<Record<ClaimOrder, RawBuilder<string>>> = {
  statement: sql<string>`c.statement_day`,
  '-statement': sql<string>`(case when c.statement_day = 'infinity' then '-infinity' else c.statement_day end)`,
  event: sql<string>`coalesce(c.event_to, 'infinity'::date)`,
  '-event': sql<string>`(case when coalesce(c.event_to, 'infinity') = 'infinity' then '-infinity' else c.event_to end)`,
};

export async function claimPage(
  db: Db,
  query: ClaimQuery,
  { order, after, limit }: ClaimPageRequest,
): Promise<ClaimPage> {
  const day = DAYS[order];
  const down = order.startsWith('-');
  const way = down ? 'desc' : 'asc';
  const rows = await wanted(db, query)
    .select((eb) => [
      query.as === 'read' ? eb.fn.coalesce('c.read', 'c.body').as('body') : 'c.body',
      'c.document',
      'c.index',
      sql<string>`${day}::text`.as('day'),
    ])
    .$if(after !== null, (q) => q.where(behind(day, after!, down)))
    .orderBy(day, way)
    .orderBy('c.document', way)
    .orderBy('c.index', way)
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    claims: shown.map(({ body }) => body),
    next: last !== undefined && rows.length > limit ? [last.day, last.document, last.index] : null,
  };
}

const behind = (day: RawBuilder<string>, [at, document, index]: ClaimPlace, down: boolean) =>
  sql<boolean>`(${day}, c.document, c.index) ${sql.raw(down ? '<' : '>')} (${at}::date, ${document}, ${index}::integer)`;

/** @param atMost where to stop counting */
export async function claimCount(db: Db, query: ClaimQuery, atMost?: number): Promise<number> {
  const { n } = await db
    .selectFrom(
      wanted(db, query)
        .select('c.index')
        .$if(atMost !== undefined, (q) => q.limit(atMost ?? 0))
        .as('f'),
    )
    .select(sql<number>`count(*)::integer`.as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

type Wanted = SelectQueryBuilder<
  Schema & { c: Schema['claims']; d: Schema['documents']; s: Schema['sources'] },
  'c' | 'd' | 's',
  object
>;

function wanted(db: Db, query: ClaimQuery): Wanted {
  const { document, claimant, publisher, finding, modality, polarity } = query;
  const period = query.period === undefined ? null : periodRange(query.period);
  let claims = db
    .selectFrom('claims as c')
    .innerJoin('documents as d', 'd.extraction', 'c.extraction')
    .innerJoin('sources as s', 's.document', 'd.id')
    .where((eb) => byKindItemParty(eb, query))
    .where((eb) => byVerdict(eb, query)) as unknown as Wanted;
  if (document !== undefined) claims = claims.where('c.document', '=', keyText(document));
  if (claimant !== undefined) claims = claims.where(byClaimant('c.claimant', claimant));
  if (publisher !== undefined) claims = claims.where('d.publisher', '=', keyOrNull(publisher));
  if (modality !== undefined) claims = claims.where('c.modality', '=', modality);
  if (polarity !== undefined) claims = claims.where('c.polarity', '=', polarity);
  if (finding !== undefined)
    claims = claims.where('c.id', 'in', (eb) =>
      eb.selectFrom('finding_claims as f').select('f.claim').where('f.finding', '=', keyText(finding)),
    );
  if (query.text !== undefined) claims = claims.where(holdsTerms(sql`c.words`, query.text));
  if (period) claims = claims.where((eb) => inPeriod(eb, period));
  return claims;
}
