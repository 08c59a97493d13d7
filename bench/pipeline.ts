import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/core/package-root.js';

/**
 * A folder of small texts (10,000 by default) through `add` and `run` of the real command line. Prints for each the
 * wall time and the files a second.
 */
const files = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'tallyman-bench-'));
try {
  writeTexts(join(folder, 'sources'), files);
  tallyman('init', 'case');
  measured('add', ['add', '--quiet', 'sources']);
  measured('run', ['run', '--format', 'json']);
  measured('run again', ['run', '--format', 'json']);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeTexts(into: string, count: number): void {
  for (let n = 0; n < count; n++) {
    const inner = join(into, String(n % 100));
    mkdirSync(inner, { recursive: true });
    writeFileSync(
      join(inner, `${n}.txt`),
      `title: Shipment ${n}\npublisher: Harbour Post\npublished: 2024-06-${String((n % 28) + 1).padStart(2, '0')}\n\n` +
        `The Ministry of Defence of Ukraine said that North Korea had delivered ${n + 2},000 artillery shells to Russia.\n`,
    );
  }
}

function tallyman(...args: string[]): string {
  const program = join(PACKAGE_ROOT, 'dist', 'cli', 'main.js');
  const where = args[0] === 'init' ? [] : ['--case', 'case'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...where, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tallyman ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return stdout;
}

function measured(name: string, args: string[]): void {
  const started = performance.now();
  const printed = tallyman(...args).trim();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${name.padEnd(10)} ${seconds.toFixed(1)} s, ${(files / seconds).toFixed(0)} files/s  ${printed}`,
  );
}
