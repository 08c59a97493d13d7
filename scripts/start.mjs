/**
 * `npm start`: from a fresh clone to the sample case's report in the browser. Installs and builds what is missing,
 * makes `case/`, runs the pipeline, writes the report and serves it. A second start finds all of it done.
 * `--no-serve` ends before serving; PORT chooses the port.
 */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, checkNode, install, ROOT } from './steps.mjs';

const SAMPLE = join(ROOT, 'samples', 'north-korea-russia');
const CASE = join(ROOT, 'case');
const REPORT = join(CASE, 'report.html');

checkNode();
install();
build();
makeCase();
// One process for all commands: each would load the program and the database anew.
const { main } = await import('../dist/cli/program.js');
await tallyman('add', '--offline', join(SAMPLE, 'sources'));
await tallyman('run');
await tallyman('report', '--quiet', '-o', REPORT);
console.log(`Report: ${REPORT}`);
if (!process.argv.includes('--no-serve'))
  await tallyman('serve', ...(process.env.PORT ? ['--port', process.env.PORT] : []));

function makeCase() {
  if (existsSync(join(CASE, 'case.yaml'))) return;
  mkdirSync(join(CASE, 'vocabulary'), { recursive: true });
  copyFileSync(join(SAMPLE, 'case.yaml'), join(CASE, 'case.yaml'));
}

/** Exit code 1 says that something was rejected, which the sample may well be; it is listed, and the case goes on. */
async function tallyman(...args) {
  const status = await main([process.execPath, 'tallyman', '--case', CASE, ...args]);
  if (status > 1) process.exit(status);
}
