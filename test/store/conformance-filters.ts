import { describe, expect, it } from 'vitest';
import type { Claim, ClaimBody } from '../../src/model/claim.js';
import type { ClaimFilter, Store } from '../../src/model/store.js';
import { EXTRACTOR, aClaim, aDocument, aFinding, aSource, all, ids } from './records.js';

const by = (who: string | null, stated: string | null): Pick<ClaimBody, 'attribution'> => ({
  attribution: [{ who, role: 'claimant', stated }],
});

/** Claims by the name that the expectations use. */
const BODIES: Record<string, Partial<ClaimBody>> = {
  shells: {
    ...by('Ministry of Ports (Freedonia)', '2024-02-10'),
    when: { edtf: '2023-09/2024-01', scope: 'period' },
  },
  strike: {
    ...by('Élan 50% Institute_A', '2024-03'),
    kind: 'use',
    supplier: null,
    recipient: null,
    actor: 'SY',
    target: 'FD',
    item: { class: 'ballistic_missile', wording: 'missile' },
    when: { edtf: null, scope: 'unknown' },
  },
  since: {
    ...by(null, null),
    supplier: 'Σ Group',
    recipient: null,
    item: null,
    when: { edtf: '2025-06/..', scope: 'cumulative' },
  },
  ancient: {
    ...by('Chronicler', '-0044'),
    supplier: null,
    recipient: null,
    actor: 'RO',
    when: { edtf: 'Y17000', scope: 'point' },
  },
};

const EXPECTED: [filter: ClaimFilter, claims: string[]][] = [
  [{}, ['ancient', 'shells', 'strike', 'since']],
  [{ kind: 'use' }, ['strike']],
  [{ item: 'container' }, ['ancient', 'shells']],
  [{ party: 'SY' }, ['shells', 'strike']],
  [{ party: 'FD' }, ['shells', 'strike']],
  [{ party: 'Σ Group' }, ['since']],
  [{ party: "SY' or true --" }, []],
  [{ party: 'S\0Y' }, []],
  [{ claimant: 'ports (FREE' }, ['shells']],
  [{ claimant: 'éLAN' }, ['strike']],
  [{ claimant: '50%' }, ['strike']],
  [{ claimant: '%' }, ['strike']],
  [{ claimant: 'e_A' }, ['strike']],
  [{ claimant: '\ud800' }, []],
  [{ claimant: '\\' }, []],
  // Stated on that day.
  [{ period: '2024-02-10' }, ['shells']],
  // The day before: neither stated nor about it.
  [{ period: '2024-02-09' }, []],
  // About a time within: the first day and the last day of its window.
  [{ period: '2023-08/2023-09-01' }, ['shells']],
  [{ period: '2024-01-31' }, ['shells']],
  [{ period: '2023-08-31' }, []],
  // A month that the day may be in, and a day that the month may be on.
  [{ period: '2024-03-31' }, ['strike']],
  // No date of its own: that of its document, 2024-05-01. An open end reaches as far as one asks.
  [{ period: '2024-05-01' }, ['since']],
  [{ period: '2031' }, ['since']],
  [{ period: '2025-05' }, []],
  [{ period: '../2023' }, ['ancient', 'shells']],
  [{ period: '2026/..' }, ['ancient', 'since']],
  [{ period: '2024', party: 'FD', kind: 'transfer', claimant: 'ministry' }, ['shells']],
  [{ period: '2024', party: 'RO' }, []],
];

export function storeFilters(open: () => Store): void {
  describe('filters', () => {
    it('lists the claims asked for', async () => {
      const store = open();
      const claims = await commitAll(store);
      const nameOf = new Map(Object.entries(claims).map(([name, claim]) => [claim.id, name]));
      const document = claims['shells']!.doc;
      for (const [filter, names] of EXPECTED) {
        const listed = (await ids(store.claims(filter))).map((id) => nameOf.get(id));
        expect(listed, JSON.stringify(filter)).toEqual(names);
        const here = (await ids(store.claims({ ...filter, document }))).map((id) => nameOf.get(id));
        expect(here, JSON.stringify(filter)).toEqual(names);
        expect(await all(store.claims({ ...filter, document: 'another' }))).toEqual([]);
      }
      await expect(all(store.claims({ period: 'last spring' }))).rejects.toMatchObject({ code: 'usage' });
    });

    it('lists the findings asked for', async () => {
      const store = open();
      const claims = await commitAll(store);
      const findings = Object.entries(claims).map(([name, claim]) =>
        aFinding(`f-${name}`, [claim], {
          kind: claim.kind,
          supplier: claim.supplier,
          recipient: claim.recipient,
          actor: claim.actor,
          target: claim.target,
          item: claim.item?.class ?? null,
        }),
      );
      await store.commitLedger('s', findings, []);
      for (const [filter, names] of EXPECTED) {
        const expected = names.map((name) => `f-${name}`).sort();
        expect(await ids(store.findings(filter)), JSON.stringify(filter)).toEqual(expected);
      }
      await expect(all(store.findings({ period: '' }))).rejects.toMatchObject({ code: 'usage' });
    });

    it('lists the documents asked for', async () => {
      const store = open();
      const made = [
        { publisher: 'Harbour Gazette', published: '2024-05' },
        { publisher: 'harbour gazette', published: '2024-05-20' },
        { publisher: 'P\0st \udc00', published: '2023-11-02' },
        { publisher: null, published: null },
      ].map(({ publisher, published }, i) =>
        aDocument(aSource(`d${i}`), {
          publisher,
          published: published === null ? null : { edtf: published, how: 'meta' },
        }),
      );
      for (const [i, document] of made.entries()) {
        await store.addSource(aSource(`d${i}`));
        await store.commitDocument('1', document.source, document);
      }
      const [month, day, odd] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
      expect(await all(store.documents({ publisher: 'Harbour Gazette' }))).toEqual([month]);
      expect(await all(store.documents({ publisher: 'P\0st \udc00' }))).toEqual([odd]);
      expect(await all(store.documents({ period: '2024' }))).toEqual([day, month]);
      expect(await all(store.documents({ period: '2024-05-01' }))).toEqual([month]);
      expect(await all(store.documents({ period: '../2024-04' }))).toEqual([odd]);
      expect(await all(store.documents({ period: '2024', publisher: 'harbour gazette' }))).toEqual([day]);
      await expect(all(store.documents({ period: '2024-13' }))).rejects.toMatchObject({ code: 'usage' });
    });
  });
}

async function commitAll(store: Store): Promise<Record<string, Claim>> {
  const source = aSource('a');
  const document = aDocument(source);
  const claims = Object.entries(BODIES).map(
    ([name, body], index) => [name, aClaim(document, index, body)] as const,
  );
  await store.addSource(source);
  await store.commitDocument('1', source.id, document);
  await store.commitClaims(
    EXTRACTOR,
    document.id,
    claims.map(([, claim]) => claim),
    [],
  );
  return Object.fromEntries(claims);
}
