import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../src/model/claim.js';
import type { Document } from '../src/model/document.js';
import { loadLedgerTables } from '../src/model/ledger-tables.js';
import { loadVocabulary } from '../src/model/vocabulary.js';
import type * as draw from '../src/pipeline/draw-ledger.js';
import type { OpenCase } from '../src/pipeline/open-case.js';
import type * as databases from '../src/store/database.js';
import type * as stores from '../src/store/sql-store.js';

/**
 * The part of the benchmark of the ledger that runs by itself, so that its memory is its own: builds the ledger of a
 * filled case in a folder, then has it follow the documents of `new.json`. Prints what it measured as JSON.
 */
export interface Measured {
  readonly what: string;
  /** Seconds of processor time, of all threads, and by the clock. */
  readonly processor: number;
  readonly clock: number;
  /** MB at most since the process began. */
  readonly memory: number;
}

export interface NewDocument {
  readonly what: string;
  readonly document: Document;
  readonly claims: readonly Claim[];
}

const ORIGIN = {
  uri: 'file:bench',
  obtained: '2024-05-01T00:00:00Z',
  method: 'file',
  container: null,
  hints: {},
} as const;
const SILENT = { begin: () => undefined, step: () => undefined, end: () => undefined };

const folder = process.argv[2];
if (folder === undefined) throw new Error('this part is run by `npm run bench -- ledger`');
const dist = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../dist/${file}.js`, import.meta.url).href)) as T;
const { drawLedger } = await dist<typeof draw>('pipeline/draw-ledger');
const { openInFolder } = await dist<typeof databases>('store/database');
const { SqlStore } = await dist<typeof stores>('store/sql-store');

const [vocabulary, tables] = [loadVocabulary(), loadLedgerTables()];
const store = new SqlStore(await openInFolder(join(folder, 'store'), 'bench'));
const open: Pick<OpenCase, 'store' | 'vocabulary' | 'tables'> = {
  store,
  vocabulary: () => vocabulary,
  tables: () => tables,
};
const measured: Measured[] = [];

async function measure(what: string): Promise<void> {
  const [started, clock] = [process.cpuUsage(), performance.now()];
  await drawLedger(open as OpenCase, SILENT);
  const { user, system } = process.cpuUsage(started);
  measured.push({
    what,
    processor: (user + system) / 1e6,
    clock: (performance.now() - clock) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
  });
}

await measure('all of the ledger');
for (const { what, document, claims } of JSON.parse(
  readFileSync(join(folder, 'new.json'), 'utf8'),
) as NewDocument[]) {
  await store.addSource({ id: document.source, media_type: 'text/plain', size: 1, origins: [ORIGIN] });
  await store.commitDocument('bench', document.source, document);
  await store.commitClaims('bench', document.id, claims, []);
  await measure(what);
}
await measure('nothing new');
await store.close();
console.log(JSON.stringify(measured));
