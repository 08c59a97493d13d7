import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { explanationSchema } from '../../src/model/explanation.js';
import { caseMaker } from '../pipeline/new-case.js';
import { SHIPS, TROOPS, writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { jsonLines, tallyman } from './tallyman.js';

const folder = temporaryFolder();
const makeCase = caseMaker();
const MAIL = `From: desk@example.org
To: team@example.org
Date: Thu, 02 May 2024 08:00:00 +0000
Subject: Two texts
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8

Iran has delivered 40 drones to Sudan, the ministry said.
--cut
Content-Type: text/plain; name=troops.txt
Content-Disposition: attachment; filename=troops.txt

${TROOPS}
--cut--
`;

beforeAll(() => {
  writeFiles(folder, {
    'ships.txt': SHIPS,
    'two.eml': MAIL,
    'empty.txt': '',
    'odd.txt': `${SHIPS}\n\u001b[2J\n`,
  });
});

describe('tallyman explain FILE', { timeout: 300_000 }, () => {
  it('needs no case, and says what was found, claimed and passed over', () => {
    const { status, stdout, stderr } = tallyman(['explain', 'ships.txt'], { cwd: folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Containers leave the northern port\n');
    expect(stdout).toMatch(/figure +"more than 6,000" claimed \[6000 to open container\]: by c-/);
    expect(stdout).toMatch(
      /speaker +Ministry of National Defence \(South Korea\)|speaker +Ministry of Defence/,
    );
    expect(stdout).toMatch(/by rules +said:say act:/);
    expect(stdout).not.toContain('\u001b');
  });

  it('gives the same as data, for each document in a mail', () => {
    const { status, stdout } = tallyman(['explain', 'two.eml', '--format', 'json'], { cwd: folder });
    expect(status).toBe(0);
    const { documents, rejects } = JSON.parse(stdout) as { documents: unknown[]; rejects: unknown[] };
    expect(rejects).toEqual([]);
    const explained = documents.map((each) => explanationSchema.parse(each));
    expect(explained.map(({ claims }) => claims.length > 0)).toEqual([true, true]);
    expect(tallyman(['explain', 'two.eml', '--format', 'json'], { cwd: folder }).stdout).toBe(stdout);
  });

  it('writes a page that opens offline, by the ending of its name', () => {
    const { stdout } = tallyman(['explain', 'odd.txt', '-o', 'odd.html'], { cwd: folder });
    expect(stdout).toBe(`Wrote ${join(folder, 'odd.html')}\n`);
    const html = readFileSync(join(folder, 'odd.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain('http-equiv="content-security-policy" content="default-src');
  });

  it('says what it could not read, by exit code 1', () => {
    for (const [name, reason] of [
      ['empty.txt', /holds nothing|no bytes|empty/],
      ['none.txt', /none\.txt/],
      ['https://example.org/', /network is switched off/],
    ] as const) {
      const { status, stderr } = tallyman(['explain', name], { cwd: folder });
      expect({ name, status }).toEqual({ name, status: 1 });
      expect(stderr).toMatch(reason);
    }
    expect(tallyman(['explain', 'ships.txt', '-o', 'x.pdf'], { cwd: folder }).status).toBe(2);
    expect(tallyman(['explain', 'abcdef12'], { cwd: folder }).stderr).toContain('no case.yaml here or above');
  });
});

describe('tallyman explain ID', () => {
  it('explains a document of the case, with the names of the case', () => {
    const { root } = makeCase(join(folder, 'case'));
    writeFiles(join(root, 'vocabulary'), {
      'items.case.yaml':
        'source: [a field manual]\nentries:\n  - class: rocket\n    unit: round\n    terms: [gnurfle]\n',
    });
    writeFiles(folder, { 'gnurfles.txt': SHIPS.replace('containers of artillery shells', 'gnurfles') });
    const inCase = (...args: string[]) => tallyman(args, { cwd: root });
    inCase('add', '../gnurfles.txt');
    inCase('run');
    const [claim] = jsonLines(inCase('claims', '--format', 'jsonl').stdout);
    const byClaim = inCase('explain', String(claim?.['id']), '--format', 'json');
    const byDocument = inCase('explain', String(claim?.['doc']).slice(0, 12), '--format', 'json');
    expect(byClaim.stdout).toBe(byDocument.stdout);
    const { documents } = JSON.parse(byClaim.stdout) as { documents: unknown[] };
    expect(explanationSchema.parse(documents[0]).claims[0]).toMatchObject({ item: { class: 'rocket' } });
    // A file within a case is read with the names of the case, too.
    expect(inCase('explain', '../gnurfles.txt').stdout).toMatch(/goods +"more than 6,000 gnurfles" rocket/);
  }, 300_000);
});
