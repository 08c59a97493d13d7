import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLedgerTables } from '../../src/model/ledger-tables.js';
import { makeClaim, claimBodySchema, type Claim } from '../../src/model/claim.js';
import { makeDocument, type Document } from '../../src/model/document.js';
import { sha256 } from '../../src/core/hash.js';
import { drawLedger } from '../../src/pipeline/draw-ledger.js';
import { judge } from '../../src/pipeline/judge.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { SILENT } from '../../src/pipeline/progress.js';
import { claimsOnOneQuestionIn, retoldClaimsIn } from '../ledger/claims.js';
import { vocabulary } from '../ledger/vocabulary.js';
import { aSource } from '../store/records.js';
import { all, caseMaker, openAlone } from './new-case.js';

const newCase = caseMaker();
const READERS = 'readers';
const NAMES = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tallyman-update-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What arrives: documents with their claims, and what analysts say of them, a run after each. */
type Step =
  | { readonly documents: readonly string[] }
  /** Another reading of a document gives other claims. */
  | { readonly reread: string; readonly skip: number }
  | { readonly judge: number; readonly verdict: 'accept' | 'reject' | 'edit' | 'undo' };

const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.shuffledSubarray(NAMES, { minLength: NAMES.length }),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: NAMES.length, maxLength: NAMES.length }),
    fc.array(
      fc.oneof(
        fc.record({ reread: fc.constantFrom(...NAMES), skip: fc.nat(3) }),
        fc.record({
          judge: fc.nat(20),
          verdict: fc.constantFrom('accept', 'reject', 'edit', 'undo'),
        }),
      ),
      { maxLength: 5 },
    ),
    fc.nat(5),
  )
  .map(([order, sizes, others, at]) => {
    const list: Step[] = [];
    const waiting = [...order];
    for (const size of sizes) if (waiting.length > 0) list.push({ documents: waiting.splice(0, size) });
    list.splice(at, 0, ...others);
    return list;
  });

const PUBLISHED = ['2024-01-20', '2024-02-03', '2024-02-05', '2024-02', '2024-03-25', null];

/** Two documents are near-duplicates, and a third is one of the second. */
const textOf = (name: string): string => {
  const at = NAMES.indexOf(name);
  const words = Array.from({ length: 60 }, (_, n) => `w${n}`);
  if (at === 1) words.splice(0, 10, ...words.slice(0, 10).map((word) => `${word}x`));
  if (at === 3) words.splice(0, 22, ...words.slice(0, 22).map((word) => `${word}x`));
  return at === 0 || at === 1 || at === 3 ? words.join(' ') : words.map((word) => word + name).join(' ');
};

const documents: ReadonlyMap<string, Document> = new Map(
  NAMES.map((name, at) => [
    name,
    makeDocument({
      source: sha256(name),
      reader: 'test',
      title: `Title of ${name}`,
      publisher: at % 2 === 0 ? 'Gazette' : 'Courier',
      byline: null,
      language: 'en',
      published: PUBLISHED[at] === null ? null : { edtf: PUBLISHED[at]!, how: 'header' },
      canonical_url: null,
      text: textOf(name),
      blocks: [{ span: [0, textOf(name).length], kind: 'paragraph', dropped: null, page: null }],
      truncated: false,
      ocr: null,
      warnings: [],
    }),
  ]),
);

/** The claims of a document, each at a place of its own in its text. */
function claimsOf(name: string, claims: readonly Claim[], extractor: string): Claim[] {
  const document = documents.get(name)!;
  return claims
    .filter(({ doc }) => doc === name)
    .map((claim, index) =>
      makeClaim(
        claimBodySchema.parse({ ...claim, doc: document.id, span: [index * 3, index * 3 + 8] }),
        index,
        extractor,
        [],
      ),
    );
}

class Play {
  #extractor = 0;
  constructor(
    private readonly open: OpenCase,
    private readonly claims: readonly Claim[],
  ) {}

  async step(step: Step): Promise<void> {
    const { store } = this.open;
    if ('documents' in step) {
      for (const name of step.documents) {
        const document = documents.get(name)!;
        await store.addSource(aSource(name));
        await store.commitDocument(READERS, document.source, document);
        await store.commitClaims('x0', document.id, claimsOf(name, this.claims, 'x0'), []);
      }
    } else if ('reread' in step) {
      const document = documents.get(step.reread)!;
      if ((await store.document(document.id)) === null) return;
      const extractor = `x${++this.#extractor}`;
      const claims = claimsOf(step.reread, this.claims, extractor).slice(0, step.skip);
      await store.commitClaims(extractor, document.id, claims, []);
    } else {
      const claims = await all(store.claims({ as: 'read' }));
      const claim = claims[step.judge % Math.max(1, claims.length)];
      if (claim === undefined) return;
      const set = step.verdict === 'edit' ? ['quantity.low=10', 'quantity.high=10', 'supplier=RU'] : [];
      const request = { verdict: step.verdict, by: 'Ann', why: 'a test', set };
      // Nothing to undo, or an edit that does not fit the claim.
      await judge(this.open, claim.id, request, new Date('2025-01-02')).catch(() => undefined);
    }
  }
}

async function ledgerOf({ store }: OpenCase): Promise<Record<string, unknown>> {
  const ids = [...documents.values()].map(({ id }) => id);
  return {
    state: await store.ledgerState(),
    findings: await all(store.findings()),
    entities: await all(store.entities()),
    documents: await store.ledgerDocuments({ ids }),
    statements: await store.statementRows({ documents: ids }),
  };
}

/** The same case, its ledger built whole. */
async function rebuilt(open: OpenCase): Promise<Record<string, unknown>> {
  await open.store.commitLedger('none', [], []);
  await drawLedger(open, SILENT);
  return ledgerOf(open);
}

/** Of many questions, or many claims of one. */
const anyHistory = fc.oneof(retoldClaimsIn(NAMES), claimsOnOneQuestionIn(NAMES));

describe('a ledger that follows changes', () => {
  it('is that of a full build, byte for byte, after every step', { timeout: 1_800_000 }, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(anyHistory, steps, async (claims, list) => {
        const opened = await openAlone(newCase(join(root, `case-${run++}`)));
        const open = { ...opened, vocabulary: () => vocabulary, tables: () => loadLedgerTables() };
        const play = new Play(open, claims);
        await drawLedger(open, SILENT);
        for (const step of list) {
          await play.step(step);
          await drawLedger(open, SILENT);
        }
        const followed = await ledgerOf(open);
        const expected = await rebuilt(open);
        await opened.close();
        expect(followed).toEqual(expected);
        expect(JSON.stringify(followed)).toBe(JSON.stringify(expected));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 8), endOnFailure: true },
    );
  });
});
