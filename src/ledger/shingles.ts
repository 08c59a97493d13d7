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

/**
 * The first document, in the order given, that each one nearly repeats; those that repeat none are left out. A repeat of
 * a repeat points to the first.
 */
export function nearDuplicates<T extends { readonly shingles: Uint32Array }>(
  documents: readonly T[],
): ReadonlyMap<T, T> {
  const originals = new Map<T, T>();
  const bySketch = new Map<number, T[]>();
  for (const document of documents) {
    const sketch = document.shingles.subarray(0, SKETCH);
    const shared = new Map<T, number>();
    for (const hash of sketch)
      for (const other of bySketch.get(hash) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      // Texts alike by half share about half of their sketches; an eighth leaves room for chance.
      if (count * 8 < Math.min(sketch.length, other.shingles.length, SKETCH)) continue;
      if (resemblance(document.shingles, other.shingles) < ALIKE) continue;
      originals.set(document, originals.get(other) ?? other);
      break;
    }
    for (const hash of sketch) {
      const there = bySketch.get(hash);
      if (there) there.push(document);
      else bySketch.set(hash, [document]);
    }
  }
  return originals;
}
