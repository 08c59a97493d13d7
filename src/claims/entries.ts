import type { Document } from '../model/document.js';
import { latestWeekday } from './calendar.js';
import { readTimes } from './times.js';

/** The entries of a live page or chronicle: paragraphs under lines that give the hour or the day. */

/** The entry in which a paragraph stands. */
export interface Entry {
  /** `YYYY-MM-DD` of what it reports, or of its writing. */
  readonly day: string;
  /** Its line gives the hour: what happens is told as it happens. */
  readonly live: boolean;
}

const CLOCK =
  '\\d{1,2}[:.]\\d{2}(?: ?(?:a\\.?m\\.?|p\\.?m\\.?))?(?: ?(?:gmt|utc|cet|cest|eet|est|edt|et|bst|ist|local(?: time)?))?';
const WEEKDAY = '(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?\\.?';
const DATE =
  '(?:\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\\.?|[a-z]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?';
const LIVE = new RegExp(`^(?:${WEEKDAY},? )?(?:(${DATE}),? )?${CLOCK}(?= |$)`, 'iu');
const DATED = new RegExp(`^(?:${WEEKDAY},? )?(${DATE})$`, 'iu');
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The entry of each paragraph that stands in one; of a page with fewer than two such lines none does. */
export function entriesOf(document: Document): ReadonlyMap<number, Entry> {
  const published = document.published?.edtf ?? null;
  const entries = new Map<number, Entry>();
  if (published?.length !== 10) return entries;
  let current: Entry | null = null;
  let lines = 0;
  document.blocks.forEach((block, position) => {
    if (block.kind === 'table_row') return;
    const [start, end] = block.span;
    const text = document.text.slice(start, Math.min(end, start + 60)).trim();
    const entry = stampOf(text, published);
    if (entry !== null) lines++;
    current = entry ?? current;
    if (current !== null) entries.set(position, current);
  });
  return lines < 2 ? new Map() : entries;
}

function stampOf(text: string, published: string): Entry | null {
  const live = LIVE.exec(text);
  const found = live ?? DATED.exec(text);
  if (found === null) return null;
  const [, weekday, date] = found;
  const day = date === undefined ? onDay(weekday, published) : dayOf(date, published);
  return day === null ? null : { day, live: live !== null };
}

const onDay = (weekday: string | undefined, published: string): string =>
  weekday === undefined
    ? published
    : latestWeekday(published, DAYS.indexOf(weekday.toLowerCase().slice(0, 3)));

function dayOf(date: string, published: string): string | null {
  const context = { published, last: null, future: false };
  const [time] = readTimes(date.toLowerCase(), context, () => false);
  return time?.edtf.length === 10 ? time.edtf : null;
}
