import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/documents/dom.js';
import { readPageMetadata } from '../../src/documents/page-metadata.js';

const of = (
  head: string,
  inside = '',
  url: string | null = 'https://paper.example/world/night-ships?utm=1',
) => readPageMetadata(parsePage(`<html lang="en-GB"><head>${head}</head><body>${inside}</body></html>`), url);
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('title', () => {
  it.each([
    [
      '<title>Night ships unload at closed quay | Harbour Gazette</title>',
      '',
      'Night ships unload at closed quay',
    ],
    [
      '<title>Night ships unload at closed quay - Harbour Gazette</title>',
      '',
      'Night ships unload at closed quay',
    ],
    [
      '<title>Harbour Gazette: Night ships unload at closed quay</title>',
      '',
      'Harbour Gazette: Night ships unload at closed quay',
    ],
    [
      '<title>Harbour Gazette : Night ships unload at closed quay</title>',
      '',
      'Night ships unload at closed quay',
    ],
    [
      '<title>War at sea - what ships tell us about it</title>',
      '',
      'War at sea - what ships tell us about it',
    ],
    ['<title>Night ships | World | Harbour Gazette</title>', '<h1>Night ships</h1>', 'Night ships'],
    [
      '<meta property="og:title" content="Night ships unload | Harbour Gazette"><meta property="og:site_name" content="Harbour Gazette">',
      '',
      'Night ships unload',
    ],
    [ld({ '@type': 'NewsArticle', headline: 'Night ships' }), '<h1>Harbour Gazette</h1>', 'Night ships'],
    ['', '', null],
  ])('%s %s', (head, inside, expected) => {
    expect(of(head, inside).title).toBe(expected);
  });
});

describe('publisher', () => {
  it.each([
    [
      ld({ '@type': 'NewsArticle', publisher: { '@type': 'Organization', name: 'Harbour Gazette' } }),
      'Harbour Gazette',
    ],
    [
      ld({
        '@graph': [
          { '@type': 'NewsArticle', publisher: { '@id': '#org' } },
          { '@type': 'Organization', '@id': '#org', name: 'Harbour Gazette' },
        ],
      }),
      'Harbour Gazette',
    ],
    ['<meta property="og:site_name" content="Harbour Gazette">', 'Harbour Gazette'],
    ['<meta name="application-name" content="Harbour Gazette">', 'Harbour Gazette'],
    ['<title>Night ships unload at closed quay | Harbour Gazette</title>', 'Harbour Gazette'],
    ['<title>Night ships unload at closed quay</title>', null],
    ['<meta property="og:site_name" content="https://paper.example">', null],
  ])('%s', (head, expected) => {
    expect(of(head).publisher).toBe(expected);
  });
});

describe('byline', () => {
  it.each([
    [
      ld({
        '@type': 'NewsArticle',
        author: [
          { '@type': 'Person', name: 'Ann Lee' },
          { '@type': 'Person', name: 'Bo Ek' },
        ],
      }),
      '',
      'Ann Lee, Bo Ek',
    ],
    ['<meta name="author" content="By Ann Lee">', '', 'Ann Lee'],
    ['', '<div class="byline">By Ann Lee | Riga</div>', 'Ann Lee'],
    ['<meta property="article:author" content="https://social.example/ann">', '', null],
    ['', '', null],
  ])('%s %s', (head, inside, expected) => {
    expect(of(head, inside).byline).toBe(expected);
  });
});

describe('canonical address', () => {
  it.each([
    [
      '<link rel="canonical" href="https://paper.example/world/night-ships">',
      'https://paper.example/world/night-ships',
    ],
    ['<link rel="canonical" href="/world/night-ships">', 'https://paper.example/world/night-ships'],
    ['<meta property="og:url" content="https://paper.example/n/1">', 'https://paper.example/n/1'],
    [
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://paper.example/n/1">',
      'https://paper.example/n/1',
    ],
    ['<link rel="canonical" href="file:///etc/passwd">', null],
    ['<link rel="canonical" href="https://paper.example/">', null],
    ['', null],
  ])('%s', (head, expected) => {
    expect(of(head).canonicalUrl).toBe(expected);
  });

  it('resolves against a base element', () => {
    expect(of('<base href="https://mirror.example/a/"><link rel="canonical" href="b">').canonicalUrl).toBe(
      'https://mirror.example/a/b',
    );
  });
});

describe('language', () => {
  it('is the two letters that the page declares', () => {
    expect(of('').language).toBe('en');
  });
});

describe('structured data', () => {
  it('survives scripts that are no JSON, are empty or nest without end', () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const page = of(
      `<script type="application/ld+json"></script><script type="application/ld+json">{nonsense</script><script type="application/ld+json">${deep}</script>${ld({ '@type': 'NewsArticle', headline: 'Night ships' })}`,
    );
    expect(page.title).toBe('Night ships');
  });
});
