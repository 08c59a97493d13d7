import { shinglesOf } from './shingles.js';

/**
 * MinHash with banding, as in Broder (1997) and Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4: two
 * texts whose runs overlap by s have a band in common with a chance of 1 - (1 - s^ROWS)^BANDS; that is 99.5 in 100 where
 * they overlap by half, and 4 in 100,000 where they overlap by a hundredth.
 */
const BANDS = 40;
const ROWS = 3;

/** What stands for a text where its near-duplicates are looked for. */
export interface Sketch {
  /** Hashes of its five-word runs, by which it is known whether another is one. */
  readonly shingles: Uint32Array;
  /** Hashes of the bands of its signature; texts without one in common are not compared. */
  readonly bands: Int32Array;
}

export function sketchOf(text: string): Sketch {
  const shingles = shinglesOf(text);
  return { shingles, bands: bandsOf(shingles) };
}

/** None for a text without runs. */
export function bandsOf(shingles: Uint32Array): Int32Array {
  if (shingles.length === 0) return new Int32Array(0);
  const bands = new Int32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let hash = mixed(band + 1);
    for (let row = 0; row < ROWS; row++) hash = mixed(hash ^ leastOf(shingles, SEEDS[band * ROWS + row]!));
    bands[band] = hash;
  }
  return bands;
}

/** The least of the runs' hashes under one of the hash functions. */
function leastOf(shingles: Uint32Array, seed: number): number {
  let least = 0xffffffff;
  for (const shingle of shingles) {
    const hash = mixed(shingle ^ seed) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}

/** The finalizer of MurmurHash3: every bit of the value bears on every bit of the hash. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** One a hash function, the same on every machine. */
const SEEDS = Int32Array.from({ length: BANDS * ROWS }, (_, n) => mixed(Math.imul(n + 1, 0x9e3779b9)));
