import { parseFeed, type AnyFeed } from 'feedsmith';
import { TallymanError, messageOf } from '../core/errors.js';
import { escaped, paragraphs, plainOf, publishedDay, type FeedEntry } from './feed-entry.js';

export interface Feed {
  readonly title: string | null;
  /** Who publishes it: its own author where the title begins with that name, else the title. */
  readonly publisher: string | null;
  readonly entries: readonly FeedEntry[];
}

/**
 * Reads RSS, Atom, RDF and JSON feeds. Entities that a feed declares are never expanded.
 * @param base the feed's own address, which its links may be relative to; null where it is a file
 * @throws TallymanError `malformed`
 */
export function readFeed(
  bytes: Uint8Array,
  charset: string | null,
  base: string | null,
  where: string,
): Feed {
  const text = decode(bytes, charset);
  // Declared entities are how an XML file reads other files or grows without bound; no feed format knows them.
  const prolog = text.slice(0, Math.max(0, text.search(/<(rss|feed|rdf:RDF|\w+:feed)[\s>]/i)));
  if (/<!ENTITY/i.test(prolog))
    throw new TallymanError('malformed', 'declares XML entities, which no feed may', where);
  let parsed: AnyFeed;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    throw new TallymanError('malformed', `is no whole feed: ${messageOf(error)}`, where, { cause: error });
  }
  const { title, authors, entries } = ENTRIES[parsed.format](parsed.feed as never);
  return {
    title: plainOf(title),
    publisher: publisherOf(plainOf(title), authors),
    entries: entries.map((entry) => cleaned(entry, base)),
  };
}

/** "The Herald: all its stories on one subject" by "The Herald" is published by The Herald; a person's name is none. */
function publisherOf(title: string | null, authors: readonly (string | undefined)[]): string | null {
  const names = authors.map((name) => name?.trim() ?? '').filter((name) => name !== '');
  return names.find((name) => title?.startsWith(name) === true) ?? title;
}

/** An entry as the format gives it. */
interface RawEntry {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly links: readonly (string | undefined)[];
  readonly date?: string | undefined;
  readonly content?: string | undefined;
  readonly summary?: string | undefined;
}

interface RawFeed {
  readonly title?: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly entries: readonly RawEntry[];
}

type FeedOf<F extends AnyFeed['format']> = Extract<AnyFeed, { format: F }>['feed'];

const ENTRIES: {
  readonly [F in AnyFeed['format']]: (feed: FeedOf<F>) => RawFeed;
} = {
  rss: (feed) => ({
    title: feed.title,
    authors: feed.dc?.publishers ?? [],
    entries: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title,
      links: [item.link, permanentLink(item.guid)],
      date: item.pubDate ?? item.dc?.dates?.[0],
      content: item.content?.encoded,
      summary: item.description,
    })),
  }),
  rdf: (feed) => ({
    title: feed.title,
    authors: feed.dc?.publishers ?? [],
    entries: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about,
      title: item.title,
      links: [item.link, item.rdf?.about],
      date: item.dc?.dates?.[0],
      content: item.content?.encoded,
      summary: item.description,
    })),
  }),
  atom: (feed) => ({
    title: feed.title && asHtml(feed.title),
    authors: (feed.authors ?? []).map(({ name }) => name),
    entries: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title && asHtml(entry.title),
      links: [
        ...(entry.links ?? [])
          .filter(({ rel }) => rel === undefined || rel === 'alternate')
          .map(({ href }) => href),
        entry.content?.src,
      ],
      date: entry.published ?? entry.updated,
      content: entry.content && asHtml(entry.content),
      summary: entry.summary && asHtml(entry.summary),
    })),
  }),
  json: (feed) => ({
    title: feed.title === undefined ? undefined : escaped(feed.title),
    authors: (feed.authors ?? []).map(({ name }) => name),
    entries: (feed.items ?? []).map((item) => ({
      id: item.id,
      title: item.title === undefined ? undefined : escaped(item.title),
      links: [item.url, item.external_url],
      date: item.date_published ?? item.date_modified,
      content:
        item.content_html ?? (item.content_text === undefined ? undefined : paragraphs(item.content_text)),
      summary: item.summary === undefined ? undefined : escaped(item.summary),
    })),
  }),
};

function cleaned(entry: RawEntry, base: string | null): FeedEntry {
  const link = entry.links.map((href) => webAddress(href, base)).find((address) => address !== null) ?? null;
  const text = (value: string | undefined): string | null => (value?.trim() ? value : null);
  return {
    id: text(entry.id) ?? link,
    title: plainOf(entry.title),
    link,
    published: publishedDay(entry.date),
    content: text(entry.content),
    summary: text(entry.summary),
  };
}

/** A link such as `javascript:` or `file:` leads nowhere that may be fetched or named as an origin. */
function webAddress(href: string | undefined, base: string | null): string | null {
  if (href === undefined || !URL.canParse(href, base ?? undefined)) return null;
  const url = new URL(href, base ?? undefined);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' ? url.href : null;
}

/** A guid is an address unless the feed denies it, and often is none all the same. */
const permanentLink = (guid: { value?: string; isPermaLink?: boolean } | undefined): string | undefined =>
  guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;

/** An Atom text construct as HTML; none where it is of another media type. */
function asHtml({ value, type = 'text' }: { value?: string; type?: string }): string | undefined {
  if (value === undefined) return undefined;
  if (type === 'html' || type === 'xhtml' || type === 'text/html' || type === 'application/xhtml+xml')
    return value;
  return type === 'text' || type === 'text/plain' ? paragraphs(value) : undefined;
}

/** By byte order mark, then the sender's word, then the XML declaration, as RFC 7303 orders them; else UTF-8. */
function decode(bytes: Uint8Array, charset: string | null): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const mark = start.startsWith('\xff\xfe')
    ? 'utf-16le'
    : start.startsWith('\xfe\xff')
      ? 'utf-16be'
      : start.startsWith('\xef\xbb\xbf')
        ? 'utf-8'
        : null;
  const wide = start.startsWith('<\0') ? 'utf-16le' : start.startsWith('\0<') ? 'utf-16be' : null;
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
  for (const label of [mark, wide, charset, declared]) {
    if (!label) continue;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // a label that no decoder knows: the next one may be right
    }
  }
  return new TextDecoder().decode(bytes);
}
