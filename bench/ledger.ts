import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groupBy } from '../src/core/group-by.js';
import type * as build from '../src/ledger/lay-out.js';
import type * as duplicates from '../src/ledger/near-duplicates.js';
import type * as nameIndexes from '../src/ledger/names.js';
import type * as pairs from '../src/ledger/pairs.js';
import type { Claim } from '../src/model/claim.js';
import type { KeptFinding } from '../src/model/finding.js';
import { loadLedgerTables } from '../src/model/ledger-tables.js';
import { loadVocabulary } from '../src/model/vocabulary.js';
import type * as kept from '../src/model/kept-finding.js';
import type * as claimRows from '../src/store/claim-row.js';
import type * as databases from '../src/store/database.js';
import { documentOf, fillCase } from './fill-case.js';
import type { Measured, NewDocument } from './ledger-store.js';
import { expectedRelation, world, type World } from './ledger-world.js';

/**
 * The ledger of generated cases with known truth, in documents of ten claims: building it whole, having it follow one
 * document or judgement, memory, each against the last size, and how many echoes, relations and near-duplicates came out as they were made. Sizes in
 * claims may be given; by default 1,000 and 10,000.
 */
/** How many pairs of a finding are looked at: the first ones. */
const PAIRS = 2_000;
const sizes = process.argv.slice(2).map(Number);
/** Tallyman as it ships: the loader that runs this file rewrites code, which would be measured too. */
const dist = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../dist/${file}.js`, import.meta.url).href)) as T;
const { layOut } = await dist<typeof build>('ledger/lay-out');
const { overlapOf } = await dist<typeof duplicates>('ledger/near-duplicates');
const { nameIndex } = await dist<typeof nameIndexes>('ledger/names');
const { pairsOf } = await dist<typeof pairs>('ledger/pairs');
const { assembledFinding } = await dist<typeof kept>('model/kept-finding');
const { openInFolder } = await dist<typeof databases>('store/database');
const claimRowModule = await dist<typeof claimRows>('store/claim-row');
const vocabulary = loadVocabulary();
const tables = loadLedgerTables();

let last: { readonly claims: number; readonly measured: readonly Measured[] } | null = null;
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) {
  const made = world(size, vocabulary);
  const times = last === null ? '' : `, ${(made.claims.length / last.claims).toFixed(2)} times the last`;
  console.log(`${made.claims.length} claims in ${made.documents.length} documents${times}`);
  truth(made);
  const measured = await inStore(made);
  report(measured, last?.measured ?? []);
  last = { claims: made.claims.length, measured };
}

/** How much came out as it was made. */
function truth(made: World): void {
  const names = nameIndex(vocabulary, tables.vague);
  const started = process.cpuUsage();
  const laidOut = layOut({ documents: made.documents, claims: made.claims, names, tables });
  const byId = new Map<string, Claim>(made.claims.map((claim) => [claim.id, claim]));
  const echoes = new Map<string, string>();
  const relations = { right: 0, all: 0 };
  let [findings, longest] = [0, 0];
  for (const parts of laidOut.findings()) {
    const finding = assembledFinding(parts);
    findings++;
    longest = Math.max(longest, finding.claims.length);
    for (const { claim, echo_of } of finding.claims)
      if (echo_of !== null) echoes.set(claim, `${echo_of.doc}:${echo_of.index}`);
    countRelations(finding, byId, relations);
  }
  const right = [...echoes].filter(([claim, of]) => made.echoes.get(claim) === of).length;
  console.log(`  ${findings} findings, the longest of ${longest}; in memory ${cpuSince(started)}`);
  console.log(
    `  echoes: precision ${share(right, echoes.size)}, recall ${share(right, made.echoes.size)} of ${made.echoes.size}`,
  );
  console.log(`  relations: ${share(relations.right, relations.all)} right of ${relations.all}`);
  const facts = new Map(made.documents.map((document) => [document.id, document]));
  const alike = made.copies.filter(
    ([later, earlier]) => overlapOf(facts.get(later)!, facts.get(earlier)!) !== null,
  );
  const found = alike.filter(([later]) => laidOut.repeats.has(facts.get(later)!)).length;
  const truly = [...laidOut.repeats].filter(([document, { of }]) => overlapOf(document, of) !== null).length;
  console.log(
    `  near-duplicates: precision ${share(truly, laidOut.repeats.size)}, recall ${share(found, alike.length)} of ${alike.length}`,
  );
}

function countRelations(
  finding: KeptFinding,
  byId: ReadonlyMap<string, Claim>,
  counts: { right: number; all: number },
): void {
  let looked = 0;
  for (const { a, b, relation } of pairsOf(finding)) {
    if (++looked > PAIRS) break;
    const [one, other] = [a, b].map((at) => byId.get(finding.claims[at]!.claim)!) as [Claim, Claim];
    const expected = expectedRelation(one, other, finding.claims[a]!.origin === finding.claims[b]!.origin);
    if (expected === null) continue;
    counts.all++;
    if (expected === relation) counts.right++;
  }
}

/** The same case in a database in a folder: all of the ledger, then what one document changes. */
async function inStore({ documents, texts, claims }: World): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-bench-'));
  try {
    const database = await openInFolder(join(folder, 'store'), 'bench');
    const generated = documents.map(({ id, publisher, published }) => ({
      id,
      publisher: publisher ?? '',
      published: published ?? '',
      text: texts.get(id) ?? '',
    }));
    const byDocument = groupBy(claims, ({ doc }) => doc);
    const [first, last] = [generated.shift()!, generated.pop()!];
    await fillCase(database, generated, byDocument, claimRowModule);
    await database.close();
    const added: NewDocument[] = (
      [
        ['one new document', last],
        ['one document older than all', first],
      ] as const
    ).map(([what, document]) => ({
      what,
      document: documentOf(document),
      claims: byDocument.get(document.id) ?? [],
    }));
    writeFileSync(join(folder, 'new.json'), JSON.stringify(added));
    return drawnIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, so that its memory is not that of what generated the case. */
function drawnIn(folder: string): readonly Measured[] {
  const jiti = fileURLToPath(new URL('../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));
  const part = fileURLToPath(new URL('ledger-store.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [jiti, part, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the ledger in the store ended with ${status}`);
  return JSON.parse(stdout) as Measured[];
}

/** What was measured, with how many times that of the last size it is. */
function report(measured: readonly Measured[], before: readonly Measured[]): void {
  for (const { what, processor, clock, memory } of measured) {
    const last = before.find((each) => each.what === what);
    const ratio = last === undefined ? '' : `, ${(processor / last.processor).toFixed(2)} times the last`;
    console.log(
      `  in the store, ${what}: ${processor.toFixed(2)} s of processor time${ratio}; ${clock.toFixed(2)} s by the clock, ${memory.toFixed(0)} MB at most so far`,
    );
  }
}

function cpuSince(started: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(started);
  return `${((user + system) / 1e6).toFixed(2)} s of processor time`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
