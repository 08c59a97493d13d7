import { elementsByName, textOf, type Page, type PageElement } from './dom.js';
import { hasType, mainArticle, names, readJsonLd, text, type JsonLdNode } from './json-ld.js';

/** What a page says of itself, before its text is read. */
export interface PageMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly byline: string | null;
  /** Absolute http or https address. */
  readonly canonicalUrl: string | null;
  /** ISO 639-1, as declared. */
  readonly language: string | null;
  /** Structured data of the page's own article; null where there is none. */
  readonly article: JsonLdNode | null;
  readonly jsonLd: readonly JsonLdNode[];
  /** Contents of the meta elements by lower-case name, property, itemprop or http-equiv. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The page's elements by name. */
  readonly elements: Elements;
}

type Elements = ReadonlyMap<string, readonly PageElement[]>;

export function readPageMetadata(page: Page, url: string | null): PageMetadata {
  const elements = elementsByName(page);
  const meta = readMeta(elements.get('meta') ?? []);
  const canonicalUrl = canonicalOf(elements, meta, url);
  const jsonLd = readJsonLd(elements.get('script') ?? []);
  const rawTitle = first(meta, ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'citation_title']);
  const article = mainArticle(
    jsonLd,
    [canonicalUrl, url].filter((address) => address !== null),
    rawTitle,
  );
  const siteName = siteNameOf(meta, article, jsonLd);
  const title = titleOf(elements, rawTitle, article, siteName);
  return {
    title,
    publisher: siteName ?? titleSuffix(documentTitleOf(elements), title),
    byline: bylineOf(page, meta, article),
    canonicalUrl,
    language: languageOf(page, meta),
    article,
    jsonLd,
    meta,
    elements,
  };
}

const documentTitleOf = (elements: Elements): string => textOf(elements.get('title')?.[0] ?? null);

function readMeta(metas: readonly PageElement[]): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of metas) {
    const content = (element.getAttribute('content') ?? '').replace(/\s+/gu, ' ').trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/u)) {
        if (name !== '') meta.set(name, [...(meta.get(name) ?? []), content]);
      }
    }
  }
  return meta;
}

const first = (meta: ReadonlyMap<string, readonly string[]>, keys: readonly string[]): string | null =>
  keys.map((key) => meta.get(key)?.[0]).find((value) => value !== undefined) ?? null;

/** An address as http or https, resolved against the page's own. */
function absolute(address: string | null | undefined, base: string | null): string | null {
  if (address === null || address === undefined || address.trim() === '') return null;
  const resolved = URL.canParse(address.trim(), base ?? undefined)
    ? new URL(address.trim(), base ?? undefined)
    : null;
  return resolved !== null && /^https?:$/.test(resolved.protocol) ? resolved.href : null;
}

function canonicalOf(elements: Elements, meta: PageMetadata['meta'], url: string | null): string | null {
  const base = absolute(elements.get('base')?.[0]?.getAttribute('href'), url) ?? url;
  const link = elements
    .get('link')
    ?.find((element) => /(?:^|\s)canonical(?:\s|$)/i.test(element.getAttribute('rel') ?? ''));
  const found =
    absolute(link?.getAttribute('href'), base) ??
    absolute(first(meta, ['og:url', 'twitter:url', 'parsely-link']), base);
  // A system that gives every page the front page's address says nothing about this one.
  const isFront = (address: string): boolean => !URL.canParse(address) || new URL(address).pathname === '/';
  const front = found !== null && url !== null && isFront(found) && !isFront(url);
  return front ? null : found;
}

function siteNameOf(
  meta: PageMetadata['meta'],
  article: JsonLdNode | null,
  jsonLd: readonly JsonLdNode[],
): string | null {
  const organisation = (): string | null => {
    const publisher = article?.['publisher'];
    const named = text(publisher);
    if (named !== null) return named;
    const id =
      typeof publisher === 'object' && publisher !== null && '@id' in publisher ? publisher['@id'] : null;
    const referred =
      id === null ? undefined : jsonLd.find((node) => node['@id'] === id && text(node['name']) !== null);
    return text(referred?.['name']);
  };
  const site = jsonLd.find((node) => hasType(node, /^WebSite$/u));
  const name =
    organisation() ??
    first(meta, [
      'og:site_name',
      'application-name',
      'dc.publisher',
      'dcterms.publisher',
      'citation_publisher',
      'apple-mobile-web-app-title',
      'publisher',
      'copyright-holder',
    ]) ??
    text(site?.['name']) ??
    text(jsonLd.find((node) => hasType(node, /(?:Organization|NewsMediaOrganization)$/u))?.['name']);
  if (name === null || /^(?:https?:|www\.)/iu.test(name) || name.length > 100) return null;
  return name.replace(/^@/u, '');
}

const SEPARATOR = /\s+(?:[|·•»–—:/-]|::|l(?=\s+\p{Lu}))\s+|\s*[|»]\s*/u;

/** Where a site's own name and menus stand. */
const SITE_PART =
  'nav, [role="banner"], [class*="menu" i], [class*="masthead" i], [class*="site-" i], [class*="logo" i]';

function titleOf(
  elements: Elements,
  metaTitle: string | null,
  article: JsonLdNode | null,
  siteName: string | null,
): string | null {
  const documentTitle = documentTitleOf(elements);
  const headings = ['h1', 'h2', 'h3']
    .flatMap((name) => (elements.get(name) ?? []).slice(0, 12))
    .filter((heading) => heading.closest(SITE_PART) === null)
    .map((heading) => textOf(heading))
    .filter((heading) => heading !== '');
  const bare = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const stated = bare(documentTitle + (metaTitle ?? ''));
  // The headings that the page's title repeats are the site's and the article's, of which the article's is longer.
  const own = headings
    .filter((heading) => heading.length >= 8 && stated.includes(bare(heading)))
    .reduce<string | undefined>(
      (longest, heading) => (longest !== undefined && longest.length >= heading.length ? longest : heading),
      undefined,
    );
  const first = elements.get('h1') ?? [];
  const candidates = [
    text(article?.['headline']),
    own,
    metaTitle,
    first.length === 1 ? textOf(first[0] ?? null) : undefined,
    documentTitle,
  ];
  const title = candidates.find(
    (candidate) => candidate !== null && candidate !== undefined && candidate !== '',
  );
  return title === null || title === undefined ? null : withoutSite(title, siteName, headings);
}

/** "Headline | Site" without the site: its name, or a last part that no heading of the page has. */
function withoutSite(title: string, siteName: string | null, headings: readonly string[]): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  if (headings.includes(line)) return line;
  const parts = partsOf(line);
  if (parts.length < 2) return line;
  const isSite = (part: string): boolean =>
    siteName !== null &&
    siteName.toLowerCase().replace(/\W/gu, '') === part.toLowerCase().replace(/\W/gu, '');
  let [start, end] = [0, parts.length];
  while (end > start + 1 && (isSite(parts[end - 1]?.text ?? '') || isShortAfter(parts, end - 1))) end -= 1;
  while (start < end - 1 && (isSite(parts[start]?.text ?? '') || isShortBefore(parts, start, end)))
    start += 1;
  const from = parts[start]?.start ?? 0;
  const last = parts[end - 1];
  return line.slice(from, last === undefined ? line.length : last.start + last.text.length).trim();
}

interface TitlePart {
  readonly text: string;
  readonly start: number;
  /** The mark before it. */
  readonly mark: string;
}

function partsOf(line: string): TitlePart[] {
  const parts: TitlePart[] = [];
  let rest = line;
  let start = 0;
  let mark = '';
  for (let found = SEPARATOR.exec(rest); found !== null; found = SEPARATOR.exec(rest)) {
    parts.push({ text: rest.slice(0, found.index), start, mark });
    mark = found[0].trim();
    start += found.index + found[0].length;
    rest = rest.slice(found.index + found[0].length);
  }
  parts.push({ text: rest, start, mark });
  return parts;
}

/** A bar or guillemet divides titles from sites; a dash or colon also divides headlines, so the part must be short. */
function isShortAfter(parts: readonly TitlePart[], index: number): boolean {
  const part = parts[index];
  const before = parts
    .slice(0, index)
    .map(({ text: words }) => words)
    .join(' ');
  if (part === undefined || before.split(' ').length < 3) return false;
  const words = part.text.split(' ').length;
  if (/^(?:[|»·•]|::)$/u.test(part.mark)) return words <= 6;
  return (
    /^[–—-]$/u.test(part.mark) &&
    words <= 4 &&
    /^\p{Lu}/u.test(part.text) &&
    !/[?!.]$/u.test(part.text) &&
    before.split(' ').length >= 4
  );
}

/** "Site : Headline": the site's name is the shorter, and set off by a mark that headlines seldom have. */
function isShortBefore(parts: readonly TitlePart[], index: number, end: number): boolean {
  const after = parts[index + 1];
  const rest = parts
    .slice(index + 1, end)
    .map(({ text: words }) => words)
    .join(' ');
  return (
    after !== undefined &&
    /^(?:[|»:]|::)$/u.test(after.mark) &&
    (parts[index]?.text.split(' ').length ?? 9) <= 3 &&
    rest.split(' ').length >= 4
  );
}

/** What a page's title has beside its headline: the site's name. */
function titleSuffix(documentTitle: string, title: string | null): string | null {
  if (title === null || !documentTitle.includes(title)) return null;
  const at = documentTitle.indexOf(title);
  const marks = /^(?:[\s|·•»–—:/-]|l\s)+|[\s|·•»–—:/-]+$/gu;
  const [before, after] = [documentTitle.slice(0, at), documentTitle.slice(at + title.length)].map((part) =>
    part.replace(marks, '').trim(),
  );
  const name = after !== undefined && after !== '' ? partsOf(after).at(-1)?.text : before;
  return name !== undefined && name !== '' && name.split(' ').length <= 6 && !/^by\s/iu.test(name)
    ? name
    : null;
}

function bylineOf(page: Page, meta: PageMetadata['meta'], article: JsonLdNode | null): string | null {
  const stated = names(article?.['author']);
  const metaAuthors = [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'byl',
  ]
    .map((key) => meta.get(key))
    .find((values) => values !== undefined);
  const declared = stated.length > 0 ? [...new Set(stated)].join(', ') : metaAuthors?.join(', ');
  const line =
    declared ??
    textOf(
      page.querySelector(
        '[itemprop="author"], [rel="author"], .byline, .author-name, .article-author, .post-author',
      ),
    );
  const cleaned =
    line
      .replace(/^(?:by|von|par|por|автор)[\s:]+/iu, '')
      .split(/\s[|•·]\s/u)[0]
      ?.trim() ?? '';
  return cleaned === '' || cleaned.length > 160 || /^https?:/iu.test(cleaned) ? null : cleaned;
}

function languageOf(page: Page, meta: PageMetadata['meta']): string | null {
  const declared =
    page.documentElement?.getAttribute('lang') ??
    page.documentElement?.getAttribute('xml:lang') ??
    first(meta, ['content-language', 'language', 'dc.language', 'og:locale']);
  return /^[a-z]{2}(?![a-z])/iu.exec(declared?.trim() ?? '')?.[0].toLowerCase() ?? null;
}
