import type * as duplicates from '../src/ledger/near-duplicates.js';
import type * as sketches from '../src/ledger/sketch.js';
import type { Sketch } from '../src/ledger/sketch.js';
import { randomFrom } from './random.js';

/**
 * Near-duplicates among generated documents of 250 words, of which a tenth are edited copies of earlier ones: how long
 * finding them takes, the memory, and how many of those that overlap by half or more are found. The number of documents
 * may be given; by default 100,000.
 */
const count = Number(process.argv[2] ?? 100_000);
const dist = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../dist/${file}.js`, import.meta.url).href)) as T;
const { overlapOf, repeatsIn } = await dist<typeof duplicates>('ledger/near-duplicates');
const { sketchOf } = await dist<typeof sketches>('ledger/sketch');

const WORDS = 250;
/** Copies are made of one of the last documents, as news is. */
const RECENT = 200;

const random = randomFrom(count);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const vocabulary = Array.from({ length: 20_000 }, (_, n) => `word${n.toString(36)}`);
const recent: { readonly words: readonly string[]; readonly position: number }[] = [];
const all: Sketch[] = [];
const copies: (readonly [later: number, earlier: number])[] = [];
let sketching = 0;

for (let position = 0; position < count; position++) {
  const copied = recent.length > 0 && random() < 0.1 ? pick(recent) : null;
  // An editor changes a word in a hundred, or one in six: on both sides of the half at which they are one text no more.
  const edits = 0.01 + 0.15 * random();
  const words = copied
    ? copied.words.map((word) => (random() < edits ? pick(vocabulary) : word))
    : Array.from({ length: WORDS }, () => pick(vocabulary));
  if (copied) copies.push([position, copied.position]);
  const text = words.join(' ');
  const started = process.cpuUsage();
  all.push(sketchOf(text));
  sketching += secondsSince(started);
  recent.push({ words, position });
  if (recent.length > RECENT) recent.shift();
}

const started = process.cpuUsage();
const repeats = repeatsIn(all);
const finding = secondsSince(started);
const overlap = (a: number, b: number): boolean => overlapOf(all[a]!, all[b]!) !== null;
const alike = copies.filter(([later, earlier]) => overlap(later, earlier));
const found = alike.filter(([later]) => repeats.has(all[later]!)).length;
const edited = new Set(copies.map(([later]) => all[later]));
const strangers = [...repeats.keys()].filter((sketch) => !edited.has(sketch));

console.log(`${count} documents of ${WORDS} words, ${copies.length} of them edited copies`);
console.log(`  their sketches: ${sketching.toFixed(1)} s of processor time, ${per(sketching)} ms a document`);
console.log(`  finding what repeats what: ${finding.toFixed(1)} s, ${per(finding)} ms a document`);
console.log(
  `  found ${repeats.size}: ${found} of the ${alike.length} copies that overlap by half or more (recall ${(found / alike.length).toFixed(4)}), ${strangers.length} that are no copies`,
);
console.log(`  ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`);

function secondsSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

function per(seconds: number): string {
  return ((seconds * 1000) / count).toFixed(3);
}
