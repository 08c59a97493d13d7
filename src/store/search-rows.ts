import { sql, type RawBuilder } from 'kysely';
import { claimantOf, type Claim } from '../model/claim.js';
import { keptBlocks, type Document } from '../model/document.js';
import { distinctWords, searchTerms } from '../model/search-words.js';
import type { PassagePage, PassagePlace } from '../model/store.js';
import { dayRange } from './day-range.js';
import { chunks } from './paging.js';
import type { Db } from './schema.js';
import { keyText } from './stored-text.js';

/** Claims and paragraphs as the words that they hold, and what a search finds among them. */

/** Words as a column holds them. Words come without `\` and U+0000, and halves of surrogate pairs are none. */
export const wordsColumn = (words: readonly string[]): RawBuilder<string> =>
  sql<string>`array_to_tsvector(array(select value from json_array_elements_text(${JSON.stringify(words)}::json)))`;

/** The words by which a claim is found: its sentence, who says it, and what it names. */
export function claimWords(claim: Claim, document: Pick<Document, 'text'>): string[] {
  const { item, route, place, supplier, recipient, actor, target, attribution } = claim;
  return distinctWords([
    document.text.slice(...claim.span),
    claimantOf(claim).who,
    ...attribution.map(({ who }) => who),
    ...[supplier, recipient, actor, target, place, item?.model, item?.class?.replaceAll('_', ' ')],
    ...(route === null ? [] : [route.origin, route.destination, route.vessel, ...route.via]),
  ]);
}

/** The whole words, or those that begin so. `words` is a column of a table that the statement names. */
export function holdsTerms(words: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const terms = searchTerms(text).map(({ word, open }) => `'${word}'${open ? ':*' : ''}`);
  // A query without a word finds nothing.
  return terms.length === 0 ? sql<boolean>`false` : sql<boolean>`${words} @@ ${terms.join(' & ')}::tsquery`;
}

/** Puts the paragraphs of a document in the place of those it had. */
export async function putPassages(db: Db, document: Document): Promise<void> {
  await db.deleteFrom('passages').where('document', '=', keyText(document.id)).execute();
  // One without a day comes last: the newest are found first.
  const day = dayRange(document.published?.edtf)?.to ?? '-infinity';
  for (const chunk of chunks(passageRows(document, day)))
    await db.insertInto('passages').values(chunk).execute();
}

function passageRows(document: Document, day: string) {
  const { id, title, publisher, text } = document;
  const blocks = keptBlocks(document).map(({ span: [start, end] }) => ({
    start,
    end,
    words: distinctWords([text.slice(start, end)]),
  }));
  // The title stands for the whole document, and has no place in its text.
  return [{ start: 0, end: 0, words: distinctWords([title, publisher]) }, ...blocks]
    .filter(({ words }) => words.length > 0)
    .map(({ start, end, words }) => ({ document: keyText(id), start, end, day, words: wordsColumn(words) }));
}

/** Newest first; the paragraphs of a document in their order. */
export async function passagePage(
  db: Db,
  text: string,
  after: PassagePlace | null,
  limit: number,
): Promise<PassagePage> {
  const rows = await found(db, text)
    .select(['p.document', 'p.start', 'p.end', sql<string>`p.day::text`.as('day')])
    .$if(after !== null, (q) =>
      q.where(
        sql<boolean>`(p.day < ${after?.[0]}::date or p.day = ${after?.[0]}::date and (p.document, p.end) > (${after?.[1]}, ${after?.[2]}::integer))`,
      ),
    )
    .orderBy('p.day', 'desc')
    .orderBy('p.document')
    .orderBy('p.end')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    passages: shown.map(({ document, start, end }) => ({ document, span: [start, end] })),
    next: last !== undefined && rows.length > limit ? [last.day, last.document, last.end] : null,
  };
}

export async function passageCount(db: Db, text: string, atMost?: number): Promise<number> {
  const { n } = await db
    .selectFrom(
      found(db, text)
        .select('p.start')
        .$if(atMost !== undefined, (q) => q.limit(atMost ?? 0))
        .as('f'),
    )
    .select(sql<number>`count(*)::integer`.as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

const found = (db: Db, text: string) =>
  db
    .selectFrom('passages as p')
    .innerJoin('sources as s', 's.document', 'p.document')
    .where(holdsTerms(sql`p.words`, text));
