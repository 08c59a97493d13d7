import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.js';
import { addSources } from '../../src/pipeline/add.js';
import { checkCase } from '../../src/pipeline/check-case.js';
import { judge, judgementsOf, type JudgeRequest } from '../../src/pipeline/judge.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { currentReport } from '../../src/pipeline/report.js';
import { run } from '../../src/pipeline/run.js';
import { show } from '../../src/pipeline/show.js';
import { all, caseMaker, openAlone } from './new-case.js';
import { DENIAL, SHIPS, writeFiles } from './sources.js';
import { temporaryFolder } from './temporary-folder.js';

/** Judgements over a real database, from the claim to the report. */

const folder = temporaryFolder();
const newCase = caseMaker();
let open: OpenCase;
let number = 0;
let ships: Claim;

beforeEach(async () => {
  number++;
  const sources = join(folder, `sources-${number}`);
  mkdirSync(sources);
  open = await openAlone(newCase(join(folder, `case-${number}`), { name: 'Flotilla' }));
  const files = writeFiles(sources, { 'ships.txt': SHIPS, 'denial.txt': DENIAL });
  await addSources(open, [files], { online: false, signal: new AbortController().signal });
  await run(open);
  [ships] = (await all(open.store.claims({ item: 'container' }))) as [Claim];
});
afterEach(() => open.close());

const say = (verdict: JudgeRequest['verdict'], set: string[] = [], claim = ships.id) =>
  judge(open, claim, { verdict, by: 'A. Analyst', why: 'read the page', set }, new Date());
const faults = async (): Promise<string[]> => (await checkCase(open)).flatMap(({ problems }) => problems);
const listed = async (): Promise<string> => JSON.stringify(await all(open.store.findings()));

describe('a judgement', () => {
  it('that edits has the claim, its finding and the report say what it says, once the case is run', async () => {
    const { claim } = await say('edit', ['quantity.low=7,000', 'supplier=Iran']);
    expect(claim).toMatchObject({ id: ships.id, supplier: 'IR', quantity: { low: 7000, high: null } });
    await expect(currentReport(open)).rejects.toMatchObject({ code: 'no-ledger' });
    expect(await faults()).toEqual([expect.stringContaining('claims were judged')]);
    await run(open);
    expect(await faults()).toEqual([]);
    const [finding] = await all(open.store.findings({ party: 'IR' }));
    expect(finding).toMatchObject({
      range: { low: 7000 },
      claims: [{ claim: ships.id, judgement: 'edited' }],
    });
    const { report } = await currentReport(open);
    const sentences = report.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((each) => each.sentences),
    );
    const told = sentences.find(({ text }) => text.includes('7,000'));
    expect(told?.text).toMatch(/ \(as corrected by A\. Analyst\)\.$/);
    expect(told?.conversions).toMatchObject([
      { figure: expect.stringContaining('7,000') as string, assumption: 'set by A. Analyst: read the page' },
    ]);
    expect(report.annexes.find(({ title }) => title.startsWith('Judgements'))?.rows).toMatchObject([
      [
        'edited',
        'A. Analyst',
        expect.any(String),
        'read the page',
        expect.any(String),
        'quantity.low, supplier',
      ],
    ]);
  });

  it('that rejects takes the claim out of the ledger, with its record kept; undo brings it back exactly', async () => {
    const [claims, findings, state] = [
      JSON.stringify(await all(open.store.claims())),
      await listed(),
      await open.store.ledgerState(),
    ];
    await say('reject');
    await run(open);
    expect(await listed()).not.toContain(ships.id);
    expect(await faults()).toEqual([]);
    const { report } = await currentReport(open);
    expect(JSON.stringify(report.sections)).not.toContain(ships.id);
    expect(report.annexes.find(({ title }) => title.startsWith('Judgements'))?.rows[0]?.[0]).toBe('rejected');
    const shown = await show(open, ships.id.slice(0, 14));
    expect(shown).toMatchObject({
      claim: { judgement: { verdict: 'rejected' } },
      judgements: [{ verdict: 'reject', by: 'A. Analyst' }],
    });

    await say('undo');
    await run(open);
    expect(JSON.stringify(await all(open.store.claims()))).toBe(claims);
    expect(await listed()).toBe(findings);
    expect(await open.store.ledgerState()).toBe(state);
    expect((await judgementsOf(open)).map(({ status }) => status)).toEqual(['taken-back', 'undo']);
  });

  it('that accepts marks the claim, over edits that stay in force', async () => {
    await say('edit', ['quantity.high=9000']);
    const { claim } = await say('accept');
    expect(claim).toMatchObject({
      quantity: { high: 9000 },
      judgement: { verdict: 'accepted', edited: ['quantity.high'] },
    });
    await run(open);
    expect(await listed()).toContain('"judgement":"accepted"');
    expect((await judgementsOf(open, ships.id)).map(({ status }) => status)).toEqual([
      'in-force',
      'in-force',
    ]);
  });

  it('is refused where it fits nothing', async () => {
    const usage = { code: 'usage' };
    await expect(say('undo')).rejects.toMatchObject(usage);
    await expect(say('edit')).rejects.toMatchObject(usage);
    await expect(say('accept', ['place=Rajin'])).rejects.toMatchObject(usage);
    for (const assignment of [
      'doc=x',
      'span=0',
      'quantity.low=many',
      'quantity.vague=perhaps',
      'kind=sale',
      'item=box',
      'when.edtf=soon',
      'quantity.high=1',
      'nonsense',
    ])
      await expect(say('edit', [assignment]), assignment).rejects.toMatchObject(usage);
    await expect(say('accept', [], 'c-000000')).rejects.toMatchObject({ code: 'not-found' });
    await expect(say('accept', [], 'c-')).rejects.toMatchObject(usage);
    expect(await judgementsOf(open)).toEqual([]);
  });

  it('may empty a part, fill one that was empty, and name the claimant', async () => {
    const { claim } = await say('edit', [
      'quantity=null',
      'route.mode=sea, rail',
      'route.origin=Rajin',
      'claimant=Fjord Institute',
      'stated=null',
    ]);
    expect(claim).toMatchObject({
      quantity: null,
      route: { mode: ['sea', 'rail'], origin: 'Rajin', destination: ships.route?.destination ?? null },
    });
    expect(claim.attribution.at(-1)).toMatchObject({ who: 'Fjord Institute', stated: null });
  });

  it('survives an extractor that reads everything again', async () => {
    await say('edit', ['place=Rajin']);
    writeFileSync(
      join(open.folder.vocabulary, 'items.case.yaml'),
      'source: [a field manual]\nentries:\n  - class: rocket\n    unit: round\n    terms: [gnurfle grenade]\n',
    );
    await open.close();
    open = await openAlone(open.folder);
    await run(open);
    const [claim] = await all(open.store.claims({ item: 'container' }));
    expect(claim).toMatchObject({ place: 'Rajin', judgement: { verdict: 'edited' } });
    expect(claim?.extractor).not.toBe(ships.extractor);
    expect((await judgementsOf(open)).map(({ status }) => status)).toEqual(['in-force']);
  });
});
