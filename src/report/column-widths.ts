/** Of one letter in the tables of annexes, on average, and what a cell adds; points. */
const LETTER = 3.85;
const PADDING = 7;
/** A word longer than this may be broken. */
const LONGEST_WORD = 66;

/**
 * Widths of a table's columns in points: each has its longest word whole, what is left goes to those with more to say.
 * @param width of the whole table
 */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const wanted = columns.map((name, column) => {
    const cells = [name, ...rows.map((row) => row[column] ?? '')];
    const words = cells.flatMap((cell) => cell.split(/[\s-]+/)).map((word) => word.length);
    const letters = rows.reduce((sum, row) => sum + (row[column] ?? '').length, 0) / Math.max(1, rows.length);
    const least = Math.min(
      LONGEST_WORD,
      words.reduce((most, length) => Math.max(most, length), 1),
    );
    return { least: least * LETTER + PADDING, more: Math.sqrt(letters) };
  });
  const least = wanted.reduce((sum, one) => sum + one.least, 0);
  if (least >= width) return wanted.map((one) => Math.round((one.least * width * 10) / least) / 10);
  const more = wanted.reduce((sum, one) => sum + one.more, 0) || 1;
  return wanted.map((one) => Math.round((one.least + ((width - least) * one.more) / more) * 10) / 10);
}
