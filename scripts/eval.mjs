/**
 * `npm run eval -- [DIR] [--predictions FILE] [--scorer PATH]`: draws claims from a folder of annotated documents
 * (NAME.txt), writes them as JSON lines, and scores those that have a NAME.jsonl by the scorer `score.mjs` found beside
 * or above the folder, else beside the default one. A third of them, by hash of the name, is held out and reported
 * apart. `--by-kind` and `--json` are the scorer's; `--details` shows what went wrong in the others alone.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { build, checkNode, fail, install, ROOT } from './steps.mjs';

const DEFAULT_FOLDER = join(ROOT, '..', 'shared', 'gold', 'dev');
const DEFAULT_PREDICTIONS = join(ROOT, '.cache', 'predictions.jsonl');

const { values, positionals } = readArguments();
const folder = resolve(positionals[0] ?? DEFAULT_FOLDER);
if (!existsSync(folder)) fail(`there is no folder ${folder}; name one: npm run eval -- DIR`);
const predictions = resolve(values.predictions ?? DEFAULT_PREDICTIONS);

checkNode();
install();
build();
const { evaluateFolder, isHeldOut } = await import('../dist/pipeline/eval.js');
const { documentNames } = await import('../dist/pipeline/annotated-folder.js');
const claims = await predict();
await report();

function readArguments() {
  const flag = { type: 'boolean', default: false };
  const options = { predictions: { type: 'string' }, scorer: { type: 'string' } };
  try {
    return parseArgs({
      options: { ...options, 'by-kind': flag, details: flag, json: flag },
      allowPositionals: true,
    });
  } catch (error) {
    return fail(error);
  }
}

/** The claims of every document, each as its line, which are written as they come. */
async function predict() {
  mkdirSync(dirname(predictions), { recursive: true });
  const file = createWriteStream(predictions);
  const started = performance.now();
  const drawn = [];
  for await (const claim of evaluateFolder(folder)) {
    const line = `${JSON.stringify(claim)}\n`;
    drawn.push({ doc: claim.doc, line });
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`${drawn.length} claims in ${seconds} s: ${predictions}`);
  return drawn;
}

async function report() {
  const all = await documentNames(folder);
  const annotated = all.filter((name) => existsSync(join(folder, `${name}.jsonl`)));
  if (annotated.length < all.length)
    console.error(`${all.length - annotated.length} documents have no NAME.jsonl and are not scored`);
  if (annotated.length === 0) return;
  const scorer = values.scorer ?? nearestScorer(folder) ?? nearestScorer(DEFAULT_FOLDER);
  if (scorer === null) fail(`no score.mjs beside or above ${folder}; name it: --scorer PATH`);
  const parts = {
    all: annotated,
    development: annotated.filter((name) => !isHeldOut(name)),
    'held out': annotated.filter(isHeldOut),
  };
  const scores = Object.entries(parts)
    .filter(([, names]) => names.length > 0)
    .map(([part, names]) => [part, names.length, scored(resolve(scorer), names)]);
  if (values.json)
    console.log(JSON.stringify(Object.fromEntries(scores.map(([part, , score]) => [part, score])), null, 2));
  else printTable(scores);
  // What is held out is told by its totals alone, so that no rule is made for it.
  if (values.details && parts.development.length > 0)
    withPart(parts.development, (...part) => run(resolve(scorer), part, ['--details']));
}

/** The scorer's report on some of the documents. */
function scored(scorer, names) {
  return withPart(names, (...part) => {
    const further = values['by-kind'] ? ['--by-kind'] : [];
    const { status, stdout } = run(scorer, part, ['--json', ...further], ['ignore', 'pipe', 'inherit']);
    if (status !== 0) fail(`the scorer ended with ${status}`);
    return JSON.parse(stdout);
  });
}

function run(scorer, part, options, stdio = 'inherit') {
  return spawnSync(process.execPath, [scorer, ...part, ...options], {
    stdio,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

/** A folder and predictions that hold these documents alone, for the time of the work. */
function withPart(names, work) {
  const part = mkdtempSync(join(tmpdir(), 'tallyman-eval-'));
  try {
    const wanted = new Set(names);
    for (const file of [...names.flatMap((name) => [`${name}.txt`, `${name}.jsonl`]), 'aliases.json'])
      if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(part, file));
    const drawn = join(part, 'predictions');
    writeFileSync(drawn, claims.flatMap(({ doc, line }) => (wanted.has(doc) ? [line] : [])).join(''));
    return work(part, drawn);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function printTable(scores) {
  const slots = Object.keys(scores[0]?.[2].slots ?? {});
  const share = (value) => (typeof value === 'number' ? value.toFixed(3) : '-');
  const head = ['', 'documents', 'claims', 'precision', 'recall', 'F1', 'strict F1', ...slots];
  const rows = scores.map(
    ([
      part,
      documents,
      {
        counts,
        scores: { claim, strict },
        slots: by,
      },
    ]) => [
      part,
      String(documents),
      String(counts.gold),
      ...[claim.precision, claim.recall, claim.f1, strict.f1, ...slots.map((slot) => by[slot]?.accuracy)].map(
        share,
      ),
    ],
  );
  const kinds = scores[0]?.[2].by_kind;
  printRows([head, ...rows]);
  if (!kinds) return;
  console.log();
  printRows([
    ['kind', 'matched', 'annotated', 'predicted', 'F1'],
    ...Object.entries(kinds).map(([kind, { counts, claim }]) => [
      kind,
      ...[counts.matched, counts.gold, counts.predicted].map(String),
      share(claim.f1),
    ]),
  ]);
}

function printRows(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join('  '),
    );
}

function nearestScorer(from) {
  for (let at = from; ; at = dirname(at)) {
    if (existsSync(join(at, 'score.mjs'))) return join(at, 'score.mjs');
    if (at === dirname(at)) return null;
  }
}
