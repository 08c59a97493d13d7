/** Rows a page, where rows are small. */
export const PAGE = 500;

/**
 * Everything a keyset query gives, a page at a time, so that no listing is cut off and none is held whole.
 * @param load the rows after `last` in the order of the listing, at most `size`; from its beginning where `last` is null
 */
export async function* paged<Row>(
  load: (last: Row | null) => Promise<readonly Row[]>,
  size: number = PAGE,
): AsyncGenerator<Row> {
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = await load(last);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < size) return;
    last = end;
  }
}

/** A statement takes at most 65,535 parameters. */
const MOST_PARAMETERS = 20_000;

/** The rows in pieces that one insert can take. */
export function* chunks<Row extends object>(rows: readonly Row[]): Generator<readonly Row[]> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const size = Math.max(1, Math.floor(MOST_PARAMETERS / Math.max(1, columns)));
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
