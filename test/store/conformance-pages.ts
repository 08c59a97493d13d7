import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.js';
import type { Document } from '../../src/model/document.js';
import { makeHandClaim } from '../../src/model/hand-claim.js';
import type { ClaimOrder, ClaimPlace, ClaimQuery, PassagePlace, Store } from '../../src/model/store.js';
import { EXTRACTOR, aClaim, aDocument, aFinding, aSource, all } from './records.js';

/** Claims and passages a page at a time, what finds them, and claims made by hand. */

const said = (stated: string | null) => ({
  attribution: [{ who: 'Port Office', role: 'claimant' as const, stated }],
});

export function storePages(open: () => Store): void {
  describe('pages', () => {
    /** Claims on five days, one of them without any, of two documents. */
    async function someClaims(): Promise<{ store: Store; claims: Claim[]; documents: Document[] }> {
      const store = open();
      const documents: Document[] = [];
      const claims: Claim[] = [];
      for (const [name, published] of [
        ['a', '2024-05-01'],
        ['b', null],
      ] as const) {
        const source = aSource(name);
        await store.addSource(source);
        const document = aDocument(source, {
          published: published === null ? null : { edtf: published, how: 'meta' },
          publisher: name === 'a' ? 'Harbour Gazette' : 'Fjord Post',
        });
        await store.commitDocument('readers-1', source.id, document);
        const own = [
          aClaim(document, 0, { ...said('2024-03-01'), when: { edtf: '2023', scope: 'period' } }),
          aClaim(document, 1, {
            ...said('2024-01-01'),
            when: { edtf: '2024-01-01', scope: 'point' },
            modality: 'assessed',
          }),
          aClaim(document, 2, {
            ...said(null),
            when: { edtf: null, scope: 'unknown' },
            polarity: 'denied',
            place: 'Élan Quay',
          }),
        ];
        await store.commitClaims(EXTRACTOR, document.id, own, []);
        documents.push(document);
        claims.push(...own);
      }
      return { store, claims, documents };
    }

    async function paged(
      store: Store,
      order: ClaimOrder,
      limit: number,
      query: ClaimQuery = {},
    ): Promise<string[]> {
      const ids: string[] = [];
      let after: ClaimPlace | null = null;
      do {
        const page: Awaited<ReturnType<Store['claimPage']>> = await store.claimPage(query, {
          order,
          after,
          limit,
        });
        expect(page.claims.length).toBeLessThanOrEqual(limit);
        ids.push(...page.claims.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      return ids;
    }

    it('gives every claim once in each order, in pages of any size', async () => {
      const { store, claims } = await someClaims();
      for (const order of ['statement', '-statement', 'event', '-event'] as const) {
        const whole = await paged(store, order, 100);
        expect([...whole].sort()).toEqual(claims.map(({ id }) => id).sort());
        for (const limit of [1, 2, 4]) expect(await paged(store, order, limit)).toEqual(whole);
      }
      const listed = (await all(store.claims())).map(({ id }) => id);
      expect(await paged(store, 'statement', 2)).toEqual(listed);
      // What has no day is last either way.
      const undated = claims[5]!.id;
      expect((await paged(store, '-statement', 9)).at(-1)).toBe(undated);
      expect((await paged(store, 'statement', 9)).at(-1)).toBe(undated);
    });

    it.each<[ClaimQuery, number[]]>([
      [{}, [0, 1, 2, 3, 4, 5]],
      [{ modality: 'assessed' }, [1, 4]],
      [{ polarity: 'denied' }, [2, 5]],
      [{ publisher: 'Fjord Post' }, [3, 4, 5]],
      [{ text: 'elan' }, [2, 5]],
      [{ text: 'ELAN QUA' }, [2, 5]],
      [{ text: 'quays counted 40 crate' }, [2, 5]],
      [{ text: 'officer' }, [0, 1, 2, 3, 4, 5]],
      [{ text: 'nowhere' }, []],
      [{ text: '' }, []],
      [{ text: "' | '" }, []],
      [{ finding: 'f-none' }, []],
      [{ polarity: 'denied', publisher: 'Harbour Gazette', text: 'port' }, [2]],
    ])('lists and counts by %j', async (query, expected) => {
      const { store, claims } = await someClaims();
      const found = await paged(store, 'statement', 2, query);
      expect(found.sort()).toEqual(expected.map((at) => claims[at]!.id).sort());
      expect(await store.claimCount(query)).toBe(expected.length);
      expect(await store.claimCount(query, 1)).toBe(Math.min(1, expected.length));
    });

    it('knows on which findings a claim stands', async () => {
      const { store, claims } = await someClaims();
      const finding = aFinding('containers', claims.slice(0, 2));
      await store.commitLedger('state', [finding], []);
      expect(await store.findingsWith(claims[0]!.id)).toEqual([finding.id]);
      expect(await store.findingsWith(claims[5]!.id)).toEqual([]);
      expect(await paged(store, 'statement', 9, { finding: finding.id })).toEqual(
        (await all(store.claims()))
          .map(({ id }) => id)
          .filter((id) => claims.slice(0, 2).some((claim) => claim.id === id)),
      );
    });

    it('finds paragraphs and titles of listed documents, the newest first', async () => {
      const { store, documents } = await someClaims();
      const [dated, undated] = documents as [Document, Document];
      const pages: unknown[] = [];
      let after: PassagePlace | null = null;
      do {
        const page: Awaited<ReturnType<Store['passagePage']>> = await store.passagePage('crates', {
          after,
          limit: 1,
        });
        pages.push(...page.passages);
        after = page.next;
      } while (after !== null);
      expect(pages).toEqual(
        [dated, undated].flatMap(({ id }) =>
          [
            [0, 0],
            [0, 18],
            [20, 63],
          ].map((span) => ({ document: id, span })),
        ),
      );
      expect(await store.passageCount('crates')).toBe(6);
      expect(await store.passageCount('crates', 4)).toBe(4);
      // The title's passage is also found by the publisher.
      expect((await store.passagePage('fjord', { after: null, limit: 9 })).passages).toEqual([
        { document: undated.id, span: [0, 0] },
      ]);
    });

    it('has another revision after each change, and the same one without', async () => {
      const store = open();
      const seen = new Set<string>();
      const changed = async (work: () => Promise<unknown>): Promise<void> => {
        await work();
        const revision = await store.revision();
        expect(seen.has(revision)).toBe(false);
        expect(await store.revision()).toBe(revision);
        seen.add(revision);
      };
      const source = aSource('a');
      const document = aDocument(source);
      await changed(() => Promise.resolve());
      await changed(() => store.addSource(source));
      await changed(() => store.commitDocument('readers-1', source.id, document));
      await changed(() => store.commitClaims(EXTRACTOR, document.id, [aClaim(document, 0)], []));
      await changed(() => store.commitLedger('state', [], []));
    });
  });

  describe('claims made by hand', () => {
    const made = (document: Document) => {
      const {
        id: _,
        index: __,
        extractor: ___,
        rules: ____,
        ...body
      } = aClaim(document, 0, { kind: 'movement' });
      return makeHandClaim({
        by: 'A. Analyst',
        why: 'a table',
        at: '2024-06-01T10:00:00.000Z',
        source: document.source,
        quote: document.text.slice(...body.span),
        body,
      });
    };

    it('are listed and counted with the others, and in another reading where their words stand', async () => {
      const store = open();
      const source = aSource('a');
      const document = aDocument(source);
      await store.addSource(source);
      await store.commitDocument('readers-1', source.id, document);
      const hand = made(document);
      await expect(store.addHandClaim(hand)).rejects.toMatchObject({ code: 'no-ledger' });
      await store.commitClaims(EXTRACTOR, document.id, [aClaim(document, 0)], []);
      await store.addHandClaim(hand);
      await store.addHandClaim(hand);
      const byHand = async () =>
        (await all(store.claims())).filter(({ extractor }) => extractor === 'by-hand');
      const [first, ...others] = await byHand();
      expect(others).toEqual([]);
      expect(first).toMatchObject({ doc: document.id, kind: 'movement', rules: [hand.id], span: [20, 63] });
      expect((await store.counts()).claims).toBe(2);
      expect(await store.handClaim(hand.id)).toEqual(hand);
      expect(await store.handClaim('h-none')).toBeNull();

      // Another extractor, which draws nothing.
      await store.commitClaims('rules-2', document.id, [], []);
      expect(await byHand()).toEqual([first]);
      expect((await store.counts()).claims).toBe(1);

      // Another reader, whose text has the words elsewhere, broken over lines.
      const moved = aDocument(source, {
        reader: 'html-2',
        text: `Harbour\n\n${document.text.slice(20, 34)}\n${document.text.slice(35)}`,
        blocks: [{ span: [0, 7], kind: 'heading', dropped: null, page: null }],
      });
      await store.commitDocument('readers-2', source.id, moved);
      await store.commitClaims('rules-2', moved.id, [], []);
      const [again] = await byHand();
      expect(again).toMatchObject({ doc: moved.id, rules: [hand.id] });
      expect(moved.text.slice(...again!.span).replace(/\s+/g, ' ')).toBe(hand.quote.replace(/\s+/g, ' '));

      // And one whose text has them no more: it is kept, and listed with nothing.
      const other = aDocument(source, { reader: 'html-3', text: 'Nothing of it.', blocks: [] });
      await store.commitDocument('readers-3', source.id, other);
      await store.commitClaims('rules-2', other.id, [], []);
      expect(await byHand()).toEqual([]);
      expect(await store.handClaim(hand.id)).toEqual(hand);
    });
  });
}
