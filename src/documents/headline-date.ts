import type { DayOrder } from './date-text.js';
import { isElement, isText, textOf, type Page, type PageElement, type PageNode } from './dom.js';
import { isPhotoCredit } from './boilerplate-rules.js';
import { shapeOf } from './line-shape.js';
import type { PageMetadata } from './page-metadata.js';
import { printedDates } from './visible-date.js';

/** How far from the headline a date of publication may stand, in characters of the page's text. */
const REACH = { before: 400, after: 1_500 };
const MAX_LINE = 160;

const SKIPPED = new Set([
  'nav',
  'aside',
  'footer',
  'script',
  'style',
  'noscript',
  'button',
  'select',
  'template',
]);
const BESIDE =
  /related|recommend|sidebar|comment|popular|trending|latest|ticker|widget|breadcrumb|menu|weather|most-read|read-more|readmore|newsletter|copyright|footer|teaser/iu;
const INLINE = new Set('a abbr b em font i small span strong sub sup time u data label'.split(' '));

interface Line {
  readonly text: string;
  /** Characters of the page's text before it. */
  readonly at: number;
}

/**
 * Dates printed near the headline, the nearest below it first, then those above it.
 */
export function headlineDates(
  page: Page,
  headline: PageElement | null,
  order: DayOrder,
): { date: string; label: 'published' | 'updated' | null }[] {
  if (page.body === null) return [];
  const lines: Line[] = [];
  const anchor = readLines(page.body, headline, lines);
  const textBegins = lines.filter(({ text, at }) => at >= anchor && isProse(text))[1]?.at ?? Infinity;
  const dated = lines
    .filter(({ text }) => text.length <= MAX_LINE && /\d/u.test(text) && !isPhotoCredit(text))
    .flatMap(({ text, at }) => {
      // A sentence, and what stands below the text's beginning, may tell of any day, unless it says of which.
      const prose = isProse(text) || at > textBegins;
      return printedDates(text, order)
        .filter(({ label }) => label !== null || !prose)
        .map((printed) => ({ ...printed, distance: at - anchor }));
    })
    .filter(
      ({ date, distance }) =>
        /^\d{4}-\d{2}-\d{2}$/.test(date) && distance >= -REACH.before && distance <= REACH.after,
    );
  const rank = ({ distance, label }: (typeof dated)[number]): number =>
    (label === 'published' ? -10_000 : 0) + (distance >= 0 ? distance : REACH.after - distance);
  return dated.sort((a, b) => rank(a) - rank(b)).map(({ date, label }) => ({ date, label }));
}

const isProse = (text: string): boolean => shapeOf({ text, kind: 'paragraph' }).sentence;

/** The heading of the page that is the article's title. */
export function headlineOf({
  title,
  elements,
}: Pick<PageMetadata, 'title' | 'elements'>): PageElement | null {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = bare(title ?? '');
  const first = elements.get('h1') ?? [];
  const headings = [...first, ...(elements.get('h2') ?? [])];
  return (
    headings.find((heading) => wanted !== '' && bare(textOf(heading)) === wanted) ??
    first.find((heading) => textOf(heading).length >= 4) ??
    null
  );
}

/** Reads the page's text as lines, without what stands beside the article; gives the offset at which the headline ends. */
function readLines(body: PageElement, headline: PageElement | null, lines: Line[]): number {
  let length = 0;
  let anchor = 0;
  let line = '';
  let start = 0;
  const flush = (): void => {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text !== '') lines.push({ text, at: start });
    line = '';
    start = length;
  };
  let node: PageNode | null = body;
  while (node !== null) {
    let descend = false;
    if (isText(node)) {
      const text = node.textContent ?? '';
      line += text;
      length += text.trim().length;
    } else if (isElement(node)) {
      descend = node === headline || !isBeside(node, headline);
      if (!INLINE.has(node.localName)) flush();
    }
    if ((headline === null || anchor > 0) && length > anchor + REACH.after) break;
    const next: PageNode | null = descend ? node.firstChild : null;
    if (next !== null) {
      node = next;
      continue;
    }
    let current: PageNode | null = node;
    while (current !== null && current !== body && current.nextSibling === null) {
      current = current.parentNode;
      if (current !== null && isElement(current) && !INLINE.has(current.localName)) flush();
      if (current === headline && headline !== null) anchor = length;
    }
    if (current === headline && headline !== null) anchor = length;
    node = current === null || current === body ? null : current.nextSibling;
  }
  flush();
  return anchor;
}

const isBeside = (element: PageElement, headline: PageElement | null): boolean => {
  if (SKIPPED.has(element.localName)) return headline === null || !element.contains(headline);
  const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return BESIDE.test(marks) && (headline === null || !element.contains(headline));
};
