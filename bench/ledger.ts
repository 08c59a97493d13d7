import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import type * as draw from '../src/pipeline/draw-ledger.js';
import type { OpenCase } from '../src/pipeline/open-case.js';
import type * as claimRows from '../src/store/claim-row.js';
import type * as databases from '../src/store/database.js';
import type * as stores from '../src/store/sql-store.js';
import { documentOf, fillCase } from './fill-case.js';
import { expectedRelation, world, type World } from './ledger-world.js';

/**
 * The ledger of generated cases with known truth, in documents of ten claims: building it whole, having it follow one
 * document or judgement, memory, and how many echoes, relations and near-duplicates came out as they were made. Sizes in
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
const { drawLedger } = await dist<typeof draw>('pipeline/draw-ledger');
const { openInFolder } = await dist<typeof databases>('store/database');
const { SqlStore } = await dist<typeof stores>('store/sql-store');
const claimRowModule = await dist<typeof claimRows>('store/claim-row');
const vocabulary = loadVocabulary();
const tables = loadLedgerTables();
const SILENT = { begin: () => undefined, step: () => undefined, end: () => undefined };

const ORIGIN = {
  uri: 'file:bench',
  obtained: '2024-05-01T00:00:00Z',
  method: 'file',
  container: null,
  hints: {},
} as const;

for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) {
  const made = world(size, vocabulary);
  console.log(`${made.claims.length} claims in ${made.documents.length} documents`);
  truth(made);
  await inStore(made);
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
async function inStore({ documents, texts, claims }: World): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-bench-'));
  try {
    const database = await openInFolder(join(folder, 'store'), 'bench');
    const store = new SqlStore(database);
    const generated = documents.map(({ id, publisher, published }) => ({
      id,
      publisher: publisher ?? '',
      published: published ?? '',
      text: texts.get(id) ?? '',
    }));
    const byDocument = groupBy(claims, ({ doc }) => doc);
    const [first, last] = [generated.shift()!, generated.pop()!];
    await fillCase(database, generated, byDocument, claimRowModule);
    const open: Pick<OpenCase, 'store' | 'vocabulary' | 'tables'> = {
      store,
      vocabulary: () => vocabulary,
      tables: () => tables,
    };
    const timed = async (what: string): Promise<void> => {
      const [started, clock] = [process.cpuUsage(), performance.now()];
      await drawLedger(open as OpenCase, SILENT);
      const seconds = ((performance.now() - clock) / 1000).toFixed(2);
      console.log(`  ${what}: ${cpuSince(started)}, ${seconds} s by the clock`);
    };
    await timed('all of the ledger, in the store');
    for (const [what, document] of [
      ['one new document', last],
      ['one document older than all', first],
    ] as const) {
      const { source, ...rest } = documentOf(document);
      await store.addSource({ id: source, media_type: 'text/plain', size: 1, origins: [ORIGIN] });
      await store.commitDocument('bench', source, { ...rest, source });
      await store.commitClaims('bench', document.id, byDocument.get(document.id) ?? [], []);
      await timed(what);
    }
    await timed('nothing new');
    console.log(
      `  ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most, the generated case included`,
    );
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cpuSince(started: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(started);
  return `${((user + system) / 1e6).toFixed(2)} s of processor time`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
