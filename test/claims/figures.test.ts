import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FigureReader, type Figure } from '../../src/claims/figures.js';

const reader = new FigureReader();
const nothing = (): boolean => false;
const figures = (text: string): Figure[] => reader.read(text.toLowerCase(), nothing);
const counting = (text: string): Figure[] => figures(text).filter((figure) => figure.distractor === null);
const only = (text: string): Figure => {
  const found = counting(text);
  expect(found, text).toHaveLength(1);
  return found[0] as Figure;
};

describe('the bounds that words give a figure', () => {
  it.each([
    ['Benghazi took in 1,000 rifles', 1000, 1000, null],
    ['more than 1,000 rifles', 1000, null, 'more than'],
    ['over 300 drones', 300, null, 'over'],
    ['at least 40 trucks', 40, null, 'at least'],
    ['no fewer than 24 missiles', 24, null, 'no fewer than'],
    ['not less than sixty launchers', 60, null, 'not less than'],
    ['in excess of 2 million rounds', 2_000_000, null, 'in excess of'],
    ['upwards of 500 men', 500, null, 'upwards of'],
    ['well over 5,000 rifles', 5000, null, 'well over'],
    ['nearly 50 missiles', null, 50, 'nearly'],
    ['almost 70 boats', null, 70, 'almost'],
    ['up to 12,000 men', null, 12_000, 'up to'],
    ['as many as 90 drones', null, 90, 'as many as'],
    ['no more than 15 flights', null, 15, 'no more than'],
    ['fewer than 100 mortars', null, 100, 'fewer than'],
    ['just under 4,000 crates', null, 4000, 'just under'],
    ['at most eight pilots', null, 8, 'at most'],
    ['about 4,800 grenades', 4800, 4800, 'about'],
    ['some 200 pickups', 200, 200, 'some'],
    ['roughly 60 Mohajer drones', 60, 60, 'roughly'],
    ['approximately 3,500 mines', 3500, 3500, 'approximately'],
    ['an estimated 900 fighters', 900, 900, 'an estimated'],
    ['as many as more than 6 million rounds', 6_000_000, null, 'as many as more than'],
    ['1,000 rifles or more', 1000, 1000, null],
    ['400 or more launchers', 400, null, 'or more'],
    ['400 or so launchers', 400, 400, 'or so'],
    ['only 30 trainers', 30, 30, null],
    ['a total of 64 sorties', 64, 64, null],
  ])('%s', (text, low, high, qualifier) => {
    expect(only(text)).toMatchObject({ low, high, qualifier, vague: false, share: null });
  });
});

describe('ranges', () => {
  it.each([
    ['11,000 to 12,000 men', 11_000, 12_000],
    ['between 40 and 60 drones', 40, 60],
    ['30-35 thousand rounds', 30_000, 35_000],
    ['4.8 to 5 million rounds', 4_800_000, 5_000_000],
    ['from 200 to 300 rifles', 200, 300],
    ['between two and three thousand men', 2000, 3000],
    ['15–20 launchers'.replace('–', '-'), 15, 20],
    ['two to four crates', 2, 4],
    ['two to three dozen crates', 24, 36],
    ['ninety to one hundred crates', 90, 100],
    ['between ninety and one hundred men', 90, 100],
    ['between 900 and 1.2 million rounds', 900, 1_200_000],
  ])('%s', (text, low, high) => {
    expect(only(text)).toMatchObject({ low, high });
  });

  it('a smaller figure behind "to" is no end of a range', () => {
    expect(counting('sent 900 rifles to 12 units').map(({ low, high }) => [low, high])).toEqual([
      [900, 900],
      [12, 12],
    ]);
  });
});

describe('shares and multiples', () => {
  it.each([
    ['half of the shells failed', '1/2'],
    ['two thirds of the rifles were new', '2/3'],
    ['a quarter of them', '1/4'],
    ['40 per cent of the rounds', '2/5'],
    ['15% of the crates', '3/20'],
    ['twice as many drones', 'x2'],
    ['five times more than the army had reported', 'x5'],
  ])('%s', (text, share) => {
    expect(only(text)).toMatchObject({ share, low: null, high: null });
  });
});

describe('rates', () => {
  it.each([
    ['the Houthis fired 20 drones a week', 'week'],
    ['about ten thousand shells a day', 'day'],
    ['three flights per month', 'month'],
    ['200 daily', 'day'],
    ['1,500 barrels every day', 'day'],
    ['60,000 tonnes a year', 'year'],
  ])('%s', (text, per) => {
    expect(only(text).per).toBe(per);
  });

  it('a month that dates the event is no rate', () => {
    expect(only('three flights in a month of fighting').per).toBeNull();
  });
});

describe('vague words', () => {
  it.each([
    ['dozens of drones', 'dozens'],
    ['several thousand rifles', 'several thousand'],
    ['hundreds of fighters', 'hundreds'],
    ['tens of thousands of rounds', 'tens of thousands'],
    ['a few dozen trainers', 'a few dozen'],
    ['many rifles', 'many'],
    ['a small number of drones', 'a small number'],
  ])('%s has no bounds', (text, wording) => {
    const figure = only(text);
    expect(figure).toMatchObject({ low: null, high: null, vague: true });
    expect(text.slice(...figure.span)).toBe(wording);
  });

  it('"as many as" is a bound, not a vague word', () => {
    expect(figures('as many as they could')).toEqual([]);
  });
});

describe('what a figure carries as its unit', () => {
  it.each([
    ['120 tonnes of cargo', 'tonne', 120],
    ['60,000 metric tons of diesel', 'tonne', 60_000],
    ['1 million barrels of crude', 'barrel', 1_000_000],
    ['$300 million', 'usd', 300_000_000],
    ['US$5.2 billion', 'usd', 5_200_000_000],
    ['20 million dollars', 'usd', 20_000_000],
  ])('%s', (text, unit, low) => {
    expect(only(text)).toMatchObject({ unit, low });
  });

  it('a bound before a sum holds', () => {
    expect(only('more than $1.7 billion')).toMatchObject({ unit: 'usd', low: 1_700_000_000, high: null });
    expect(only('worth up to US$40 million')).toMatchObject({ unit: 'usd', low: null, high: 40_000_000 });
  });
});

describe('figures that count nothing of a claim', () => {
  it.each([
    ['a calibre', 'mortars of 120 mm calibre'],
    ['a range', 'a drone with a range of 2,500 km'],
    ['a distance', 'some 40 kilometres north of Sirte'],
    ['a resolution', 'under resolution 2216'],
    ['several resolutions', 'Security Council resolutions 1970'],
    ['money of another currency', 'a price of 20 million euros'],
    ['a sign of another currency', 'worth €35 million'],
    ['yuan', 'about 600 million yuan'],
    ['a clock time', 'at 14:30 local time'],
    ['page views', 'read by 12,400 readers'],
    ['views', '3,100 views'],
    ['a page', 'on page 14'],
    ['an age', 'a pilot aged 34'],
    ['a duration', 'after 18 months of fighting'],
    ['a percentage', 'up by 12 per cent'],
    ['an ordinal', 'the 64th brigade'],
    ['a length', 'containers 20 feet long'],
    ['a ship number', 'the tanker, IMO 9123456'],
    ['a compound', 'a 40-foot box'],
  ])('%s: %s', (_, text) => {
    expect(counting(text)).toEqual([]);
  });

  it('each says why', () => {
    expect(figures('a range of 2,500 km')[0]?.distractor).toBe('measure (km)');
    expect(figures('under resolution 2216')[0]?.distractor).toBe('label');
    expect(figures('worth €35 million')[0]?.distractor).toBe('money of another currency');
    expect(figures('at 14:30 local time')[0]?.distractor).toBe('clock time');
  });

  it('a place that something else was read from gives no figure', () => {
    expect(reader.read('the su-35 and 12 others', (at) => at < 9).map(({ low }) => low)).toEqual([12]);
  });
});

describe('a figure beside an earlier one', () => {
  it.each([
    ['another 3,000 men', true],
    ['an additional 40 drones', true],
    ['a further 200 rifles', true],
    ['3,000 men', false],
  ])('%s', (text, further) => {
    expect(only(text).further).toBe(further);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...[
      'more than',
      'nearly',
      'about',
      'between',
      'and',
      'to',
      '-',
      'a',
      'half of',
      'dozens of',
      'several',
      '12',
      '1,000',
      '3.5',
    ],
    ...[
      'four',
      'million',
      'thousand',
      '$',
      '€20',
      'tonnes',
      'km',
      'per',
      'day',
      '%',
      'resolution',
      'rifles',
      'or more',
      'times more',
      '14:30',
      '"',
    ],
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.toLowerCase()),
  );

  it('gives figures that lie in it, in order, apart, and with low below high', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const figure of reader.read(text, nothing)) {
          expect(figure.span[0]).toBeGreaterThanOrEqual(0);
          expect(figure.span[1]).toBeGreaterThan(figure.span[0]);
          expect(figure.span[1]).toBeLessThanOrEqual(text.length);
          expect(figure.span[1]).toBeGreaterThan(end);
          end = figure.span[1];
          if (figure.low !== null && figure.high !== null)
            expect(figure.low).toBeLessThanOrEqual(figure.high);
          if (figure.vague || figure.share !== null) expect([figure.low, figure.high]).toEqual([null, null]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
