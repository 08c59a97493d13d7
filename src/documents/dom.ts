import { parseHTML } from 'linkedom';

/** The part of the DOM that the readers use; the page's scripts never run and nothing it names is fetched. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: PageNode | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  contains(other: PageNode | null): boolean;
  remove(): void;
}

export interface Page {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const ELEMENT = 1;
const TEXT = 3;

export const isElement = (node: PageNode): node is PageElement => node.nodeType === ELEMENT;
export const isText = (node: PageNode): boolean => node.nodeType === TEXT;

export function parsePage(html: string): Page {
  return (parseHTML(withBody(html)) as unknown as { document: Page }).document;
}

/** The tags of html and body may be left out; the parser puts nothing in their place. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return /<html[\s>]/i.test(html) ? html : `<html>${html}</html>`;
  const start = /<\/head\s*>/i.exec(html) ?? /<html(?:\s[^>]*)?>/i.exec(html);
  if (start === null) return `<html><body>${html}</body></html>`;
  const at = start.index + start[0].length;
  const open = `${html.slice(0, at)}<body>${html.slice(at)}`;
  return /<html[\s>]/i.test(open) ? open : `<html>${open}</html>`;
}

/** The page's elements by name, each list in page order: one walk instead of one for each question. */
export function elementsByName(page: Page): ReadonlyMap<string, readonly PageElement[]> {
  const byName = new Map<string, PageElement[]>();
  for (const element of page.querySelectorAll('*')) {
    const list = byName.get(element.localName);
    if (list === undefined) byName.set(element.localName, [element]);
    else list.push(element);
  }
  return byName;
}

/** The element's text on one line. */
export const textOf = (element: PageNode | null): string =>
  (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
