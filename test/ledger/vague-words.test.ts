import { describe, expect, it } from 'vitest';
import { vagueRange } from '../../src/ledger/vague-words.js';

describe('a vague word', () => {
  it.each([
    ['dozens of drones', 24, 99],
    ['several boxes', 3, 9],
    ['several hundred', 300, 999],
    ['several hundred thousand shells', 300_000, 999_999],
    ['hundreds of thousands', 200_000, 999_999],
    ['several million', 3_000_000, 9_990_000],
    ['millions of rounds', 2_000_000, 9_990_000],
    ['hundreds of millions', 200_000_000, 999_000_000],
  ])('"%s" has the range of its longest words', (wording, low, high) => {
    expect(vagueRange(wording)).toEqual({ low, high });
  });

  it('"some" and "many" have none', () => {
    expect([vagueRange('some shells'), vagueRange('many')]).toEqual([null, null]);
  });
});
