import type { PageElement } from './dom.js';

/** One thing that a page's structured data describes; values are as hostile as any other text. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** Of one script; a long list of other stories has some hundred. */
const MAX_NODES = 1_000;
const MAX_SCRIPTS = 30;

/** Every node of the page's JSON-LD, outer before inner, in document order. Scripts that are no JSON are mended or left. */
export function readJsonLd(scripts: readonly PageElement[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (const script of scripts
    .filter((element) => /ld\+json/i.test(element.getAttribute('type') ?? ''))
    .slice(0, MAX_SCRIPTS)) {
    collect(parseLoosely(script.textContent ?? ''), nodes);
  }
  return nodes;
}

function collect(root: unknown, nodes: JsonLdNode[]): void {
  const queue: unknown[] = [root];
  const limit = nodes.length + MAX_NODES;
  for (let i = 0; i < queue.length && nodes.length < limit && queue.length < 10 * MAX_NODES; i += 1) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, MAX_NODES));
    else {
      nodes.push(value as JsonLdNode);
      queue.push(...Object.values(value as JsonLdNode));
    }
  }
}

/** The faults that publishing systems make: comment wrappers, line breaks within strings, trailing commas, semicolons. */
function parseLoosely(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:\/\*.*?\*\/|<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/su, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|;)\s*$/u, '')
    .trim();
  if (bare === '') return null;
  const mended = (): string =>
    bare
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([\]}])/gu, '$1')
      .replace(/\\(?!["\\/bfnrtu])/gu, '\\\\');
  for (const form of [bare, mended()]) {
    try {
      return JSON.parse(form);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return flatFields(bare);
}

/** From text that is no JSON whatever is done to it: the fields that stand in it as plain strings. */
function flatFields(text: string): JsonLdNode {
  const fields: Record<string, string> = {};
  for (const [, key = '', value = ''] of text.matchAll(
    /"(@type|datePublished|dateModified|headline|articleBody)"\s*:\s*"((?:[^"\\]|\\.){1,20000})"/gu,
  )) {
    if (!(key in fields)) fields[key] = value.replace(/\\n/gu, '\n').replace(/\\(.)/gu, '$1');
  }
  return fields;
}

const ARTICLE =
  /(?:Article|BlogPosting|Report|PressRelease|NewsItem|CreativeWork|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting)$/u;

const typesOf = (node: JsonLdNode): string[] =>
  [node['@type']].flat().filter((type) => typeof type === 'string');

export const hasType = (node: JsonLdNode, pattern: RegExp): boolean =>
  typesOf(node).some((type) => pattern.test(type));

/**
 * The node of the page's own article. A page may list other stories in the same form: the one with the page's address or
 * headline is meant, else the first.
 */
export function mainArticle(
  nodes: readonly JsonLdNode[],
  urls: readonly string[],
  title: string | null,
): JsonLdNode | null {
  const articles = nodes.filter((node) => hasType(node, ARTICLE));
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const own = articles.find((node) =>
    addresses(node).some((address) => urls.some((url) => samePage(address, url))),
  );
  if (own !== undefined) return own;
  const heading = bare(title ?? '');
  const named = articles.find(
    (node) => heading !== '' && bare(text(node['headline']) ?? text(node['name']) ?? '') === heading,
  );
  return named ?? articles[0] ?? null;
}

function addresses(node: JsonLdNode): string[] {
  const of = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null && '@id' in value && typeof value['@id'] === 'string'
      ? [value['@id']]
      : [];
  };
  return [node['url'], node['@id'], node['mainEntityOfPage']].flatMap(of);
}

const samePage = (a: string, b: string): boolean => pathOf(a) !== '' && pathOf(a) === pathOf(b);

/** Host and path without scheme, `www.`, query, fragment and final slash; empty for a site's front page. */
function pathOf(address: string): string {
  const path = address
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '');
  return path.includes('/') ? path.toLowerCase() : '';
}

/** The value as one line of text: a string, the first of a list, or the name of a node. */
export function text(value: unknown): string | null {
  if (Array.isArray(value)) return text((value as unknown[])[0]);
  if (typeof value === 'object' && value !== null && 'name' in value) return text(value.name);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const line = value.replace(/\s+/gu, ' ').trim();
  return line === '' ? null : line;
}

/** Every name in the value: one, or a list of names or nodes. */
export function names(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map(text).filter((name) => name !== null);
}
