/**
 * `npm start`: from a fresh clone to the sample case's report in the browser. Installs and builds what is missing,
 * makes `case/`, runs the pipeline, writes the report and serves it. A second start finds all of it done.
 * `--no-serve` ends before serving; PORT chooses the port.
 */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, checkNode, fail, install, ROOT } from './steps.mjs';

const SAMPLE = join(ROOT, 'samples', 'north-korea-russia');
const CASE = join(ROOT, 'case');
const REPORT = join(CASE, 'report.html');
const TALLYMAN = join(ROOT, 'dist', 'cli', 'main.js');

checkNode();
install();
build();
makeCase();
tallyman('add', '--offline', '--quiet', join(SAMPLE, 'sources'));
tallyman('run');
tallyman('report', '--quiet', '-o', REPORT);
console.log(`Report: ${REPORT}`);
if (!process.argv.includes('--no-serve')) serve();

function makeCase() {
  if (existsSync(join(CASE, 'case.yaml'))) return;
  mkdirSync(join(CASE, 'vocabulary'), { recursive: true });
  copyFileSync(join(SAMPLE, 'case.yaml'), join(CASE, 'case.yaml'));
}

/** Exit code 1 says that something was rejected, which the sample may well be; it is listed, and the case goes on. */
function tallyman(...args) {
  const { status, signal } = spawnSync(process.execPath, [TALLYMAN, '--case', CASE, ...args], {
    stdio: 'inherit',
  });
  if (status !== 0 && status !== 1) {
    if (signal === null && status !== 130) fail(`tallyman ${args.join(' ')} ended with ${status}`);
    process.exit(status ?? 1);
  }
}

function serve() {
  const port = process.env.PORT ? ['--port', process.env.PORT] : [];
  const server = spawn(process.execPath, [TALLYMAN, '--case', CASE, 'serve', ...port], { stdio: 'inherit' });
  // Ctrl-C reaches the server as well, which closes the case; this process waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  server.on('exit', (status) => process.exit(status ?? 0));
}
