import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBounds, isEdtf } from '../../src/core/edtf-date.js';

const DAY = 24 * 60 * 60 * 1000;
const EPOCH = Date.UTC(1900, 0, 1);
const days = fc
  .integer({ min: 0, max: 73_000 })
  .map((n) => new Date(EPOCH + n * DAY).toISOString().slice(0, 10));
const months = days.map((day) => day.slice(0, 7));
const years = days.map((day) => day.slice(0, 4));
const points = fc.oneof(days, months, years);
const qualifiers = fc.constantFrom('', '~', '?', '%');

describe('the bounds of a date', () => {
  it.each([
    ['2024-03-14', '2024-03-14', '2024-03-14'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023~', '2023-01-01', '2023-12-31'],
    ['2023-10-13?', '2023-10-13', '2023-10-13'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['2024-22', '2024-06-01', '2024-08-31'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['2022-24', '2022-12-01', '2023-02-28'],
    ['2024-33', '2024-01-01', '2024-03-31'],
    ['2024-36~', '2024-10-01', '2024-12-31'],
    ['2023-09/2024-04-01', '2023-09-01', '2024-04-01'],
    ['2023/2024', '2023-01-01', '2024-12-31'],
  ])('%s runs from %s to %s', (edtf, start, end) => {
    expect(dayBounds(edtf)).toEqual({ start, end });
  });

  it('keeps an open or unknown end open', () => {
    expect(dayBounds('2023-09/..')).toEqual({ start: '2023-09-01', end: null });
    expect(dayBounds('2023-09/')).toEqual({ start: '2023-09-01', end: null });
    expect(dayBounds('../2024-06-14')).toEqual({ start: null, end: '2024-06-14' });
    expect(dayBounds('/2024')).toEqual({ start: null, end: '2024-12-31' });
    expect(dayBounds('../..')).toEqual({ start: null, end: null });
  });

  it.each([
    '',
    '..',
    'yesterday',
    '2024-13',
    '2024-02-30',
    '2024-3-1',
    '14/03/2024',
    '2024-05/2024-04',
    '1/2/3',
    '2024-99',
  ])('refuses %j, which is no EDTF date', (text) => {
    expect(dayBounds(text)).toBeNull();
    expect(isEdtf(text)).toBe(false);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        dayBounds(text);
      }),
    );
  });

  it('a day is its own bounds, and a qualifier changes none', () => {
    fc.assert(
      fc.property(days, qualifiers, (day, mark) => {
        expect(dayBounds(day + mark)).toEqual({ start: day, end: day });
      }),
    );
  });

  it('a coarser date holds every finer one in it', () => {
    fc.assert(
      fc.property(days, (day) => {
        for (const coarse of [day.slice(0, 7), day.slice(0, 4)]) {
          const bounds = dayBounds(coarse);
          expect(bounds?.start && bounds.start <= day && bounds.end && day <= bounds.end).toBe(true);
        }
      }),
    );
  });

  it('an interval runs from the start of its first end to the end of its last', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        const [first, last] = [dayBounds(a), dayBounds(b)];
        const both = dayBounds(`${a}/${b}`);
        if (first?.start && last?.end && first.start > last.end) expect(both).toBeNull();
        else expect(both).toEqual({ start: first?.start, end: last?.end });
      }),
    );
  });
});
