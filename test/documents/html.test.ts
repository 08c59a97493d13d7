import { describe, expect, it } from 'vitest';
import { TallymanError } from '../../src/core/errors.js';
import { readHtml } from '../../src/documents/html.js';
import { bodyText } from '../../src/model/document.js';
import { f1, htmlCases, score } from '../cases/html/measure.js';

const read = (html: string, url: string | null = null) => readHtml(html, { url, hints: {} });
const body = (html: string): string => bodyText(read(html));
const codeOf = (html: string): string => {
  try {
    read(html);
  } catch (error) {
    if (error instanceof TallymanError) return error.code;
    throw error;
  }
  return 'read';
};

const P1 =
  'The harbour authority said on Monday that three cargo ships had unloaded at the eastern quay during the night.';
const P2 =
  'None of them had filed papers, and the cranes were switched off again before the sun had risen, two men who work there said.';
const P3 =
  'The ministry of transport, which was told of this in February, has opened no inquiry and would answer no questions about it.';
const page = (inside: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Night ships</title>${head}</head><body>${inside}</body></html>`;
const ARTICLE = `<article><p>${P1}</p><p>${P2}</p><p>${P3}</p></article>`;

describe('golden pages', () => {
  const cases = htmlCases();

  it('are at least thirty, in as many kinds of markup', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
  });

  it.each(cases)('$slug', ({ html, expected }) => {
    const draft = read(html, expected.url);
    const { precision, recall } = score(expected.body.join('\n'), bodyText(draft));
    expect(
      { precision: precision >= 0.85, recall: recall >= 0.95 },
      `P ${precision.toFixed(3)} R ${recall.toFixed(3)}`,
    ).toEqual({ precision: true, recall: true });
    expect(draft.title).toBe(expected.title);
    expect(draft.publisher).toBe(expected.publisher);
    expect(draft.published?.edtf ?? null).toBe(expected.published);
    for (const block of draft.blocks) expect(draft.text.slice(...block.span).trim()).not.toBe('');
  });

  it('reach an F1 of .985 in all', () => {
    const scores = cases.map(({ html, expected }) => score(expected.body.join('\n'), body(html)));
    expect(f1(scores)).toBeGreaterThanOrEqual(0.985);
  });
});

describe('blocks of a page', () => {
  it('keep the kinds of the markup, and rows as cells', () => {
    const draft = read(
      page(`<article><p>${P1}</p><h2>The cargo</h2><ul><li>Shells of 152 mm</li><li>Spare parts</li></ul><blockquote><p>${P2}</p></blockquote>
      <table><tr><th>Month</th><th>Containers</th></tr><tr><td>January</td><td>1,200</td></tr></table><p>${P3}</p>
      <figure><img src="x"><figcaption>The quay at night</figcaption></figure><p>${P1} Again.</p></article>`),
    );
    expect(draft.blocks.map(({ kind, dropped }) => [kind, dropped])).toEqual([
      ['paragraph', null],
      ['heading', null],
      ['list_item', null],
      ['list_item', null],
      ['quote', null],
      ['table_row', null],
      ['table_row', null],
      ['paragraph', null],
      ['caption', 'caption'],
      ['paragraph', null],
    ]);
    expect(draft.text).toContain('January | 1,200');
  });

  it('join inline elements without blanks, and blocks with a blank line', () => {
    expect(
      body(
        page(
          `<article><p>${P1} The <b>Cor</b>vina&nbsp;left<sup><a href="#n1">[1]</a></sup>.</p><p>${P2}</p></article>`,
        ),
      ),
    ).toBe(`${P1} The Corvina left.\n\n${P2}`);
  });

  it('divide text at double line breaks, not within a sentence', () => {
    expect(
      body(
        page(`<div class="story">${P1}<br><br>${P2.slice(0, 60)}<br>${P2.slice(60)}<br><br>${P3}</div>`),
      ).split('\n\n'),
    ).toEqual([P1, P2, P3]);
  });

  it('record what was set aside, with the rule', () => {
    const draft = read(
      page(
        `<article><p>${P1}</p><div class="newsletter-signup"><p>Get the five stories that matter in your inbox every weekday at six.</p></div><p>${P2}</p><p>Advertisement</p><p>${P3}</p></article>`,
      ),
    );
    expect(draft.blocks.map(({ dropped }) => dropped)).toEqual([
      null,
      'newsletter',
      null,
      'advertisement',
      null,
    ]);
  });

  it('take a part called after furniture for the article where it holds the article', () => {
    expect(body(page(`<div class="sidebar promo"><p>${P1}</p><p>${P2}</p><p>${P3}</p></div>`))).toBe(
      [P1, P2, P3].join('\n\n'),
    );
  });

  it('say where the text breaks off', () => {
    expect(read(page(`<article><p>${P1}</p><p>${P2.slice(0, 70)}…</p></article>`)).truncated).toBe(true);
    expect(
      read(page(`${ARTICLE}<div class="paywall"><p>Subscribe to continue reading</p></div>`)).truncated,
    ).toBe(false);
    expect(
      read(
        page(`<article><p>${P1}</p><p>${P2}</p><p>Subscribe to continue reading this article.</p></article>`),
      ).truncated,
    ).toBe(true);
    expect(read(page(ARTICLE)).truncated).toBe(false);
  });
});

describe('hostile and broken pages', () => {
  it('never hand on scripts, frames or styles', () => {
    const text = body(
      page(
        `${ARTICLE}<script>document.write("<p>evil text that is long enough to be taken for prose, surely.</p>")</script><iframe srcdoc="<p>evil</p>"></iframe><style>p{content:"evil"}</style><template><p>evil</p></template><svg><text>evil</text></svg>`,
      ),
    );
    expect(text).toBe([P1, P2, P3].join('\n\n'));
  });

  it('turn escaped markup into text, not into markup', () => {
    expect(
      body(
        page(
          `<article><p>${P1} &lt;script&gt;alert(1)&lt;/script&gt; was printed on the crate.</p><p>${P2}</p></article>`,
        ),
      ),
    ).toContain('<script>alert(1)</script> was printed');
  });

  it.each([
    ['nothing', ''],
    ['no body', '<html><head><title>x</title></head></html>'],
    [
      'a page that only scripts fill',
      page('<div id="root"></div><script src="/app.js"></script><noscript>You need JavaScript.</noscript>'),
    ],
  ])('refuse %s as having no text', (_, html) => {
    expect(codeOf(html)).toBe('no-text');
  });

  it.each([
    ['no html element', `<p>${P1}</p><p>${P2}</p>`],
    ['no body element', `<html><head><title>x</title></head><p>${P1}</p><p>${P2}</p></html>`],
    ['no head element', `<html><p>${P1}</p><p>${P2}</p>`],
    ['a body element alone', `<body><p>${P1}</p><p>${P2}</p></body>`],
    ['two html elements', `<html><body><p>${P1}</p></body></html><html><body><p>${P2}</p></body></html>`],
  ])('read a page with %s', (_, html) => {
    expect(body(html)).toBe(`${P1}\n\n${P2}`);
  });

  it('read text without any markup', () => {
    expect(body(P1)).toBe(P1);
  });

  it('refuse a source beyond all measure', () => {
    expect(codeOf('<p>word</p>'.repeat(11_000_000))).toBe('too-large');
  });

  it.each([
    [
      '100,000 nested elements',
      `${'<div>'.repeat(100_000)}<p>${P1}</p><p>${P2}</p>${'</div>'.repeat(100_000)}`,
    ],
    ['unclosed inline elements', `<p>${P1}</p>${'<b><i>'.repeat(50_000)}<p>${P2}</p>`],
    ['unclosed quotation marks', `<p>${P1}</p><p>${P2}</p>${'<a title="'.repeat(50_000)}`],
    ['unclosed scripts and comments', `<p>${P1}</p><p>${P2}</p>${'<!-- <script>'.repeat(50_000)}`],
    ['a million character references', `<p>${P1}</p><p>${P2}</p><p>${'&amp;&#120;'.repeat(500_000)}</p>`],
    ['stray brackets', `<p>${P1}</p><p>${P2}</p>${'<'.repeat(300_000)}`],
  ])('survive %s', (_, inside) => {
    expect(body(`<html><body>${inside}</body></html>`)).toContain(P1);
  });

  it('read 100 MB of elements up to a limit, and say so', () => {
    const draft = read(
      `<html><body><article><p>${P1}</p><p>${P2}</p>${`<p>${P3}</p>`.repeat(750_000)}</article></body></html>`,
    );
    expect(draft.text).toContain(P2);
    expect(draft.warnings.join()).toContain('too large to be read whole');
  }, 120_000);

  it('take the text from structured data where the page shows none', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      articleBody: `<p>${P1}</p><p>${P2}</p><script>evil()</script><p>${P3}</p>`,
    }).replace('</script', '<\\/script');
    const draft = read(page('<div id="app"></div>', `<script type="application/ld+json">${data}</script>`));
    expect(bodyText(draft)).toBe([P1, P2, P3].join('\n\n'));
    expect(draft.warnings.join()).toContain('structured data');
  });
});
