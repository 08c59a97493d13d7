import { ALIKE, resemblance } from './shingles.js';
import type { Sketch } from './sketch.js';

/** A near-duplicate, and the first document that it nearly repeats. */
export interface Repeat<T> {
  readonly of: T;
  /** Shared five-word runs over all of both, at least a half. */
  readonly overlap: number;
}

/** The overlap of two texts that are near-duplicates; null where they are none. */
export function overlapOf(a: Sketch, b: Sketch): number | null {
  const overlap = resemblance(a.shingles, b.shingles);
  return overlap < ALIKE ? null : overlap;
}

/**
 * The first document, in the order given, that each one nearly repeats; those that repeat none are left out. Only
 * documents with a band in common are compared, so that what a document repeats depends on no third one.
 */
export function repeatsIn<T extends Sketch>(documents: readonly T[]): Map<T, Repeat<T>> {
  const repeats = new Map<T, Repeat<T>>();
  const earlier = sharingABand(documents);
  documents.forEach((document, position) => {
    for (const at of earlier(position)) {
      const of = documents[at]!;
      const overlap = overlapOf(document, of);
      if (overlap === null) continue;
      repeats.set(document, { of, overlap });
      break;
    }
  });
  return repeats;
}

/** What a near-duplicate repeats in the end: a repeat of a repeat points to the first. */
export function originalOf<T>(document: T, repeats: (document: T) => T | null): T | null {
  let original: T | null = null;
  for (let at = repeats(document); at !== null; at = repeats(at)) original = at;
  return original;
}

/** A hash and a position below it fit the 53 bits of a number: 32 and 21. */
const POSITIONS = 2 ** 21;

/**
 * Tells for each document, by position, the earlier ones with which it has a band in common, first to last. The bands of
 * all lie sorted in one array: a map of them would not fit a million documents.
 */
function sharingABand(
  documents: readonly { readonly bands: Int32Array }[],
): (position: number) => Iterable<number> {
  if (documents.length > POSITIONS) throw new RangeError(`more than ${POSITIONS} documents`);
  const entries = new Float64Array(documents.reduce((sum, { bands }) => sum + bands.length, 0));
  let filled = 0;
  documents.forEach(({ bands }, position) => {
    for (const band of bands) entries[filled++] = (band >>> 0) * POSITIONS + position;
  });
  entries.sort();
  const bandAt = (at: number): number => Math.floor(entries[at]! / POSITIONS);
  const positionAt = (at: number): number => entries[at]! % POSITIONS;
  // Where the documents of each of its bands begin, for every document but the first of them.
  const runs: number[][] = documents.map(() => []);
  for (let start = 0; start < entries.length;) {
    const band = bandAt(start);
    let end = start + 1;
    for (; end < entries.length && bandAt(end) === band; end++) runs[positionAt(end)]!.push(start);
    start = end;
  }
  return (position) => merged(runs[position]!, positionAt, position);
}

/** The positions in runs of ascending ones, each once, below a limit; no more of them is looked at than is asked for. */
function* merged(
  starts: readonly number[],
  positionAt: (at: number) => number,
  limit: number,
): Generator<number> {
  const heads = [...starts];
  for (let last = -1; ;) {
    let least = limit;
    heads.forEach((head, run) => {
      let at = head;
      while (positionAt(at) <= last) at++;
      heads[run] = at;
      least = Math.min(least, positionAt(at));
    });
    if (least === limit) return;
    yield least;
    last = least;
  }
}
