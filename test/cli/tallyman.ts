import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from '../../scripts/steps.mjs';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';

/** The real command line, as its own process, built from the sources as they are. */

const CLI = join(PACKAGE_ROOT, 'dist', 'cli', 'main.js');

build();

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Where {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function tallyman(args: readonly string[], { cwd, env = {} }: Where): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** A command under way, and how it ends. */
export function startTallyman(
  args: readonly string[],
  { cwd, env = {} }: Where,
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { child, ended };
}

/** Waits until a command under way has written this to one of its streams. */
export function written(child: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child[stream]?.on('data', (part: string) => {
      text += part;
      if (pattern.test(text)) resolve(text);
    });
    child.on('close', () => reject(new Error(`ended without ${String(pattern)}: ${text}`)));
  });
}

/** JSON lines as records. */
export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Colours and bars depend on the terminal, the store on DATABASE_URL: none of it comes from the tester's shell. */
function environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, DATABASE_URL: ___, ...rest } = process.env;
  return { ...rest, ...own };
}
