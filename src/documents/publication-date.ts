import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type { Document } from '../model/document.js';
import { calendarDay, findDates, type DayOrder } from './date-text.js';
import { textOf, type Page, type PageElement } from './dom.js';
import { headlineDates, headlineOf } from './headline-date.js';
import { hasType, text, type JsonLdNode } from './json-ld.js';
import type { PageMetadata } from './page-metadata.js';
import { findVisibleDate, isPlausible } from './visible-date.js';

type Published = NonNullable<Document['published']>;

const names = z.array(z.string().min(1)).min(1);
const fieldsSchema = z.strictObject({
  source: names,
  json_ld: z.strictObject({ published: names, modified: names }),
  meta: z.strictObject({ published: names, modified: names }),
  script: names,
});

type DateFields = z.output<typeof fieldsSchema> & { readonly scriptField: RegExp };

let loaded: DateFields | undefined;

function dateFields(): DateFields {
  if (loaded === undefined) {
    const fields = readYaml(join(DATA_FOLDER, 'documents', 'date-fields.yaml'), fieldsSchema);
    const keys = fields.script.join('|');
    loaded = {
      ...fields,
      scriptField: new RegExp(String.raw`["'\\](?:${keys})\\?["']\s*[:,]\s*\\?["']?([^"'\\,}\]]{8,40})`, 'u'),
    };
  }
  return loaded;
}

export interface DatedPage {
  readonly page: Page;
  /** The source as it came, scripts included: some systems keep the date only in a script's data. */
  readonly html: string;
  readonly url: string | null;
  readonly metadata: Pick<PageMetadata, 'article' | 'jsonLd' | 'meta' | 'title' | 'elements'>;
  /** The article alone, one paragraph a line. */
  readonly bodyText: string;
  /** What the feed said; asked after the page itself. */
  readonly hints: { readonly published?: string | null };
}

/**
 * When a page was first published, to the day where anything gives the day. The page's statements are asked in order of
 * trust, those of its own article before those of others on it; a date of change counts only where there is no other.
 */
export function findPublicationDate(input: DatedPage): Document['published'] {
  const order = dayOrder(input);
  const url = input.url === null ? null : urlDate(input.url);
  const stated = fromJsonLd(input, order) ?? fromMeta(input, order);
  if (stated !== null) return reconciled(stated, url);
  const found =
    fromMarkup(input, order) ??
    withUrl(fromHeadline(input, 'published', order), url) ??
    fromScripts(input, order) ??
    fromFeed(input.hints.published ?? null) ??
    (url === null ? null : { edtf: url, how: 'url' as const }) ??
    withUrl(findVisibleDate(input.bodyText.split(/\n+/u), order), null);
  return found ?? lastResort(input, order);
}

/** A year that is only a year or month gives way to a day. */
const withUrl = (found: Published | null, url: string | null): Published | null => {
  if (found === null || url === null) return found;
  return found.edtf.length < url.length && url.startsWith(found.edtf) ? { edtf: url, how: 'url' } : found;
};

/**
 * Times are often stated in UTC while the paper's day was another; the address then has the paper's own. A stated month
 * or year is made a day by the address in it.
 */
function reconciled(stated: Published & { readonly utc: boolean }, url: string | null): Published {
  const { edtf, how } = stated;
  if (url === null || url.length < 10) return { edtf, how };
  if (edtf.length < 10) return url.startsWith(edtf) ? { edtf: url, how: 'url' } : { edtf, how };
  const days = Math.abs(Date.parse(edtf) - Date.parse(url)) / 86_400_000;
  return stated.utc && days === 1 ? { edtf: url, how: 'url' } : { edtf, how };
}

type Stated = Published & { readonly utc: boolean };

function fromJsonLd({ metadata }: DatedPage, order: DayOrder): Stated | null {
  const { article, jsonLd } = metadata;
  const { published } = dateFields().json_ld;
  const pages = jsonLd.filter((node) => hasType(node, /(?:WebPage|ItemPage|VideoObject|Episode)$/u));
  // A script that is no JSON was read for its plain fields, which have no type.
  const untyped = jsonLd.filter((node) => !('@type' in node) && 'datePublished' in node);
  for (const node of [...(article === null ? [] : [article]), ...pages, ...untyped]) {
    const value = firstDate(
      published.map((field) => text(node[field])),
      order,
    );
    if (value !== null) return { ...value, how: 'json-ld' };
  }
  return null;
}

function fromMeta({ metadata }: DatedPage, order: DayOrder): Stated | null {
  const values = dateFields().meta.published.flatMap((name) => metadata.meta.get(name) ?? []);
  const days = values.map((value) => readStamp(value, order)).filter((stamp) => stamp !== null);
  const best = days.find(({ edtf }) => edtf.length === 10) ?? days[0];
  return best === undefined ? null : { ...best, how: 'meta' };
}

function firstDate(values: readonly (string | null)[], order: DayOrder): Omit<Stated, 'how'> | null {
  for (const value of values) {
    const stamp = value === null ? null : readStamp(value, order);
    if (stamp !== null) return stamp;
  }
  return null;
}

/** Reads a machine's or a person's date: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or a printed date. */
function readStamp(value: string, order: DayOrder): Omit<Stated, 'how'> | null {
  const stamp = value.trim();
  const seconds = /^(1\d{9})(\d{3})?(?:\.\d+)?$/u.exec(stamp)?.[1];
  if (seconds !== undefined) {
    return { edtf: new Date(Number(seconds) * 1000).toISOString().slice(0, 10), utc: true };
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/u.exec(stamp);
  const day = compact === null ? null : calendarDay(compact.slice(1, 4).join('-'));
  const year = /^(?:19|20)\d{2}$/u.test(stamp) ? stamp : null;
  const found =
    day ??
    /^(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(stamp)?.[1] ??
    findDates(stamp, order)[0]?.date ??
    /^\d{4}-\d{2}$/u.exec(stamp)?.[0] ??
    year;
  if (found === null || found.startsWith('--') || !isPlausible(found)) return null;
  if (found.length === 10 && calendarDay(found) === null) return null;
  return { edtf: found, utc: /(?:Z|[+-]00:?00|\b(?:GMT|UTC))$/u.test(stamp) && !stamp.includes('T00:00:00') };
}

const NOT_ARTICLE =
  'nav, aside, footer, [class*="related" i], [class*="recommend" i], [class*="comment" i], [class*="sidebar" i], [class*="popular" i], [class*="latest" i], [class*="widget" i], [class*="teaser" i], [class*="card" i], [id*="comment" i], [id*="sidebar" i], [class*="ticker" i], [class*="more-" i]';
const MARKED =
  '[itemprop~="datePublished"]:not(meta), [property~="datePublished"]:not(meta), time[pubdate], abbr.published, .dt-published, time.published, time.entry-date';
const UPDATED = /modif|updat|revis/iu;

/** Elements marked as the date of publication, or a lone `time` element of the article. */
function fromMarkup({ page, html, metadata }: DatedPage, order: DayOrder): Published | null {
  const marked = /datePublished|pubdate|published|entry-date/iu.test(html)
    ? [...page.querySelectorAll(MARKED)]
    : [];
  const times = (metadata.elements.get('time') ?? []).filter((element) => !isUpdate(element));
  const isOwn = (element: PageElement): boolean => element.closest(NOT_ARTICLE) === null;
  const ordered = [
    ...marked.filter((element) => !isUpdate(element) && isOwn(element)),
    ...inArticleFirst(times.filter(isOwn)),
  ];
  for (const element of ordered) {
    const stamp = firstDate(
      ['datetime', 'content', 'title', 'data-datetime', 'data-date']
        .map((name) => element.getAttribute(name))
        .concat(textOf(element)),
      order,
    );
    if (stamp !== null && stamp.edtf.length === 10) return { edtf: stamp.edtf, how: 'time-element' };
  }
  return null;
}

const inArticleFirst = (times: readonly PageElement[]): PageElement[] => {
  const rank = (element: PageElement): number =>
    element.closest('article header, [class*="byline" i], [class*="article" i][class*="head" i]') !== null
      ? 0
      : element.closest('article, main') !== null
        ? 1
        : 2;
  return times
    .map((element) => ({ element, rank: rank(element) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ element }) => element);
};

const isUpdate = (element: PageElement): boolean =>
  [
    element.getAttribute('itemprop'),
    element.getAttribute('class'),
    element.getAttribute('property'),
    element.parentElement?.getAttribute('class'),
  ].some(
    (value) =>
      value !== null && value !== undefined && UPDATED.test(value) && !/publ|creat|post/iu.test(value),
  ) || /^\s*(?:last )?(?:updated|modified)/iu.test(element.parentElement?.textContent?.slice(0, 40) ?? '');

function fromHeadline(
  { page, metadata }: DatedPage,
  label: 'published' | 'updated',
  order: DayOrder,
): Published | null {
  const found = headlineDates(page, headlineOf(metadata), order);
  const best =
    label === 'updated'
      ? found.find((date) => date.label === 'updated')
      : found.find((date) => date.label !== 'updated');
  return best === undefined ? null : { edtf: best.date, how: 'dateline' };
}

function fromScripts({ html }: DatedPage, order: DayOrder): Published | null {
  const value = dateFields().scriptField.exec(html)?.[1];
  const stamp = value === undefined ? null : readStamp(value, order);
  return stamp === null || stamp.edtf.length < 10 ? null : { edtf: stamp.edtf, how: 'meta' };
}

function fromFeed(hint: string | null): Published | null {
  const stamp = hint === null ? null : readStamp(hint, 'day-first');
  return stamp === null ? null : { edtf: stamp.edtf, how: 'feed' };
}

/** `/2024/04/02/`, `/2024-04-02-`, `/20240402`, `/2024/apr/02/`; `/2024/04/` gives a month. */
function urlDate(url: string): string | null {
  const path = url.replace(/^https?:\/\/[^/]*/iu, '').replace(/[?#].*$/u, '');
  const day =
    /(?<!\d)((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d{1,5}(?!\d))/u.exec(path);
  const loose = /\/((?:19|20)\d{2})\/([a-z]{3,9}|\d{1,2})\/(\d{1,2})(?!\d)/iu.exec(path);
  const month = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=[/_-])/u.exec(path);
  const named =
    loose === null ? undefined : findDates(`${loose[3] ?? ''} ${loose[2] ?? ''} ${loose[1] ?? ''}`)[0]?.date;
  const numeric =
    loose === null
      ? null
      : calendarDay(
          [loose[1] ?? '', (loose[2] ?? '').padStart(2, '0'), (loose[3] ?? '').padStart(2, '0')].join('-'),
        );
  const candidates = [
    day === null ? null : calendarDay(day.slice(1, 4).join('-')),
    numeric,
    named,
    month === null ? null : month.slice(1, 3).join('-'),
  ];
  return (
    candidates.find(
      (date): date is string =>
        date !== null && date !== undefined && isPlausible(date) && !date.startsWith('--'),
    ) ?? null
  );
}

/** A date of change, where nothing else is stated. */
function lastResort(input: DatedPage, order: DayOrder): Document['published'] {
  const { metadata } = input;
  const fields = dateFields();
  const jsonLd = firstDate(
    fields.json_ld.modified.map((field) =>
      text(metadata.article?.[field] ?? metadata.jsonLd.find((node: JsonLdNode) => field in node)?.[field]),
    ),
    order,
  );
  if (jsonLd !== null) return { edtf: jsonLd.edtf, how: 'json-ld' };
  const meta = firstDate(
    fields.meta.modified.map((name) => metadata.meta.get(name)?.[0] ?? null),
    order,
  );
  if (meta !== null) return { edtf: meta.edtf, how: 'meta' };
  return fromHeadline(input, 'updated', order);
}

/** American pages write the month first. */
function dayOrder({ page, metadata }: DatedPage): DayOrder {
  const declared = [
    page.documentElement?.getAttribute('lang'),
    metadata.meta.get('og:locale')?.[0],
    metadata.meta.get('content-language')?.[0],
  ];
  return declared.some((locale) => /^en[-_]us$/iu.test(locale?.trim() ?? '')) ? 'month-first' : 'day-first';
}
