import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeralAt } from '../../src/claims/number-words.js';

const read = (text: string) => {
  const numeral = numeralAt(text, 0);
  return numeral === null ? null : { value: numeral.value, text: text.slice(numeral.start, numeral.end) };
};

describe('numerals as newsrooms write them', () => {
  it.each([
    ['1,000 rifles', 1000, '1,000'],
    ['13.000 rounds', 13_000, '13.000'],
    ['13 000 rounds', 13_000, '13 000'],
    ['1 250 000 rounds', 1_250_000, '1 250 000'],
    ['4.8 million shells', 4_800_000, '4.8 million'],
    ['1.25 million', 1_250_000, '1.25 million'],
    ['0.5 tonnes', 0.5, '0.5'],
    ['20-thousand men', 20_000, '20-thousand'],
    ['six-thousand-700 crates', 6700, 'six-thousand-700'],
    ['twenty-one launchers', 21, 'twenty-one'],
    ['twenty one launchers', 21, 'twenty one'],
    ['two hundred drones', 200, 'two hundred'],
    ['two thousand nine hundred and ten men', 2910, 'two thousand nine hundred and ten'],
    ['one hundred and five thousand men', 105_000, 'one hundred and five thousand'],
    ['nine hundred ten million', 910_000_000, 'nine hundred ten million'],
    ['two hundred thousand rounds', 200_000, 'two hundred thousand'],
    ['a dozen trucks', 12, 'a dozen'],
    ['three dozen trucks', 36, 'three dozen'],
    ['half a dozen boats', 6, 'half a dozen'],
    ['half a million rounds', 500_000, 'half a million'],
    ['a hundred men', 100, 'a hundred'],
    ['a thousand men', 1000, 'a thousand'],
    ['one and a half million rounds', 1_500_000, 'one and a half million'],
    ['a million and a half rounds', 1_500_000, 'a million and a half'],
    ['two million and a half', 2_500_000, 'two million and a half'],
    ['two-point-three million', 2_300_000, 'two-point-three million'],
    ['3 mln rounds', 3_000_000, '3 mln'],
    ['2 bn rials', 2_000_000_000, '2 bn'],
    ['seventeen missiles', 17, 'seventeen'],
    ['zero losses', 0, 'zero'],
  ])('%s', (text, value, wording) => {
    expect(read(text)).toEqual({ value, text: wording });
  });

  it.each([
    ['five 30 mm guns', 5, 'five'],
    ['5 and 6 june', 5, '5'],
    ['two and three of them', 2, 'two'],
    ['one hundred, two hundred', 100, 'one hundred'],
    ['30, 40 men', 30, '30'],
    ['122 and 152 mm rounds', 122, '122'],
    ['4.8 to 5 million', 4.8, '4.8'],
  ])('two numerals stay two: %s', (text, value, wording) => {
    expect(read(text)).toEqual({ value, text: wording });
  });

  it.each(['shells', 'a rifle', 'an agreement', 'tension', 'oneness', '', '-', 'million-dollar'])(
    'none begins %j',
    (text) => {
      expect(numeralAt(text, 0)?.end ?? 0).toBeLessThanOrEqual(0);
    },
  );

  it('tells the scale that a range shares', () => {
    expect(numeralAt('5 million', 0)?.scale).toBe(1_000_000);
    expect(numeralAt('5', 0)?.scale).toBe(1);
    expect(numeralAt('thirty thousand', 0)?.scale).toBe(1000);
  });
});

const ONES = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
].concat(['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']);
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number in words, with or without "and" before the tens. */
function spelled(n: number, and: boolean): string {
  if (n < 20) return ONES[n] ?? '';
  if (n < 100) return `${TENS[Math.floor(n / 10)] ?? ''}${n % 10 === 0 ? '' : `-${ONES[n % 10] ?? ''}`}`;
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (n < size) continue;
    const rest = n % size;
    const joint = rest === 0 ? '' : and && rest < 100 ? ' and ' : ' ';
    return `${spelled(Math.floor(n / size), and)} ${name}${joint}${spelled(rest, and)}`;
  }
  return '';
}

const grouped = (n: number, mark: string): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, mark);

describe('every whole number', () => {
  const counts = fc.oneof(
    fc.integer({ min: 1, max: 1_000_000_000 }),
    fc.integer({ min: 1, max: 10_000 }),
    fc.integer({ min: 1, max: 999 }).map((n) => n * 1000),
  );

  it('in words reads back as itself', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (n, and) => {
        const words = spelled(n, and);
        expect(read(`${words} men`)).toEqual({ value: n, text: words });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a comma', ','],
    ['a space', ' '],
    ['a narrow space', '\u202f'],
    ['a point', '.'],
    ['nothing', ''],
  ])('in digits grouped by %s reads back as itself', (_, mark) => {
    fc.assert(
      fc.property(counts, (n) => {
        const digits = grouped(n, mark);
        expect(read(`${digits} men`)).toEqual({ value: n, text: digits });
      }),
    );
  });

  it('keeps the decimals of a million', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), (whole, tenth) => {
        expect(read(`${whole}.${tenth} million rounds`)?.value).toBe(whole * 1_000_000 + tenth * 100_000);
      }),
    );
  });
});

describe('any text', () => {
  it('gives numerals that lie in it and are finite', () => {
    const words = fc.constantFrom(
      'a',
      'half',
      'and',
      'two',
      'hundred',
      'thousand',
      'million',
      '3',
      '40',
      '1,200',
      '0.5',
      '-',
      'point',
      'dozen',
      'men',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(' ', '-'),
        (list, joint) => {
          const text = list.join(joint);
          const numeral = numeralAt(text, 0);
          if (numeral === null) return;
          expect(numeral.end).toBeGreaterThan(0);
          expect(numeral.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(numeral.value)).toBe(true);
          expect(numeral.value).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
