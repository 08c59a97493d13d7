import { addDays, addMonths, dateText, latestWeekday, weekday } from './calendar.js';
import { monthOf, seasonOf, weekdayOf } from './date-words.js';

/** Dates that count from another: from the day of publication, or from the date last spoken of. */

/** What a relative date counts from. */
export interface TimeContext {
  /** Day of publication; null where unknown. */
  readonly published: string | null;
  /** The date last spoken of, for "that month" and "the same day"; null before the first. */
  readonly last: string | null;
  /** The sentence speaks of what is to come, so a date without a year may lie ahead. */
  readonly future: boolean;
  /** A day named before in the same sentence, from which "the past week" counts ("said on 2 May that …"). */
  readonly said?: string | null;
  /** Such a day, where the sentence gives its year. */
  readonly dated?: string | null;
  /** The window last spoken of, for "over those months"; null or left out before the first. */
  readonly window?: string | null;
  /** The date last named in the paragraph where it lies in an earlier year: what is told next goes on from there. */
  readonly told?: string | null;
}

const yearIn = (date: string): number => Number(date.slice(0, 4));
const monthIn = (date: string): number => Number(date.slice(5, 7) || 1);

/**
 * A date without its year: in the latest year that does not put it ahead, or the next where the sentence looks ahead.
 * It counts from a day of an earlier year that the sentence has named ("reported on 16 October 2023 that … in August").
 */
export function yearless(context: TimeContext, month: number, day?: number): string | null {
  const { last, future, dated } = context;
  const earlier = dated && context.published !== null && yearIn(dated) < yearIn(context.published);
  const published = earlier ? dated : context.published;
  if (published === null) return last === null ? null : dateText(yearIn(last), month, day);
  const next = earlier || !context.told ? null : onwards(context.told, month, day);
  if (next !== null && next < published) return next;
  const year = yearIn(published);
  const ahead = month * 100 + (day ?? 0) > monthIn(published) * 100 + Number(published.slice(8, 10) || 31);
  const soon = future && month - monthIn(published) <= 6;
  return dateText(ahead && !soon ? year - 1 : year, month, day);
}

/** The first such date that does not lie before another. */
function onwards(from: string, month: number, day?: number): string | null {
  const here = dateText(yearIn(from), month, day);
  const length = Math.min(from.length, here?.length ?? 0);
  return here !== null && here.slice(0, length) < from.slice(0, length)
    ? dateText(yearIn(from) + 1, month, day)
    : here;
}

/** The year that "last year", "this year" or, of the date last spoken of, "that year" is. */
export function relativeYear(which: string, { published, last }: TimeContext): number | null {
  if (/that|same/.test(which)) return last === null ? null : yearIn(last);
  if (which === 'the following') return last === null ? null : yearIn(last) + 1;
  if (/previous|preceding/.test(which) && last !== null) return yearIn(last) - 1;
  if (published === null) return null;
  return yearIn(published) + (/last|previous|preceding/.test(which) ? -1 : which === 'next' ? 1 : 0);
}

export function onWeekday(
  which: string | undefined,
  name: string,
  { published }: TimeContext,
): string | null {
  if (published?.length !== 10) return null;
  const wanted = weekdayOf(name);
  const latest = latestWeekday(published, wanted);
  if (which === 'next') return addDays(latest, 7);
  // "last Wednesday", said on a Wednesday, is a week ago.
  return which === 'last' && latest === published ? addDays(latest, -7) : latest;
}

/** "Wednesday of last week": weeks begin on Monday. */
export function weekdayOfLastWeek(name: string, { published }: TimeContext): string | null {
  if (published?.length !== 10) return null;
  return latestWeekday(addDays(published, -daysSinceMonday(published) - 1), weekdayOf(name));
}

const daysSinceMonday = (day: string): number => (weekday(day) + 6) % 7;

/** "last August", "the preceding March". */
export function namedMonth(which: string, name: string, context: TimeContext): string | null {
  const base = /preceding|previous/.test(which) ? (context.last ?? context.published) : context.published;
  if (base === null) return null;
  const month = monthOf(name);
  const year = yearIn(base);
  if (which === 'next') return dateText(month > monthIn(base) ? year : year + 1, month);
  if (which === 'this') return dateText(year, month);
  return dateText(month < monthIn(base) ? year : year - 1, month);
}

/** "last week", "this month", "next year". */
export function relativeUnit(which: string, unit: string, { published }: TimeContext): string | null {
  if (published === null) return null;
  const step = /last|previous|past/.test(which) ? -1 : which === 'next' ? 1 : 0;
  if (unit === 'year') return dateText(yearIn(published) + step);
  if (published.length < 7) return null;
  if (unit === 'month') return addMonths(published, step);
  // A week has no EDTF value of its own; its month is the precision that is left.
  if (step === 0 || published.length === 7) return published.slice(0, 7);
  return addDays(published, 7 * step - daysSinceMonday(published)).slice(0, 7);
}

const SEASON_STARTS: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};

/** "last summer": the latest that is over; "next winter" the first that has not begun. */
export function relativeSeason(which: string, season: string, { published }: TimeContext): string | null {
  if (published === null || published.length < 7) return null;
  const start = SEASON_STARTS[season] ?? 1;
  const begun = monthIn(published) >= start;
  const over = monthIn(published) > start + 2;
  const step = which === 'next' && begun ? 1 : which === 'last' && !over ? -1 : 0;
  return `${yearIn(published) + step}-${seasonOf(season)}`;
}

/** "on the 19th": of the month last spoken of. */
export function dayOfMonth(day: number, context: TimeContext): string | null {
  const base = context.last !== null && context.last.length >= 7 ? context.last : context.published;
  if (base === null || base.length < 7) return null;
  const here = dateText(yearIn(base), monthIn(base), day);
  const ahead = here !== null && context.published !== null && here > context.published && !context.future;
  const before = addMonths(base, -1);
  return ahead ? dateText(yearIn(before), monthIn(before), day) : here;
}

/** "the following day", "a day earlier". */
export function neighbouringDay(words: string, { last, published }: TimeContext): string | null {
  const base = last?.length === 10 ? last : words === 'earlier' ? published : null;
  if (base?.length !== 10) return null;
  return addDays(base, /following|next|after|later/.test(words) ? 1 : -1);
}

/** "the following month", "the year before": the unit beside that of the date last spoken of. */
export function neighbouringUnit(words: string, unit: string, { last }: TimeContext): string | null {
  if (last === null || (unit !== 'year' && last.length < 7)) return null;
  const step = /following|next|after|later/.test(words) ? 1 : -1;
  if (unit === 'year') return dateText(yearIn(last) + step);
  if (unit === 'month') return addMonths(last, step);
  return last.length === 10 ? addDays(last, 7 * step - daysSinceMonday(last)).slice(0, 7) : null;
}

/** "that month", "the same day": the date last spoken of, where it is as fine. */
export function sameUnit(unit: string, { last }: TimeContext): string | null {
  if (last === null) return null;
  if (unit === 'year') return last.slice(0, 4);
  if (unit === 'month') return last.length >= 7 ? last.slice(0, 7) : null;
  return last.length === 10 ? last : null;
}

/** A date so many units away, at the precision that base and unit leave. */
export function shifted(base: string, count: number, unit: string): string | null {
  if (unit === 'year') return dateText(yearIn(base) + count);
  if (base.length === 4) return base;
  if (unit === 'month') return addMonths(base, count);
  if (base.length === 7) return base;
  const day = addDays(base, count * (unit === 'week' ? 7 : 1));
  return unit === 'week' && Math.abs(count) > 8 ? day.slice(0, 7) : day;
}
