import { parseHTML } from 'linkedom';

/** An article or its summary as a feed carries it. */
export interface FeedEntry {
  /** The feed's own id for it, else its link; null where it has neither. */
  readonly id: string | null;
  readonly title: string | null;
  /** Absolute http or https address; null for any other. */
  readonly link: string | null;
  /** `YYYY-MM-DD` at the publisher's place; null where no date is given or understood. */
  readonly published: string | null;
  /** The whole article as HTML; null where the feed carries a summary at most. */
  readonly content: string | null;
  readonly summary: string | null;
}

/** A page of its own for what the feed carries, the feed's markup as it is. The same entry gives the same bytes. */
export function entryPage(entry: FeedEntry, html: string): Uint8Array {
  const lines = [
    '<!doctype html>',
    '<html><head><meta charset="utf-8">',
    entry.title === null ? null : `<title>${escaped(entry.title)}</title>`,
    entry.link === null ? null : `<link rel="canonical" href="${escaped(entry.link)}">`,
    '</head><body><article>',
    entry.title === null ? null : `<h1>${escaped(entry.title)}</h1>`,
    html,
    '</article></body></html>',
  ];
  return Buffer.from(`${lines.filter((line) => line !== null).join('\n')}\n`);
}

/** HTML as the text that a reader sees, on one line; null where there is none. */
export function plainOf(html: string | undefined): string | null {
  const text = (html !== undefined && /[<&]/.test(html) ? textOf(html) : (html ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
}

/** linkedom's types are those of a browser's window, which this project does not load. */
const textOf = (html: string): string =>
  (
    parseHTML(`<html><body>${html}</body></html>`) as unknown as {
      document: { documentElement: { textContent: string | null } | null };
    }
  ).document.documentElement?.textContent ?? '';

export const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark,
  );

/** Plain text as HTML: a paragraph for each run of lines. */
export const paragraphs = (text: string): string =>
  text
    .split(/\r?\n\s*\r?\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escaped(part.trim())}</p>`)
    .join('\n');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day of an RFC 3339 or RFC 822 time as its publisher's clock and calendar gave it: an article of 23:30 in New York
 * is of that day, though it was the next one in UTC.
 */
export function publishedDay(date: string | undefined): string | null {
  const text = date?.trim() ?? '';
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text);
  const mail = /^(?:[a-z]+,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4}|\d\d)\b/i.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : mail
      ? [fullYear(mail[3] ?? ''), String(MONTHS.indexOf(mail[2]?.toLowerCase() ?? '') + 1), mail[1]]
      : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const candidate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${candidate}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(candidate) ? candidate : null;
}

/** RFC 2822, 4.3: two figures stand for 1950 to 2049. */
const fullYear = (figures: string): string =>
  figures.length === 4 ? figures : `${Number(figures) < 50 ? '20' : '19'}${figures}`;
