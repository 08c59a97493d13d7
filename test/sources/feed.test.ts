import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { publishedDay } from '../../src/sources/feed-entry.js';
import { readFeed, type Feed } from '../../src/sources/feed.js';
import type { Network } from '../../src/sources/fetch-url.js';
import { LIMITS, type Limits } from '../../src/sources/limits.js';
import { obtain } from '../../src/sources/obtain.js';
import { collect, textOf, type Collected } from './collect.js';
import { startServer, type LocalServer } from './local-server.js';

const feedOf = (xml: string, base: string | null = null): Feed =>
  readFeed(Buffer.from(xml), null, base, 'feed.xml');
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">` +
  `<channel><title>Harbour &amp; Sea</title><link>https://a.example/</link>${items}</channel></rss>`;

describe('the entries of a feed', () => {
  it('of RSS', () => {
    const { title, entries } = feedOf(
      rss(`<item><title>Two &amp;amp; three ships</title><link>https://a.example/1?x=1&amp;y=2</link><guid>g-1</guid>
        <pubDate>Thu, 14 Mar 2024 23:30:00 -0500</pubDate><description>&lt;p&gt;Short&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>Long &amp; full</p>]]></content:encoded></item>
        <item><guid>https://a.example/2</guid><description>Short</description></item>`),
    );
    expect(title).toBe('Harbour & Sea');
    expect(entries).toEqual([
      {
        id: 'g-1',
        title: 'Two & three ships',
        link: 'https://a.example/1?x=1&y=2',
        published: '2024-03-14',
        content: '<p>Long &amp; full</p>',
        summary: '<p>Short</p>',
      },
      {
        id: 'https://a.example/2',
        title: null,
        link: 'https://a.example/2',
        published: null,
        content: null,
        summary: 'Short',
      },
    ]);
  });

  it('of Atom, whose titles are plain text by default, with who publishes it', () => {
    const { title, publisher, entries } = feedOf(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour &amp; Sea: the quay</title>
      <author><name>Harbour &amp; Sea</name></author>
      <entry><id>1</id><title>Two ships &amp; a barge</title><content type="html">&lt;p&gt;X&lt;/p&gt;</content></entry></feed>`,
    );
    expect(title).toBe('Harbour & Sea: the quay');
    expect(publisher).toBe('Harbour & Sea');
    expect(entries[0]?.title).toBe('Two ships & a barge');
    const byPerson = feedOf(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><author><name>A. Person</name></author></feed>`,
    );
    expect(byPerson.publisher).toBe('Quay');
  });

  it('of Atom, its plain text and links made HTML and absolute', () => {
    const { entries } = feedOf(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
      <entry><id>1</id><title type="html">A &lt;b&gt;B&lt;/b&gt;</title><link rel="self" href="/self"/><link href="/one"/>
        <updated>2024-03-02T00:10:00+09:00</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b></p></div></content></entry>
      <entry><id>2</id><content type="text">5 &lt; 6</content></entry>
      <entry><id>3</id><content type="application/pdf">JVBERi0=</content><summary>S</summary></entry></feed>`,
      'https://a.example/feed',
    );
    expect(entries[0]).toMatchObject({
      title: 'A B',
      link: 'https://a.example/one',
      published: '2024-03-02',
    });
    expect(entries[0]?.content).toBe('<p>One <b>two</b></p>');
    expect(entries[1]?.content).toBe('<p>5 &lt; 6</p>');
    expect(entries[2]).toMatchObject({ content: null, summary: '<p>S</p>' });
  });

  it('of RDF and JSON feeds', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="u"><title>R</title></channel>
      <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link><dc:date>2024-03-01</dc:date>
      <description>D</description></item></rdf:RDF>`;
    expect(feedOf(rdf).entries).toMatchObject([
      { link: 'https://a.example/1', published: '2024-03-01', summary: 'D' },
    ]);
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J <1>',
      items: [
        {
          id: '1',
          url: 'https://a.example/1',
          content_text: 'a < b\n\nc',
          date_published: '2024-03-01T00:00:00Z',
        },
      ],
    });
    expect(feedOf(json)).toMatchObject({
      title: 'J <1>',
      entries: [{ content: '<p>a &lt; b</p>\n<p>c</p>' }],
    });
  });

  it('in the encoding that the feed declares, or its mark', () => {
    const xml = rss('<item><title>Два корабля</title></item>');
    const declared = iconv.encode(xml.replace('?>', ' encoding="windows-1251"?>'), 'windows-1251');
    expect(readFeed(declared, null, null, 'f').entries[0]?.title).toBe('Два корабля');
    expect(readFeed(iconv.encode(xml, 'koi8-r'), 'koi8-r', null, 'f').entries[0]?.title).toBe('Два корабля');
    const wide = iconv.encode(xml, 'utf-16le', { addBOM: true });
    expect(readFeed(wide, 'no-such-charset', null, 'f').entries[0]?.title).toBe('Два корабля');
  });

  it('never leads to a link that is no web address', () => {
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://a:b@c.example/',
      '//',
    ])
      expect(
        feedOf(rss(`<item><link>${link}</link><description>S</description></item>`)).entries[0],
      ).toMatchObject({
        link: null,
        summary: 'S',
      });
  });

  it('are refused where the feed declares entities: of a file, or of a billion laughs', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    for (const declarations of ['<!ENTITY x SYSTEM "file:///etc/passwd">', `<!ENTITY l0 "ha">${laughs}`]) {
      const hostile = rss('<item><title>&x;&l9;</title></item>').replace(
        '?>',
        `?><!DOCTYPE rss [${declarations}]>`,
      );
      expect(() => feedOf(hostile)).toThrow(expect.objectContaining({ code: 'malformed' }));
    }
    // A document type alone is what RSS 0.91 begins with, and an article may write about entities.
    const plain = rss('<item><description><![CDATA[<!ENTITY a "b">]]></description></item>');
    expect(feedOf(plain.replace('?>', '?><!DOCTYPE rss SYSTEM "rss-0.91.dtd">')).entries).toHaveLength(1);
  });

  it('are refused where the feed is cut off', () => {
    expect(() => feedOf(rss('<item><title>A</title></item>').slice(0, -30))).toThrow(
      expect.objectContaining({ code: 'malformed', where: 'feed.xml' }),
    );
  });
});

describe('the day of an entry', () => {
  it.each([
    ['2024-03-14', '2024-03-14'],
    ['2024-03-14T23:30:00-05:00', '2024-03-14'],
    ['Thu, 14 Mar 2024 23:30:00 -0500', '2024-03-14'],
    ['4 Mar 24 10:00 GMT', '2024-03-04'],
    ['Monday, 4 March 1996', '1996-03-04'],
    ['2024-02-30', null],
    ['31 Foo 2024', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (text, day) => {
    expect(publishedDay(text)).toBe(day);
  });

  it('is that of any mail date, at the place of the sender', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.constantFrom('+0900', '-0500', 'GMT'), (date, zone) => {
        expect(publishedDay(date.toUTCString().replace('GMT', zone))).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('a feed that is added', () => {
  let folder: string;
  let server: LocalServer;
  let asked: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'feed-'));
    server = await startServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/missing') response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(`<!doctype html><p>At ${request.url}</p>`);
    });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function add(
    xml: string,
    network: Network | null,
    limits: Partial<Limits> = {},
  ): Promise<Collected & { skipped: string[] }> {
    asked = [];
    const skipped: string[] = [];
    await writeFile(join(folder, 'feed.xml'), xml);
    const options = {
      now: () => new Date('2025-01-02T03:04:05Z'),
      base: folder,
      network,
      limits: { ...LIMITS, ...limits },
      onSkip: (where: string, reason: string) => skipped.push(`${where}: ${reason}`),
    };
    return { ...(await collect(obtain(join(folder, 'feed.xml'), options))), skipped };
  }
  const items = (): string => `
    <item><title>Full &lt;i&gt;"one"&lt;/i&gt;</title><link>${server.origin}/full</link><pubDate>Thu, 14 Mar 2024 10:00:00 GMT</pubDate>
      <content:encoded>&lt;p&gt;The whole text.&lt;/p&gt;</content:encoded></item>
    <item><title>Short</title><link>${server.origin}/short</link><description>Only a summary.</description></item>
    <item><title>Gone</title><link>${server.origin}/missing</link><guid>gone</guid><description>What was left.</description></item>
    <item><title>Bad</title><link>javascript:alert(1)</link><description>Bad link.</description></item>
    <item><title>Nothing</title><link>${server.origin}/only-link</link></item>`;

  it('is kept itself, gives its articles, fetches the others, and keeps the summary where that fails', async () => {
    const xml = rss(items());
    const { containers, documents, rejects } = await add(xml, server.network);
    expect(containers).toMatchObject([{ subject: 'file:feed.xml', media_type: 'application/rss+xml' }]);
    expect(
      documents.map(({ origin, subject }) => [subject.replace(server.origin, ''), origin.method]),
    ).toEqual([
      ['file:feed.xml!/full', 'feed'],
      ['/short', 'url'],
      ['file:feed.xml!gone', 'feed'],
      ['file:feed.xml!entry 4', 'feed'],
      ['/only-link', 'url'],
    ]);
    expect(rejects).toMatchObject([{ code: 'fetch-failed', subject: `${server.origin}/missing` }]);
    expect(documents[0]?.origin).toEqual({
      uri: `${server.origin}/full`,
      obtained: '2025-01-02T03:04:05.000Z',
      method: 'feed',
      container: sha256(xml),
      hints: { title: 'Full "one"', publisher: 'Harbour & Sea', published: '2024-03-14', charset: 'utf-8' },
    });
    expect(textOf(documents[0]?.bytes ?? Buffer.of())).toBe(
      [
        '<!doctype html>',
        '<html><head><meta charset="utf-8">',
        '<title>Full &quot;one&quot;</title>',
        `<link rel="canonical" href="${server.origin}/full">`,
        '</head><body><article>',
        '<h1>Full &quot;one&quot;</h1>',
        '<p>The whole text.</p>',
        '</article></body></html>\n',
      ].join('\n'),
    );
    expect(textOf(documents[1]?.bytes ?? Buffer.of())).toContain('At /short');
    expect(documents[3]?.origin.uri).toBe('file:feed.xml!entry 4');
    expect(textOf(documents[3]?.bytes ?? Buffer.of())).not.toContain('javascript');
  });

  it('fetches nothing without the network, and no private address with it', async () => {
    const offline = await add(rss(items()), null);
    expect(asked).toEqual([]);
    expect(offline.documents).toHaveLength(4);
    expect(offline.skipped).toEqual([`file:feed.xml!${server.origin}/only-link: carries no text of its own`]);
    const online = await add(rss(items()), {});
    expect(asked).toEqual([]);
    expect(online.rejects.map(({ code }) => code)).toEqual(Array(3).fill('address-refused'));
    expect(online.documents).toHaveLength(4);
  });

  it('fetches no more pages than its limit', async () => {
    const { documents } = await add(rss(items()), server.network, { feedFetches: 1 });
    expect(asked).toEqual(['/short']);
    expect(documents).toHaveLength(4);
  });
});
