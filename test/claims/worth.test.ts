import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const counts = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ kind, supplier, recipient, quantity }) => [
    kind,
    supplier,
    recipient,
    quantity && [quantity.low, quantity.high, quantity.unit],
  ]);

describe('sums that are the worth of goods', () => {
  it.each([
    [
      'China has delivered $267 million worth of arms to Myanmar since the coup.',
      [['transfer', 'CN', 'MM', [267_000_000, 267_000_000, 'usd']]],
    ],
    [
      'Arms from Serbia worth $12 million reached Saudi Arabia in 2016.',
      [['transfer', 'RS', 'SA', [12_000_000, 12_000_000, 'usd']]],
    ],
    [
      'Iran signed a contract with Sudan for drones, worth at least $30 million.',
      [['agreement', 'IR', 'SD', [30_000_000, null, 'usd']]],
    ],
  ])('%s', (sentence, claims) => {
    expect(counts(sentence).filter(([, , , quantity]) => quantity !== null)).toEqual(claims);
  });

  it('point back to a sum that was told', () => {
    expect(
      counts(
        'Serbia sold Myanmar arms worth $30 million last year.',
        'Of that, $7 million went to the navy.',
      ).map((claim) => claim[3]),
    ).toEqual([
      [30_000_000, 30_000_000, 'usd'],
      [7_000_000, 7_000_000, 'usd'],
    ]);
  });
});

describe('sums that are no worth of goods', () => {
  it.each([
    'The captain was fined $40,000 in Panama.',
    'The jet has a range of 1,350 km and costs some $25 million apiece.',
    'A reward of $5 million was offered by the United States for the trader.',
  ])('%s', (sentence) => {
    expect(counts(sentence).filter(([, , , quantity]) => quantity !== null)).toEqual([]);
  });
});
