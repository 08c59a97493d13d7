import { sql, type ExpressionBuilder } from 'kysely';
import type { Origin, Source } from '../model/source.js';
import { PAGE, paged } from './paging.js';
import type { Db, Schema } from './schema.js';
import { keyText } from './stored-text.js';

/**
 * Adds a source, or the origins it lacks; an origin is known when its address and container are. One statement, and so
 * one transaction: a folder of thousands of files is added one by one.
 */
export async function addSource(db: Db, source: Source): Promise<'added' | 'known' | 'new-origin'> {
  const { origins, ...body } = source;
  const places = new Map<string, Origin>();
  for (const origin of origins) {
    const key = originKey(origin);
    if (!places.has(key)) places.set(key, origin);
  }
  const { added, origin } = await db
    .with('added', (cte) =>
      cte
        .insertInto('sources')
        .values({ id: source.id, body: JSON.stringify(body) })
        .onConflict((c) => c.column('id').doNothing())
        .returning('id'),
    )
    .with('placed', (cte) =>
      cte
        .insertInto('origins')
        .values([...places].map(([key, place]) => ({ source: source.id, key, body: JSON.stringify(place) })))
        .onConflict((c) => c.columns(['source', 'key']).doNothing())
        .returning('key'),
    )
    .with('cleared', (cte) =>
      cte
        .deleteFrom('rejects')
        .where('stage', '=', 'sources')
        .where(
          'subject',
          'in',
          origins.map(({ uri }) => keyText(uri)),
        )
        .returning('subject'),
    )
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('added').select('id')).as('added'),
      eb.exists(eb.selectFrom('placed').select('key')).as('origin'),
    ])
    .executeTakeFirstOrThrow();
  return added ? 'added' : origin ? 'new-origin' : 'known';
}

export async function sourceById(db: Db, id: string): Promise<Source | null> {
  const rows = await selectSources(db).where('s.id', '=', keyText(id)).execute();
  return rows[0] ? toSource(rows[0]) : null;
}

/** Every source, by id: the order does not depend on which download ended first. */
export async function* allSources(db: Db): AsyncGenerator<Source> {
  const rows = paged<SourceRow>((last) =>
    selectSources(db)
      .$if(last !== null, (q) => q.where('s.id', '>', last?.id ?? ''))
      .orderBy('s.id')
      .limit(PAGE)
      .execute(),
  );
  for await (const row of rows) yield toSource(row);
}

export async function unreadSources(db: Db, readers: string, limit: number): Promise<readonly Source[]> {
  const rows = await selectSources(db).where(unread(readers)).orderBy('s.seq').limit(limit).execute();
  return rows.map(toSource);
}

/** Ids of all sources that these readers have not dealt with, in the order of addition; or of one, if it is among them. */
export async function* unreadIds(db: Db, readers: string, only?: string): AsyncGenerator<string> {
  const rows = paged<{ readonly id: string; readonly seq: number }>((last) =>
    db
      .selectFrom('sources as s')
      .select(['s.id', 's.seq'])
      .where(unread(readers))
      .$if(only !== undefined, (q) => q.where('s.id', '=', keyText(only ?? '')))
      .$if(last !== null, (q) => q.where('s.seq', '>', last?.seq ?? 0))
      .orderBy('s.seq')
      .limit(PAGE)
      .execute(),
  );
  for await (const { id } of rows) yield id;
}

/** That these readers have neither read nor rejected the source `s`. */
const unread = (readers: string) => (eb: ExpressionBuilder<Schema & { s: Schema['sources'] }, 's'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('readings as r')
        .select('r.source')
        .whereRef('r.source', '=', 's.id')
        .where('r.readers', '=', keyText(readers)),
    ),
  );

interface SourceRow {
  readonly id: string;
  readonly body: Omit<Source, 'origins'>;
  readonly origins: readonly Origin[];
}

const selectSources = (db: Db) =>
  db.selectFrom('sources as s').select((eb) => {
    const origins = eb
      .selectFrom('origins as o')
      .whereRef('o.source', '=', 's.id')
      .select(sql`json_agg(o.body order by o.seq)`.as('origins'));
    return ['s.id', 's.body', sql<readonly Origin[]>`(${origins})`.as('origins')];
  });

const toSource = (row: SourceRow): Source => ({ ...row.body, origins: row.origins });

const originKey = ({ uri, container }: Origin): string => keyText(JSON.stringify([uri, container]));
