import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../scripts/services.mjs';
import { bodyText } from '../src/model/document.js';
import { claimCases } from '../test/cases/claims/cases.js';
import { startTallyman, tallyman, written } from '../test/cli/tallyman.js';
import { writeFiles } from '../test/pipeline/sources.js';

/**
 * Documents a second that 1, 2 and 4 worker processes read and commit, on one case and one Postgres server, and what
 * that is to one worker. Wall time, from when each has read its first. Argument: documents.
 */
const size = Number(process.argv[2] ?? 400);
const LENGTH = 2048;

const paragraphs = (await claimCases()).flatMap(({ document }) => bodyText(document).split('\n\n'));

/** A page of about that length, from paragraphs of the golden documents, beginning at another each time. */
function page(n: number): string {
  const parts: string[] = [];
  for (let [length, at] = [0, n]; length < LENGTH; at += 1) {
    const part = paragraphs[at % paragraphs.length] ?? '';
    parts.push(part);
    length += part.length;
  }
  return `title: Page ${n}\npublisher: Bench\npublished: 2024-06-01\n\n${parts.join('\n\n')}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'tallyman-bench-'));
const server = await startPostgres();
const env = { DATABASE_URL: server.url };
try {
  writeFiles(
    join(folder, 'sources'),
    Object.fromEntries(Array.from({ length: size }, (_, n) => [`${n}.txt`, page(n)])),
  );
  console.log(`${size} documents of ${LENGTH} characters, ${availableParallelism()} cores`);
  let alone = 0;
  for (const count of [1, 2, 4]) {
    const speed = await measure(count);
    alone ||= speed;
    console.log(
      `${count} worker${count === 1 ? ' ' : 's'}  ${speed.toFixed(1)} documents/s  ${(speed / alone).toFixed(2)} times one worker`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(count: number): Promise<number> {
  const root = join(folder, `on ${count}`);
  tallyman(['init', root], { cwd: folder });
  tallyman(['add', '--quiet', '../sources'], { cwd: root, env });
  const where = { cwd: root, env };
  const run = startTallyman(['run', '--queue', '--progress', 'jsonl'], where);
  await written(run.child, 'stderr', /"event":"begin"/);
  const workers = Array.from({ length: count }, () => startTallyman(['worker', '--drain'], where));
  let done = 0;
  for (const { child } of workers)
    child.stdout?.on('data', (text: Buffer | string) => (done += String(text).split('claims: ').length - 1));
  // From when each has read one: to start and to compile the vocabulary takes a worker seconds.
  await Promise.all(workers.map(({ child }) => written(child, 'stdout', /^claims: /m)));
  const [started, before] = [performance.now(), done];
  await Promise.all(workers.map((worker) => worker.ended));
  const seconds = (performance.now() - started) / 1000;
  await run.ended;
  return (done - before) / seconds;
}
