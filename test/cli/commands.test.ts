import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { claimSchema } from '../../src/model/claim.js';
import { documentSchema } from '../../src/model/document.js';
import { findingSchema } from '../../src/model/finding.js';
import { rejectSchema } from '../../src/model/reject.js';
import { reportSchema } from '../../src/model/report.js';
import { DENIAL, SHIPS, TROOPS, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, tallyman, type Ended } from './tallyman.js';

/** One case, from `init` to `doctor`, as a user types it. */

const folder = temporaryFolder();
const root = join(folder, 'flotilla');
const inCase = (...args: string[]): Ended => tallyman(args, { cwd: root });

beforeAll(() => {
  writeFiles(folder, {
    'ships.txt': SHIPS,
    'more/denial.txt': DENIAL,
    'more/troops.txt': TROOPS,
    'more/empty.txt': '',
  });
  expect(
    tallyman(['init', 'flotilla', '--name', 'Flotilla', '--parties', 'KP, RU'], { cwd: folder }),
  ).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(root) as string,
  });
}, 120_000);

describe('tallyman add', () => {
  it('archives files and folders, lists what it refused, and says so by its exit code', () => {
    const { status, stdout, stderr } = inCase('add', '../ships.txt', '../more');
    expect(stdout).toContain('sources:   4 in = 3 out + 1 rejected\n3 new, 0 known already');
    expect(stdout).toContain('rejected: ../more/empty.txt: ');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const archived = join(root, 'archive', sha256(SHIPS).slice(0, 2), sha256(SHIPS));
    expect(readFileSync(archived, 'utf8')).toBe(SHIPS);
  });

  it('takes the same bytes once', () => {
    const { status, stdout } = inCase('add', '--format', 'json', '../ships.txt');
    expect({ status, report: JSON.parse(stdout) as unknown }).toEqual({
      status: 0,
      report: {
        stage: { stage: 'sources', in: 1, out: 1, rejected: 0 },
        added: 0,
        known: 1,
        rejects: [],
        skipped: [],
        interrupted: false,
      },
    });
  });

  it('does not take the case’s own files for sources', () => {
    const { stdout } = inCase('add', '--format', 'json', '.');
    expect(JSON.parse(stdout)).toMatchObject({ stage: { in: 0 } });
  });

  it('fetches nothing offline, and no private address ever', () => {
    const { status, stdout } = inCase('add', '--offline', 'https://example.org/ships.html');
    expect(status).toBe(1);
    expect(stdout).toContain('rejected: https://example.org/ships.html: ');
    const refused = inCase('add', 'http://127.0.0.1:9/inner', 'file:///etc/hostname');
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('sources:   2 in = 0 out + 2 rejected');
  });
});

describe('tallyman run', () => {
  it('takes every source to the ledger, and the next run finds nothing to do', () => {
    const first = inCase('run', '--progress', 'jsonl');
    expect(first.stdout).toMatch(
      /^documents: 3 in = 3 out \+ 0 rejected\nclaims: {4}(\d+) in = (\d+) out \+ (\d+) rejected\nledger: {4}\2 in = \2 out \+ 0 rejected\n/,
    );
    const events = jsonLines(first.stderr);
    expect(events.filter(({ event, stage }) => event === 'step' && stage === 'documents')).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ event: 'end', stage: 'ledger' });

    const second = inCase('run', '--format', 'json');
    expect(second.status).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({
      stages: [
        { stage: 'documents', in: 0, out: 0, rejected: 0 },
        { stage: 'claims', in: 0, out: 0, rejected: 0 },
        { stage: 'ledger' },
      ],
      interrupted: false,
    });
    expect(second.stderr).toBe('');
  });
});

describe('what the case holds', () => {
  it('documents, in every form', () => {
    const records = jsonLines(inCase('documents', '--format', 'jsonl').stdout).map((each) =>
      documentSchema.parse(each),
    );
    expect(records.map(({ title }) => title)).toEqual([
      'Containers leave the northern port',
      'Moscow rejects the charge',
      'Soldiers seen in the east',
    ]);
    const table = inCase('documents').stdout;
    expect(table.split('\n')[0]).toMatch(/^document +published +publisher +title/);
    expect(table).toContain('Containers leave the northern port');
    expect(JSON.parse(inCase('documents', '--format', 'json').stdout)).toEqual(records);
    const csv = inCase('documents', '--format', 'csv').stdout.split('\r\n');
    expect(csv[0]).toMatch(/^id,document,published,published_by,publisher,/);
    expect(csv).toHaveLength(records.length + 2);
  });

  it('documents by publisher and period', () => {
    expect(inCase('documents', '--publisher', 'Fjord Gazette', '--format', 'jsonl').stdout).toContain(
      'Soldiers seen',
    );
    expect(jsonLines(inCase('documents', '--period', '2024-05', '--format', 'jsonl').stdout)).toHaveLength(2);
  });

  it('claims and findings that fit their schemas, each claim in a finding', () => {
    const claims = jsonLines(inCase('claims', '--format', 'jsonl').stdout).map((each) =>
      claimSchema.parse(each),
    );
    const findings = jsonLines(inCase('findings', '--format', 'jsonl').stdout).map((each) =>
      findingSchema.parse(each),
    );
    expect(claims.length).toBeGreaterThan(0);
    expect(new Set(findings.flatMap((finding) => finding.claims.map(({ claim }) => claim)))).toEqual(
      new Set(claims.map(({ id }) => id)),
    );
    expect(findings.map(({ id }) => id)).toEqual(findings.map(({ id }) => id).sort());
  });

  it('claims by filter', () => {
    const all = jsonLines(inCase('claims', '--format', 'jsonl').stdout);
    const containers = inCase('claims', '--item', 'container', '--party', 'north korea', '--format', 'jsonl');
    expect(jsonLines(containers.stdout)).toEqual(
      all.filter(({ item }) => (item as { class: string } | null)?.class === 'container'),
    );
    expect(containers.stdout).not.toBe('');
    const none = inCase('claims', '--claimant', 'nobody of this name');
    expect(none).toMatchObject({
      status: 0,
      stdout: '',
      stderr: 'No claims. Has the case been run (`tallyman run`)?\n',
    });
    expect(inCase('claims', '--claimant', 'nobody of this name', '--quiet').stderr).toBe('');
  });

  it('rejects with their reasons', () => {
    const rejects = jsonLines(inCase('rejects', '--stage', 'sources', '--format', 'jsonl').stdout);
    expect(rejects.map((each) => rejectSchema.parse(each).code).sort()).toEqual([
      'address-refused',
      'address-refused',
      'empty',
      'fetch-failed',
    ]);
  });
});

describe('tallyman show', () => {
  it('prints a claim with its words marked, its archived original and its hash', () => {
    const [claim] = jsonLines(inCase('claims', '--item', 'container', '--format', 'jsonl').stdout).map(
      (each) => claimSchema.parse(each),
    );
    if (!claim) throw new Error('no claim');
    const { status, stdout } = inCase('show', claim.id.slice(0, 10));
    expect(status).toBe(0);
    expect(stdout).toContain(`>>>${SHIPS.slice(...claim.span)}<<<`);
    expect(stdout).toContain(sha256(SHIPS));
    const path = /archived as +(\S+)/.exec(stdout)?.[1] ?? '';
    expect(readFileSync(path, 'utf8')).toBe(SHIPS);
    const shown = JSON.parse(inCase('show', claim.id, '--format', 'json').stdout) as Record<string, unknown>;
    expect(shown).toMatchObject({ type: 'claim', quote: SHIPS.slice(...claim.span), path });
  });

  it('prints a finding and a document by the start of their ids', () => {
    const [finding] = jsonLines(inCase('findings', '--format', 'jsonl').stdout);
    const [document] = jsonLines(inCase('documents', '--format', 'jsonl').stdout);
    expect(inCase('show', String(finding?.['id']).slice(0, 12)).stdout).toContain(String(finding?.['id']));
    expect(inCase('show', String(document?.['id']).slice(0, 12)).stdout).toContain(
      'Containers leave the northern port',
    );
  });

  it('says that there is no such record', () => {
    expect(inCase('show', 'c-0000')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^error: no claim, finding, strike or document has this id \(c-0000\)\n {2}\S/,
      ) as string,
    });
  });
});

describe('tallyman report', () => {
  it('writes a page that needs no network, and the same as data', () => {
    expect(inCase('report', '-o', 'report.html').stdout).toBe(`Wrote ${join(root, 'report.html')}\n`);
    const html = readFileSync(join(root, 'report.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).not.toMatch(/(?:src|href)="https?:/);
    inCase('report', '--quiet', '-o', 'report.json');
    const report = reportSchema.parse(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')));
    expect(report.title).toBe('Flotilla');
  });

  it('is the same file, byte for byte, when nothing changed', () => {
    const before = readFileSync(join(root, 'report.html'));
    inCase('report', '-o', 'again.html');
    expect(readFileSync(join(root, 'again.html')).equals(before)).toBe(true);
  });

  it('knows its forms', () => {
    const { status, stderr } = inCase('report', '-o', 'report.odt');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'error: a report ends in .html, .pdf, .docx, .md or .json (report.odt)\n  See `tallyman help`.\n',
    });
    expect(existsSync(join(root, 'report.odt'))).toBe(false);
  });
});

describe('tallyman doctor', () => {
  it('finds nothing wrong with a sound case', () => {
    const { status, stdout } = inCase('doctor', '--format', 'json');
    const checks = JSON.parse(stdout) as { name: string; problems: string[] }[];
    expect(checks.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['packages', 'archive', 'claims']));
    expect(status).toBe(0);
  });
});

it('the command is a program that can be run by its name', () => {
  const path = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');
  expect(statSync(path).mode & 0o111).toBe(0o111);
  expect(readFileSync(path, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
