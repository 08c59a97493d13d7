import type * as build from '../src/ledger/build-ledger.js';
import type * as pairs from '../src/ledger/pairs.js';
import type { Claim } from '../src/model/claim.js';
import type { KeptFinding } from '../src/model/finding.js';
import { loadVocabulary } from '../src/model/vocabulary.js';
import { expectedRelation, world, type World } from './ledger-world.js';

/**
 * The ledger of generated cases with known truth, 1,000 to 100,000 claims by default, in documents of ten. Prints the
 * claims a second of processor time, the memory, and how many echoes and relations came out as they were made.
 */
/** How many pairs of a finding are looked at: the first ones. */
const PAIRS = 2_000;
const sizes = process.argv.slice(2).map(Number);
/** The ledger as it ships: the loader that runs this file rewrites code, which would be measured too. */
const dist = (file: string): string => new URL(`../dist/ledger/${file}.js`, import.meta.url).href;
const { buildLedger } = (await import(dist('build-ledger'))) as typeof build;
const { pairsOf } = (await import(dist('pairs'))) as typeof pairs;
const vocabulary = loadVocabulary();
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) measure(size);

function measure(size: number): void {
  const made = world(size, vocabulary);
  const { documents, claims } = made;
  const started = process.cpuUsage();
  const { findings } = buildLedger({ documents, claims, vocabulary });
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  const longest = Math.max(...findings.map((finding) => finding.claims.length));
  console.log(
    [
      `${claims.length} claims in ${documents.length} documents, ${findings.length} findings, the longest of ${longest}:`,
      `${seconds.toFixed(1)} s, ${(claims.length / seconds).toFixed(0)} claims/s,`,
      `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`,
    ].join(' '),
  );
  console.log(`  ${echoWords(made, findings)}; ${relationWords(made, findings)}`);
}

function echoWords({ echoes }: World, findings: readonly KeptFinding[]): string {
  const found = new Map<string, string>();
  for (const { claims } of findings)
    for (const { claim, echo_of } of claims)
      if (echo_of !== null) found.set(claim, `${echo_of.doc}:${echo_of.index}`);
  const right = [...found].filter(([claim, of]) => echoes.get(claim) === of).length;
  return `echoes: precision ${share(right, found.size)}, recall ${share(right, echoes.size)} of ${echoes.size}`;
}

function relationWords({ claims }: World, findings: readonly KeptFinding[]): string {
  const byId = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]));
  let [right, all] = [0, 0];
  for (const finding of findings) {
    let looked = 0;
    for (const { a, b, relation } of pairsOf(finding)) {
      if (++looked > PAIRS) break;
      const [one, other] = [a, b].map((at) => byId.get(finding.claims[at]!.claim)!) as [Claim, Claim];
      const expected = expectedRelation(one, other, finding.claims[a]!.origin === finding.claims[b]!.origin);
      if (expected === null) continue;
      all++;
      if (expected === relation) right++;
    }
  }
  return `relations: ${share(right, all)} right of ${all}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
