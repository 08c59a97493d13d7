import { describe, expect, it } from 'vitest';
import { harmlessHtml } from '../../src/documents/harmless-html.js';

const source = {
  origins: [
    {
      uri: 'https://example.org/a',
      obtained: '2024-05-03T08:15:00Z',
      method: 'url',
      container: null,
      hints: {},
    },
  ],
} as const;
const cleaned = (html: string): string => harmlessHtml(new TextEncoder().encode(html), source);

describe('an archived page, made harmless', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '<p style="background:url(https://evil.example/x)">x</p>',
    '<style>@import url(https://evil.example/x.css);</style>',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<form action="https://evil.example/"><input name=a><button>go</button></form>',
    '<video src="https://evil.example/x.mp4" poster="https://evil.example/x.png"></video>',
    '<object data="https://evil.example/x"></object><embed src="https://evil.example/x">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<template><script>alert(1)</script></template>',
    '<p lang="x&quot; onmouseover=&quot;alert(1)">x</p>',
    '<title></title><script>alert(1)</script></title>',
    '<textarea><img src=x onerror=alert(1)></textarea>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<plaintext><script>alert(1)</script>',
  ])('%s runs nothing and loads nothing', (hostile) => {
    const html = cleaned(`<!doctype html><html><body><p>Before</p>${hostile}<p>After</p></body></html>`);
    const markup = html.slice(html.indexOf('<body>'));
    // Every tag that is left is one of the list, with attributes that neither run nor load.
    for (const [, name, attributes] of markup.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi)) {
      expect(name).not.toMatch(
        /^(script|style|iframe|svg|math|img|object|embed|link|meta|base|form|input|button|video|template|a|textarea|xmp|plaintext|noscript)$/i,
      );
      // What stands in quotes is a value, and nothing else.
      expect(attributes?.replace(/"[^"]*"/g, '""')).not.toMatch(
        /\s(?:on\w+|src|href|style|action|srcdoc|data|poster)=/i,
      );
    }
    expect(html).toContain('<p>Before</p>');
  });

  it('keeps what a reader reads: its text, tables and headings, and what its pictures show', () => {
    const html = cleaned(
      '<html lang="en"><head><title>Ships &amp; quays</title></head><body><h1>Ships</h1><p>More than <b>1,000</b> &lt;left&gt;.</p>' +
        '<table><tr><td colspan=2>Rajin</td></tr></table><img src="/x.png" alt="a ship"><a href="https://example.org/b">more</a></body></html>',
    );
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>Ships &amp; quays</title>');
    expect(html).toContain('<p>More than <b>1,000</b> &lt;left&gt;.</p>');
    expect(html).toContain('<td colspan="2">Rajin</td>');
    expect(html).toContain('[picture: a ship]');
    expect(html).toContain('<span title="https://example.org/b">more</span>');
  });

  it('ends on a page that nests without end', () => {
    expect(cleaned(`<body>${'<div>'.repeat(5000)}deep`)).toContain('deep');
  });
});
