/** A line of a file; null where it is longer than any record should be. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
}

/** 16 MiB: the longest entries of public lists are some hundred KiB. */
const LONGEST = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

/** The lines of UTF-8 bytes as they come, in memory no longer than one of them; without their ends, empty ones too. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest = LONGEST): AsyncGenerator<Line> {
  let number = 0;
  let held: Uint8Array[] = [];
  let size = 0;
  const end = (part: Uint8Array): Line => {
    number++;
    const whole = size + part.length;
    const text =
      whole > longest
        ? null
        : Buffer.concat([...held, part])
            .toString('utf8')
            .replace(/\r$/, '');
    held = [];
    size = 0;
    return { number, text };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield end(chunk.subarray(from, at));
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    size += rest.length;
    if (size <= longest) held.push(rest);
    else held = [];
  }
  if (size > 0) yield end(new Uint8Array());
}
