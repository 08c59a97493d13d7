import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';
import { isHeldOut } from '../../src/pipeline/eval.js';
import { writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';

/** The real script, with a scorer that only counts what it is given. */

const SCORER = `
import { readFileSync, readdirSync } from 'node:fs';
const [folder, predictions] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const predicted = readFileSync(predictions, 'utf8').split('\\n').filter(Boolean).length;
const ratio = { precision: 0.5, recall: predicted, f1: files.length };
console.log(JSON.stringify({ counts: { gold: files.length }, scores: { claim: ratio, strict: ratio }, slots: { place: { accuracy: 1 } } }));
`;
const text = (n: number): string =>
  `title: Drones ${n}\npublished: 2024-03-05\n\nIran sent ${n} drones to Sudan, the panel said.\n`;
const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa'];
const folder = temporaryFolder();

beforeAll(() => {
  writeFiles(folder, {
    'score.mjs': SCORER,
    'unmarked.txt': text(90),
    ...Object.fromEntries(NAMES.map((name, n) => [`${name}.txt`, text(20 + n)])),
    ...Object.fromEntries(NAMES.map((name) => [`${name}.jsonl`, ''])),
  });
});

it('holds out a third by name', () => {
  const names = Array.from({ length: 3000 }, (_, n) => `document-${n}`);
  expect(names.filter(isHeldOut).length / names.length).toBeCloseTo(1 / 3, 1);
  expect(NAMES.filter(isHeldOut).length).toBeGreaterThan(0);
});

it(
  'predicts every document, and scores the annotated ones in two parts and as a whole',
  { timeout: 300_000 },
  () => {
    const script = join(PACKAGE_ROOT, 'scripts', 'eval.mjs');
    const predictions = join(folder, 'out', 'predictions.jsonl');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [script, folder, '--predictions', predictions],
      {
        encoding: 'utf8',
      },
    );
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('1 documents have no NAME.jsonl') as string,
    });
    const lines = readFileSync(predictions, 'utf8').trim().split('\n');
    const docs = new Set(lines.map((line) => (JSON.parse(line) as { doc: string }).doc));
    expect([...docs].sort()).toEqual([...NAMES, 'unmarked'].sort());
    const held = NAMES.filter(isHeldOut).length;
    const rows = stdout
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/\s{2,}/));
    expect(rows.map(([part, documents]) => [part, documents])).toEqual([
      ['documents', 'claims'],
      ['all', '10'],
      ['development', String(10 - held)],
      ['held out', String(held)],
    ]);
  },
);
