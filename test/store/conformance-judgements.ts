import { describe, expect, it } from 'vitest';
import type { Claim, ClaimBody } from '../../src/model/claim.js';
import type { Document } from '../../src/model/document.js';
import { makeJudgement, type Judgement, type Verdict } from '../../src/model/judgement.js';
import type { Store } from '../../src/model/store.js';
import { EXTRACTOR, aClaim, aDocument, aSource, all, ids } from './records.js';

/** A document with two claims on two sentences. */
const TEXT = 'A port officer counted 40 crates. A pilot saw 3 trucks.';
const CRATES: Partial<ClaimBody> = { span: [0, 33] };
const TRUCKS: Partial<ClaimBody> = {
  span: [34, 55],
  kind: 'movement',
  supplier: null,
  recipient: null,
  item: { class: 'other', wording: 'trucks' },
  quantity: { low: 3, high: 3, unit: 'vehicle', wording: '3 trucks' },
};

let second = 0;

const judge = (
  claim: Claim,
  document: Document,
  verdict: Verdict,
  more: Partial<Omit<Judgement, 'id'>> = {},
): Judgement =>
  makeJudgement({
    verdict,
    by: 'A. Analyst',
    why: 'compared with the page',
    at: new Date(Date.UTC(2025, 0, 1, 0, 0, (second += 1))).toISOString(),
    set: null,
    supersedes: null,
    source: document.source,
    quote: document.text.slice(...claim.span),
    claim,
    ...more,
  });

/** What every store does with judgements. */
export function storeJudgements(open: () => Store): void {
  describe('judgements', () => {
    const begin = async (): Promise<{ document: Document; crates: Claim; trucks: Claim }> => {
      const source = aSource('judged');
      const document = aDocument(source, { text: TEXT, blocks: [] });
      const [crates, trucks] = [aClaim(document, 0, CRATES), aClaim(document, 1, TRUCKS)];
      await open().addSource(source);
      await open().commitDocument('1', source.id, document);
      await open().commitClaims(EXTRACTOR, document.id, [crates, trucks], []);
      return { document, crates, trucks };
    };

    it('have claims stand as judged in every listing and filter, and undo restores them exactly', async () => {
      const store = open();
      const { document, crates, trucks } = await begin();
      const before = JSON.stringify(await all(store.claims()));
      const rejected = judge(crates, document, 'reject');
      const edited = judge(trucks, document, 'edit', {
        set: { actor: 'FD', 'quantity.low': 5, 'quantity.high': null },
      });
      await store.addJudgement(rejected);
      await store.addJudgement(rejected);
      await store.addJudgement(edited);

      const mark = { verdict: 'edited', id: edited.id, by: edited.by, at: edited.at, why: edited.why };
      const stands = {
        ...trucks,
        actor: 'FD',
        quantity: { ...trucks.quantity, low: 5, high: null },
        judgement: { ...mark, edited: ['actor', 'quantity.low', 'quantity.high'] },
      };
      expect(await all(store.claims())).toEqual([stands]);
      expect(await all(store.claims({ party: 'FD' }))).toEqual([stands]);
      expect(await all(store.claims({ item: 'container' }))).toEqual([]);
      expect((await store.claim(crates.id))?.judgement).toMatchObject({
        verdict: 'rejected',
        id: rejected.id,
      });
      expect(await ids(store.claims({ verdict: 'rejected' }))).toEqual([crates.id]);
      expect(await ids(store.claims({ verdict: 'edited' }))).toEqual([trucks.id]);
      expect(await all(store.claims({ verdict: 'none' }))).toEqual([]);
      expect(JSON.stringify(await all(store.claims({ as: 'read' })))).toBe(before);
      expect((await store.counts()).claims).toBe(1);

      await store.addJudgement(judge(trucks, document, 'undo', { supersedes: edited.id }));
      await store.addJudgement(judge(crates, document, 'undo', { supersedes: rejected.id }));
      expect(JSON.stringify(await all(store.claims()))).toBe(before);
      expect((await store.counts()).claims).toBe(2);
    });

    it('are listed in their order with the claim on which they stand, and none is ever lost from the list', async () => {
      const store = open();
      const { document, crates, trucks } = await begin();
      expect(await store.latestJudgement()).toBeNull();
      const first = judge(crates, document, 'accept');
      const other = judge(trucks, document, 'reject');
      const undo = judge(crates, document, 'undo', { supersedes: first.id });
      for (const judgement of [first, other, undo]) await store.addJudgement(judgement);
      expect(await all(store.judgements())).toEqual([
        { judgement: first, claim: crates.id },
        { judgement: other, claim: trucks.id },
        { judgement: undo, claim: crates.id },
      ]);
      expect(await all(store.judgements({ claim: trucks.id }))).toEqual([
        { judgement: other, claim: trucks.id },
      ]);
      expect(await all(store.judgements({ claim: 'c-none' }))).toEqual([]);
      expect(await store.latestJudgement()).toBe(undo.id);
    });

    it('that do not know of the last one are refused, and so are those on no claim', async () => {
      const store = open();
      const { document, crates } = await begin();
      const first = judge(crates, document, 'accept');
      await store.addJudgement(first);
      await expect(store.addJudgement(judge(crates, document, 'reject'))).rejects.toMatchObject({
        code: 'outdated',
      });
      const stray = { ...crates, id: 'c-none' };
      await expect(store.addJudgement(judge(stray, document, 'accept'))).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(await all(store.judgements())).toHaveLength(1);
      const both = await Promise.allSettled(
        ['reject', 'edit'].map((verdict) =>
          store.addJudgement(judge(crates, document, verdict as Verdict, { supersedes: first.id, set: {} })),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('survive a newer extractor by words and content, come back after being lost, and go on as one history', async () => {
      const store = open();
      const { document, crates, trucks } = await begin();
      const reject = judge(crates, document, 'reject');
      const edit = judge(trucks, document, 'edit', { set: { actor: 'FD' } });
      await store.addJudgement(reject);
      await store.addJudgement(edit);
      // The newer one numbers them otherwise, and no longer reads the trucks.
      const moved = aClaim(document, 1, { ...CRATES, modality: 'reported' }, 'rules-2');
      const fresh = aClaim(document, 0, { ...TRUCKS, quantity: null }, 'rules-2');
      await store.commitClaims('rules-2', document.id, [fresh, moved], []);
      expect(await all(store.claims())).toEqual([fresh]);
      expect((await all(store.judgements())).map(({ claim }) => claim)).toEqual([moved.id, null]);
      // A third reads them again: the edit stands on them as before, and a further judgement goes on from it.
      const again = [moved, aClaim(document, 2, TRUCKS, 'rules-3')].map((claim) => ({
        ...claim,
        extractor: 'rules-3',
      }));
      await store.commitClaims('rules-3', document.id, again, []);
      expect(await all(store.claims())).toMatchObject([{ id: again[1]?.id, actor: 'FD' }]);
      const accept = judge(again[1] as Claim, document, 'accept', { supersedes: edit.id });
      await store.addJudgement(accept);
      expect(await all(store.claims())).toMatchObject([
        { actor: 'FD', judgement: { verdict: 'accepted', edited: ['actor'] } },
      ]);
      expect(
        (await all(store.judgements({ claim: again[1]?.id }))).map(({ judgement }) => judgement.id),
      ).toEqual([edit.id, accept.id]);
      // Older citations still find what was judged.
      expect(await all(store.judgements({ claim: trucks.id }))).toHaveLength(2);
    });

    it('survive a newer reader, whose text is another document of the same source', async () => {
      const store = open();
      const { document, crates } = await begin();
      await store.addJudgement(judge(crates, document, 'reject'));
      const newer = aDocument(aSource('judged'), {
        reader: 'html-2',
        text: `Quay news.\n\n${TEXT.replaceAll(' ', '  ')}`,
      });
      await store.commitDocument('2', newer.source, newer);
      expect((await all(store.judgements())).map(({ claim }) => claim)).toEqual([null]);
      const at = newer.text.indexOf('A  port');
      const claim = aClaim(newer, 0, { ...CRATES, span: [at, newer.text.indexOf('  A  pilot')] });
      await store.commitClaims(EXTRACTOR, newer.id, [claim], []);
      expect((await all(store.judgements())).map((each) => each.claim)).toEqual([claim.id]);
      expect(await all(store.claims())).toEqual([]);
    });

    it('made since tell that the ledger is stale', async () => {
      const store = open();
      const { document, crates } = await begin();
      expect(await store.ledgerIsStale()).toBe(false);
      await store.commitLedger('s1', [], []);
      expect(await store.ledgerIsStale()).toBe(false);
      const accept = judge(crates, document, 'accept');
      await store.addJudgement(accept);
      expect(await store.ledgerIsStale()).toBe(true);
      await store.commitLedger('s2', [], [], accept.id);
      expect(await store.ledgerIsStale()).toBe(false);
      expect(await store.ledgerState()).toBe('s2');
    });
  });
}
