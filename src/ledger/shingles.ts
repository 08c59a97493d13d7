/** Runs of five words, as in Broder, "On the resemblance and containment of documents" (1997). */
export const RUN = 5;
/** Documents whose runs overlap by half or more are near-duplicates. */
export const ALIKE = 0.5;

/** 32-bit hashes of a text's five-word runs, ascending, each once. */
export function shinglesOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) hashes.add(fnv(words.slice(at, at + RUN).join(' ')));
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
