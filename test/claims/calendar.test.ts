import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateText, daysIn, latestWeekday, weekday } from '../../src/claims/calendar.js';

const days = fc
  .integer({ min: 0, max: 60_000 })
  .map((n) => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

describe('steps between days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-01-01', -1, '2023-12-31'],
  ])('%s and %i', (day, step, result) => {
    expect(addDays(day, step)).toBe(result);
  });

  it('there and back is the same day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, step) => {
        expect(addDays(addDays(day, step), -step)).toBe(day);
      }),
    );
  });
});

describe('steps between months', () => {
  it.each([
    ['2024-01-31', -1, '2023-12'],
    ['2024-01', 12, '2025-01'],
    ['2023-12-05', 1, '2024-01'],
    ['2024-03-14', -15, '2022-12'],
  ])('%s and %i', (day, step, result) => {
    expect(addMonths(day, step)).toBe(result);
  });

  it('there and back is the same month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, step) => {
        expect(addMonths(addMonths(day, step), -step)).toBe(day.slice(0, 7));
      }),
    );
  });
});

describe('dates as text', () => {
  it.each([
    [[2024], '2024'],
    [[2024, 3], '2024-03'],
    [[2024, 3, 4], '2024-03-04'],
    [[2024, 2, 29], '2024-02-29'],
    [[2023, 2, 29], null],
    [[2023, 13], null],
    [[2023, 0], null],
    [[2023, 4, 31], null],
    [[2023, 4, 0], null],
  ] as const)('%j', (parts, text) => {
    const [year, month, day] = parts as readonly [number, number?, number?];
    expect(dateText(year, month, day)).toBe(text);
  });

  it('every day of the calendar has its text, and the day after the last has none', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = 0, month = 0] = day.split('-').map(Number);
        const last = daysIn(day.slice(0, 7));
        expect(dateText(year, month, last)).toBe(`${day.slice(0, 7)}-${last}`);
        expect(dateText(year, month, last + 1)).toBeNull();
      }),
    );
  });
});

describe('weekdays', () => {
  it.each([
    ['2024-03-14', 4],
    ['2000-01-02', 0],
    ['1945-08-15', 3],
  ])('%s is day %i', (day, number) => {
    expect(weekday(day)).toBe(number);
  });

  it('the latest of a weekday is that weekday, within the last seven days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (day, wanted) => {
        const found = latestWeekday(day, wanted);
        expect(weekday(found)).toBe(wanted);
        expect(found <= day && found > addDays(day, -7)).toBe(true);
      }),
    );
  });
});
