import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimes, type TimeContext } from '../../src/claims/times.js';
import { dayBounds, isEdtf } from '../../src/core/edtf-date.js';

const nothing = (): boolean => false;
/** A Thursday. */
const PUBLISHED = '2024-03-14';
const context = (over: Partial<TimeContext> = {}): TimeContext => ({
  published: PUBLISHED,
  last: null,
  future: false,
  ...over,
});
const times = (text: string, over: Partial<TimeContext> = {}) =>
  readTimes(text.toLowerCase(), context(over), nothing);
const one = (text: string, over: Partial<TimeContext> = {}) => {
  const found = times(text, over);
  expect(found, text).toHaveLength(1);
  return found[0];
};

describe('dates with their year', () => {
  it.each([
    ['on 5 January 2024', '2024-01-05'],
    ['on January 5, 2024', '2024-01-05'],
    ['on Jan. 5, 2024', '2024-01-05'],
    ['on the 5th of January 2024', '2024-01-05'],
    ['on 2024-01-05', '2024-01-05'],
    ['on 05.01.2024', '2024-01-05'],
    ['on the twenty-first of May 2021', '2021-05-21'],
    ['in January 2024', '2024-01'],
    ['in September of 2023', '2023-09'],
    ['in late September 2023', '2023-09'],
    ['in mid-January 2020', '2020-01'],
    ['in 2022', '2022'],
    ['in mid-2022', '2022-06'],
    ['in early 2024', '2024-01/2024-03'],
    ['in late 2022', '2022-10/2022-12'],
    ['at the end of 2021', '2021-10/2021-12'],
    ['at the beginning of 2020', '2020-01/2020-03'],
    ['in the summer of 2023', '2023-22'],
    ['in spring 2021', '2021-21'],
    ['in the winter of 2022', '2022-24'],
    ['in the first half of 2023', '2023-01/2023-06'],
    ['in the second half of 2022', '2022-07/2022-12'],
    ['in the third quarter of 2023', '2023-07/2023-09'],
    ['in the last quarter of 2023', '2023-10/2023-12'],
    ['in Q3 2023', '2023-07/2023-09'],
    ['in 2023-09', '2023-09'],
    ['in 2022-23', '2022/2023'],
  ])('%s', (text, edtf) => {
    expect(one(text)?.edtf).toBe(edtf);
    expect(one(text, { published: null })?.edtf).toBe(edtf);
  });
});

describe('dates without their year lie in the past of the publication', () => {
  it.each([
    ['on 5 January', '2024-01-05'],
    ['on March 14', '2024-03-14'],
    ['on March 20', '2023-03-20'],
    ['on Nov. 9', '2023-11-09'],
    ['on the 9th of November', '2023-11-09'],
    ['in December', '2023-12'],
    ['in early March', '2024-03'],
    ['in mid-August', '2023-08'],
    ['in late November', '2023-11'],
  ])('%s', (text, edtf) => {
    expect(one(text)?.edtf).toBe(edtf);
  });

  it('unless the sentence looks ahead', () => {
    expect(one('on 20 March', { future: true })?.edtf).toBe('2024-03-20');
    expect(one('in April', { future: true })?.edtf).toBe('2024-04');
    expect(one('in December', { future: true })?.edtf).toBe('2023-12');
  });

  it('and are no date where neither publication nor an earlier date is known', () => {
    expect(times('on 5 January', { published: null })).toEqual([]);
    expect(one('on 5 January', { published: null, last: '2019-12-30' })?.edtf).toBe('2019-01-05');
  });
});

describe('dates that count from the publication', () => {
  it.each([
    ['today', '2024-03-14'],
    ['yesterday', '2024-03-13'],
    ['tomorrow', '2024-03-15'],
    ['on Monday', '2024-03-11'],
    ['on Thursday', '2024-03-14'],
    ['on Friday', '2024-03-08'],
    ['last Thursday', '2024-03-07'],
    ['next Tuesday', '2024-03-19'],
    ['on Wednesday of last week', '2024-03-06'],
    ['last month', '2024-02'],
    ['this month', '2024-03'],
    ['next month', '2024-04'],
    ['last year', '2023'],
    ['this year', '2024'],
    ['last week', '2024-03'],
    ['three days ago', '2024-03-11'],
    ['two weeks ago', '2024-02-29'],
    ['nine weeks ago', '2024-01'],
    ['five months ago', '2023-10'],
    ['four years ago', '2020'],
    ['last August', '2023-08'],
    ['last March', '2023-03'],
    ['this February', '2024-02'],
    ['next January', '2025-01'],
    ['in September last year', '2023-09'],
    ['on 12 June last year', '2023-06-12'],
    ['early last year', '2023-01/2023-03'],
    ['late last year', '2023-10/2023-12'],
    ['in the middle of last year', '2023-06'],
    ['last summer', '2023-22'],
    ['last autumn', '2023-23'],
    ['over the past three weeks', '2024-02-22/2024-03-14'],
    ['in the last six months', '2023-09/2024-03'],
    ['during the past two years', '2022/2024-03'],
    ['over the past 10 days', '2024-03-04/2024-03-14'],
  ])('%s', (text, edtf) => {
    expect(one(text)?.edtf).toBe(edtf);
    expect(times(text, { published: null })).toEqual([]);
  });

  it.each(['over the past several weeks', 'within weeks', 'so far', 'by now', 'recently', 'for some time'])(
    'a span of unsaid length gives none: %s',
    (text) => {
      expect(times(text)).toEqual([]);
    },
  );
});

describe('dates that count from the date last spoken of', () => {
  it.each([
    ['that month', '2021-07-02', '2021-07'],
    ['the same month', '2021-07', '2021-07'],
    ['later that year', '2021-07-02', '2021'],
    ['the same day', '2021-07-02', '2021-07-02'],
    ['the following day', '2021-07-31', '2021-08-01'],
    ['the day before', '2021-07-01', '2021-06-30'],
    ['two months later', '2021-12-02', '2022-02'],
    ['three days earlier', '2021-03-01', '2021-02-26'],
    ['on the 19th', '2021-07-02', '2021-07-19'],
  ])('%s, after %s', (text, last, edtf) => {
    expect(one(text, { last })?.edtf).toBe(edtf);
  });

  it('carries on within one sentence', () => {
    expect(times('on 28 February 2021 and again the following day').map(({ edtf }) => edtf)).toEqual([
      '2021-02-28',
      '2021-03-01',
    ]);
  });

  it.each(['the same day', 'that month', 'the following day'])('is none before any date: %s', (text) => {
    expect(times(text)).toEqual([]);
  });

  it('a month has no "same day"', () => {
    expect(times('the same day', { last: '2021-07' })).toEqual([]);
  });
});

describe('what binds a date', () => {
  it.each([
    ['since September 2023', 'since', '2023-09'],
    ['since mid-2022', 'since', '2022-06'],
    ['since early 2024', 'since', '2024-01'],
    ['since at least August 2023', 'since', '2023-08'],
    ['from March 2022 on', 'since', '2022-03'],
    ['from March 2022 onwards', 'since', '2022-03'],
    ['as of 1 March 2024', 'by', '2024-03-01'],
    ['by the end of January 2024', 'by', '2024-01'],
    ['by January 2024', 'by', '2024-01'],
    ['until early 2024', 'by', '2024-03'],
    ['before November 2023', 'by', '2023-11'],
    ['between August 2023 and January 2024', 'between', '2023-08/2024-01'],
    ['from 3 to 9 May 2023', 'between', '2023-05-03/2023-05-09'],
    ['on 12-13 January 2024', 'between', '2024-01-12/2024-01-13'],
    ['March 3 to 9, 2023', 'between', '2023-03-03/2023-03-09'],
    ['between 2 and 6 February', 'between', '2024-02-02/2024-02-06'],
    ['from August to December 2023', 'between', '2023-08/2023-12'],
    ['from last August through January', 'between', '2023-08/2024-01'],
    ['last August through January', 'between', '2023-08/2024-01'],
    ['between 2019 and 2021', 'between', '2019/2021'],
    ['from 2015 until 2018', 'between', '2015/2018'],
    ['in 2019-2021', 'between', '2019/2021'],
    ['between mid-2022 and early 2024', 'between', '2022-06/2024-03'],
    ['on 4 May 2023', 'at', '2023-05-04'],
  ])('%s: %s %s', (text, relation, edtf) => {
    expect(one(text)).toMatchObject({ relation, edtf });
  });

  it('the year at the end of a row holds for the whole row', () => {
    expect(times('on March 28 and April 2, 2016').map(({ edtf }) => edtf)).toEqual([
      '2016-03-28',
      '2016-04-02',
    ]);
  });

  it('a window that began in the year before starts there', () => {
    expect(one('between November and February')?.edtf).toBe('2023-11/2024-02');
    expect(one('from August through January')?.edtf).toBe('2023-08/2024-01');
  });

  it('an event whose date is known binds as a date does', () => {
    const text = 'since the fall of the old port';
    const event = { start: 10, end: text.length, edtf: '2019-04-04' };
    expect(readTimes(text, context(), nothing, [event])).toMatchObject([
      { relation: 'since', edtf: '2019-04-04' },
    ]);
  });

  it('two days joined by "and" are a window from the first to the last', () => {
    expect(times('on 3 and 9 May 2023')).toMatchObject([
      { edtf: '2023-05-03/2023-05-09', relation: 'between' },
    ]);
    expect(times('on Oct. 3 and 4 in Kharkiv')).toMatchObject([{ edtf: '2023-10-03/2023-10-04' }]);
  });

  it('a count behind a month is no day of it', () => {
    expect(one('in January 12 trucks crossed')?.edtf).toBe('2024-01');
    expect(one('in January 2,000 men crossed')?.edtf).toBe('2024-01');
  });

  it('a calendar unit is told from a date', () => {
    expect(one('last year')?.unit).toBe(true);
    expect(one('in 2023')?.unit).toBe(true);
    expect(one('on 4 May 2023')?.unit).toBe(false);
  });
});

describe('words and figures that are no date', () => {
  it.each([
    'they may send more',
    'troops march north',
    'about 2,016 rifles',
    'resolution 1970',
    '2000 rifles',
    'a second shipment',
    'the first battalion',
    'the marching band',
    'a monthly flight',
    'on 31 February 2023',
    'on 45 May 2023',
    'the Sunday Times',
    'sent 12 March-class boats'.replace('March-class', 'patrol'),
  ])('%s', (text) => {
    expect(times(text)).toEqual([]);
  });

  it('a place that something else was read from gives no time', () => {
    expect(readTimes('the may 5 brigade', context(), () => true)).toEqual([]);
  });
});

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
].concat(['November', 'December']);
const SHORT = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];
const days = fc.integer({ min: 0, max: 25_000 }).map((n) => new Date(Date.UTC(1990, 0, 1) + n * 86_400_000));
const suffix = (day: number): string =>
  day % 10 === 1 && day !== 11
    ? 'st'
    : day % 10 === 2 && day !== 12
      ? 'nd'
      : day % 10 === 3 && day !== 13
        ? 'rd'
        : 'th';

const FORMS: Record<string, (day: Date) => string> = {
  'day month year': (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`,
  'month day, year': (d) => `${MONTHS[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()}`,
  'short month': (d) => `${SHORT[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()}`,
  ordinal: (d) =>
    `the ${d.getUTCDate()}${suffix(d.getUTCDate())} of ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`,
  iso: (d) => d.toISOString().slice(0, 10),
  dotted: (d) => `${d.getUTCDate()}.${d.getUTCMonth() + 1}.${d.getUTCFullYear()}`,
};

describe('every day', () => {
  it.each(Object.keys(FORMS))('reads back from the form "%s"', (form) => {
    fc.assert(
      fc.property(days, (day) => {
        const text = `It docked on ${(FORMS[form] as (day: Date) => string)(day)}.`;
        expect(times(text).map(({ edtf }) => edtf)).toEqual([day.toISOString().slice(0, 10)]);
      }),
    );
  });

  it('without its year is the last such day before the publication', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 364 }), (published, back) => {
        const day = new Date(published.getTime() - back * 86_400_000);
        fc.pre(!(day.getUTCMonth() === 1 && day.getUTCDate() === 29));
        const text = `it docked on ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
        const found = times(text, { published: published.toISOString().slice(0, 10) });
        expect(found.map(({ edtf }) => edtf)).toEqual([day.toISOString().slice(0, 10)]);
      }),
    );
  });

  it('whose name is a weekday is the last such day before the publication', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (published, back) => {
        const day = new Date(published.getTime() - back * 86_400_000);
        const name = day.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
        const found = times(`it docked on ${name}`, { published: published.toISOString().slice(0, 10) });
        expect(found.map(({ edtf }) => edtf)).toEqual([day.toISOString().slice(0, 10)]);
      }),
    );
  });
});

describe('any text of date words', () => {
  const words = fc.constantFrom(
    ...[
      'since',
      'between',
      'and',
      'from',
      'to',
      'through',
      'until',
      'as of',
      'by',
      'in',
      'on',
      'the',
      'of',
      'early',
      'mid-',
      'late',
    ],
    ...[
      'last',
      'next',
      'this',
      'that',
      'previous',
      'past',
      'following',
      'same',
      'ago',
      'earlier',
      'later',
      'half',
      'first',
      'quarter',
    ],
    ...[
      'day',
      'week',
      'month',
      'year',
      'years',
      'monday',
      'sunday',
      'may',
      'march',
      'january',
      'sept.',
      'december',
      'summer',
      'winter',
    ],
    ...[
      '2022',
      '2023',
      '1999',
      '3',
      '31',
      '29',
      '12th',
      '2024-02-30',
      '30.11.2020',
      'twenty-first',
      ',',
      '-',
      'end of',
      'two',
      'ten',
    ],
  );
  const texts = fc.array(words, { maxLength: 12 }).map((list) => list.join(' '));
  const dates = fc.oneof(
    fc.constant(null),
    days.map((d) => d.toISOString().slice(0, 10)),
    days.map((d) => d.toISOString().slice(0, 7)),
    days.map((d) => d.toISOString().slice(0, 4)),
  );

  it('gives dates that are EDTF, run forwards, lie in the text and stand in order', () => {
    fc.assert(
      fc.property(texts, dates, dates, fc.boolean(), (text, published, last, future) => {
        let end = 0;
        for (const time of readTimes(text, { published, last, future }, nothing)) {
          expect(isEdtf(time.edtf), `${text} → ${time.edtf}`).toBe(true);
          const bounds = dayBounds(time.edtf);
          expect((bounds?.start ?? '') <= (bounds?.end ?? '9999')).toBe(true);
          expect(time.span[0]).toBeGreaterThanOrEqual(end);
          expect(time.span[1]).toBeGreaterThan(time.span[0]);
          expect(time.span[1]).toBeLessThanOrEqual(text.length);
          end = time.span[1];
        }
      }),
      { numRuns: 3000 },
    );
  });
});

it('gives no window that runs backwards', () => {
  const context = { published: '2024-05-01', last: null, future: false };
  const [mention] = readTimes('between 2022 and september 1989', context, () => false);
  expect(mention?.edtf).toBe('2022/..');
});

describe('dates that count from the date last spoken of', () => {
  const last = { last: '2021-05-03', window: '2021-01/2021-04' };
  it.each([
    ['in January of that year', '2021-01'],
    ['on 2 January of the same year', '2021-01-02'],
    ['in the second half of that year', '2021-07/2021-12'],
    ['late that year', '2021-10/2021-12'],
    ['in the following year', '2022'],
    ['in the following month', '2021-06'],
    ['the year before', '2020'],
    ['in the latter year', '2021'],
    ['over those months', '2021-01/2021-04'],
    ['in the same period', '2021-01/2021-04'],
    ['on the 15th of the month', '2021-05-15'],
  ])('%s', (text, edtf) => {
    expect(one(text, last)?.edtf).toBe(edtf);
  });

  it.each([
    ['by then', 'by'],
    ['since then', 'since'],
  ])('%s', (text, relation) => {
    expect(one(text, last)).toMatchObject({ edtf: '2021-05-03', relation });
  });

  it('and "then" is none where it says only what came next', () => {
    expect(times('then it sailed', last)).toEqual([]);
  });
});

it.each([
  ['ten days before the raid of 1 February 2021', '2021-01-22'],
  ['two months after the summit of 13 September 2023', '2023-11'],
])('a date so long before or after another: %s', (text, edtf) => {
  expect(one(text)).toMatchObject({ edtf, relation: 'at' });
});

it.each([
  ['overnight', '2024-03-14', 'at'],
  ['during the night', '2024-03-14', 'at'],
  ['in February alone', '2024-02', 'between'],
  ['between early and mid-October', '2023-10', 'between'],
])('%s', (text, edtf, relation) => {
  expect(one(text)).toMatchObject({ edtf, relation });
});
