import { sql, type InsertObject } from 'kysely';
import type { Db, Schema } from './schema.js';

/** Rows a statement: a few megabytes of JSON. */
const ROWS = 4000;

/**
 * Puts many small rows, a piece of them as one JSON parameter, which is several times as fast as a parameter a value. Their
 * texts must be such as columns hold (stored-text.ts).
 * @param key a row takes the place of one of the same key; null where it is known that there is none
 */
export async function bulkPut<T extends 'statements' | 'ledger_documents' | 'finding_claims'>(
  db: Db,
  table: T,
  key: readonly (keyof Schema[T] & string)[] | null,
  rows: Iterable<InsertObject<Schema, T>>,
  afterPiece: () => Promise<void>,
): Promise<void> {
  for (const piece of pieces(rows)) {
    const columns = Object.keys(piece[0] ?? {}) as (keyof Schema[T] & string)[];
    const given = sql`json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(piece)}::json)`;
    const insert = db
      .insertInto(table)
      .columns(columns)
      .expression(sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${given}`);
    if (key === null) await insert.execute();
    else {
      const others = columns.filter((column) => !key.includes(column));
      const put = Object.fromEntries(
        others.map((column) => [column, sql.ref(`excluded.${column}`)]),
      ) as never;
      await insert.onConflict((c) => c.columns([...key]).doUpdateSet(put)).execute();
    }
    await afterPiece();
  }
}

function* pieces<T>(rows: Iterable<T>): Generator<readonly T[]> {
  let piece: T[] = [];
  for (const row of rows) {
    if (piece.push(row) < ROWS) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
