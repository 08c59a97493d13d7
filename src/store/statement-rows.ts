import { sql, type Insertable, type RawBuilder, type Selectable } from 'kysely';
import type { Claim } from '../model/claim.js';
import type {
  ClaimRef,
  EventPlace,
  NearQuery,
  StatementQuery,
  StatementRow,
  StoredStatement,
} from '../model/ledger-rows.js';
import { headsOf } from './ledger-document-rows.js';
import { PAGE, paged } from './paging.js';
import type { Db, Schema } from './schema.js';
import { keyOrNull, keyText } from './stored-text.js';

type Row = Selectable<Schema['statements']>;

/** A statement as its row. */
export function statementValues(row: StatementRow): Insertable<Schema['statements']> {
  const { doc, index, told, speaker, figure, anybody, narrated, bears, question, family, charge } = row;
  const { item, event, echo, says } = row;
  return {
    doc: keyText(doc),
    index,
    told: keyText(told),
    speaker,
    figure,
    anybody,
    narrated,
    bears,
    question,
    family,
    charge,
    item: keyOrNull(item),
    subject: event?.subject ?? null,
    event: event?.key ?? null,
    event_told: event === null ? null : JSON.stringify(event.told),
    event_is: event === null ? null : JSON.stringify(event.is),
    source: echo === null ? null : refText(echo.source),
    root: echo === null ? null : refText(echo.of),
    drift: echo === null ? null : echo.drift.join(' '),
    says: says !== null,
    says_of: says?.index ?? null,
  };
}

function statementOfRow(row: Row): StatementRow {
  const { doc, index, told, speaker, figure, anybody, narrated, bears, question, family, charge, item } = row;
  const { subject, event, event_told, event_is, source, root, drift, says, says_of } = row;
  return {
    doc,
    index,
    told,
    speaker,
    figure,
    anybody,
    narrated,
    bears,
    question,
    family,
    charge,
    item,
    event:
      subject === null || event === null || event_told === null || event_is === null
        ? null
        : { subject, key: event, told: eventPlace(event_told), is: eventPlace(event_is) },
    echo:
      source === null || root === null
        ? null
        : { source: refOfText(source), of: refOfText(root), drift: (drift ?? '').split(' ').filter(Boolean) },
    says: says ? { index: says_of } : null,
  };
}

const eventPlace = (json: string): EventPlace => JSON.parse(json) as EventPlace;
const refText = ({ doc, index }: ClaimRef): string => `${keyText(doc)}:${index}`;

function refOfText(ref: string): ClaimRef {
  const at = ref.lastIndexOf(':');
  return { doc: ref.slice(0, at), index: Number(ref.slice(at + 1)) };
}

export async function statementRows(db: Db, query: StatementQuery): Promise<readonly StatementRow[]> {
  const rows = new Map<string, StatementRow>();
  for (const condition of conditionsOf(query)) {
    const found = await db.selectFrom('statements as s').selectAll().where(condition).execute();
    for (const row of found) rows.set(`${row.doc}:${row.index}`, statementOfRow(row));
  }
  return inOrder([...rows.values()], (row) => row);
}

export async function statementsWithClaims(
  db: Db,
  query: StatementQuery,
): Promise<readonly StoredStatement[]> {
  const found = new Map<string, { row: StatementRow; claim: Claim }>();
  for (const condition of conditionsOf(query)) {
    const rows = await db
      .selectFrom('statements as s')
      .innerJoin('documents as d', 'd.id', 's.doc')
      .innerJoin('claims as c', (join) =>
        join.onRef('c.extraction', '=', 'd.extraction').onRef('c.index', '=', 's.index'),
      )
      .selectAll('s')
      .select('c.body as claim')
      .where(condition)
      .execute();
    for (const { claim, ...row } of rows)
      found.set(`${row.doc}:${row.index}`, { row: statementOfRow(row), claim });
  }
  const heads = await headsOf(db, [...new Set([...found.values()].map(({ row }) => row.doc))]);
  const all = [...found.values()].flatMap(({ row, claim }) => {
    const document = heads.get(row.doc);
    return document === undefined ? [] : [{ row, claim, document }];
  });
  return inOrder(all, ({ row }) => row);
}

function inOrder<T>(items: T[], ref: (item: T) => ClaimRef): T[] {
  return items.sort((x, y) => {
    const [a, b] = [ref(x), ref(y)];
    return a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : a.index - b.index;
  });
}

type Condition = RawBuilder<boolean>;

/** What holds for the statements asked for, in parts that an index serves each. */
function conditionsOf(query: StatementQuery): Condition[] {
  if ('documents' in query) return among(sql`s.doc`, query.documents.map(keyText));
  if ('refs' in query)
    return tuples(sql`(s.doc, s.index)`, 'doc text, "index" integer', query.refs.map(stored));
  if ('near' in query) return near(query.near);
  if ('retelling' in query) return among(sql`s.source`, query.retelling.map(refText));
  if ('echoing' in query) return among(sql`s.root`, query.echoing.map(refText));
  if ('sayingFor' in query)
    return among(sql`s.root`, query.sayingFor.map(refText)).map((each) => sql`${each} and s.says`);
  if ('questions' in query) return among(sql`s.question`, query.questions);
  if ('plainOf' in query)
    return among(sql`s.family`, query.plainOf).map((each) => sql`${each} and s.bears = 'plain'`);
  if ('denialsOf' in query) return denials(query.denialsOf);
  return tuples(sql`(s.subject, s.event)`, 'subject text, "key" text', query.events);
}

const stored = ({ doc, index }: ClaimRef): ClaimRef => ({ doc: keyText(doc), index });

function among(column: RawBuilder<unknown>, values: readonly string[]): Condition[] {
  if (values.length === 0) return [];
  const list = JSON.stringify([...new Set(values)]);
  return [sql`${column} in (select value from json_array_elements_text(${list}::json))`];
}

function tuples(columns: RawBuilder<unknown>, types: string, values: readonly object[]): Condition[] {
  if (values.length === 0) return [];
  return [
    sql`${columns} in (select * from json_to_recordset(${JSON.stringify(values)}::json) as k(${sql.raw(types)}))`,
  ];
}

function denials(charges: readonly { readonly charge: string; readonly item: string | null }[]): Condition[] {
  if (charges.length === 0) return [];
  const list = JSON.stringify(charges.map(({ charge, item }) => ({ charge, item: keyOrNull(item) })));
  return [
    sql`s.bears = 'denial' and exists (
      select from json_to_recordset(${list}::json) as k(charge text, item text)
      where k.charge = s.charge and (s.item is null or k.item is null or k.item = s.item))
      and s.charge in (select charge from json_to_recordset(${list}::json) as k(charge text))`,
  ];
}

/** The same number, or a word where there is one, by one speaker; any number where a word is sought. */
function near(queries: readonly NearQuery[]): Condition[] {
  const bounds = ({ from, to }: NearQuery) => ({ from: from ?? '', to: to ?? '~' });
  const exact = queries.flatMap((one) =>
    (one.figure === 'word' ? [] : one.figure === 'none' ? ['none'] : [one.figure, 'word']).map((figure) => ({
      speaker: one.speaker,
      figure,
      ...bounds(one),
    })),
  );
  const words = queries.filter(({ figure }) => figure === 'word');
  const anybody = queries.filter((one) => one.anybody !== null);
  const within = (types: string, list: readonly object[], on: RawBuilder<unknown>): Condition[] =>
    list.length === 0
      ? []
      : [
          sql`(s.doc, s.index) in (
            select t.doc, t.index from json_to_recordset(${JSON.stringify(unique(list))}::json)
              as k(${sql.raw(types)}, "from" text, "to" text)
            join ${sql.table('statements')} as t on ${on} and t.told >= k.from and t.told <= k.to)`,
        ];
  return [
    ...within('speaker text, figure text', exact, sql`t.speaker = k.speaker and t.figure = k.figure`),
    ...within(
      'speaker text',
      words.map((one) => ({ speaker: one.speaker, ...bounds(one) })),
      sql`t.speaker = k.speaker and t.figure <> 'none'`,
    ),
    ...within(
      'anybody text',
      anybody.map((one) => ({ anybody: one.anybody, ...bounds(one) })),
      sql`t.anybody = k.anybody`,
    ),
  ];
}

const unique = <T extends object>(list: readonly T[]): T[] => [
  ...new Map(list.map((each) => [JSON.stringify(each), each])).values(),
];

export async function eventTellings(
  db: Db,
  subject: string,
  without: readonly string[],
): Promise<readonly { readonly told: EventPlace; readonly is: EventPlace }[]> {
  const rows = await db
    .selectFrom('statements as s')
    .select(['s.event', 's.event_told', 's.event_is'])
    .distinctOn('s.event')
    .where('s.subject', '=', subject)
    .$if(without.length > 0, (q) => q.where('s.doc', 'not in', without.map(keyText)))
    .orderBy('s.event')
    .execute();
  return rows.map(({ event_told, event_is }) => ({
    told: eventPlace(event_told ?? '{}'),
    is: eventPlace(event_is ?? '{}'),
  }));
}

export async function countsElsewhere(
  db: Db,
  family: string,
  without: readonly ClaimRef[],
): Promise<boolean> {
  const row = await db
    .selectFrom('statements as s')
    .select('s.doc')
    .where('s.family', '=', family)
    .where('s.bears', '=', 'figure')
    .where(notAmong(without))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function assertsElsewhere(
  db: Db,
  charge: string,
  item: string | null,
  without: readonly ClaimRef[],
): Promise<boolean> {
  const row = await db
    .selectFrom('statements as s')
    .select('s.doc')
    .where('s.charge', '=', charge)
    .where('s.bears', 'in', ['figure', 'plain'])
    .$if(item !== null, (q) => q.where('s.item', '=', keyOrNull(item)))
    .where(notAmong(without))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const notAmong = (refs: readonly ClaimRef[]): Condition =>
  sql`not exists (
    select from json_to_recordset(${JSON.stringify(refs.map(stored))}::json) as k(doc text, "index" integer)
    where k.doc = s.doc and k.index = s.index)`;

export async function* echoRoots(db: Db): AsyncGenerator<ClaimRef> {
  interface Key {
    readonly told: string;
    readonly doc: string;
    readonly index: number;
  }
  const rows = paged<Key>((last) => {
    let query = db
      .selectFrom('statements as s')
      .select(['s.told', 's.doc', 's.index'])
      .where(
        sql<boolean>`exists (select from ${sql.table('statements')} as e where e.root = s.doc || ':' || s.index)`,
      )
      .orderBy('s.told')
      .orderBy('s.doc')
      .orderBy('s.index')
      .limit(PAGE);
    if (last)
      query = query.where((eb) =>
        eb(eb.refTuple('s.told', 's.doc', 's.index'), '>', eb.tuple(last.told, last.doc, last.index)),
      );
    return query.execute();
  });
  for await (const { doc, index } of rows) yield { doc, index };
}
