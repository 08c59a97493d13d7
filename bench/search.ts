import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { initCase } from '../src/pipeline/case-folder.js';
import { openCase } from '../src/pipeline/open-case.js';
import { createApp } from '../src/server/app.js';
import { ServedCase } from '../src/server/served-case.js';
import { openInFolder, openOnServer } from '../src/store/database.js';
import { sha256 } from '../src/core/hash.js';
import { makeClaim } from '../src/model/claim.js';
import { makeDocument } from '../src/model/document.js';
import { distinctWords } from '../src/model/search-words.js';
import { randomFrom } from './random.js';

/**
 * Search as one types and pages of claims, over HTTP, on CLAIMS made-up claims of a tenth as many documents. In PGlite, or
 * on the server of DATABASE_URL. Answers are to come within 150 ms, 95 times of 100.
 */

const CLAIMS = Number(process.argv[2] ?? 1_000_000);
const A_DOCUMENT = 10;
const BATCH = 500;
const url = process.env['DATABASE_URL'] ?? null;
const root = mkdtempSync(join(tmpdir(), 'tallyman-bench-search-'));

const next = randomFrom(20240614);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
const SYLLABLES =
  'ka ri mo shi ta ven dor al ha min go ro sa lev chen yu pak bor zhi kov an el is tan mar os fa du ne qa ter'.split(
    ' ',
  );
/** Some words are in many sentences, most in few, as words are. */
const WORDS = Array.from({ length: 40_000 }, () =>
  Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(SYLLABLES)).join(''),
);
const word = (): string => WORDS[Math.floor(WORDS.length * next() ** 4)]!;
const sentence = (): string =>
  `The ${word()} ministry said that ${Math.floor(next() * 20_000)} containers of ${word()} had left ${word()} for ${word()} ${word()} ${word()} ${word()} ${word()}.`;

/** Columns of what is put in, as JSON gives them. */
const TYPES: Readonly<Record<string, string>> = {
  sources: 'id text, body json',
  documents:
    'id text, source text, publisher text, published_from date, published_to date, published_day date, size integer, body json',
  extractions: 'id integer, document text, extractor text, digest text, claims integer',
  claims:
    'extraction integer, "index" integer, id text, document text, kind text, supplier text, recipient text, statement_day date, stated_from date, stated_to date, event_from date, event_to date, modality text, polarity text, body json, words json',
  passages: 'document text, start integer, "end" integer, day date, words json',
};

try {
  const folder = initCase(join(root, 'case'), { name: 'Search' });
  const database =
    url === null
      ? await openInFolder(folder.store, 'bench')
      : await openOnServer(url, folder.config.id, 'bench', true);
  const { db } = database;
  const filled = Date.now();
  for (let first = 0; first < CLAIMS / A_DOCUMENT; first += BATCH) {
    const [sources, documents, extractions, claims, passages]: Record<string, unknown>[][] = [
      [],
      [],
      [],
      [],
      [],
    ];
    for (let n = first; n < Math.min(first + BATCH, CLAIMS / A_DOCUMENT); n++) {
      const source = sha256(`source ${n}`);
      const sentences = Array.from({ length: A_DOCUMENT }, sentence);
      const spans: [number, number][] = [];
      let text = '';
      for (const one of sentences) {
        spans.push([text.length, text.length + one.length]);
        text += `${one}\n\n`;
      }
      const date = `20${22 + (n % 4)}-0${1 + (n % 9)}-1${n % 10}`;
      const document = makeDocument({
        ...{
          source,
          reader: 'bench-1',
          title: sentences[0]!.slice(0, 40),
          publisher: word(),
          byline: null,
          language: 'en',
        },
        published: { edtf: date, how: 'meta' },
        ...{ canonical_url: null, text, truncated: false, ocr: null, warnings: [] },
        blocks: spans.map((span) => ({ span, kind: 'paragraph' as const, dropped: null, page: null })),
      });
      sources!.push({ id: source, body: { id: source, media_type: 'text/plain', size: text.length } });
      documents!.push({
        ...{
          id: document.id,
          source,
          publisher: document.publisher,
          published_from: date,
          published_to: date,
        },
        ...{ published_day: date, size: text.length, body: document, extraction: n + 1 },
      });
      extractions!.push({
        id: n + 1,
        document: document.id,
        extractor: 'bench',
        digest: '',
        claims: A_DOCUMENT,
      });
      for (const [index, span] of spans.entries()) {
        const words = distinctWords([sentences[index]]);
        const claim = makeClaim(
          {
            ...{ doc: document.id, span, kind: 'transfer', polarity: 'affirmed', modality: 'asserted' },
            attribution: [{ who: word(), role: 'claimant', stated: date }],
            ...{ supplier: 'KP', recipient: 'RU', actor: null, target: null, item: null, quantity: null },
            when: { edtf: date, scope: 'point' },
            ...{ route: null, place: null, outcome: null, relation: null },
          },
          index,
          'bench',
          [],
        );
        claims!.push({
          ...{
            extraction: n + 1,
            index,
            id: claim.id,
            document: document.id,
            kind: 'transfer',
            supplier: 'KP',
            recipient: 'RU',
          },
          ...{ statement_day: date, stated_from: date, stated_to: date, event_from: date, event_to: date },
          ...{ modality: 'asserted', polarity: 'affirmed', body: claim, words },
        });
        passages!.push({ document: document.id, start: span[0], end: span[1], day: date, words });
      }
    }
    await db.transaction().execute(async (tx) => {
      const into = async (table: string, columns: string, rows: unknown, from = columns): Promise<void> => {
        const name = `${url === null ? 'tallyman' : folder.config.id}.${table}`;
        await sql`insert into ${sql.table(name)} (${sql.raw(columns)}) ${sql.raw(table === 'extractions' ? 'overriding system value' : '')}
          select ${sql.raw(from)} from json_to_recordset(${JSON.stringify(rows)}::json) as r(${sql.raw(TYPES[table]!)})`.execute(
          tx,
        );
      };
      await into('sources', 'id, body', sources);
      const words = (columns: string): string =>
        columns.replace(
          'words',
          'array_to_tsvector(array(select value from json_array_elements_text(words)))',
        );
      const of = 'id, source, publisher, published_from, published_to, published_day, size, body';
      await into('documents', of, documents);
      await into('extractions', 'id, document, extractor, digest, claims', extractions);
      const claim =
        'extraction, "index", id, document, kind, supplier, recipient, statement_day, stated_from, stated_to, event_from, event_to, modality, polarity, body, words';
      await into('claims', claim, claims, words(claim));
      const passage = 'document, start, "end", day, words';
      await into('passages', passage, passages, words(passage));
    });
    await database.afterCommit();
  }
  const schema = url === null ? 'tallyman' : folder.config.id;
  await sql`update ${sql.table(`${schema}.documents`)} d set extraction = e.id from ${sql.table(`${schema}.extractions`)} e where e.document = d.id`.execute(
    db,
  );
  await sql`update ${sql.table(`${schema}.sources`)} s set document = d.id from ${sql.table(`${schema}.documents`)} d where d.source = s.id`.execute(
    db,
  );
  await sql`vacuum (analyze) ${sql.table(`${schema}.claims`)}, ${sql.table(`${schema}.passages`)}, ${sql.table(`${schema}.documents`)}, ${sql.table(`${schema}.sources`)}`.execute(
    db,
  );
  await database.close();
  console.log(
    `${CLAIMS} claims filled in ${((Date.now() - filled) / 1000).toFixed(0)} s, ${url === null ? 'PGlite' : 'a server'}`,
  );
  await measure();
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const { openCaseFolder } = await import('../src/pipeline/case-folder.js');
  const open = await openCase(openCaseFolder(join(root, 'case')), { purpose: 'bench', databaseUrl: url });
  const app = createApp(new ServedCase(open, null), { desk: null });
  const ask = async (path: string): Promise<number> => {
    const begun = performance.now();
    const response = await app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
    await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return performance.now() - begun;
  };
  const typed: string[] = [];
  for (let n = 0; n < 40; n++) {
    const query = [word(), word(), word()].slice(0, 1 + (n % 3)).join(' ');
    for (let length = 2; length <= query.length; length++) typed.push(query.slice(0, length));
  }
  typed.push('containers', 'the', 'ministry said', 'containers of', 'th', 'co', 'mi');
  await ask('/api/search?q=warm');
  const report = (what: string, times: number[]): void => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number): string =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
    console.log(`${what}: ${times.length} asked, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`);
  };
  const times: number[] = [];
  const slow: [number, string][] = [];
  for (const query of typed) {
    const time = await ask(`/api/search?q=${encodeURIComponent(query)}`);
    times.push(time);
    slow.push([time, query]);
  }
  report('search as one types', times);
  console.log(
    'slowest:',
    slow
      .sort(([a], [b]) => b - a)
      .slice(0, 8)
      .map(([time, query]) => `${query} ${time.toFixed(0)}`)
      .join(', '),
  );
  for (const sort of ['statement', '-statement', 'event', '-event']) {
    const pages: number[] = [];
    let path = `/api/claims?limit=100&sort=${sort}`;
    for (let n = 0; n < 30; n++) {
      const begun = performance.now();
      const response = await app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
      const { next: cursor } = (await response.json()) as { next: string };
      pages.push(performance.now() - begun);
      path = `/api/claims?limit=100&sort=${sort}&cursor=${cursor}`;
    }
    report(`pages of 100 claims by ${sort}`, pages.slice(1));
  }
  await open.close();
}
