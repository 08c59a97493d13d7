import type { Source } from '../model/source.js';
import { isElement, isText, parsePage, type PageElement, type PageNode } from './dom.js';
import { charsetInMarkup, decodeText } from './encoding.js';

/**
 * An archived page as markup in which nothing runs, nothing is loaded and nothing leads away: it is written anew from
 * the elements and attributes named here, and no others. What it looked like is lost; what it said is not.
 */

const KEPT: ReadonlySet<string> = new Set(
  (
    'html head title body main article section aside header footer nav div p h1 h2 h3 h4 h5 h6 hgroup address blockquote pre ' +
    'ul ol li dl dt dd figure figcaption hr br wbr table caption thead tbody tfoot tr th td colgroup col a span em strong b i u s ' +
    'small sub sup mark q cite abbr code kbd samp var time ins del details summary bdi bdo ruby rt rp'
  ).split(' '),
);
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'wbr', 'col']);
/** What is left out with all that is in it. */
const DROPPED: ReadonlySet<string> = new Set(
  (
    'script style template noscript iframe frame frameset object embed applet svg math canvas audio video source track link meta ' +
    'base form input button select option textarea dialog portal'
  ).split(' '),
);
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'lang',
  'dir',
  'colspan',
  'rowspan',
  'scope',
  'datetime',
  'start',
  'reversed',
  'open',
]);
/** Hostile pages nest without end; a reader's eye does not follow that far. */
const DEEPEST = 400;

const LOOK =
  ':root{color-scheme:light dark;font:1rem/1.55 system-ui,sans-serif}body{max-width:46rem;margin:1.5rem auto;padding:0 1rem;overflow-wrap:anywhere}' +
  'table{border-collapse:collapse}th,td{border:1px solid #8886;padding:.25rem .5rem;text-align:left;vertical-align:top}.left-out{color:#777;font-style:italic}';

export function harmlessHtml(bytes: Uint8Array, source: Pick<Source, 'origins'>): string {
  const declared = source.origins[0]?.hints.charset ?? charsetInMarkup(bytes);
  const page = parsePage(decodeText(bytes, declared, null).text);
  const title = page.querySelector('title')?.textContent ?? '';
  const body = page.body === null ? '' : inner(page.body, 0);
  const language = page.documentElement?.getAttribute('lang') ?? null;
  return (
    `<!doctype html><html${language === null ? '' : ` lang="${escaped(language)}"`}><head><meta charset="utf-8">` +
    `<title>${escaped(title)}</title><style>${LOOK}</style></head><body>${body}</body></html>`
  );
}

function inner(element: PageNode, depth: number): string {
  let text = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child)) text += escaped(child.textContent ?? '');
    else if (isElement(child)) text += outer(child, depth + 1);
  }
  return text;
}

function outer(element: PageElement, depth: number): string {
  const name = element.localName.toLowerCase();
  if (DROPPED.has(name)) return '';
  if (name === 'img') return imageWords(element);
  if (depth > DEEPEST) return escaped(element.textContent ?? '');
  if (!KEPT.has(name)) return inner(element, depth);
  const tag = name === 'a' ? 'span' : name;
  return `<${tag}${attributes(element, name)}>${VOID.has(name) ? '' : `${inner(element, depth)}</${tag}>`}`;
}

function attributes(element: PageElement, name: string): string {
  const kept = [...ATTRIBUTES].flatMap((attribute) => {
    const value = element.getAttribute(attribute);
    return value === null ? [] : [` ${attribute}="${escaped(value)}"`];
  });
  // Where a link led is shown, and leads nowhere.
  const href = name === 'a' ? element.getAttribute('href') : null;
  return kept.join('') + (href === null ? '' : ` title="${escaped(href)}"`);
}

/** A picture is never loaded: what it shows, as far as the page says so. */
function imageWords(image: PageElement): string {
  const words = image.getAttribute('alt')?.trim() ?? '';
  return `<span class="left-out">[picture${words === '' ? '' : `: ${escaped(words)}`}]</span>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
