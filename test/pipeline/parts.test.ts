import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimSchema } from '../../src/model/claim.js';
import { findingSchema } from '../../src/model/finding.js';
import { loadVocabulary } from '../../src/model/vocabulary.js';
import { inBatches } from '../../src/pipeline/batches.js';
import { checkInstallation } from '../../src/pipeline/check-installation.js';
import { evaluateFolder } from '../../src/pipeline/eval.js';
import { partyName } from '../../src/pipeline/party-name.js';
import { wholeFinding } from '../../src/pipeline/printed-finding.js';
import { reconcileFolder } from '../../src/pipeline/reconcile-folder.js';
import { writeWhole } from '../../src/pipeline/write-file.js';
import { DENIAL, SHIPS, writeFiles } from './sources.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

const same = (item: number): Promise<number> => Promise.resolve(item);

describe('batches', () => {
  it('give outcomes in the order of the items, with no more under way than asked for', async () => {
    let batches = [[5, 1, 4], [2]];
    let [underWay, most] = [0, 0];
    const work = async (item: number): Promise<string> => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, item));
      underWay--;
      return `done ${item}`;
    };
    const next = (): Promise<number[]> => {
      const [first = [], ...others] = batches;
      batches = others;
      return Promise.resolve(first);
    };
    const seen: [number, string][] = [];
    for await (const [item, outcome] of inBatches(next, work, 2, new AbortController().signal))
      seen.push([item, outcome]);
    expect(seen).toEqual([5, 1, 4, 2].map((item) => [item, `done ${item}`]));
    expect(most).toBe(2);
  });

  it('give every item once, and ask again only when a batch is done', async () => {
    const left = [1, 2, 3, 4, 5];
    const asked: number[] = [];
    const seen: number[] = [];
    const next = (): Promise<number[]> => {
      asked.push(left.length);
      return Promise.resolve(left.slice(0, 2));
    };
    for await (const [item] of inBatches(next, same, 1, new AbortController().signal)) {
      seen.push(item);
      left.shift();
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual([5, 3, 1, 0]);
  });

  it('end between two items when the signal fires', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    for await (const [item] of inBatches(() => Promise.resolve([1, 2, 3]), same, 3, stop.signal)) {
      seen.push(item);
      if (item === 2) stop.abort();
    }
    expect(seen).toEqual([1, 2]);
  });
});

describe('the name of a party', () => {
  const vocabulary = loadVocabulary();
  it.each([
    ['KP', 'KP'],
    ['kp', 'KP'],
    ['North Korea', 'KP'],
    ['north korean', 'KP'],
    ['Russia', 'RU'],
    ['A group of no name', 'A group of no name'],
  ])('%s is %s', (text, name) => {
    expect(partyName(text, vocabulary)).toBe(name);
  });
});

describe('the installation', () => {
  it('is whole here', async () => {
    const checks = await checkInstallation(folder);
    expect(checks.map(({ name }) => name)).toEqual(['Node.js', 'packages', 'OCR data', 'vocabulary', 'disk']);
    expect(checks.filter(({ name }) => name !== 'disk').flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe('evaluating a folder', () => {
  it('gives claims by document name, with offsets into the whole file', async () => {
    const texts = writeFiles(join(folder, 'annotated'), {
      'one.txt': SHIPS,
      'one.jsonl': '',
      'two.txt': DENIAL,
      'notes.md': 'no document',
    });
    const claims = [];
    for await (const claim of evaluateFolder(texts)) claims.push(claimSchema.parse(claim));
    expect([...new Set(claims.map(({ doc }) => doc))]).toEqual(['one', 'two']);
    const container = claims.find(({ item }) => item?.class === 'container');
    expect(SHIPS.slice(...(container?.span ?? [0, 0]))).toMatch(/^The Ministry of Defence .* to Russia\.$/);
  });

  it('says what is wrong with a folder', async () => {
    const drain = async (path: string): Promise<void> => {
      for await (const _ of evaluateFolder(path));
    };
    await expect(drain(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'unreadable' });
    await expect(drain(writeFiles(join(folder, 'none'), { 'a.md': '' }))).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});

describe('reconciling a folder', () => {
  const claim = {
    doc: 'one',
    span: [SHIPS.indexOf('The Ministry'), SHIPS.indexOf('Russia.') + 7],
    kind: 'transfer',
    polarity: 'affirmed',
    modality: 'asserted',
    attribution: [
      { who: 'Ministry of National Defence (South Korea)', role: 'claimant', stated: '2024-05-01' },
    ],
    supplier: 'KP',
    recipient: 'RU',
    item: { class: 'container', wording: 'containers' },
    quantity: { low: 6000, high: null, unit: 'container', wording: 'more than 6,000' },
    when: { edtf: null, scope: 'cumulative' },
  };

  it('gives the findings on the claims noted there, by the names of the documents', async () => {
    const texts = writeFiles(join(folder, 'noted'), {
      'one.txt': SHIPS,
      'one.jsonl': `${JSON.stringify(claim)}\n\n${JSON.stringify({ ...claim, item: { ...claim.item, class: 'artillery_shell' } })}\n`,
      'two.txt': DENIAL,
      'two.jsonl': '',
    });
    const findings = await reconcileFolder(texts);
    for (const finding of findings) findingSchema.parse(wholeFinding(finding));
    expect(findings.map(({ id }) => id)).toEqual(findings.map(({ id }) => id).sort());
    expect(
      findings.flatMap(({ claims }) => claims.map(({ doc, index }) => `${doc}:${index}`)).sort(),
    ).toEqual(['one:0', 'one:1']);
  });

  it.each([
    ['a line that is no JSON', '{'],
    ['a claim that does not fit', JSON.stringify({ ...claim, kind: 'sale' })],
    ['a span outside of the text', JSON.stringify({ ...claim, span: [0, 100_000] })],
  ])('names the file and line of %s', async (_, line) => {
    const texts = writeFiles(join(folder, 'faulty'), {
      'one.txt': SHIPS,
      'one.jsonl': `${JSON.stringify(claim)}\n${line}\n`,
    });
    await expect(reconcileFolder(texts)).rejects.toMatchObject({
      code: 'bad-data',
      where: `${join(texts, 'one.jsonl')}:2`,
    });
  });
});

describe('writing a file whole', () => {
  it('replaces what was there, and leaves nothing beside it', async () => {
    const path = join(folder, 'whole', 'out.txt');
    writeFiles(join(folder, 'whole'), { 'out.txt': 'before' });
    await writeWhole(path, 'after');
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(readdirSync(join(folder, 'whole'))).toEqual(['out.txt']);
  });

  it('leaves a file as it was where it cannot be replaced', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    await expect(writeWhole(join(folder, 'a-file', 'out.txt'), 'text')).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});
