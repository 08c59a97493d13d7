import { describe, expect, it } from 'vitest';
import type { EntityRef } from '../../src/model/entity.js';
import { makeEntityJudgement, type EntityJudgement } from '../../src/model/entity-judgement.js';
import { makeJudgement } from '../../src/model/judgement.js';
import type { SanctionsList, Screening } from '../../src/model/sanctions.js';
import type { Store } from '../../src/model/store.js';
import { EXTRACTOR, aClaim, aDocument, aSource, all } from './records.js';

const party = (key: string): EntityRef => ({ sort: 'party', key });

let second = 0;
const at = (): string => new Date(Date.UTC(2025, 1, 1, 0, 0, (second += 1))).toISOString();

const merge = (a: string, b: string): EntityJudgement =>
  makeEntityJudgement({
    verdict: 'merge',
    by: 'A. Analyst',
    why: 'one register\0',
    at: at(),
    supersedes: null,
    entities: [party(a), party(b)],
    names: null,
  });

const undo = ({ id, entities, names }: EntityJudgement): EntityJudgement =>
  makeEntityJudgement({
    verdict: 'undo',
    by: 'B. Analyst',
    why: 'the register was wrong',
    at: at(),
    supersedes: id,
    entities,
    names,
  });

/** What every store does with judgements on entities. */
export function storeEntityJudgements(open: () => Store): void {
  describe('judgements on entities', () => {
    it('are kept in their order, once each, beside those on claims', async () => {
      const store = open();
      const source = aSource('named');
      const document = aDocument(source);
      const claim = aClaim(document, 0);
      await store.addSource(source);
      await store.commitDocument('1', source.id, document);
      await store.commitClaims(EXTRACTOR, document.id, [claim], []);
      const [first, last] = [merge('Port Authority', 'Harbour Board'), merge('FD', 'Freedonia')];
      await store.addEntityJudgement(first);
      await store.addJudgement(
        makeJudgement({
          verdict: 'accept',
          by: 'A. Analyst',
          why: 'read',
          at: at(),
          set: null,
          supersedes: null,
          source: source.id,
          quote: document.text.slice(...claim.span),
          claim,
        }),
      );
      await store.addEntityJudgement(last);
      await store.addEntityJudgement(first);
      expect(await store.entityJudgements()).toStrictEqual([first, last]);
      expect((await all(store.judgements())).map(({ judgement }) => judgement.verdict)).toEqual(['accept']);
      expect(await store.latestJudgement()).toBe(last.id);
      // A newer extractor places the judgements on claims anew, and leaves these alone.
      await store.commitClaims('rules-2', document.id, [aClaim(document, 0, {}, 'rules-2')], []);
      expect(await store.entityJudgements()).toStrictEqual([first, last]);
    });

    it('make the ledger stale until it takes account of them', async () => {
      const store = open();
      await store.commitLedger('state', [], []);
      expect(await store.ledgerIsStale()).toBe(false);
      await store.addEntityJudgement(merge('a', 'b'));
      expect(await store.ledgerIsStale()).toBe(true);
      await store.commitLedger('state', [], [], await store.latestJudgement());
      expect(await store.ledgerIsStale()).toBe(false);
    });

    it('are taken back once, and nothing else is', async () => {
      const store = open();
      const first = merge('a', 'b');
      await store.addEntityJudgement(first);
      const back = undo(first);
      await store.addEntityJudgement(back);
      await store.addEntityJudgement(back);
      await expect(store.addEntityJudgement(undo(first))).rejects.toMatchObject({ code: 'outdated' });
      await expect(store.addEntityJudgement(undo(back))).rejects.toMatchObject({ code: 'outdated' });
      await expect(store.addEntityJudgement(undo(merge('c', 'd')))).rejects.toMatchObject({
        code: 'outdated',
      });
      expect(await store.entityJudgements()).toStrictEqual([first, back]);
    });
  });
}

const aList = (id: string, more: Partial<SanctionsList> = {}): SanctionsList => ({
  id,
  name: 'harbour list',
  version: '2025-01-01',
  format: 'followthemoney',
  file: 'harbour.jsonl',
  size: 100,
  added: '2025-01-02T00:00:00.000Z',
  in: 3,
  out: 2,
  rejected: 1,
  screened: 2,
  rejects: [{ line: 2, reason: 'is no JSON' }],
  ...more,
});

const aScreening = (name: string): Screening => ({ lists: [], entities: name.length, hits: [] });

/** What every store does with sanctions lists and screenings. */
export function storeLists(open: () => Store): void {
  describe('sanctions lists', () => {
    it('stay in every version, in the order of their addition', async () => {
      const store = open();
      const [older, newer] = [aList('b'), aList('a', { version: '2025-02-01' })];
      expect(await store.addList(older)).toBe('added');
      expect(await store.addList(newer)).toBe('added');
      expect(await store.addList(aList('b', { name: 'another name' }))).toBe('known');
      expect(await store.lists()).toStrictEqual([older, newer]);
    });

    it('have one screening, known by what it is of', async () => {
      const store = open();
      expect(await store.screening('x')).toBeNull();
      await store.commitScreening('x', aScreening('one'));
      await store.commitScreening('x', aScreening('three'));
      expect(await store.screening('x')).toStrictEqual(aScreening('three'));
      await store.commitScreening('y', aScreening('two'));
      expect(await store.screening('x')).toBeNull();
    });
  });
}
