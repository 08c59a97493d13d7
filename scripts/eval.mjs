/**
 * `npm run eval -- [DIR] [--predictions FILE] [--scorer PATH]`: draws claims from a folder of annotated documents
 * (NAME.txt with NAME.jsonl), writes them as JSON lines, and prints the table of the scorer `score.mjs` found beside or
 * above the folder. Further options (`--details`, `--by-kind`, `--json`) are the scorer's.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { build, checkNode, fail, install, ROOT } from './steps.mjs';

const DEFAULT_FOLDER = join(ROOT, '..', 'shared', 'gold', 'dev');
const DEFAULT_PREDICTIONS = join(ROOT, '.cache', 'predictions.jsonl');

const { values, positionals, tokens } = parseArgs({
  options: { predictions: { type: 'string' }, scorer: { type: 'string' } },
  allowPositionals: true,
  strict: false,
  tokens: true,
});
const further = tokens
  .filter((token) => token.kind === 'option' && !['predictions', 'scorer'].includes(token.name))
  .map((token) => token.rawName);

const folder = resolve(positionals[0] ?? DEFAULT_FOLDER);
if (!existsSync(folder)) fail(`there is no folder ${folder}; name one: npm run eval -- DIR`);
const predictions = resolve(values.predictions ?? DEFAULT_PREDICTIONS);

checkNode();
install();
build();
await predict();
score();

async function predict() {
  const { evaluateFolder } = await import('../dist/pipeline/eval.js');
  mkdirSync(dirname(predictions), { recursive: true });
  const file = createWriteStream(predictions);
  const started = performance.now();
  let count = 0;
  for await (const claim of evaluateFolder(folder)) {
    if (!file.write(`${JSON.stringify(claim)}\n`)) await once(file, 'drain');
    count++;
  }
  file.end();
  await once(file, 'close');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`${count} claims in ${seconds} s: ${predictions}`);
}

function score() {
  const scorer = values.scorer ?? nearestScorer(folder);
  if (scorer === null) fail(`no score.mjs beside or above ${folder}; name it: --scorer PATH`);
  const { status } = spawnSync(process.execPath, [resolve(scorer), folder, predictions, ...further], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

function nearestScorer(from) {
  for (let at = from; ; at = dirname(at)) {
    if (existsSync(join(at, 'score.mjs'))) return join(at, 'score.mjs');
    if (at === dirname(at)) return null;
  }
}
