import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { legalTestSchema } from '../../src/model/legal-test.js';
import { writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, tallyman, type Ended } from './tallyman.js';

const folder = temporaryFolder();
const root = join(folder, 'shells');
const inCase = (...args: string[]): Ended => tallyman(args, { cwd: root });

const SHELLS = `title: Shells
publisher: Harbour Post
published: 2024-05-02

The Ministry of Defence of South Korea said on 1 May 2024 that North Korea had shipped 3,000 artillery shells to Russia in March 2024.

The Kremlin denied that North Korea had sent artillery shells to Russia.
`;

/** Each command is a process of its own. */
const PATIENCE = 120_000;

beforeAll(() => {
  writeFiles(folder, { 'shells.txt': SHELLS });
  tallyman(['init', 'shells'], { cwd: folder });
  inCase('add', '../shells.txt');
  inCase('run');
}, PATIENCE);

describe('tallyman provisions', { timeout: PATIENCE }, () => {
  it('lists the law without a case, by regime and day', () => {
    const list = (...args: string[]): unknown[] =>
      jsonLines(tallyman(['provisions', '--format', 'jsonl', ...args], { cwd: folder }).stdout).map(
        (line) => (line as { id: string }).id,
      );
    expect(list().length).toBeGreaterThan(60);
    expect(list('--regime', 'iran', '--on', '2022-08-20')).toEqual([
      'ir-2231-b3',
      'ir-2231-b4-to',
      'ir-2231-b4-from',
    ]);
    const myanmar = tallyman(['provisions', '--regime', 'myanmar'], { cwd: folder });
    expect(myanmar).toMatchObject({ status: 0, stdout: '' });
    expect(myanmar.stderr).toMatch(/no arms embargo on Myanmar[^]*75\/287/);
  });

  it('says which regimes there are, and what does not go together', () => {
    const asked = (...args: string[]): Ended => tallyman(['provisions', ...args], { cwd: folder });
    expect(asked('--regime', 'atlantis')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no such regime: atlantis; there are iran, libya') as string,
    });
    expect(asked('--engaged', '--regime', 'iran').stderr).toContain('--regime and --on are for the list');
    expect(asked('f-0000', '--engaged').stderr).toContain('leave out the id or the option');
  });

  it('tests a finding, as text and as data, and every finding', () => {
    const tests = jsonLines(
      inCase('provisions', '--engaged', '--standard', 'one-official', '--format', 'jsonl').stdout,
    ).map((line) => legalTestSchema.parse(line));
    const shells = tests.find(({ provisions }) => provisions.length > 0);
    expect(shells?.provisions.map(({ id, result }) => [id, result])).toContainEqual([
      'kp-1874-9-export',
      'apparent breach',
    ]);
    const id = shells?.finding ?? '';
    const { stdout } = inCase('provisions', id.slice(0, 10), '--standard', 'one-official');
    expect(stdout).toMatch(
      /^S\/RES\/1718 \(2006\), paragraph 8 \(b\) {2}apparent breach {2}kp-1718-8b-export\n/,
    );
    expect(stdout).toMatch(/ {2}act {7}satisfied {4}1 origin: c-[0-9a-f]+; denied: c-[0-9a-f]+\n/);
    expect(inCase('show', id, '--standard', 'one-official').stdout).toContain(
      `\nAgainst the law:\n${stdout}`,
    );
    expect(inCase('provisions', id, '--format', 'csv').stdout).toMatch(/^provision,citation,result,element/);
  });

  it('takes the provisions of the case, and names a fault in them', () => {
    const provision = (item: string): string => `source: [our ministry]
regime: { id: ours, name: Order 1, about: [KP], checked: 2024-12-31 }
provisions:
  - id: ours-1
    symbol: Order 1
    paragraph: '1'
    measure: arms
    effect: prohibits
    binds: [RU]
    in_force: [{ from: 2020-01-01, to: null }]
    words: Russia may get no shells.
    elements:
      act: supply
      actor: { words: Russia, side: recipient }
      item: ${item}
      direction: { words: to Russia, from: any, to: [RU] }
    source: https://example.org/1
`;
    writeFiles(root, { 'law/ours.yaml': provision('all-arms') });
    expect(inCase('provisions', '--engaged').stdout).toMatch(/ours-1 +open elements +act/);
    writeFiles(root, { 'law/ours.yaml': provision('shells') });
    expect(inCase('provisions')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/ours\.yaml:15:13 .*no such goods in terms\.yaml: shells/) as string,
    });
  });
});
