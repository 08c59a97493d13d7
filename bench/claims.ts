import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Extractor } from '../src/claims/extract.js';
import { finish, layOut, plainDraft } from '../src/documents/draft.js';
import { bodyText, type Document } from '../src/model/document.js';
import { loadVocabulary, type Vocabulary } from '../src/model/vocabulary.js';
import { claimCases } from '../test/cases/claims/cases.js';

/**
 * Articles and claims a second of the reader, beside the bare tagging of the same texts in the same run, the memory of
 * a process that only reads, and how its work grows with the length of a document. Processor time, not wall time, of a
 * process that has read enough for its code to be compiled; the first articles take some three times as long. Argument:
 * rounds.
 */
const rounds = Number(process.argv[2] ?? 20);
const LENGTH = 2048;
/** Rounds that are read before any is measured. */
const WARM = 25;

const paragraphs = (await claimCases()).flatMap(({ document }) => bodyText(document).split('\n\n'));

/** The reader as it ships: the loader that runs this file rewrites regular expressions, which would be measured too. */
const built = new URL('../dist/claims/extract.js', import.meta.url).href;
const { createExtractor } = (await import(built)) as {
  readonly createExtractor: (vocabulary: Vocabulary) => Extractor;
};

/** An article of about that many characters, from paragraphs of the golden documents, beginning at another each time. */
function article(length: number, first: number): Document {
  const texts: string[] = [];
  for (let size = 0, i = first; size < length; i += 1) {
    const text = paragraphs[i % paragraphs.length] ?? '';
    texts.push(text);
    size += text.length;
  }
  const parts = texts.map((text) => ({ text, kind: 'paragraph' as const, dropped: null, page: null }));
  const draft = {
    ...plainDraft(layOut(parts)),
    publisher: 'Bench',
    published: { edtf: '2024-03-14', how: 'header' as const },
  };
  return finish(draft, String(first).padStart(64, '0'), 'bench-1');
}

/** Processor seconds that a piece of work takes. */
function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const articles = paragraphs.map((_, i) => article(LENGTH, i));
const characters = articles.reduce((sum, { text }) => sum + text.length, 0);

const model: unknown = createRequire(import.meta.url)('wink-eng-lite-web-model');
const nlp = winkNLP(model as Parameters<typeof winkNLP>[0], ['sbd', 'pos']);
const pos = (nlp.its as unknown as Record<string, ItsFunction<string>>)['pos'] as ItsFunction<string>;

const extractor = createExtractor(loadVocabulary());
const loaded = seconds(() => void createExtractor(loadVocabulary()));
let claims = 0;
const readers: Readonly<Record<string, (document: Document) => void>> = {
  tagging: ({ text }) => void nlp.readDoc(text).tokens().out(pos),
  claims: (document) => void (claims += extractor.extract(document).claims.length),
};

const speed: Record<string, number> = {};
for (const [name, read] of Object.entries(readers)) {
  for (let round = 0; round < WARM; round += 1) articles.forEach(read);
  claims = 0;
  const taken = seconds(() => {
    for (let round = 0; round < rounds; round += 1) articles.forEach(read);
  });
  speed[name] = (characters * rounds) / LENGTH / taken;
  const found = name === 'claims' ? `  ${(claims / taken).toFixed(0)} claims/s` : '';
  console.log(`${name.padEnd(8)} ${speed[name].toFixed(0)} articles/s of ${LENGTH} characters${found}`);
}
console.log(
  `ratio    ${((speed['tagging'] ?? 0) / (speed['claims'] ?? 1)).toFixed(1)} times the work of bare tagging`,
);
console.log(`loading  ${loaded.toFixed(2)} s for the vocabulary and its index`);
console.log(`memory   ${memory()} MiB resident at most`);

/** Pages of some 2,000 characters. */
for (const times of [1, 10, 100, 300]) {
  const document = article(LENGTH * times, 0);
  const repeats = Math.max(1, Math.round(100 / times));
  const taken = seconds(() => {
    for (let i = 0; i < repeats; i += 1) extractor.extract(document);
  });
  const each = taken / repeats;
  console.log(
    `length   ${String(times).padStart(3)}x  ${(each * 1000).toFixed(0)} ms, ${((each * 1e6) / document.text.length).toFixed(1)} µs a character`,
  );
}

/** Resident memory at most, in MiB, of a process that loads the built reader and reads the articles as often. */
function memory(): string {
  const vocabulary = new URL('../dist/model/vocabulary.js', import.meta.url).href;
  const script = `
    import { readFileSync } from 'node:fs';
    import { createExtractor } from '${built}';
    import { loadVocabulary } from '${vocabulary}';
    const extractor = createExtractor(loadVocabulary());
    const articles = JSON.parse(readFileSync(0, 'utf8'));
    for (let round = 0; round < ${rounds}; round += 1) for (const article of articles) extractor.extract(article);
    console.log(Math.round(process.resourceUsage().maxRSS / 1024));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    input: JSON.stringify(articles),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}
