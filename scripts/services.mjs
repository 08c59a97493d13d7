import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What the tests need beside Node.js: PostgreSQL's programs and Chromium. On Debian as root they are installed; else the
 * error says what to do.
 */

/**
 * Makes sure that PostgreSQL's programs are there.
 * @returns {Promise<string>} the folder of `initdb` and `postgres`
 */
export async function ensurePostgres() {
  const found = postgresFolder();
  if (found !== null) return found;
  await install('postgresql', 'PostgreSQL', [
    'Debian, Ubuntu:  sudo apt-get install postgresql',
    'Fedora:          sudo dnf install postgresql-server',
    'macOS:           brew install postgresql@17',
    'or set TALLYMAN_TEST_DATABASE_URL to a server on which tests may make schemas and drop them.',
  ]);
  const installed = postgresFolder();
  if (installed === null)
    throw new Error('PostgreSQL was installed, but initdb and postgres were not found.');
  return installed;
}

/**
 * Makes sure that Chromium is there.
 * @returns {Promise<string>} the path of its program
 */
export async function ensureChromium() {
  const found = chromiumProgram();
  if (found !== null) return found;
  await install('chromium', 'Chromium', [
    'Debian:   sudo apt-get install chromium',
    'Fedora:   sudo dnf install chromium',
    'macOS:    brew install --cask chromium',
    'or set CHROMIUM_PATH to the program of a Chromium or Chrome.',
  ]);
  const installed = chromiumProgram();
  if (installed === null) throw new Error('Chromium was installed, but its program was not found.');
  return installed;
}

/**
 * Starts a throw-away server in a temporary folder, reached by a socket in it; no other user can reach it. It ends, and
 * its folder goes, with `stop` or with this process, however that ends.
 * @returns {Promise<{ url: string, restart: () => void, stop: () => Promise<void> }>} `restart` breaks every connection
 */
export async function startPostgres() {
  const programs = await ensurePostgres();
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-pg-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, ...user, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
  }
  // The shell waits for the end of its input, which comes with `stop` and with the end of this process, even by -9.
  const script =
    '"$1" -D "$2" -k "$3" -c listen_addresses= -F >"$3/log" 2>&1 & cat >/dev/null; ' +
    // By its own file: after a restart it is no child of this shell.
    'kill -INT "$(head -n 1 "$2/postmaster.pid")"; while [ -e "$2/postmaster.pid" ]; do sleep 0.05; done; rm -rf "$3"';
  const shell = spawn('sh', ['-c', script, 'sh', join(programs, 'postgres'), data, folder], {
    ...options,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => shell.once('exit', resolve));
  const stop = async () => {
    shell.stdin.end();
    await ended;
  };
  const restart = () => {
    const again = ['restart', '-D', data, '-m', 'immediate', '-w', '-l', join(folder, 'log')];
    const { status, stderr } = spawnSync(join(programs, 'pg_ctl'), again, {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the server did not start again: ${stderr}`);
  };
  const ready = join(data, 'postmaster.pid');
  for (let waited = 0; ; waited += 50) {
    // The eighth line of this file is the server's state.
    if (existsSync(ready) && /^ready/m.test(readFileSync(ready, 'utf8'))) break;
    if (waited > 60_000) {
      const log = readFileSync(join(folder, 'log'), 'utf8');
      await stop();
      throw new Error(`the server did not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, restart, stop };
}

function postgresFolder() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return (
    folders.find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres'))) ?? null
  );
}

function chromiumProgram() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH names no program: ${named}`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const paths = [
    ...(process.env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return paths.find(isProgram) ?? null;
}

/** Installs a Debian package where that is possible, else throws with what a person can do. */
async function install(name, title, instructions) {
  const possible = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!possible) {
    throw new Error(
      `The tests need ${title}. Install it:\n${instructions.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  console.error(`Installing ${title} (apt-get install ${name})`);
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', name);
}

const APT_GET = 'apt-get';

function aptGet(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(APT_GET, ['-q', ...args], {
      // What the package manager tells is no output of the tests.
      stdio: ['ignore', process.stderr, 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`apt-get ${args.join(' ')} ended with ${code}`)),
    );
  });
}

/** PostgreSQL does not run as root: there it runs as the user that its package made. */
function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    if (status !== 0) throw new Error('There is no user `postgres`, as whom the server would run.');
    return Number(stdout);
  });
  return { uid, gid };
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
