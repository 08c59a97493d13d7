import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/model/claim.js';
import type { Document } from '../../src/model/document.js';
import type { Source } from '../../src/model/source.js';
import type { Store } from '../../src/model/store.js';
import type { Database } from '../../src/store/database.js';
import type { Db } from '../../src/store/schema.js';
import { SqlStore } from '../../src/store/sql-store.js';
import { storeFilters } from './conformance-filters.js';
import { storeEntityJudgements, storeLists } from './conformance-entities.js';
import { storeJudgements } from './conformance-judgements.js';
import { storePages } from './conformance-pages.js';
import { storeLaws } from './conformance-laws.js';
import { EXTRACTOR, aClaim, aDocument, aFinding, aReject, aSource, all, anEntity, ids } from './records.js';

/** What every implementation of `Store` must do (src/model/store.ts); `open` opens the same case each time. */
export function storeConformance(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let store: Store;
    const reopen = async () => {
      await database.close();
      database = await open();
      store = new SqlStore(database);
    };
    beforeAll(async () => {
      database = await open();
      store = new SqlStore(database);
    }, 120_000);
    beforeEach(() => empty(database.db));
    afterAll(() => database.close());

    it('keeps sources with every place they came from', async () => {
      const source = aSource('a');
      const elsewhere = { ...source.origins[0]!, uri: 'https://gazette.example/a', method: 'url' as const };
      const inMail = { ...source.origins[0]!, container: 'f'.repeat(64), method: 'attachment' as const };
      expect(await store.addSource(source)).toBe('added');
      expect(await store.addSource(source)).toBe('known');
      const later = { ...source.origins[0]!, obtained: '2025-01-01T00:00:00Z' };
      expect(await store.addSource({ ...source, origins: [later] })).toBe('known');
      expect(await store.addSource({ ...source, origins: [elsewhere, later, inMail] })).toBe('new-origin');
      await reopen();
      expect(await store.source(source.id)).toEqual({
        ...source,
        origins: [...source.origins, elsewhere, inMail],
      });
      expect(await store.source('no such id')).toBeNull();
      expect(await ids(store.sources())).toEqual([source.id]);
    });

    it('lists rejects until what they are about succeeds', async () => {
      const uri = `https://gazette.example/${'long/'.repeat(2000)}`;
      const feed = aReject('sources', 'https://gazette.example/feed');
      await store.addReject(aReject('sources', uri, 'first'));
      await store.addReject(aReject('sources', uri, 'second'));
      await store.addReject(feed);
      await store.addReject(aReject('ledger', 'x'));
      expect(await store.rejects('sources')).toEqual([feed, aReject('sources', uri, 'second')]);
      expect((await store.rejects()).map((reject) => reject.stage)).toEqual(['sources', 'sources', 'ledger']);
      expect((await store.counts()).rejects).toEqual({
        sources: 2,
        documents: 0,
        claims: 0,
        'second-reader': 0,
        ledger: 1,
      });
      await store.clearReject('sources', 'https://gazette.example/feed');
      const origin = { ...aSource('a').origins[0]!, uri };
      await store.addSource(aSource('a', { origins: [origin] }));
      expect(await store.rejects('sources')).toEqual([]);
    });

    it('hands out what is left to do, oldest first, a batch at a time', async () => {
      const sources = ['c', 'a', 'b', 'd'].map((letter) => aSource(letter));
      for (const source of sources) await store.addSource(source);
      expect(await store.unreadSources('1', 3)).toEqual(sources.slice(0, 3));
      const documents = sources.map((source) => aDocument(source));
      await commit(store, '1', sources[0]!, documents[0]!);
      await commit(store, '1', sources[1]!, documents[1]!);
      await store.commitDocument('1', sources[2]!.id, aReject('documents', sources[2]!.id));
      expect(await store.unreadSources('1', 3)).toEqual(sources.slice(3));
      expect(await store.unreadSources('2', 9)).toEqual(sources);
      expect(await store.unclaimedDocuments('1', EXTRACTOR, 1)).toEqual(documents.slice(0, 1));
      await store.commitClaims(EXTRACTOR, documents[0]!.id, [], []);
      expect(await store.unclaimedDocuments('1', EXTRACTOR, 9)).toEqual(documents.slice(1, 2));
      expect(await store.unclaimedDocuments('1', 'rules-2', 9)).toEqual(documents.slice(0, 2));
      expect(await store.unclaimedDocuments('2', EXTRACTOR, 9)).toEqual([]);
    });

    it('lists all that is left to do, for workers, and says of one piece whether it is', async () => {
      const sources = ['c', 'a', 'b'].map((letter) => aSource(letter));
      for (const source of sources) await store.addSource(source);
      const document = aDocument(sources[1]!);
      await commit(store, '1', sources[1]!, document);
      const left = await all(store.pendingWork('1', EXTRACTOR));
      expect(left).toEqual([
        { stage: 'documents', id: sources[0]!.id },
        { stage: 'documents', id: sources[2]!.id },
        { stage: 'claims', id: document.id },
      ]);
      for (const work of left) expect(await store.isPending(work, '1', EXTRACTOR)).toBe(true);
      await store.commitDocument('1', sources[0]!.id, aReject('documents', sources[0]!.id));
      await store.commitClaims(EXTRACTOR, document.id, [], []);
      expect(await all(store.pendingWork('1', EXTRACTOR))).toEqual(left.slice(1, 2));
      expect(await Promise.all(left.map((work) => store.isPending(work, '1', EXTRACTOR)))).toEqual([
        false,
        true,
        false,
      ]);
      const nothing = { stage: 'claims', id: 'd-none' } as const;
      expect(await store.isPending(nothing, '1', EXTRACTOR)).toBe(false);
    });

    it('tries again what a person cleared', async () => {
      const source = aSource('a');
      await store.addSource(source);
      await store.commitDocument('1', source.id, aReject('documents', source.id));
      expect(await store.unreadSources('1', 9)).toEqual([]);
      await store.clearReject('documents', source.id);
      expect(await store.unreadSources('1', 9)).toEqual([source]);
      const document = aDocument(source);
      await commit(store, '1', source, document);
      await store.commitClaims(EXTRACTOR, document.id, [], [aReject('claims', document.id)]);
      await store.clearReject('claims', document.id);
      expect(await store.unclaimedDocuments('1', EXTRACTOR, 9)).toEqual([document]);
    });

    it('lists the newest document of each source and keeps the older ones', async () => {
      const source = aSource('a');
      await store.addSource(source);
      const first = aDocument(source);
      const second = aDocument(source, { reader: 'html-2' });
      await commit(store, '1', source, first);
      await store.commitClaims(EXTRACTOR, first.id, [aClaim(first, 0)], []);
      await commit(store, '2', source, second);
      await commit(store, '1', source, first);
      expect(await all(store.documents())).toEqual([second]);
      expect(await store.document(first.id)).toEqual(first);
      // Claims follow: those of the older document are no longer listed, but what cited them still finds them.
      expect(await all(store.claims())).toEqual([]);
      expect(await store.claim(aClaim(first, 0).id)).toEqual(aClaim(first, 0));
      expect(await store.counts()).toMatchObject({ sources: 1, documents: 1, claims: 0 });
      expect(await store.unclaimedDocuments('2', EXTRACTOR, 9)).toEqual([second]);
    });

    it('keeps an older document listed where newer readers reject its source', async () => {
      const source = aSource('a');
      await store.addSource(source);
      const document = aDocument(source);
      const reject = aReject('documents', source.id, 'the new reader fails');
      await commit(store, '1', source, document);
      await store.commitClaims(EXTRACTOR, document.id, [aClaim(document, 0)], []);
      await store.commitDocument('2', source.id, reject);
      await store.commitDocument('2', source.id, reject);
      expect(await all(store.documents())).toEqual([document]);
      expect(await all(store.claims())).toEqual([aClaim(document, 0)]);
      expect(await store.rejects('documents')).toEqual([reject]);
      expect(await store.unreadSources('2', 9)).toEqual([]);
      // A newer extractor works on it as on the others.
      expect(await store.unclaimedDocuments('2', 'rules-2', 9)).toEqual([document]);
      // The next readers succeed: the reject has had its day, and repeating it does not bring it back.
      await commit(store, '3', source, document);
      await store.commitDocument('2', source.id, reject);
      expect(await store.rejects()).toEqual([]);
    });

    it('lists the claims of the extractor that ran last on a document', async () => {
      const source = aSource('a');
      await store.addSource(source);
      const document = aDocument(source);
      await commit(store, '1', source, document);
      const old = [aClaim(document, 0), aClaim(document, 1)];
      const renewed = [aClaim(document, 0, { modality: 'assessed' }, 'rules-2'), old[1]!].map((claim) => ({
        ...claim,
        extractor: 'rules-2',
      }));
      await store.commitClaims(EXTRACTOR, document.id, old, [aReject('claims', document.id, 'a')]);
      await store.commitClaims('rules-2', document.id, renewed, []);
      await store.commitClaims(EXTRACTOR, document.id, old, [aReject('claims', document.id, 'a')]);
      expect(await all(store.claims())).toEqual(renewed);
      expect(await store.rejects()).toEqual([]);
      expect((await store.counts()).claims).toBe(2);
      // One id, two extractors: the listed one.
      expect(await store.claim(old[1]!.id)).toEqual(renewed[1]);
      expect(await store.claim(old[0]!.id)).toEqual(old[0]);
    });

    it('draws claims anew where another date is found for the same text', async () => {
      const source = aSource('a');
      await store.addSource(source);
      const document = aDocument(source, { published: null });
      const dated: Document = { ...document, published: { edtf: '2024-05-02', how: 'text' } };
      await commit(store, '1', source, document);
      await store.commitClaims(EXTRACTOR, document.id, [aClaim(document, 0)], []);
      await commit(store, '2', source, dated);
      expect(await all(store.documents())).toEqual([dated]);
      expect(await store.unclaimedDocuments('2', EXTRACTOR, 9)).toEqual([dated]);
    });

    it('keeps second readings beside the claims, the newest of each listed document', async () => {
      const source = aSource('a');
      await store.addSource(source);
      const document = aDocument(source, { published: null });
      await commit(store, '1', source, document);
      expect(await store.documentsToReadAgain('m-1')).toEqual([document.id]);
      const claims = [aClaim(document, 0)];
      const unsaid = { ...aReject('second-reader', document.id), code: 'not-borne' as const };
      await store.addReject({ ...unsaid, code: 'no-answer' });
      await store.commitSecondReading({ document: document.id, reader: 'm-1', claims }, [unsaid, unsaid]);
      expect(await store.documentsToReadAgain('m-1')).toEqual([]);
      expect(await store.documentsToReadAgain('m-2')).toEqual([document.id]);
      await store.commitSecondReading({ document: document.id, reader: 'm-2', claims: [] }, [unsaid]);
      const newest = { document: document.id, reader: 'm-2', claims: [] };
      expect(await all(store.secondReadings())).toEqual([newest]);
      expect(await all(store.secondReadings(document.id))).toEqual([newest]);
      expect(await all(store.secondReadings('elsewhere'))).toEqual([]);
      expect(await store.rejects('second-reader')).toEqual([unsaid]);
      expect(await all(store.claims())).toEqual([]);
      // Where the document changes, so may what it bears.
      await commit(store, '2', source, { ...document, published: { edtf: '2024-05-02', how: 'text' } });
      expect(await store.documentsToReadAgain('m-2')).toEqual([document.id]);
      expect(await store.rejects('second-reader')).toEqual([]);
    });

    it('replaces the ledger whole', async () => {
      expect(await store.ledgerState()).toBeNull();
      const claim = aClaim({ id: 'd' }, 0);
      const findings = ['f-3', 'f-1', 'f-2'].map((id) => aFinding(id, [claim]));
      await store.commitLedger('s1', findings, [anEntity('FD'), anEntity('SY')]);
      await store.commitLedger('s2', findings.slice(0, 2), [anEntity('SY')]);
      await store.commitLedger('s2', findings.slice(0, 2), [anEntity('SY')]);
      await reopen();
      expect(await store.ledgerState()).toBe('s2');
      expect(await all(store.findings())).toEqual([findings[1], findings[0]]);
      expect(await store.finding('f-3')).toEqual(findings[0]);
      expect(await store.finding('f-2')).toBeNull();
      expect(await all(store.entities())).toEqual([anEntity('SY')]);
      expect((await store.counts()).findings).toBe(2);
    });

    it('takes a document with 5,000 claims and lists every one, in statement order', async () => {
      const sources = ['a', 'b'].map((letter) => aSource(letter));
      const documents = sources.map((source) => aDocument(source));
      const [big, small] = documents as [Document, Document];
      for (const [i, source] of sources.entries()) {
        await store.addSource(source);
        await commit(store, '1', source, documents[i]!);
      }
      const dates = ['2024-03', '2023', '2024-03-05', null, '2024-01-09'];
      const claims = Array.from({ length: 5000 }, (_, index) =>
        aClaim(big, index, {
          attribution: [{ who: 'X', role: 'claimant', stated: dates[index % dates.length] ?? null }],
        }),
      );
      const early = aClaim(small, 0, { attribution: [{ who: 'Y', role: 'claimant', stated: '2022' }] });
      await store.commitClaims(EXTRACTOR, big.id, claims, []);
      await store.commitClaims(EXTRACTOR, small.id, [early], []);
      const listed = await all(store.claims());
      // Its last day, for a month or a year; without a date of its own, a statement is as old as its publication.
      const days = ['2024-03-31', '2023-12-31', '2024-03-05', '2024-05-01', '2024-01-09'];
      const dayOf = (claim: Claim) => days[claim.index % days.length] ?? '';
      const order = claims.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.index - b.index);
      expect(listed.map((claim) => claim.id)).toEqual([early.id, ...order.map((claim) => claim.id)]);
      expect((await store.counts()).claims).toBe(5001);
      expect(await all(store.claims({ document: small.id }))).toEqual([early]);
    });

    it('orders documents by publication, the undated last, whatever their size', async () => {
      const dates = ['2024-05', null, '2024-05-02', '2021', '2024-05-31'];
      const documents = dates.map((edtf, i) =>
        aDocument(aSource(`s${i}`), {
          published: edtf === null ? null : { edtf, how: 'meta' },
          text: 'x'.repeat(i === 2 ? 9_000_000 : 3_000_000),
        }),
      );
      for (const [i, document] of documents.entries()) {
        await store.addSource(aSource(`s${i}`));
        await store.commitDocument('1', document.source, document);
      }
      const listed = await all(store.documents());
      const lastDay = [0, 4].sort((a, b) => (documents[a]!.id < documents[b]!.id ? -1 : 1));
      expect(listed.map(({ id }) => id)).toEqual([3, 2, ...lastDay, 1].map((i) => documents[i]!.id));
      expect(listed.every(({ text }) => /^x+$/.test(text))).toBe(true);
      // A batch holds what fits: it is never empty while work is left.
      const batch = await store.unclaimedDocuments('1', EXTRACTOR, 100);
      expect(batch.map(({ id }) => id)).toEqual(documents.slice(0, 2).map(({ id }) => id));
    });

    it('lists across pages while records are added', async () => {
      const sources = Array.from({ length: 603 }, (_, i) => aSource(`s${i}`));
      await Promise.all(sources.map((source) => store.addSource(source)));
      await store.commitLedger(
        's',
        Array.from({ length: 1001 }, (_, i) => aFinding(`f-${i}`, [])),
        Array.from({ length: 1000 }, (_, i) => anEntity(`E${i}`)),
      );
      const seen: string[] = [];
      for await (const source of store.sources()) {
        if (seen.length === 10) await store.addSource(aSource('late'));
        seen.push(source.id);
      }
      expect(seen.filter((id) => id !== aSource('late').id)).toEqual(sources.map(({ id }) => id).sort());
      expect(await all(store.findings())).toHaveLength(1001);
      expect(await all(store.entities())).toHaveLength(1000);
    });

    it('refuses what belongs to something else, and changes nothing', async () => {
      const [a, b] = [aSource('a'), aSource('b')];
      await store.addSource(a);
      const document = aDocument(a);
      await expect(store.commitDocument('1', b.id, aDocument(b))).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(store.commitDocument('1', a.id, aDocument(b))).rejects.toThrow(TypeError);
      await expect(store.commitDocument('1', a.id, aReject('documents', b.id))).rejects.toThrow(TypeError);
      await expect(store.commitClaims(EXTRACTOR, document.id, [], [])).rejects.toMatchObject({
        code: 'not-found',
      });
      await commit(store, '1', a, document);
      const stray = aClaim({ id: 'other' }, 1);
      await expect(
        store.commitClaims(EXTRACTOR, document.id, [aClaim(document, 0), stray], []),
      ).rejects.toThrow(TypeError);
      // Two claims of one place fail in the middle of the transaction.
      const twice = [aClaim(document, 0), aClaim(document, 0, { place: 'Dunmouth' })];
      await expect(store.commitClaims(EXTRACTOR, document.id, twice, [])).rejects.toMatchObject({
        code: 'bad-store',
      });
      expect(await store.counts()).toMatchObject({ sources: 1, documents: 1, claims: 0 });
      expect(await store.unclaimedDocuments('1', EXTRACTOR, 9)).toEqual([document]);
    });

    storeFilters(() => store);
    storeJudgements(() => store);
    storeEntityJudgements(() => store);
    storeLists(() => store);
    storeLaws(() => store);
    storePages(() => store);
  });
}

const commit = (store: Store, readers: string, source: Source, document: Document): Promise<void> =>
  store.commitDocument(readers, source.id, document);

/** An empty case is opened in seconds, and emptied in no time. */
async function empty(db: Db): Promise<void> {
  await db.updateTable('sources').set({ document: null }).execute();
  const tables = [
    'ledger',
    'lists',
    'screenings',
    'ledger_changes',
    'ledger_documents',
    'statements',
    'anchors',
    'judgements',
    'entities',
    'findings',
    'rejects',
    'second_readings',
    'readings',
    'extractions',
    'passages',
    'hand_claims',
    'documents',
    'origins',
    'sources',
  ] as const;
  for (const table of tables) await db.deleteFrom(table).execute();
}
