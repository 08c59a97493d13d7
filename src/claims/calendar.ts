/** Days of the proleptic Gregorian calendar as `YYYY-MM-DD`, and the steps that relative dates need. */

const DAY = 86_400_000;

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const iso = (value: number): string => new Date(value).toISOString().slice(0, 10);
const pad = (value: number): string => String(value).padStart(2, '0');

export const addDays = (day: string, days: number): string => iso(time(day) + days * DAY);

/** The month `months` away from that of a day, as `YYYY-MM`. */
export function addMonths(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${pad((index % 12) + 1)}`;
}

export const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

/** A day, month or year as EDTF text; null where the calendar has no such day. */
export function dateText(year: number, month?: number, day?: number): string | null {
  const y = String(year).padStart(4, '0');
  if (month === undefined) return y;
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${y}-${pad(month)}`;
  return day >= 1 && day <= daysIn(`${y}-${pad(month)}`) ? `${y}-${pad(month)}-${pad(day)}` : null;
}

/** 0 is Sunday. */
export const weekday = (day: string): number => new Date(time(day)).getUTCDay();

/** The latest day of that weekday at or before `day`. */
export const latestWeekday = (day: string, wanted: number): string =>
  addDays(day, -((weekday(day) - wanted + 7) % 7));
