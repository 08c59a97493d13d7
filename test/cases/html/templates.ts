import type { Article, Part } from './articles.js';

/** One page: an article in the markup of a kind of publishing system, with all that such a page carries beside it. */
export interface PageCase {
  readonly slug: string;
  readonly url: string | null;
  readonly article: Article;
  readonly html: string;
  /** What the page gives of the date; null where it shows none. */
  readonly published: string | null;
  readonly publisher: string | null;
}

export const esc = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Markup of each kind of part; a template replaces those that it writes otherwise. */
export interface Writer {
  p: (text: string, index: number) => string;
  h: (text: string) => string;
  q: (text: string) => string;
  li: (items: readonly string[]) => string;
  table: (rows: readonly (readonly string[])[]) => string;
}

export const PLAIN: Writer = {
  p: (text) => `<p>${esc(text)}</p>`,
  h: (text) => `<h2>${esc(text)}</h2>`,
  q: (text) => `<blockquote><p>${esc(text)}</p></blockquote>`,
  li: (items) => `<ul>${items.map((item) => `<li>${esc(item)}</li>`).join('')}</ul>`,
  table: (rows) => `<table>${rows.map((row, i) => `<tr>${row.map((cell) => (i === 0 ? `<th>${esc(cell)}</th>` : `<td>${esc(cell)}</td>`)).join('')}</tr>`).join('\n')}</table>`,
};

/** The article's markup, with something put in after some of its parts, as systems do. */
export function body(article: Article, writer: Partial<Writer> = {}, between: Readonly<Record<number, string>> = {}): string {
  const write = { ...PLAIN, ...writer };
  return article.parts
    .map((part: Part, i) => {
      const markup = 'p' in part ? write.p(part.p, i) : 'h' in part ? write.h(part.h) : 'q' in part ? write.q(part.q) : 'li' in part ? write.li(part.li) : write.table(part.table);
      return `${markup}${between[i] ?? ''}`;
    })
    .join('\n');
}

const HEADLINES = [
  'Ferry line to the islands resumes after storm',
  'Why the price of tea has doubled since spring',
  'Court hears first witness in warehouse case',
  'Ten walks for a wet weekend',
  'Parliament to vote on harbour law next week',
  'Old lighthouse sold to a family of bakers',
  'Drone factory opens in former spinning mill',
  'Coach steps down after seventh defeat in a row',
];

const TEASERS = [
  'The operator says that all four boats have been checked and that tickets bought last week remain valid until the end of the month.',
  'Growers blame the rain, traders blame the growers, and a commission appointed in March has yet to hold its first meeting.',
  'The guard told the judge that he had heard an engine at two in the morning but had thought that it was the baker.',
  'From a two-hour stroll along the old canal to a full day in the hills, with a stop for soup on each of them.',
];

export const links = (count: number, from = 0): string => HEADLINES.concat(HEADLINES).slice(from, from + count).map((line, i) => `<li><a href="/story/${from + i}">${line}</a></li>`).join('\n');

export const cards = (count: number, cls = 'card'): string =>
  Array.from({ length: count }, (_, i) => `<div class="${cls}"><a href="/s/${i}"><img src="/i/${i}.jpg" alt=""><h3>${HEADLINES[i % 8]}</h3></a><p>${TEASERS[i % 4]}</p><span class="date">${(i % 27) + 1} August 2024</span></div>`).join('\n');

export const menu = (items: readonly string[] = ['Home', 'World', 'Business', 'Opinion', 'Sport', 'Culture', 'Weather', 'Video']): string =>
  `<ul class="menu">${items.map((item) => `<li class="menu-item"><a href="/${item.toLowerCase()}">${item}</a></li>`).join('')}</ul>`;

export const scripts = `<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());var cfg={"ads":true,"text":"<p>Not a paragraph of the page, but of a script, and long enough to be taken for one.</p>"};</script><style>.a{color:red}.b{margin:0 auto}</style>`;

export const cookies = `<div id="cookie-banner" class="cookie-consent" role="dialog"><h2>We value your privacy</h2><p>We and our 214 partners store and access information on your device, such as cookies, and process personal data to show you personalised advertising and to measure content.</p><button>Accept all</button><button>Reject all</button><a href="/privacy">Cookie policy</a></div>`;

export const share = `<div class="share-bar"><span>Share this</span><ul><li><a href="#fb">Facebook</a></li><li><a href="#x">X</a></li><li><a href="#wa">WhatsApp</a></li><li><a href="#cp">Copy link</a></li></ul></div>`;

export const newsletter = `<div class="newsletter-signup"><h3>The Morning Tide</h3><p>Get the five stories that matter in your inbox every weekday at six, with a word from the editor on each.</p><form><input type="email" placeholder="Your email"><button>Sign up</button></form><p>By signing up you agree to our terms of use and privacy policy.</p></div>`;

export const comments = (count: number): string =>
  `<section id="comments" class="comments-area"><h2>${count} Comments</h2><ol class="comment-list">${Array.from({ length: count }, (_, i) => `<li class="comment"><cite>reader_${i}</cite> <time datetime="2024-12-0${(i % 9) + 1}">${(i % 9) + 1} December 2024</time><div class="comment-content"><p>I have lived near that harbour for thirty years and what the article says in its ${['first', 'second', 'third'][i % 3]} paragraph does not surprise anyone here; the real question is who was paid for it.</p></div><a class="reply" href="#r">Reply</a></li>`).join('\n')}</ol><h3>Leave a Reply</h3><form><textarea></textarea><p>Your email address will not be published. Required fields are marked *</p></form></section>`;

export const footer = (name: string): string =>
  `<footer class="site-footer"><div class="cols">${menu(['About us', 'Contact', 'Careers', 'Advertise', 'Terms', 'Privacy', 'Sitemap'])}</div><p>© 2025 ${name}. All rights reserved. No part of this site may be reproduced without the written permission of the publisher.</p></footer>`;

export const figure = (caption: string, credit: string): string =>
  `<figure class="wp-block-image"><img src="/img/lead.jpg" alt="${esc(caption)}"><figcaption>${esc(caption)} <span class="credit">Photo: ${esc(credit)}</span></figcaption></figure>`;

interface Shell {
  readonly lang?: string;
  readonly title: string;
  readonly head?: string;
  readonly bodyClass?: string;
  readonly body: string;
}

export const page = ({ lang = 'en', title, head = '', bodyClass = '', body: inside }: Shell): string =>
  `<!DOCTYPE html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n<title>${esc(title)}</title>\n${head}\n${scripts}\n</head>\n<body class="${bodyClass}">\n${inside}\n</body>\n</html>\n`;

export const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

export const printed = (iso: string, order: 'us' | 'uk' = 'uk'): string => {
  const month = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][Number(iso.slice(5, 7)) - 1] ?? '';
  const day = Number(iso.slice(8));
  return order === 'us' ? `${month} ${day}, ${iso.slice(0, 4)}` : `${day} ${month} ${iso.slice(0, 4)}`;
};
