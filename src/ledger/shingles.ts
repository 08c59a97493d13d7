/** Runs of five words, as in Broder, "On the resemblance and containment of documents" (1997). */
const SIZE = 5;
/** Documents whose runs overlap by half or more are near-duplicates. */
const ALIKE = 0.5;
/** How many of the smallest hashes stand for a document when pairs worth comparing are looked for. */
const SKETCH = 64;

/** 32-bit hashes of a text's five-word runs, ascending, each once. */
export function shinglesOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + SIZE <= words.length; at++) hashes.add(fnv(words.slice(at, at + SIZE).join(' ')));
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a over UTF-16 units. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Shared runs over all runs, 0 to 1; 0 where either text has none. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (a.length + b.length - shared);
}

/** Of the documents that share a hash so many are looked at, the first ones: what more of them share is no article. */
const LOOKED_AT = 64;

/**
 * The first document, in the order given, that each one nearly repeats; those that repeat none are left out. A repeat of
 * a repeat points to the first.
 */
export function nearDuplicates<T extends { readonly shingles: Uint32Array }>(
  documents: readonly T[],
): ReadonlyMap<T, T> {
  const originals = new Map<T, T>();
  const sharing = sharedSketches(documents);
  documents.forEach((document, position) => {
    const sketch = Math.min(document.shingles.length, SKETCH);
    for (const [at, count] of sharing(position)) {
      const other = documents[at]!;
      // Texts alike by half share about half of their sketches; an eighth leaves room for chance.
      if (count * 8 < Math.min(sketch, other.shingles.length)) continue;
      if (resemblance(document.shingles, other.shingles) < ALIKE) continue;
      originals.set(document, originals.get(other) ?? other);
      break;
    }
  });
  return originals;
}

/** A hash and a position below it fit the 53 bits of a number: 32 and 21. */
const POSITIONS = 2 ** 21;

/**
 * Tells for each document, by position, the earlier ones with which its sketch has hashes in common, and how many. The
 * hashes of all sketches lie sorted in one array: a map of them would not fit a million documents.
 */
function sharedSketches(
  documents: readonly { readonly shingles: Uint32Array }[],
): (position: number) => ReadonlyMap<number, number> {
  if (documents.length > POSITIONS) throw new RangeError(`more than ${POSITIONS} documents`);
  const sketches = documents.map(({ shingles }) => shingles.subarray(0, SKETCH));
  const entries = new Float64Array(sketches.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  sketches.forEach((sketch, position) => {
    for (const hash of sketch) entries[filled++] = hash * POSITIONS + position;
  });
  entries.sort();
  const hashAt = (at: number): number => Math.floor(entries[at]! / POSITIONS);
  const positionAt = (at: number): number => entries[at]! % POSITIONS;
  // Where the documents of each of its hashes begin, for every document; hashes that no two share are left out.
  const runs: number[][] = documents.map(() => []);
  for (let start = 0; start < entries.length;) {
    const hash = hashAt(start);
    let end = start + 1;
    for (; end < entries.length && hashAt(end) === hash; end++) runs[positionAt(end)]!.push(start);
    start = end;
  }
  return (position) => {
    const shared = new Map<number, number>();
    for (const start of runs[position]!) {
      for (let at = start; at < start + LOOKED_AT && positionAt(at) < position; at++)
        shared.set(positionAt(at), (shared.get(positionAt(at)) ?? 0) + 1);
    }
    return shared;
  };
}
