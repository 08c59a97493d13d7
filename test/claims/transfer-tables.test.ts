import { describe, expect, it } from 'vitest';
import { finish, layOut, plainDraft } from '../../src/documents/draft.js';
import { extractor } from './extractor.js';

const table = (lead: string, ...rows: readonly string[]) => {
  const parts = [
    { text: lead, kind: 'paragraph' as const, dropped: null, page: null },
    ...rows.map((text) => ({ text, kind: 'table_row' as const, dropped: null, page: null })),
  ];
  const draft = { ...plainDraft(layOut(parts)), publisher: 'Harbour Review' };
  return extractor
    .extract(finish(draft, '0'.repeat(64), 'test-1'))
    .claims.map(({ kind, polarity, supplier, recipient, actor, item, quantity, when }) => [
      kind,
      polarity,
      supplier ?? actor,
      recipient,
      item?.class ?? null,
      quantity && [quantity.low, quantity.high, quantity.unit],
      when.edtf,
    ]);
};

describe('a table of transfers', () => {
  it('has a claim a row, by what its columns hold', () => {
    expect(
      table(
        'The register for the year follows.',
        'Direction | Goods | Figure | Time',
        'Iran to Sudan | drones | at least 40 | 2023',
        'Iran to Sudan | tanks and howitzers | 60 | not given',
        'Sudan to Iran | jammers | not counted | May 2023',
        'Iran to Sudan | soldiers | over 300 | June 2023',
      ),
    ).toEqual([
      ['transfer', 'affirmed', 'IR', 'SD', 'drone', [40, null, 'drone'], '2023'],
      ['transfer', 'affirmed', 'IR', 'SD', null, [60, 60, 'system'], null],
      ['transfer', 'affirmed', 'SD', 'IR', 'electronic_warfare', null, '2023-05'],
      ['deployment', 'affirmed', 'IR', null, 'troops', [300, null, 'person'], '2023-06'],
    ]);
  });

  it('takes the values of goods for what they are worth', () => {
    expect(
      table(
        'Arms for Myanmar by origin.',
        'Origin | Value | Firms named',
        'Serbia | $12 million | 4',
        'Belarus | more than $3 million | 2',
      ).map(([kind, , supplier, , , quantity]) => [kind, supplier, quantity]),
    ).toEqual([
      ['transfer', 'RS', [12_000_000, 12_000_000, 'usd']],
      ['transfer', 'BY', [3_000_000, null, 'usd']],
    ]);
  });

  it('is none without a side or without goods', () => {
    expect(table('Prices.', 'Goods | Price', 'rice | 40', 'flour | 22')).toEqual([]);
  });
});
