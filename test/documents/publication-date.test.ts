import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/documents/html.js';
import { findVisibleDate } from '../../src/documents/visible-date.js';

/** Two paragraphs, so that the page has an article at all; the second names a date that is no publication. */
const PROSE = `<p>The harbour authority said on Monday that three cargo ships had unloaded at the eastern quay during the night, and that none of them had filed papers.</p>
<p>A similar case was recorded on 14 May 2019, when inspectors found rifles under sacks of cement; the owners were fined and the vessel was let go after a week.</p>`;

interface Variant {
  readonly what: string;
  readonly head?: string;
  readonly body?: string;
  readonly url?: string;
  readonly lang?: string;
  readonly hint?: string;
  readonly expected: string | null;
  readonly how?: string;
}

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const article = (inside: string, after = ''): string =>
  `<article><header><h1>Three ships unload by night</h1>${inside}</header><div class="article-body">${PROSE}</div></article>${after}`;

const VARIANTS: readonly Variant[] = [
  // Structured data
  {
    what: 'JSON-LD NewsArticle',
    head: ld({ '@type': 'NewsArticle', datePublished: '2024-04-02T05:28:00+03:00' }),
    expected: '2024-04-02',
    how: 'json-ld',
  },
  {
    what: 'JSON-LD in a graph',
    head: ld({
      '@graph': [
        { '@type': 'WebSite', name: 'X' },
        { '@type': 'WebPage', datePublished: '2021-01-01' },
        { '@type': ['Article', 'NewsArticle'], datePublished: '2024-04-02' },
      ],
    }),
    expected: '2024-04-02',
    how: 'json-ld',
  },
  {
    what: 'JSON-LD as a list',
    head: ld([
      { '@type': 'BreadcrumbList' },
      { '@type': 'ReportageNewsArticle', datePublished: '2024-04-02' },
    ]),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD with a line break in a string and a trailing comma',
    head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Three\nships","datePublished":"2024-04-02T10:00:00Z",}</script>',
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD that cannot be mended',
    head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A "bad" quote","datePublished":"2024-04-02"}</script>',
    expected: '2024-04-02',
    how: 'json-ld',
  },
  {
    what: 'JSON-LD within a CDATA wrapper',
    head: '<script type="application/ld+json">//<![CDATA[\n{"@type":"BlogPosting","datePublished":"2024-04-02"}\n//]]></script>',
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD that lists other stories first',
    url: 'https://paper.example/three-ships',
    head: ld([
      { '@type': 'NewsArticle', url: 'https://paper.example/other', datePublished: '2024-05-05' },
      {
        '@type': 'NewsArticle',
        mainEntityOfPage: { '@id': 'https://www.paper.example/three-ships/' },
        datePublished: '2024-04-02',
      },
    ]),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD other story told by its headline',
    head:
      meta('og:title', 'Three ships unload by night') +
      ld([
        { '@type': 'NewsArticle', headline: 'Something else', datePublished: '2024-05-05' },
        { '@type': 'NewsArticle', headline: 'Three ships unload by night', datePublished: '2024-04-02' },
      ]),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD whose date is modified and published',
    head: ld({ '@type': 'Article', dateModified: '2024-04-09', datePublished: '2024-04-02' }),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD with only dateCreated',
    head: ld({ '@type': 'Article', dateCreated: '2024-04-02T08:00:00' }),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD live blog',
    head: ld({ '@type': 'LiveBlogPosting', coverageStartTime: '2024-04-02T08:00:00+02:00' }),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD nested in mainEntity',
    head: ld({ '@type': 'WebPage', mainEntity: { '@type': 'NewsArticle', datePublished: '2024-04-02' } }),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD with a printed date',
    head: ld({ '@type': 'Article', datePublished: 'April 2, 2024' }),
    expected: '2024-04-02',
  },
  {
    what: 'JSON-LD year one, meta right',
    head:
      ld({ '@type': 'Article', datePublished: '0001-01-01T00:00:00' }) +
      meta('article:published_time', '2024-04-02'),
    expected: '2024-04-02',
    how: 'meta',
  },
  {
    what: 'UTC stamp a day before the paper’s own',
    url: 'https://paper.example/2024/04/03/three-ships',
    head: ld({ '@type': 'Article', datePublished: '2024-04-02T22:30:00Z' }),
    expected: '2024-04-03',
  },
  {
    what: 'stamp with its own zone keeps its day',
    url: 'https://paper.example/2024/04/03/three-ships',
    head: ld({ '@type': 'Article', datePublished: '2024-04-02T22:30:00+02:00' }),
    expected: '2024-04-02',
  },
  // Meta elements
  ...(
    [
      ['article:published_time', '2024-04-02T05:28:00+00:00'],
      ['og:article:published_time', '2024-04-02'],
      ['parsely-pub-date', '2024-04-02T05:28:00Z'],
      ['sailthru.date', 'Tue, 02 Apr 2024 05:28:00 +0000'],
      ['DC.date.issued', '2024-04-02'],
      ['dcterms.created', '2024-04-02T05:28'],
      ['citation_publication_date', '2024/04/02'],
      ['pubdate', '20240402'],
      ['publish-date', '2 April 2024'],
      ['cXenseParse:recs:publishtime', '2024-04-02T05:28:00.000Z'],
      ['publication_date', '02.04.2024'],
      ['datePublished', '1712035680'],
      ['article_date_original', '2024-04-02 05:28:11'],
      ['date', 'Apr 2, 2024 5:28:00 AM'],
      ['published_at', '1712035680000'],
    ] as const
  ).map(([name, content]): Variant => ({
    what: `meta ${name}`,
    head: meta(name, content),
    expected: '2024-04-02',
    how: 'meta',
  })),
  {
    what: 'meta with a month and an address with the day',
    url: 'https://paper.example/2024/04/02/x',
    head: meta('citation_date', '2024-04'),
    expected: '2024-04-02',
  },
  {
    what: 'a month alone keeps its precision',
    head: meta('citation_publication_date', '2024-04'),
    expected: '2024-04',
  },
  {
    what: 'modified time does not win over the printed date',
    head: meta('article:modified_time', '2024-06-01'),
    body: article('<p class="date">2 April 2024</p>'),
    expected: '2024-04-02',
  },
  {
    what: 'modified time where there is nothing else',
    head: meta('article:modified_time', '2024-06-01'),
    expected: '2024-06-01',
    how: 'meta',
  },
  {
    what: 'American order by language',
    lang: 'en-US',
    head: meta('publish_date', '04/02/2024'),
    expected: '2024-04-02',
  },
  {
    what: 'European order by default',
    lang: 'en-GB',
    head: meta('publish_date', '02/04/2024'),
    expected: '2024-04-02',
  },
  {
    what: 'a slash date that can be read one way',
    lang: 'en-GB',
    head: meta('publish_date', '04/22/2024'),
    expected: '2024-04-22',
  },
  // Elements
  {
    what: 'time with datetime',
    body: article('<time datetime="2024-04-02T05:28">2 hours ago</time>'),
    expected: '2024-04-02',
    how: 'time-element',
  },
  { what: 'time without datetime', body: article('<time>2 April 2024</time>'), expected: '2024-04-02' },
  {
    what: 'microdata',
    body: article('<span itemprop="datePublished" content="2024-04-02T05:28">yesterday</span>'),
    expected: '2024-04-02',
    how: 'time-element',
  },
  {
    what: 'hAtom abbreviation',
    body: article('<abbr class="published" title="2024-04-02T05:28:00">Apr 2</abbr>'),
    expected: '2024-04-02',
  },
  {
    what: 'updated time first, published second',
    body: article(
      '<time class="updated" datetime="2024-04-09">9 April</time> <time class="entry-date published" datetime="2024-04-02">2 April</time>',
    ),
    expected: '2024-04-02',
  },
  {
    what: 'times of a sidebar before the article',
    body: `<aside><time datetime="2024-09-09">9 Sept</time></aside>${article('<time datetime="2024-04-02">2 April</time>')}`,
    expected: '2024-04-02',
  },
  {
    what: 'times of related cards',
    body: article(
      '<p>Published on 2 April 2024</p>',
      '<div class="related-posts"><time datetime="2024-09-09">9 Sept</time></div>',
    ),
    expected: '2024-04-02',
  },
  {
    what: 'times of comments',
    body: article(
      '<p class="meta">Posted 2 April 2024</p>',
      '<section id="comments"><time datetime="2024-04-05">5 April</time></section>',
    ),
    expected: '2024-04-02',
  },
  {
    what: 'date in a script’s data',
    body: `${article('')}<script>window.__STATE__={"article":{"id":7,"publishedAt":"2024-04-02T05:28:00Z","updatedAt":"2024-05-05"}}</script>`,
    expected: '2024-04-02',
  },
  {
    what: 'date in a script’s escaped data',
    body: `${article('')}<script>self.push("{\\"firstPublished\\":\\"2024-04-02T05:28:00Z\\"}")</script>`,
    expected: '2024-04-02',
  },
  // Printed near the headline
  ...(
    [
      'April 2, 2024 5:28 AM',
      'Tuesday, 2 April 2024, 05:28',
      'Published: 2 April 2024 | Updated: 9 April 2024',
      'Updated 9 April 2024. Published 2 April 2024',
      'Last updated: 9 Apr 2024 – First published: 2 Apr 2024',
      'By Ann Lee | Apr. 2, 2024',
      'Posted on 2nd April, 2024 by admin',
      '02.04.2024 05:28',
      '2024-04-02 05:28:11 KST',
      'Input 2024.04.02 05:28 | Updated 2024.04.03 13:40',
      '2. April 2024, 5:28 Uhr',
      'Publié le 2 avril 2024 à 05h28',
      'Publicado el 2 de abril de 2024',
      '2 aprile 2024',
      '2 kwietnia 2024, 05:28',
      '2 квітня 2024, 05:28',
      '2 апреля 2024 года',
      '2024년 4월 2일',
      '2024年4月2日',
      'Dinsdag 2 april 2024',
    ] as const
  ).map((line): Variant => ({
    what: `printed: ${line}`,
    body: article(`<div class="meta">${line}</div>`),
    expected: '2024-04-02',
    how: 'dateline',
  })),
  {
    what: 'printed above the headline',
    body: `<main><p class="kicker">World | 2 April 2024</p>${article('')}</main>`,
    expected: '2024-04-02',
  },
  {
    what: 'dateline with a year',
    body: `<article><h1>Three ships unload by night</h1><p>BUSAN, April 2, 2024 (HNA) -- ${PROSE.slice(3)}</article>`,
    expected: '2024-04-02',
  },
  {
    what: 'a label after the text',
    body: `${article('')}<p>Published: 2 April 2024</p>`,
    expected: '2024-04-02',
  },
  // Address
  {
    what: 'address with slashes',
    url: 'https://paper.example/world/2024/04/02/three-ships.html',
    expected: '2024-04-02',
    how: 'url',
  },
  {
    what: 'address with dashes',
    url: 'https://paper.example/2024-04-02-three-ships',
    expected: '2024-04-02',
  },
  {
    what: 'address with a compact day',
    url: 'https://agency.example/view/AEN20240402005200315',
    expected: '2024-04-02',
  },
  {
    what: 'address with a month name',
    url: 'https://paper.example/world/2024/apr/02/three-ships',
    expected: '2024-04-02',
  },
  {
    what: 'address with short numbers',
    url: 'https://paper.example/2024/4/2/three-ships',
    expected: '2024-04-02',
  },
  {
    what: 'address with a month only',
    url: 'https://paper.example/2024/04/three-ships',
    expected: '2024-04',
  },
  {
    what: 'numbers in an address that are no date',
    url: 'https://paper.example/article/20249912/resolution-1718-2006',
    expected: null,
  },
  // Nothing to be had
  {
    what: 'copyright year',
    body: article('', '<footer>© 2024 Paper. All rights reserved. 1 January 2024</footer>'),
    expected: null,
  },
  { what: 'a date within the narration', expected: null },
  { what: 'nonsense far ahead', head: meta('pubdate', '2999-01-01'), expected: null },
  { what: 'the feed’s date', hint: '2024-04-02T05:28:00Z', expected: '2024-04-02', how: 'feed' },
  {
    what: 'the page before the feed',
    hint: '2024-04-05T05:28:00Z',
    head: meta('article:published_time', '2024-04-02'),
    expected: '2024-04-02',
  },
  {
    what: 'latest headlines with dates above the article',
    body: `<div class="latest-news"><a href="/a">Fire in port, 9 May 2024</a></div>${article('<span>2 April 2024</span>')}`,
    expected: '2024-04-02',
  },
  {
    what: 'a weather box with today’s date',
    body: `<div class="topbar">Friday, 7 June 2024</div>${article('<span>2 April 2024</span>')}`,
    expected: '2024-04-02',
  },
];

describe('publication date of a page', () => {
  it.each(VARIANTS)(
    '$what',
    ({ head = '', body = article(''), url = null, lang = 'en', hint = null, expected, how }) => {
      const html = `<!doctype html><html lang="${lang}"><head><title>Three ships unload by night</title>${head}</head><body>${body}</body></html>`;
      const { published } = readHtml(html, { url, hints: { published: hint } });
      expect(published?.edtf ?? null).toBe(expected);
      if (how !== undefined) expect(published?.how).toBe(how);
    },
  );
});

describe('date among the first lines of a text', () => {
  it.each([
    [['BUSAN, Feb. 27 (HNA) -- Three ships have unloaded at the eastern quay, officials said.'], null],
    [
      [
        'Monday Bulletin 2024',
        'BUSAN, Feb. 27 (HNA) -- Three ships have unloaded at the eastern quay, officials said.',
      ],
      '2024-02-27',
    ],
    [['15 March, 11:37', 'Three ships have unloaded at the eastern quay, officials said.'], null],
    [
      [
        'Issue of 2 March 2024',
        'LVIV, March 3 — Three ships have unloaded at the eastern quay, officials said.',
      ],
      '2024-03-02',
    ],
    [
      [
        'April 2, 2024 5:28 AM',
        '2 min read',
        'Three ships have unloaded at the eastern quay, officials said.',
      ],
      '2024-04-02',
    ],
    [['Three ships have unloaded at the eastern quay, officials said on 2 April 2024.'], null],
    [['Published: 12 March 2025, 09:30'], '2025-03-12'],
    [
      [
        'Cranes at the quay, Jan. 2, 2024. Photo: Harbour Office',
        'LVIV, May 8 — Ask how many ships have unloaded, and nobody will say.',
      ],
      null,
    ],
    [['Updated: 4 May 2024', 'Three ships have unloaded at the eastern quay, officials said.'], '2024-05-04'],
    [[], null],
  ])('%j', (lines, expected) => {
    expect(findVisibleDate(lines)?.edtf ?? null).toBe(expected);
  });
});
