import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rejectSchema } from '../../src/model/reject.js';
import { makePdf } from '../documents/pdf-samples.js';
import { DENIAL, SHIPS, shipment, writeFiles } from '../pipeline/sources.js';
import { makeZip } from '../sources/make-zip.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, tallyman, type Ended } from './tallyman.js';

const folder = temporaryFolder();
const MB = 1024 * 1024;

function newCase(name: string, at = folder): (...args: string[]) => Ended {
  expect(tallyman(['init', name], { cwd: at }).status).toBe(0);
  return (...args) => tallyman(args, { cwd: join(at, name) });
}

const writing = (pdf: PDFKit.PDFDocument): void => {
  pdf
    .addPage()
    .text('The harbour master counted 412 containers on the quay, and wrote down every one of them.');
};

describe('a folder with bad files among good ones', () => {
  let inCase: (...args: string[]) => Ended;
  let add: Ended;
  let run: Ended;

  beforeAll(async () => {
    const whole = await makePdf(writing);
    writeFiles(join(folder, 'mixed'), {
      'good/ships.txt': SHIPS,
      'good/denial.txt': DENIAL,
      'good/quay.pdf': whole,
      'bad/truncated.pdf': whole.slice(0, Math.floor(whole.length / 3)),
      'bad/locked.pdf': await makePdf(writing, { userPassword: 'secret', ownerPassword: 'secret' }),
      'bad/bomb.docx': makeZip([
        { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
        { name: 'word/document.xml', bytes: Buffer.alloc(200 * MB, 0x20), deflate: true },
      ]),
      'bad/binary.txt': Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256),
      'bad/empty.html': '',
      'bad/huge.html': Buffer.alloc(100 * MB, '<p>more of the same</p>\n'),
    });
    inCase = newCase('mixed-case');
    add = inCase('add', '--format', 'json', '../mixed');
    run = inCase('run', '--format', 'json');
  }, 300_000);

  it('loses none of the good ones', () => {
    const documents = jsonLines(inCase('documents', '--format', 'jsonl').stdout);
    expect(documents.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Containers leave the northern port', 'Moscow rejects the charge']),
    );
    expect(documents.map(({ text }) => text).join()).toContain('412 containers on the quay');
    expect(documents).toHaveLength(3);
  });

  it('accounts for every file, and says by its exit code that some were rejected', () => {
    const { stage } = JSON.parse(add.stdout) as { stage: { in: number; out: number; rejected: number } };
    expect(stage.in).toBe(9);
    expect(stage.in).toBe(stage.out + stage.rejected);
    const [documents] = (JSON.parse(run.stdout) as { stages: (typeof stage)[] }).stages;
    expect(documents).toMatchObject({ in: stage.out, out: 3, rejected: stage.out - 3 });
    expect([add.status, run.status]).toEqual([1, 1]);
    expect([add.stderr, run.stderr]).toEqual(['', '']);
  });

  it('names each bad file with its own reason', () => {
    const rejects = jsonLines(inCase('rejects', '--format', 'jsonl').stdout).map((each) =>
      rejectSchema.parse(each),
    );
    const codes = Object.fromEntries(
      rejects
        .filter(({ stage }) => stage !== 'claims')
        .map(({ where, code }) => [/bad\/[\w.]+/.exec(where)?.[0] ?? where, code] as const),
    );
    expect(codes).toEqual({
      'bad/truncated.pdf': 'malformed',
      'bad/locked.pdf': 'encrypted',
      'bad/bomb.docx': 'too-large',
      'bad/binary.txt': 'unsupported',
      'bad/empty.html': 'empty',
      'bad/huge.html': 'too-large',
    });
    for (const { reason, remedy } of rejects) expect([reason, remedy]).not.toContain('');
  });

  it('leaves a sound case', () => {
    expect(inCase('doctor').status).toBe(0);
  });
});

describe('a folder with 2,000 files', () => {
  it('is taken in whole, and every file comes out', () => {
    const files = Object.fromEntries(
      Array.from({ length: 2000 }, (_, n) => [`${n % 50}/${n}.txt`, shipment(n)]),
    );
    writeFiles(join(folder, 'many'), files);
    const inCase = newCase('many-case');
    expect(inCase('add', '--quiet', '../many').status).toBe(0);
    const { stages } = JSON.parse(inCase('run', '--format', 'json').stdout) as {
      stages: Record<string, unknown>[];
    };
    expect(stages[0]).toEqual({ stage: 'documents', in: 2000, out: 2000, rejected: 0 });
    expect(jsonLines(inCase('documents', '--format', 'jsonl').stdout)).toHaveLength(2000);
  }, 600_000);
});

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'a disk that fills up during add',
  () => {
    it('keeps what it has, writes nothing by halves, and goes on when there is room', () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', disk]);
      expect(mounted.status).toBe(0);
      try {
        const inCase = newCase('case', disk);
        const first = inCase('add', join(folder, 'mixed', 'good'));
        expect(first.status, first.stderr).toBe(0);
        const pages = Object.fromEntries(
          Array.from({ length: 40 }, (_, n) => [
            `${n}.html`,
            `<p>${n}</p>${'<p>A long page.</p>'.repeat(120_000)}`,
          ]),
        );
        writeFiles(join(folder, 'large'), pages);
        const { status, stderr } = inCase('add', '--quiet', join(folder, 'large'));
        expect(stderr).toMatch(
          /^error: (?:no space is left|the database needs \d+ MiB of free disk) .*\n {2}Free some space/,
        );
        expect(status).toBe(1);
        expect(readdirSync(join(disk, 'case', 'archive', 'partial'))).toEqual([]);

        expect(spawnSync('mount', ['-o', 'remount,size=400m', disk]).status).toBe(0);
        const checks = JSON.parse(inCase('doctor', '--format', 'json').stdout) as {
          name: string;
          problems: string[];
        }[];
        const faults = checks
          .flatMap(({ problems }) => problems)
          .filter((text) => !text.includes('run `tallyman run`'));
        expect(faults).toEqual([]);
        const again = JSON.parse(inCase('add', '--format', 'json', join(folder, 'large')).stdout) as {
          stage: unknown;
        };
        expect(again.stage).toEqual({ stage: 'sources', in: 40, out: 40, rejected: 0 });
      } finally {
        spawnSync('umount', [disk]);
      }
    }, 300_000);
  },
);

it('a file that may not be read is named, and stops nothing', () => {
  const inCase = newCase('gone-case');
  writeFileSync(join(folder, 'here.txt'), SHIPS);
  const { status, stdout } = inCase('add', '../missing.txt', '../here.txt');
  expect(status).toBe(1);
  expect(stdout).toContain('sources:   2 in = 1 out + 1 rejected');
  expect(stdout).toMatch(/rejected: \.\.\/missing\.txt: .+\n {2}Check that the path exists/);
});
