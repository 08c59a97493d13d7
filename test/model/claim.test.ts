import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimBodySchema,
  claimSchema,
  claimantOf,
  makeClaim,
  type ClaimBody,
} from '../../src/model/claim.js';

const BODY: ClaimBody = claimBodySchema.parse({
  doc: 'a'.repeat(64),
  span: [10, 90],
  kind: 'transfer',
  polarity: 'affirmed',
  modality: 'asserted',
  attribution: [
    { who: 'Harbour Post', role: 'relay' },
    { who: 'Ministry of Defence (Ruritania)', role: 'claimant', anonymous: false, stated: '2024-05' },
  ],
  supplier: 'KP',
  recipient: 'RU',
  item: { class: 'container', wording: 'containers' },
  quantity: { low: 1000, high: null, unit: 'container', qualifier: 'more than', wording: 'more than 1,000' },
  when: { edtf: null, scope: 'cumulative' },
});

describe('a claim', () => {
  it('fills what was not said with null', () => {
    expect(BODY).toMatchObject({
      actor: null,
      target: null,
      route: null,
      place: null,
      outcome: null,
      relation: null,
    });
  });

  it('has an id of its content: equal claims have one, any change gives another', () => {
    const claim = makeClaim(BODY, 0, 'rules-1', ['transfer-active']);
    expect(claim.id).toMatch(/^c-[0-9a-f]{20}$/);
    expect(makeClaim({ ...BODY }, 0, 'rules-1', []).id).toBe(claim.id);
    expect(makeClaim(BODY, 1, 'rules-1', []).id).not.toBe(claim.id);
    expect(makeClaim({ ...BODY, modality: 'possible' }, 0, 'rules-1', []).id).not.toBe(claim.id);
  });

  it('keeps its id through JSON and the schema, so that an id can be checked later', () => {
    const claim = makeClaim(BODY, 3, 'rules-1', ['transfer-active']);
    const { id, index, extractor, rules, ...body } = claimSchema.parse(JSON.parse(JSON.stringify(claim)));
    expect(makeClaim(body, index, extractor, rules).id).toBe(id);
  });

  it('is the word of the last of its attribution', () => {
    expect(claimantOf(BODY).who).toBe('Ministry of Defence (Ruritania)');
    expect(() => claimantOf({ attribution: [] })).toThrow(TypeError);
  });
});

describe('the claim schema refuses', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a low above its high', { quantity: { low: 5, high: 3, unit: 'round', wording: '5 to 3' } }],
    ['a negative quantity', { quantity: { low: -5, high: null, unit: 'round', wording: '-5' } }],
    ['a unit that is none', { quantity: { low: 5, high: 5, unit: 'bushel', wording: '5 bushels' } }],
    ['a kind that is none', { kind: 'sale' }],
    ['a claim that nobody makes', { attribution: [] }],
    ['a span of nothing', { span: [0, 0] }],
    ['a span that is no position', { span: [0.5, 3] }],
    ['a date that is no EDTF', { when: { edtf: 'May', scope: 'point' } }],
  ])('%s', (_, change) => {
    expect(claimBodySchema.safeParse(BODY).success).toBe(true);
    expect(claimBodySchema.safeParse({ ...BODY, ...change }).success).toBe(false);
  });

  it('nothing that an interval can be', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(), { nil: null }), fc.option(fc.nat(), { nil: null }), (low, high) => {
        const quantity = { low, high, unit: 'round', wording: 'some' };
        const inOrder = low === null || high === null || low <= high;
        expect(claimBodySchema.safeParse({ ...BODY, quantity }).success).toBe(inOrder);
      }),
    );
  });
});
