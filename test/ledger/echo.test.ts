import { describe, expect, it } from 'vitest';
import { sketchOf } from '../../src/ledger/sketch.js';
import { documents, echoesIn, finding, findingsOf, statements, type Said } from './reconciling.js';
import { quantity } from './claims.js';

const echoes = (...list: readonly Said[]): string[] => echoesIn(findingsOf(statements(...list)));
const ONCE: Said = { low: 5200, high: 5200, on: '2024-02-01' };
const LATER: Said = { ...ONCE, doc: 'd2' };

describe('an echo', () => {
  it('is the same claimant with the same figure again, anywhere and at any later time', () => {
    expect(echoes(ONCE, { ...ONCE, doc: 'd4', on: '2024-05-30' })).toEqual(['d4:0 of d1:0']);
    expect(echoes(ONCE, ONCE)).toEqual(['d1:1 of d1:0']);
  });

  it('is none by another claimant of the same origin', () => {
    expect(echoes(ONCE, { ...LATER, who: 'U.S. officials' })).toEqual([]);
  });

  it('is none where both state windows that differ', () => {
    const during = (edtf: string) => ({ when: { edtf, scope: 'period' } });
    expect(
      echoes({ ...ONCE, ...during('2023-01/2023-06') }, { ...LATER, ...during('2023-07/2023-12') }),
    ).toEqual(['d2:0 of d1:0 window-changed']);
    expect(
      echoes(
        { ...ONCE, ...during('2023-01/2023-06') },
        { ...ONCE, doc: 'd4', on: '2024-05-30', ...during('2023-07/2023-12') },
      ),
    ).toEqual([]);
  });

  it('is none of places apart, goods of another model, or another direction without a figure', () => {
    const at = (place: string) => ({ more: { kind: 'use', place } });
    expect(echoes({ ...ONCE, ...at('Kharkiv') }, { ...LATER, ...at('Rajin') })).toEqual([]);
    expect(echoes({ ...ONCE, ...at('Kharkiv') }, { ...LATER, ...at('Kharkiv region') })).toHaveLength(1);
    const model = (name: string) => ({
      more: { item: { class: 'container', wording: 'boxes', model: name } },
    });
    expect(echoes({ ...ONCE, ...model('A') }, { ...LATER, ...model('B') })).toEqual([]);
    const back = { more: { supplier: 'RU', recipient: 'KP' } };
    expect(echoes({ on: '2024-02-01' }, { doc: 'd4', on: '2024-05-30', ...back })).toEqual([]);
  });

  it('is none inside one document without a figure: there two things are said', () => {
    expect(echoes({ on: '2024-02-01' }, { on: '2024-02-01' })).toEqual([]);
    expect(echoes({ on: '2024-02-01' }, { doc: 'd2', on: '2024-02-01' })).toEqual(['d2:0 of d1:0']);
  });

  it('needs a relay, a close date and no more than one change where the figure is not the same', () => {
    const dropped: Said = { ...LATER, low: 5200, high: 5200 };
    const bounded: Said = { ...ONCE, low: 5200, high: null };
    expect(echoes(bounded, dropped)).toEqual(['d2:0 of d1:0 bound-dropped']);
    expect(echoes(bounded, { ...dropped, relays: [] })).toEqual([]);
    expect(echoes(bounded, { ...dropped, on: '2024-02-02' })).toEqual([]);
    expect(echoes(bounded, { ...dropped, doc: 'd4', on: null })).toEqual([]);
    expect(echoes({ ...bounded, low: 5100 }, dropped)).toEqual([]);
  });

  it.each([
    ['bound-inverted', quantity(5200, null), quantity(null, 5200)],
    ['vague-as-number', quantity(null, null, { vague: true, wording: 'dozens' }), quantity(40, 40)],
    ['number-as-vague', quantity(40, 40), quantity(null, null, { vague: true, wording: 'dozens' })],
    ['unit-changed', quantity(40, 40), quantity(40, 40, { unit: 'railcar' })],
  ])('names the drift %s', (drift, told, retold) => {
    expect(echoes({ ...ONCE, figure: told }, { ...LATER, figure: retold })).toEqual([
      `d2:0 of d1:0 ${drift}`,
    ]);
  });

  it('names a number outside the range of the vague word as no retelling of it', () => {
    const dozens = quantity(null, null, { vague: true, wording: 'dozens' });
    expect(echoes({ ...ONCE, figure: dozens }, { ...LATER, figure: quantity(400, 400) })).toEqual([]);
  });

  it('names parties exchanged and modality raised', () => {
    expect(echoes(ONCE, { ...LATER, more: { supplier: 'RU', recipient: 'KP' } })).toEqual([
      'd2:0 of d1:0 party-changed',
    ]);
    const planned = { more: { modality: 'planned' } };
    expect(echoes({ ...ONCE, ...planned }, LATER)).toEqual(['d2:0 of d1:0 modality-raised']);
    expect(echoes(ONCE, { ...LATER, more: { modality: 'alleged' } })).toEqual(['d2:0 of d1:0']);
  });

  it('names a capacity told as sent, and an "or" told as "and"', () => {
    const could = (claim: number) => ({
      more: { kind: 'capacity', modality: 'assessed', relation: { type: 'alternative_to', claim } },
    });
    const sent = { more: { modality: 'assessed' } };
    expect(
      echoes(
        { ...ONCE, low: 900, high: 900, ...could(1) },
        { ...ONCE, low: 150, high: 150, ...could(0) },
        { ...LATER, low: 900, high: 900, ...sent },
        { ...LATER, low: 150, high: 150, ...sent },
      ),
    ).toEqual(['d2:0 of d1:0 capacity-as-transfer or-as-and', 'd2:1 of d1:1 capacity-as-transfer or-as-and']);
  });

  it("is a page's own word for a figure published before it elsewhere", () => {
    const own: Said = { low: 5200, high: 5200, doc: 'd3', who: 'Publisher of d3', relays: [] };
    expect(echoes(ONCE, own)).toEqual(['d3:0 of d1:0 attribution-dropped']);
    expect(echoes(ONCE, { ...own, low: 5300, high: 5300 })).toEqual([]);
    expect(echoes({ ...ONCE, doc: 'd4' }, own)).toEqual([]);
  });

  it('points to the oldest telling, with what was lost since then', () => {
    expect(
      echoes({ ...ONCE, low: 5200, high: null }, LATER, {
        ...LATER,
        doc: 'd4',
        on: '2024-02-01',
        relays: ['A', 'B'],
      }),
    ).toEqual(['d2:0 of d1:0 bound-dropped', 'd4:0 of d1:0 bound-dropped']);
  });

  it('gives no origin, no bound and no pair', () => {
    const { claims, pairs, origins, range } = finding(ONCE, LATER);
    expect(claims.map(({ origin }) => origin)).toEqual(['US', null]);
    expect([pairs, origins, range?.low]).toEqual([[], 1, 5200]);
  });
});

describe('a near-duplicate', () => {
  const words = Array.from({ length: 80 }, (_, n) => `word${n}`);
  const withText = (texts: Record<string, string>) =>
    documents.map((document) => ({ ...document, ...sketchOf(texts[document.id] ?? document.id) }));

  it('has echoes of the earlier document, whoever it says spoke', () => {
    const copied = withText({
      d1: words.join(' '),
      d3: [...words.slice(0, 70), 'and', 'some', 'more'].join(' '),
    });
    const claims = statements(ONCE, { ...ONCE, doc: 'd3', who: 'Delta Survey' });
    expect(echoesIn(findingsOf(claims, copied))).toEqual(['d3:0 of d1:0']);
    expect(echoesIn(findingsOf(claims, documents))).toEqual([]);
  });

  it('is no document that shares less than half of its words', () => {
    const apart = withText({
      d1: words.join(' '),
      d3: [...words.slice(0, 30), ...words.slice(31).reverse()].join(' '),
    });
    const claims = statements(ONCE, { ...ONCE, doc: 'd3', who: 'Delta Survey' });
    expect(echoesIn(findingsOf(claims, apart))).toEqual([]);
  });
});
