/**
 * Cuts from a page's source what no reader needs, before it is parsed: scripts, styles, drawings, comments, embedded
 * files. It also bounds what a hostile page can cost: parsing grows with the depth and number of elements.
 */

/** Elements nested deeper than this lose their tags, not their text. Real pages stay below 100. */
const MAX_DEPTH = 200;
/** Real pages have up to some 20,000 elements. */
const MAX_ELEMENTS = 60_000;
/** Character references and stray brackets each cost a text node. */
const MAX_MARKS = 120_000;
/** Characters kept in all; a long report as one page has about a million. */
const MAX_LENGTH = 6_000_000;
/** Attribute values longer than this are embedded files. */
const MAX_ATTRIBUTE = 2_000;

export interface SlimMarkup {
  readonly html: string;
  /** The page had more elements than are read; what follows the last is missing. */
  readonly cut: boolean;
}

/** Elements whose content is no markup: without an end tag they hide the rest of the page in a browser too. */
const RAW = new Set(['script', 'style', 'textarea', 'iframe', 'noframes', 'noembed']);
/** Elements whose content is markup, but no text of the page. */
const SKIPPED = new Set([
  'svg',
  'math',
  'template',
  'object',
  'canvas',
  'audio',
  'video',
  'select',
  'button',
]);
/** Elements without text; a page has many, and each would cost as much as a paragraph. */
const DROPPED = new Set([
  'img',
  'source',
  'track',
  'input',
  'param',
  'embed',
  'area',
  'col',
  'wbr',
  'picture',
]);
/** Elements without an end tag, or whose end tag may be missing: they do not count as depth. */
const FLAT = new Set(
  'base br hr link meta p li dt dd tr td th thead tbody tfoot option optgroup head'.split(' '),
);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
/** What the readers ask of an element. */
const ATTRIBUTES = new Set(
  'class id href rel content property name itemprop http-equiv datetime pubdate title role hidden aria-hidden style lang xml:lang type data-datetime data-date'.split(
    ' ',
  ),
);

export function slimMarkup(html: string): SlimMarkup {
  const out: string[] = [];
  const roots = new Set<string>();
  let depth = 0;
  let elements = 0;
  let marks = 0;
  let length = 0;
  let at = 0;
  let afterBlock = false;
  const keep = (part: string): void => {
    out.push(part);
    length += part.length;
  };
  const seek = memoizedSearch(html);

  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const name = tagName(html, open);
    const block = name !== '' && !INLINE.has(name);
    // White space beside a block is not shown, yet each stretch of it would be a node.
    if (open > at && !((block || afterBlock) && isBlank(html, at, open))) {
      const text = html.slice(at, open);
      keep(text);
      marks += references(text);
    }
    if (marks >= MAX_MARKS || elements > MAX_ELEMENTS || length > MAX_LENGTH) return cutShort(out);
    const next = html.charCodeAt(open + 1);
    if (next === 0x21 /* ! */) {
      at = endOfDeclaration(html, open, seek);
      continue;
    }
    afterBlock = block;
    if (name === '') {
      keep('<');
      marks += 1;
      at = open + 1;
      continue;
    }
    const closing = next === 0x2f; /* / */
    at = endOfTag(html, open, seek);
    if (DROPPED.has(name)) continue;
    const tag = html.slice(open, at);
    if (!closing && (RAW.has(name) || (SKIPPED.has(name) && !tag.endsWith('/>')))) {
      const close = seek(`</${name}`, at);
      if (close < 0 && !RAW.has(name)) continue;
      at = close < 0 ? html.length : endOfTag(html, close, seek);
      // Metadata and, rarely, the article itself stand in structured-data scripts.
      if (name === 'script' && /ld\+json/i.test(tag)) keep(html.slice(open, at));
      continue;
    }
    if (name === 'html' || name === 'body') {
      // Pages glued together have several; the text of each belongs to the one.
      if (!closing && !roots.has(name)) keep(slimTag(tag));
      roots.add(name);
      continue;
    }
    const flat = FLAT.has(name);
    if (!flat && !closing && !tag.endsWith('/>')) depth += 1;
    if (flat || depth <= MAX_DEPTH) {
      keep(slimTag(tag));
      if (!closing) elements += 1;
    }
    if (!flat && closing && depth > 0) depth -= 1;
  }
  const rest = html.slice(at);
  keep(rest);
  return length > MAX_LENGTH || marks + references(rest) > MAX_MARKS
    ? cutShort(out)
    : { html: out.join(''), cut: false };
}

function cutShort(out: readonly string[]): SlimMarkup {
  let html = out.join('').slice(0, MAX_LENGTH);
  // One run of text may hold more references than all that came before it.
  if (references(html) > MAX_MARKS) html = html.replace(/&[^\s;&]{0,32};?/g, ' ');
  return { html, cut: true };
}

function references(text: string): number {
  let count = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) count += 1;
  return count;
}

type Search = (needle: string, from: number) => number;

/**
 * Finds text after a position, whatever its case. A needle that was not found once is not sought again: else a page of
 * unclosed elements would be read to its end for each of them.
 */
function memoizedSearch(html: string): Search {
  const missing = new Map<string, number>();
  let lower: string | undefined;
  return (needle, from) => {
    if (from >= (missing.get(needle) ?? Infinity)) return -1;
    if (/[a-z]/.test(needle)) {
      // Lower case may be longer than the original in a few scripts, which would shift offsets.
      lower ??= html.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
    }
    const found = (/[a-z]/.test(needle) ? (lower ?? html) : html).indexOf(needle, from);
    if (found < 0) missing.set(needle, from);
    return found;
  };
}

function endOfDeclaration(html: string, open: number, seek: Search): number {
  const mark = html.startsWith('<!--', open) ? '-->' : '>';
  const end = seek(mark, open + 2);
  // An unclosed comment hides the rest in a browser too, but more often it is an error in an old page.
  return end < 0 ? open + (mark === '>' ? 2 : 4) : end + mark.length;
}

const NAME = /\/?([a-z][^\s/>]*)/iy;

function tagName(html: string, open: number): string {
  NAME.lastIndex = open + 1;
  return NAME.exec(html)?.[1]?.toLowerCase() ?? '';
}

/** The offset after the tag's `>`; one within a quoted attribute value does not count. */
function endOfTag(html: string, open: number, seek: Search): number {
  const mark = /["'>]/g;
  let at = open + 1;
  for (;;) {
    mark.lastIndex = at;
    const found = mark.exec(html);
    if (found === null) return html.length;
    if (found[0] === '>') return found.index + 1;
    // A quote opens a value only after an equals sign; elsewhere it is a slip.
    const opens = /=\s*$/.test(html.slice(Math.max(open, found.index - 8), found.index));
    const close = opens ? seek(found[0], found.index + 1) : -1;
    at = close < 0 ? found.index + 1 : close + 1;
  }
}

function isBlank(html: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (html.charCodeAt(i) > 0x20) return false;
  return true;
}

const ATTRIBUTE = /\s([^\s=>"'/]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** The tag with the attributes that are read; a long value is an embedded file. */
function slimTag(tag: string): string {
  if (!tag.includes(' ') && !/\s/.test(tag)) return tag;
  const end = tag.endsWith('/>') ? '/>' : '>';
  let slim = /^<\/?[^\s/>]+/.exec(tag)?.[0] ?? '<';
  for (const [, name = '', value = ''] of tag.matchAll(ATTRIBUTE)) {
    if (ATTRIBUTES.has(name.toLowerCase()) && value.length <= MAX_ATTRIBUTE)
      slim += ` ${name.toLowerCase()}${value}`;
  }
  return slim + end;
}
