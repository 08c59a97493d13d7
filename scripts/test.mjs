/**
 * `npm test`: installs what is missing, builds, runs every check and every test. The last line counts them; any failure
 * makes the exit code non-zero.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, checkNode, fail, install, ROOT } from './steps.mjs';
import { ensureChromium, ensurePostgres } from './services.mjs';

const CACHE = join(ROOT, '.cache');
const RESULTS = join(CACHE, 'test-results.json');

/** Each counts as one test. */
const CHECKS = {
  types: ['typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'],
  'types of the desk': ['typescript/bin/tsc', '-p', 'web/tsconfig.json', '--noEmit'],
  lint: ['eslint/bin/eslint.js', '.'],
  format: ['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
  layers: [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    'web',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  unused: ['knip/bin/knip.js'],
  licences: ['../scripts/licences.mjs'],
};

checkNode();
install();
await ensurePostgres().catch(fail);
await ensureChromium().catch(fail);
build();
const checks = Object.entries(CHECKS).map(([name, args]) => ({ name, passed: check(name, args) }));
const tests = runTests();
const failedChecks = checks.filter(({ passed }) => !passed);
for (const { name } of failedChecks) console.log(`failed check: ${name}`);
console.log(
  `${tests.passed + checks.length - failedChecks.length} passed, ` +
    `${tests.failed + failedChecks.length} failed, ${tests.skipped} skipped`,
);
process.exit(tests.failed + failedChecks.length > 0 ? 1 : 0);

function check(name, [script, ...args]) {
  console.log(`Checking ${name} ...`);
  return node([join(ROOT, 'node_modules', script), ...args]) === 0;
}

function runTests() {
  mkdirSync(CACHE, { recursive: true });
  rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const status = node([join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters]);
  // Without results the run itself broke down: one failure, whatever else was to be said.
  if (!existsSync(RESULTS)) return { passed: 0, failed: 1, skipped: 0 };
  const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
  // A file that could not be loaded has no tests to fail, but has failed.
  const broken = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = results.numFailedTests + broken.length;
  return {
    passed: results.numPassedTests,
    // An error outside of every test fails the run without failing any of them.
    failed: status === 0 ? failed : Math.max(1, failed),
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function node(args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}
