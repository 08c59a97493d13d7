import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { claimBodySchema, makeClaim, type Claim } from '../../src/model/claim.js';
import { makeDocument, type Document } from '../../src/model/document.js';
import { drawLedger } from '../../src/pipeline/draw-ledger.js';
import { listEchoes } from '../../src/pipeline/echo-trees.js';
import { judge } from '../../src/pipeline/judge.js';
import { listDuplicates } from '../../src/pipeline/near-duplicates.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { SILENT } from '../../src/pipeline/progress.js';
import { claim, quantity } from '../ledger/claims.js';
import { aSource } from '../store/records.js';
import { all, caseMaker, openAlone } from './new-case.js';

const newCase = caseMaker();
const root = mkdtempSync(join(tmpdir(), 'tallyman-echo-trees-'));
let open: OpenCase;

const words = Array.from({ length: 40 }, (_, n) => `word${n}`);
const first = 'Cranes lifted crates all night at the northern quay.';

const documents: readonly Document[] = [
  ['Gazette', '2024-02-03', `${first} ${words.join(' ')}`],
  ['Courier', '2024-02-04', `${words.join(' ')} and that was all`],
  ['Herald', '2024-02-05', 'Something else entirely'],
].map(([publisher, published, text]) =>
  makeDocument({
    source: sha256(publisher!),
    reader: 'test',
    title: `The ${publisher}`,
    publisher: publisher!,
    byline: null,
    language: 'en',
    published: { edtf: published!, how: 'header' },
    canonical_url: null,
    text: text!,
    blocks: [{ span: [0, text!.length], kind: 'paragraph', dropped: null, page: null }],
    truncated: false,
    ocr: null,
    warnings: [],
  }),
);

/** More than 9,000, told at once; as 9,000 by a relay; and so again by a relay of the relay. */
const claims: readonly Claim[] = [
  [['Gazette'], quantity(9000, null, { wording: 'more than 9,000' })],
  [['Courier', 'Gazette'], quantity(9000, 9000, { wording: '9,000' })],
  [['Herald', 'Courier', 'Gazette'], quantity(9000, 9000, { wording: '9,000' })],
].map(([relays, figure], at) => {
  const body = claim({
    doc: documents[at]!.id,
    attribution: [
      ...(relays as string[]).map((who) => ({ who, role: 'relay' })),
      { who: 'White House', role: 'claimant', stated: '2024-02-02' },
    ],
    quantity: figure,
  });
  return makeClaim(claimBodySchema.parse({ ...body, id: undefined }), 0, 'x', []);
});

beforeAll(async () => {
  open = await openAlone(newCase(join(root, 'case')));
  for (const [at, name] of ['Gazette', 'Courier', 'Herald'].entries()) {
    await open.store.addSource(aSource(name));
    await open.store.commitDocument('r', sha256(name), documents[at]!);
    await open.store.commitClaims('x', documents[at]!.id, [claims[at]!], []);
  }
  await drawLedger(open, SILENT);
}, 600_000);

afterAll(async () => {
  await open.close();
  rmSync(root, { recursive: true, force: true });
});

describe('who repeats whom', () => {
  it('is a tree from the oldest telling on, with the chain of relays and what each telling changed', async () => {
    const tree = await all(listEchoes(open));
    expect(
      tree.map(({ depth, chain, figure, drift, drift_here }) => [depth, chain, figure, drift, drift_here]),
    ).toEqual([
      [0, 'Gazette, citing White House', 'more than 9,000', [], []],
      [1, 'Courier, citing Gazette, citing White House', '9,000', ['bound-dropped'], ['bound-dropped']],
      [2, 'Herald, citing Courier, citing Gazette, citing White House', '9,000', ['bound-dropped'], []],
    ]);
    expect(tree.map(({ claim: id, repeats }) => [id, repeats])).toEqual(
      claims.map(({ id }, at) => [id, claims[at - 1]?.id ?? null]),
    );
    for (const { id } of claims) expect(await all(listEchoes(open, id))).toEqual(tree);
    const finding = (await all(open.store.findings()))[0]!;
    expect(await all(listEchoes(open, finding.id))).toEqual(tree);
  });

  it('names the passages that near-duplicates share, in both texts', async () => {
    const [only, ...others] = await all(listDuplicates(open));
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      document: { id: documents[1]!.id, publisher: 'Courier' },
      repeats: { id: documents[0]!.id },
      original: documents[0]!.id,
    });
    expect(only!.overlap).toBeCloseTo(36 / (36 + 9 + 4));
    expect(only!.passages).toEqual([
      {
        document: { span: [0, words.join(' ').length], text: words.join(' ') },
        repeats: {
          span: [first.length + 1, first.length + 1 + words.join(' ').length],
          text: words.join(' '),
        },
      },
    ]);
    expect(await all(listDuplicates(open, documents[0]!.id.slice(0, 10)))).toEqual([only]);
    expect(await all(listDuplicates(open, documents[2]!.id))).toEqual([]);
    await expect(all(listDuplicates(open, 'ffff'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('changes with a judgement, and is what it was when that is undone', async () => {
    const before = [
      await open.store.ledgerState(),
      await all(open.store.findings()),
      await all(listEchoes(open)),
    ];
    const say = (verdict: 'reject' | 'undo') =>
      judge(open, claims[0]!.id, { verdict, by: 'Ann', why: 'a test', set: [] }, new Date('2025-01-02'));
    await say('reject');
    await drawLedger(open, SILENT);
    expect((await all(listEchoes(open))).map(({ depth, figure }) => [depth, figure])).toEqual([
      [0, '9,000'],
      [1, '9,000'],
    ]);
    await say('undo');
    await drawLedger(open, SILENT);
    expect([
      await open.store.ledgerState(),
      await all(open.store.findings()),
      await all(listEchoes(open)),
    ]).toEqual(before);
  });
});
