import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/hash.js';
import { buildLedger } from '../../src/ledger/build-ledger.js';
import { printed } from './reconciling.js';
import type { Claim } from '../../src/model/claim.js';
import { entitySchema } from '../../src/model/entity.js';
import { findingSchema } from '../../src/model/finding.js';
import { anyClaims, claim, facts, quantity } from './claims.js';
import { vocabulary } from './vocabulary.js';

const documents = [facts('d1', '2024-02-03'), facts('d2', '2024-02'), facts('d3', null, null)];
const ledgerOf = (claims: readonly Claim[]) => buildLedger({ documents, claims, vocabulary });

describe('laws of the ledger', () => {
  it('loses no claim', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const listed = new Set(ledgerOf(claims).findings.flatMap((f) => f.claims.map((c) => c.claim)));
        expect(listed).toEqual(new Set(claims.map(({ id }) => id)));
      }),
    );
  });

  it('is the same, byte for byte, whatever the order of arrival', () => {
    fc.assert(
      fc.property(
        anyClaims.chain((claims) =>
          fc.tuple(
            fc.constant(claims),
            fc.shuffledSubarray(claims, { minLength: claims.length }),
            fc.shuffledSubarray(documents, { minLength: documents.length }),
          ),
        ),
        ([claims, shuffled, shuffledDocuments]) => {
          const other = buildLedger({ documents: shuffledDocuments, claims: shuffled, vocabulary });
          expect(canonicalJson(other)).toBe(canonicalJson(ledgerOf(claims)));
        },
      ),
    );
  });

  it('gives findings and entities of the published form, one finding a question', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const { findings, entities } = ledgerOf(claims);
        for (const finding of printed(findings)) expect(findingSchema.parse(finding)).toEqual(finding);
        for (const entity of entities) expect(entitySchema.parse(entity)).toEqual(entity);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
      }),
    );
  });
});

describe('a ledger', () => {
  it('keeps its state with equal input and changes it with any other', () => {
    const one = claim({ quantity: quantity(10, 10) });
    const state = ledgerOf([one]).state;
    expect(ledgerOf([one]).state).toBe(state);
    expect(ledgerOf([claim({ quantity: quantity(11, 11) })]).state).not.toBe(state);
    expect(buildLedger({ documents: [facts('d1', '2024-02-04')], claims: [one], vocabulary }).state).not.toBe(
      state,
    );
  });

  it('lists claims in statement order: a month counts as its last day, unknown dates last', () => {
    const said = (doc: string, stated: string | null, index: number) =>
      claim(
        { doc, quantity: quantity(1, 1), attribution: [{ who: 'Delta Survey', role: 'claimant', stated }] },
        index,
      );
    const { findings } = ledgerOf([
      said('d3', null, 0),
      said('d2', null, 0),
      said('d1', '2024-02-10', 1),
      said('d1', null, 0),
    ]);
    expect(findings[0]?.claims.map(({ doc, index }) => `${doc}:${index}`)).toEqual([
      'd1:0',
      'd1:1',
      'd2:0',
      'd3:0',
    ]);
  });

  it('names the canonical parties, claimants, goods, places and vessels, and how each was matched', () => {
    const { entities } = ledgerOf([
      claim({
        kind: 'movement',
        attribution: [{ who: 'Kremlin', role: 'claimant' }],
        supplier: null,
        recipient: 'RHF',
        route: { mode: ['sea'], origin: 'Najin', destination: 'Nowhere', via: [], vessel: 'MV Grey Heron' },
      }),
    ]);
    expect(
      entities
        .map(({ key, type, origin, matched }) => [key, type, origin, matched])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ).toEqual([
      ['Grey Heron', 'vessel', 'Grey Heron', 'alias'],
      ['Nowhere', 'place', 'Nowhere', 'none'],
      ['RU', 'state', 'RU', 'alias'],
      ['Rajin', 'place', 'Rajin', 'alias'],
      ['Red Hills Front', 'armed_group', 'Red Hills Front', 'alias'],
      ['container', 'item', 'container', 'exact'],
    ]);
  });
});
