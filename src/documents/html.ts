import { TallymanError } from '../core/errors.js';
import { bodyText } from '../model/document.js';
import type { Origin } from '../model/source.js';
import { articleRegion } from './article-region.js';
import { markBoilerplate } from './boilerplate.js';
import { parsePage, type Page } from './dom.js';
import { layOut, plainDraft, type Draft, type Part } from './draft.js';
import { text as lineOf } from './json-ld.js';
import { wordCount } from './line-shape.js';
import { readBlocks, type PageBlock } from './page-blocks.js';
import { readPageMetadata, type PageMetadata } from './page-metadata.js';
import { findPublicationDate } from './publication-date.js';
import { slimMarkup } from './slim-markup.js';
import { markTeasers } from './teaser-lists.js';
import { breaksOff } from './truncation.js';

/** Larger sources are no pages but data; the text of a long report as one page has a few million characters. */
const MAX_SOURCE = 120_000_000;

/**
 * Reads a web page: its article's text in blocks, what stood among them set aside by named rules, and what the page says
 * of itself. Nothing of the page runs or is fetched.
 *
 * Flow: source -> slimmed source -> page -> metadata; blocks -> the article's region -> boilerplate marked -> text.
 * @throws TallymanError `too-large` for a source beyond {@link MAX_SOURCE} characters, `no-text` for a page without text
 */
export function readHtml(html: string, options: { url: string | null; hints: Origin['hints'] }): Draft {
  const { url, hints } = options;
  if (html.length > MAX_SOURCE) {
    throw new TallymanError(
      'too-large',
      `is a page of ${Math.round(html.length / 1e6)} million characters; at most ${MAX_SOURCE / 1e6} million are read`,
      url,
    );
  }
  const slim = slimMarkup(html);
  const page = parsePage(slim.html);
  const metadata = readPageMetadata(page, url);
  const blocks = readPageBlocks(page);

  // Dates are sought before the region is: finding it takes the page apart.
  const dated = { page, html, url, metadata, hints: { published: hints.published ?? null } };
  const fromPage = findPublicationDate({ ...dated, bodyText: proseOf(blocks) });

  const parts = articleParts(page, blocks, metadata);
  const laidOut = layOut(parts.parts);
  if (bodyText(laidOut) === '') throw new TallymanError('no-text', 'has no text in its page', url);
  const kept = laidOut.blocks.filter(({ dropped }) => dropped === null);
  return {
    ...plainDraft(laidOut),
    title: metadata.title,
    publisher: metadata.publisher,
    byline: metadata.byline,
    language: metadata.language,
    published: fromPage,
    canonical_url: metadata.canonicalUrl,
    truncated: breaksOff(laidOut.text, kept) || endsAtPaywall(parts.parts),
    warnings: [
      ...(slim.cut ? ['the page is too large to be read whole; its end is missing'] : []),
      ...parts.warnings,
    ],
  };
}

const readPageBlocks = (page: Page): PageBlock[] =>
  page.body === null ? [] : markTeasers(readBlocks(page.body));

const proseOf = (blocks: readonly PageBlock[]): string =>
  blocks
    .filter(({ beside, prose, kind }) => beside === null && (prose > 0 || kind !== 'list_item'))
    .map(({ text }) => text)
    .join('\n');

function articleParts(
  page: Page,
  blocks: readonly PageBlock[],
  metadata: PageMetadata,
): { readonly parts: Part[]; readonly warnings: readonly string[] } {
  const region = articleRegion(page, blocks);
  const set = setAside(region, metadata.title);
  const stated = statedBody(metadata);
  const read = region.reduce((sum, { text }, i) => sum + (set[i] === null ? text.length : 0), 0);
  if (stated !== null && read < 0.5 * stated.join(' ').length) {
    return {
      parts: markParts(stated.map((text) => ({ text, kind: 'paragraph' }))),
      warnings: ["the text is that of the page's structured data; its visible part holds less"],
    };
  }
  const open = region.filter((_, i) => set[i] === null);
  const marks = markBoilerplate(open);
  let next = 0;
  const parts = region.map(({ text, kind }, i): Part => ({
    text,
    kind,
    dropped: set[i] ?? withoutStray(marks[next++]),
    page: null,
  }));
  return { parts, warnings: [] };
}

/** On a page another story's headline is a link; a line of text that looks like one is the article's own. */
const withoutStray = (mark: string | null | undefined): string | null =>
  mark === undefined || mark === 'stray-headline' ? null : mark;

const markParts = (blocks: readonly Pick<Part, 'text' | 'kind'>[]): Part[] => {
  const marks = markBoilerplate(blocks);
  return blocks.map((block, i) => ({ ...block, dropped: marks[i] ?? null, page: null }));
};

/** What the markup shows to be no text of the article: its part of the page, its title, links alone, repetitions. */
function setAside(region: readonly PageBlock[], title: string | null): (string | null)[] {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const seen = new Set<string>();
  const wanted = bare(title ?? '');
  const prose = region
    .filter((block) => block.prose > 0 && block.kind !== 'quote')
    .map(({ text }) => bare(text))
    .join('\n');
  return region.map((block) => {
    if (block.beside !== null) return block.beside;
    if (block.kind === 'caption') return 'caption';
    const text = bare(block.text);
    if (wanted !== '' && text === wanted && block.prose === 0) return 'title';
    if (isLinks(block)) return 'links';
    if (text.length >= 25 && block.kind !== 'table_row') {
      // A quotation pulled out of the text stands in it a second time.
      if (seen.has(text) || (block.kind === 'quote' && text.length < 300 && prose.includes(text)))
        return 'repeated';
      seen.add(text);
    }
    return null;
  });
}

function isLinks({ linked, kind, prose, text }: PageBlock): boolean {
  if (kind === 'table_row' || prose > 0) return false;
  return linked > 0.8 || (linked > 0.5 && wordCount(text) > 3 && kind !== 'heading');
}

/** The article's text in the page's structured data, as paragraphs; null where it is none or short. */
function statedBody({ article }: PageMetadata): string[] | null {
  const body = article?.['articleBody'];
  if (typeof body !== 'string' || body.length < 250) return null;
  if (!/<\/?(?:p|br|div)\b/iu.test(body))
    return body
      .split(/\s*\n\s*/u)
      .map((line) => lineOf(line) ?? '')
      .filter((line) => line !== '');
  const inner = parsePage(`<html><body>${slimMarkup(body).html}</body></html>`);
  return readPageBlocks(inner).map(({ text }) => text);
}

/** The notice that the rest is for subscribers stands after the last text that was kept. */
function endsAtPaywall(parts: readonly Part[]): boolean {
  const last = parts.findLastIndex(({ dropped }) => dropped === null);
  return parts
    .slice(last + 1)
    .some(
      ({ text, dropped }) =>
        dropped === 'subscription-plea' &&
        /\b(?:continue|keep|finish|rest|full|subscribers?|members?)\b.{0,40}\b(?:reading|article|story|only|access)\b/iu.test(
          text,
        ),
    );
}
