import { describe, expect, it } from 'vitest';
import { dateWords, whenWords } from '../../src/report/dates.js';
import { bounds, number } from '../../src/report/figure.js';
import { figuresIn } from '../../src/report/figures-in.js';

describe('a number in print', () => {
  it.each([
    [0, 'zero'],
    [9, 'nine'],
    [10, '10'],
    [1.5, '1.5'],
    [4200, '4,200'],
    [999999, '999,999'],
    [1000000, '1 million'],
    [4800000, '4.8 million'],
    [1234567, '1,234,567'],
    [2500000000, '2.5 billion'],
  ])('%d is %s', (value, text) => expect(number(value)).toBe(text));
});

describe('a figure with its bounds', () => {
  const quantity = (
    low: number | null,
    high: number | null,
    qualifier: string | null = null,
    unit = 'item' as const,
  ) => ({
    low,
    high,
    qualifier,
    unit,
  });
  it.each([
    [quantity(1000, null, 'more than'), 'more than 1,000'],
    [quantity(1000, null), 'at least 1,000'],
    [quantity(null, 50, 'nearly'), 'nearly 50'],
    [quantity(null, 50, 'invented word'), 'up to 50'],
    [quantity(4800, 4800, 'about'), 'about 4,800'],
    [quantity(11000, 12000), '11,000 to 12,000'],
    [quantity(3, 3), 'three'],
    [quantity(3, 12), '3 to 12'],
    [quantity(null, null), null],
    [{ ...quantity(2, 2), unit: 'usd' as const }, '$2'],
  ])('%o', (given, text) => expect(bounds(given)).toBe(text));
});

describe('a date in words', () => {
  it.each([
    ['2024-04-01', '1 April 2024'],
    ['2024-04', 'April 2024'],
    ['2024', '2024'],
    ['2024-33', 'the first quarter of 2024'],
    ['2024-06~', 'about June 2024'],
    ['2023-09/2024-01', 'September 2023 to January 2024'],
    ['2024-06/..', 'since June 2024'],
  ])('%s is %s', (edtf, text) => expect(dateWords(edtf)).toBe(text));

  it.each([
    ['2023-09/2024-02-01', 'cumulative', '2024-02-01', 'since September 2023'],
    ['2023-09/2024-01-15', 'cumulative', '2024-02-01', 'between September 2023 and 15 January 2024'],
    ['2024-01-02', 'point', null, 'on 2 January 2024'],
    ['2024-01', 'period', null, 'in January 2024'],
    ['../2024-01', 'cumulative', null, 'by January 2024'],
    [null, 'cumulative', null, null],
  ] as const)('%s (%s) is said as %s', (edtf, scope, said, text) => {
    expect(whenWords({ edtf, scope }, said)).toBe(text);
  });
});

describe('the figures of a text', () => {
  it.each([
    ['more than 1,000 containers', [1000]],
    ['30-35 thousand', [30, 35, 30000, 35000]],
    ['between four and six million', [4, 6, 4e6, 6e6]],
    ['4.8 to 5 million', [4.8e6, 5e6]],
    ['two hundred and five', [205]],
    ['two thousand five hundred', [2500]],
    ['six-thousand-700', [6700]],
    ['two-point-three million', [2.3e6]],
    ['one and a half million', [1.5e6]],
    ['two dozen', [24]],
    ['a million', [1e6]],
    ['1.000 Container', [1, 1000]],
    ['$169 million', [169e6]],
  ])('%s', (text, values) => {
    const found = figuresIn(text);
    for (const value of values) expect(found).toContain(value);
  });

  it('are none where there are none', () => expect([...figuresIn('a load of shells')]).toEqual([]));
});
