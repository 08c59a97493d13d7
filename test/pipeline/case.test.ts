import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import type { Claim } from '../../src/model/claim.js';
import type { StageCount } from '../../src/model/reject.js';
import { addSources, type AddReport } from '../../src/pipeline/add.js';
import { checkCase } from '../../src/pipeline/check-case.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import type { Progress } from '../../src/pipeline/progress.js';
import { currentReport, writeReport } from '../../src/pipeline/report.js';
import { run } from '../../src/pipeline/run.js';
import { show } from '../../src/pipeline/show.js';
import { all, caseMaker, openAlone } from './new-case.js';
import { DENIAL, SHIPS, shipment, TROOPS, writeFiles } from './sources.js';
import { temporaryFolder } from './temporary-folder.js';

/** The pipeline over a real database and a real archive, one case a test. */

const folder = temporaryFolder();
const newCase = caseMaker();
let sources: string;
let open: OpenCase;
let number = 0;

beforeEach(async () => {
  number++;
  sources = join(folder, `sources-${number}`);
  mkdirSync(sources);
  open = await openAlone(newCase(join(folder, `case-${number}`), { name: 'Flotilla' }));
});
afterEach(async () => {
  await open.close();
});

const NEVER = new AbortController().signal;

const add = (files: Readonly<Record<string, string | Uint8Array>>): Promise<AddReport> =>
  addSources(open, [writeFiles(sources, files)], { online: false, signal: NEVER });

const faults = async (): Promise<string[]> => (await checkCase(open)).flatMap(({ problems }) => problems);
const counts = (stages: readonly StageCount[]): string[] =>
  stages.map(({ stage, in: taken, out, rejected }) => `${stage}: ${taken} = ${out} + ${rejected}`);

describe('adding', () => {
  it('keeps where bytes came from, and the same bytes from two places once', async () => {
    const report = await add({ 'a/ships.txt': SHIPS, 'b/copy.txt': SHIPS });
    expect(report).toMatchObject({ stage: { in: 2, out: 2, rejected: 0 }, added: 2, known: 0 });
    const kept = await all(open.store.sources());
    expect(kept.map(({ id, size }) => [id, size])).toEqual([[sha256(SHIPS), Buffer.byteLength(SHIPS)]]);
    expect(kept[0]?.origins.map(({ uri }) => uri)).toEqual([
      `file:../sources-${number}/a/ships.txt`,
      `file:../sources-${number}/b/copy.txt`,
    ]);
    expect(await add({})).toMatchObject({ stage: { in: 2 }, added: 0, known: 2 });
  });

  it('forgets a reject when its file can be taken in at last', async () => {
    await add({ 'note.txt': '' });
    expect((await open.store.rejects('sources')).map(({ code }) => code)).toEqual(['empty']);
    expect(await add({ 'note.txt': SHIPS })).toMatchObject({ stage: { in: 1, out: 1 } });
    expect(await open.store.rejects('sources')).toEqual([]);
  });

  it('stops between two files when it is asked to', async () => {
    const stop = new AbortController();
    const progress: Progress = { begin: () => undefined, step: () => stop.abort(), end: () => undefined };
    writeFiles(sources, { '1.txt': SHIPS, '2.txt': DENIAL });
    const report = await addSources(open, [sources], { online: false, signal: stop.signal, progress });
    expect(report).toMatchObject({ stage: { in: 1, out: 1 }, interrupted: true });
  });
});

describe('a run', () => {
  it('balances every stage, and does nothing the second time', async () => {
    await add({ 'ships.txt': SHIPS, 'denial.txt': DENIAL, 'zeros.bin': new Uint8Array(64) });
    const { stages, interrupted } = await run(open);
    expect(interrupted).toBe(false);
    for (const stage of stages) expect(stage.in).toBe(stage.out + stage.rejected);
    const claims = await all(open.store.claims());
    expect(counts(stages).at(-1)).toBe(`ledger: ${claims.length} = ${claims.length} + 0`);
    expect(counts((await run(open)).stages)).toEqual([
      'documents: 0 = 0 + 0',
      'claims: 0 = 0 + 0',
      `ledger: ${claims.length} = ${claims.length} + 0`,
    ]);
    expect(await faults()).toEqual([]);
  });

  it('gives the same ledger whatever the order in which sources were added', async () => {
    await add({ 'a.txt': SHIPS, 'b.txt': TROOPS, 'c.txt': DENIAL });
    await run(open);
    const [state, findings] = [await open.store.ledgerState(), await all(open.store.findings())];
    await open.close();
    open = await openAlone(newCase(join(folder, `case-${number}-again`), { name: 'Flotilla' }));
    for (const text of [DENIAL, SHIPS, TROOPS]) {
      writeFiles(sources, { 'one.txt': text });
      await addSources(open, [join(sources, 'one.txt')], { online: false, signal: NEVER });
      await run(open);
    }
    expect(await all(open.store.findings())).toEqual(findings);
    expect(await open.store.ledgerState()).toBe(state);
  });

  it('tells what it does, step by step', async () => {
    await add({ 'ships.txt': SHIPS, 'denial.txt': DENIAL });
    const told: string[] = [];
    await run(open, {
      progress: {
        begin: (stage, total) => told.push(`${stage} of ${total}`),
        step: (stage) => told.push(stage),
        end: (count) => told.push(`${count.stage} done`),
      },
    });
    expect(told.slice(0, 8)).toEqual([
      'documents of 2',
      'documents',
      'documents',
      'documents done',
      'claims of 2',
      'claims',
      'claims',
      'claims done',
    ]);
    expect(told.at(-1)).toBe('ledger done');
  });

  it('stops after the item at hand and goes on from there', async () => {
    await add(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`${n}.txt`, shipment(n)])));
    const stop = new AbortController();
    let steps = 0;
    const progress: Progress = {
      begin: () => undefined,
      step: () => {
        if (++steps === 2) stop.abort();
      },
      end: () => undefined,
    };
    const first = await run(open, { progress, signal: stop.signal });
    expect([first.interrupted, counts(first.stages)]).toEqual([true, ['documents: 2 = 2 + 0']]);
    expect((await faults()).filter((fault) => fault.startsWith('neither read nor rejected'))).toHaveLength(4);
    expect(counts((await run(open)).stages)[0]).toBe('documents: 4 = 4 + 0');
    expect(await faults()).toEqual([]);
  });

  it('reads every document again when an analyst adds a name', async () => {
    await add({ 'ships.txt': SHIPS.replaceAll('artillery shells', 'gnurfle grenades') });
    await run(open);
    const items = async (): Promise<unknown[]> =>
      (await all(open.store.claims())).map(({ item }) =>
        item?.wording.includes('gnurfle') ? item.class : null,
      );
    const before = await items();
    writeFileSync(
      join(open.folder.vocabulary, 'items.case.yaml'),
      'source: [a field manual]\nentries:\n  - class: rocket\n    unit: round\n    terms: [gnurfle grenade]\n',
    );
    await open.close();
    open = await openAlone(open.folder);
    expect(counts((await run(open)).stages)[1]).toMatch(/^claims: [1-9]/);
    expect(before).not.toContain('rocket');
    expect(await faults()).toEqual([]);
  });
});

describe('showing', () => {
  let claims: Claim[];
  beforeEach(async () => {
    await add({ 'ships.txt': SHIPS, 'denial.txt': DENIAL });
    await run(open);
    claims = await all(open.store.claims());
  });

  it('gives a claim with the words around it, unchanged', async () => {
    const [claim] = claims;
    const shown = await show(open, claim?.id ?? '');
    if (shown.type !== 'claim') throw new Error('no claim');
    expect(shown.document.text).toContain(shown.before + shown.quote + shown.after);
    expect(shown.quote).toBe(shown.document.text.slice(...shown.claim.span));
    expect(sha256(readFileSync(shown.path))).toBe(shown.source.id);
  });

  it('takes the beginning of an id where one record alone has it', async () => {
    const [claim] = claims;
    expect(await show(open, claim?.id.slice(0, 12) ?? '')).toMatchObject({
      type: 'claim',
      claim: { id: claim?.id },
    });
    await expect(show(open, 'c-')).rejects.toMatchObject({ code: 'usage' });
    for (const none of ['c-zz', 'f-zz', '00', '', '../case.yaml', 'e-1'])
      await expect(show(open, none)).rejects.toMatchObject({
        code: expect.stringMatching(/not-found|usage/) as string,
      });
  });

  it('gives a finding with its claims in order, and a document with its own', async () => {
    for (const finding of await all(open.store.findings())) {
      const shown = await show(open, finding.id);
      if (shown.type !== 'finding') throw new Error('no finding');
      expect(shown.claims.map(({ claim }) => claim.id)).toEqual(finding.claims.map(({ claim }) => claim));
    }
    for (const document of await all(open.store.documents())) {
      const shown = await show(open, document.id);
      if (shown.type !== 'document') throw new Error('no document');
      expect(shown.claims.map(({ id }) => id)).toEqual(
        claims.filter(({ doc }) => doc === document.id).map(({ id }) => id),
      );
    }
  });
});

describe('checking a case', () => {
  beforeEach(async () => {
    await add({ 'ships.txt': SHIPS, 'denial.txt': DENIAL });
    await run(open);
  });

  it('finds nothing wrong with a sound one', async () => {
    expect(await faults()).toEqual([]);
  });

  it('names an original that was changed', async () => {
    const path = open.originals.pathOf(sha256(SHIPS));
    chmodSync(path, 0o644);
    appendFileSync(path, 'one line more');
    expect(await faults()).toEqual([expect.stringContaining(path)]);
  });

  it('names an original that is gone', async () => {
    rmSync(open.originals.pathOf(sha256(DENIAL)));
    expect(await faults()).toEqual([expect.stringContaining(sha256(DENIAL).slice(0, 12))]);
  });

  it('names a source that no run has read', async () => {
    await add({ 'troops.txt': TROOPS });
    expect(await faults()).toEqual([expect.stringMatching(/^neither read nor rejected yet.*troops\.txt/)]);
  });

  it('names claims that stand in no finding, and findings whose claims are gone', async () => {
    const findings = await all(open.store.findings());
    await open.store.commitLedger('damaged', findings.slice(1), []);
    expect(await faults()).toEqual(
      findings[0]?.claims.map(({ claim }) => expect.stringContaining(claim) as string),
    );
    const invented = findings.map((finding) => ({
      ...finding,
      claims: finding.claims.map((entry) => ({ ...entry, claim: `c-${'0'.repeat(20)}` })),
    }));
    await open.store.commitLedger('invented', invented, []);
    expect((await faults()).join('\n')).toMatch(/claim c-0{20} is missing: finding f-/);
  });
});

describe('the report', () => {
  it('needs a run first', async () => {
    await add({ 'ships.txt': SHIPS });
    await expect(currentReport(open)).rejects.toMatchObject({ code: 'no-ledger' });
  });

  it('cites archived words alone', async () => {
    await add({ 'ships.txt': SHIPS, 'denial.txt': DENIAL });
    await run(open);
    const { report } = await currentReport(open);
    const citations = report.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.citations)),
    );
    expect(citations.length).toBeGreaterThan(0);
    for (const { quote, sha256: id, span } of citations) {
      const text = Buffer.from(await open.originals.read(id)).toString();
      expect(text.slice(...span)).toBe(quote);
    }
  });

  it('as of a day, leaves out what was stated later', async () => {
    await add({ 'ships.txt': SHIPS, 'troops.txt': TROOPS });
    await run(open);
    const text = async (asOf: string | null): Promise<string> =>
      JSON.stringify((await currentReport(open, { asOf })).report.sections);
    expect(await text(null)).toContain('11,000');
    expect(await text('2024-06-30')).not.toContain('11,000');
  });

  it('is written whole or not at all', async () => {
    await add({ 'ships.txt': SHIPS });
    await run(open);
    const path = await writeReport(open, folder, 'out.json');
    expect(path).toBe(join(folder, 'out.json'));
    await expect(writeReport(open, folder, 'missing/out.json')).rejects.toMatchObject({
      code: 'unreadable',
    });
    await expect(writeReport(open, folder, 'out.exe')).rejects.toMatchObject({ code: 'usage' });
  });
});
