/** Steps that `npm start` and `npm test` share. Plain Node: nothing may be installed yet when they run. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const INSTALLED = join(ROOT, 'node_modules', '.tallyman-installed');
const DIST = join(ROOT, 'dist');
const BUILT_FROM = 'built-from.json';
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command in the repository's root; its output goes to the terminal. Ends this process where it fails. */
export function must(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Ends this process with a message or an error's. */
export function fail(problem) {
  console.error(`error: ${problem instanceof Error ? problem.message : problem}`);
  process.exit(1);
}

/** Stops where Node.js is older than package.json asks for. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = engines.node
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  const running = process.versions.node.split('.').map(Number);
  const differing = wanted.findIndex((part, n) => part !== running[n]);
  if (differing >= 0 && running[differing] < wanted[differing])
    fail(
      `Node.js ${engines.node} is needed, this is ${process.versions.node}. See https://nodejs.org/en/download`,
    );
}

/** Installs the packages of package-lock.json unless these very ones are installed. */
export function install() {
  const wanted = hashOf([join(ROOT, 'package-lock.json')]);
  if (readOrNull(INSTALLED) === wanted) return;
  // Installed by hand (`npm ci`, `npm install`): npm's own record of what it installed is as new as the lock.
  if (!existsSync(INSTALLED) && installedByHand()) return writeFileSync(INSTALLED, wanted);
  console.error('Installing packages ...');
  must(NPM, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(INSTALLED, wanted);
}

function installedByHand() {
  const record = readOrNull(join(ROOT, 'node_modules', '.package-lock.json'));
  if (record === null) return false;
  const { packages: installed } = JSON.parse(record);
  const { packages: wanted } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Compiles `src/` to `dist/`, and the desk of `web/` to `dist/web`, unless these very files made what is there. */
export function build() {
  const settings = ['tsconfig.json', 'package-lock.json'].map((name) => join(ROOT, name));
  const own = (folder, ...more) => hashOf([...settings, ...more, ...filesUnder(join(ROOT, folder))]);
  // The desk takes types from src/, which leave no trace in what is built.
  const wanted = { code: own('src', join(ROOT, 'tsconfig.build.json')), desk: own('web') };
  const built = JSON.parse(readOrNull(join(DIST, BUILT_FROM)) ?? '{}');
  if (built.code === wanted.code && built.desk === wanted.desk) return;
  console.error('Building ...');
  // Built aside and put in place whole, so that a build that fails or is stopped leaves the last one as it was.
  const aside = join(ROOT, '.cache', `build-${process.pid}`);
  process.once('exit', () => rmSync(aside, { recursive: true, force: true }));
  if (built.code === wanted.code)
    cpSync(DIST, aside, { recursive: true, filter: (path) => path !== join(DIST, 'web') });
  else compile(aside);
  if (built.desk === wanted.desk) cpSync(join(DIST, 'web'), join(aside, 'web'), { recursive: true });
  else bundle(join(aside, 'web'));
  writeFileSync(join(aside, BUILT_FROM), JSON.stringify(wanted));
  rmSync(DIST, { recursive: true, force: true });
  renameSync(aside, DIST);
}

function compile(folder) {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  must(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', folder, '--noEmitOnError']);
  chmodSync(join(folder, 'cli', 'main.js'), 0o755);
}

function bundle(folder) {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('web', 'vite.config.ts');
  must(process.execPath, [vite, 'build', '--config', config, '--outDir', folder, '--logLevel', 'warn'], {
    // What a script prints is its own, and may be read by a program.
    stdio: ['ignore', 2, 2],
  });
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}

function readOrNull(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
