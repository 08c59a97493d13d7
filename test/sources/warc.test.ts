import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { Archive } from '../../src/sources/archive.js';
import { LIMITS, type Limits } from '../../src/sources/limits.js';
import { obtain } from '../../src/sources/obtain.js';
import { collect, textOf, type Collected } from './collect.js';
import { makeRecord, makeWarc, WARC_DATE } from './make-warc.js';
import { makeZip } from './make-zip.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warc-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const page = (text: string): string => `<!doctype html><p>${text}</p>`;

/** What is obtained of a file with these bytes, and what is skipped. */
async function read(
  bytes: Uint8Array,
  name = 'crawl.warc',
  limits: Partial<Limits> = {},
): Promise<Collected & { skipped: string[] }> {
  await writeFile(join(folder, name), bytes);
  const skipped: string[] = [];
  const options = {
    now: () => new Date('2025-01-02T03:04:05Z'),
    base: folder,
    network: null,
    limits: { ...LIMITS, ...limits },
    onSkip: (where: string, reason: string) => skipped.push(`${where}: ${reason}`),
  };
  return { ...(await collect(obtain(join(folder, name), options))), skipped };
}

describe.each([
  ['a WARC', false],
  ['a packed WARC', true],
])('%s', (_what, gzip) => {
  it('gives each response that is a document, with where and when it was crawled', async () => {
    const warc = await makeWarc(
      [
        { url: 'https://a.example/one', body: page('One') },
        {
          url: 'https://a.example/two.pdf',
          body: '%PDF-1.4 two',
          headers: { 'Content-Type': 'application/pdf' },
        },
        {
          url: 'https://a.example/three',
          body: 'Three',
          headers: { 'Content-Type': 'text/plain; charset=koi8-r' },
        },
        { url: 'https://a.example/four', type: 'resource', body: page('Four') },
      ],
      gzip,
    );
    const { documents, containers, rejects } = await read(warc);
    expect(rejects).toEqual([]);
    expect(containers).toMatchObject([{ media_type: 'application/warc', subject: 'file:crawl.warc' }]);
    expect(documents.map(({ origin, media_type }) => [origin.uri, media_type])).toEqual([
      ['https://a.example/one', 'text/html'],
      ['https://a.example/two.pdf', 'application/pdf'],
      ['https://a.example/three', 'text/plain'],
      ['https://a.example/four', 'text/html'],
    ]);
    expect(documents[0]?.origin).toEqual({
      uri: 'https://a.example/one',
      obtained: WARC_DATE.replace('Z', '.000Z'),
      method: 'warc',
      container: sha256(warc),
      hints: {},
    });
    expect(documents[2]?.origin.hints).toEqual({ charset: 'koi8-r' });
    expect(textOf(documents[3]?.bytes ?? Buffer.of())).toBe(page('Four'));
  });

  it('leaves the furniture of pages aside, each with its reason', async () => {
    const type = (name: string): Record<string, string> => ({ 'Content-Type': name });
    const { documents, rejects, skipped } = await read(
      await makeWarc(
        [
          { url: 'https://a.example/old', body: 'gone', status: '301 Moved' },
          { url: 'https://a.example/no', body: page('No'), status: '404 Not Found' },
          { url: 'https://a.example/a.css', body: 'p {}', headers: type('text/css') },
          { url: 'https://a.example/logo', body: '\u0089PNG', headers: type('image/png') },
          { url: 'https://a.example/empty', body: '' },
          { url: 'https://a.example/ask', type: 'request', body: 'x' },
          { url: 'https://a.example/again', type: 'revisit', body: '' },
          { url: 'urn:pageinfo:x', type: 'resource', body: '{}', headers: type('application/json') },
        ],
        gzip,
      ),
    );
    expect(documents).toEqual([]);
    expect(rejects).toEqual([]);
    expect(skipped.map((line) => line.replace('file:crawl.warc!', ''))).toEqual([
      'https://a.example/old: answered with status 301',
      'https://a.example/no: answered with status 404',
      'https://a.example/a.css: is text/css, no document',
      'https://a.example/logo: is a small image of a page',
      'https://a.example/empty: holds no bytes',
      'urn:pageinfo:x: its address is not http or https',
    ]);
  });

  it('gives all records before the place where it is cut off, wherever that is', async () => {
    const before = await makeWarc([{ url: 'https://a.example/one', body: page('One') }], gzip);
    const last = await makeRecord({ url: 'https://a.example/two', body: page('Two '.repeat(60)) }, gzip);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 25, max: last.length - (gzip ? 30 : 10) }), async (cut) => {
        const { documents, rejects } = await read(Buffer.concat([before, last.subarray(0, cut)]));
        expect(documents.map(({ origin }) => origin.uri)).toEqual(['https://a.example/one']);
        expect(rejects).toMatchObject([{ code: 'malformed', subject: 'file:crawl.warc' }]);
      }),
      { numRuns: 25 },
    );
  });
});

describe.skipIf(process.platform !== 'linux')('a crawl too large to be held', () => {
  const noise = randomBytes(100_000).toString('hex');
  const inputs = ['one', 'two'].map((name) => ({
    url: `https://a.example/${name}`,
    body: page(name + noise),
  }));

  it.each(['a.warc', 'a.warc.gz', 'a.wacz'])('%s is read from the disk, which is let go of', async (name) => {
    const warc = await makeWarc(inputs, name !== 'a.warc');
    const wacz = makeZip([{ name: 'archive/a.warc.gz', bytes: warc }]);
    const before = (await readdir('/proc/self/fd')).length;
    const { documents, containers, rejects } = await read(name === 'a.wacz' ? wacz : warc, name);
    expect(rejects).toEqual([]);
    expect(documents.map(({ bytes }) => textOf(bytes))).toEqual(inputs.map(({ body }) => body));
    const kept = await new Archive(join(folder, 'archive')).put(containers[0]?.bytes ?? Buffer.of());
    expect(kept.id).toBe(documents[0]?.origin.container);

    // Damage with much of the file still to come: in the packing, or where the second record begins.
    const bad = Buffer.from(warc);
    if (name === 'a.warc') bad.write('XXXX', bad.lastIndexOf('WARC/1.1'));
    else bad.fill(0, bad.length >> 2, bad.length >> 1);
    const damaged = name === 'a.wacz' ? makeZip([{ name: 'archive/a.warc.gz', bytes: bad }]) : bad;
    expect((await read(damaged, name)).rejects).toMatchObject([{ code: 'malformed' }]);
    expect((await readdir('/proc/self/fd')).length).toBe(before);
  });
});

describe('a damaged or hostile WARC', () => {
  it('names the record in which it is cut off', async () => {
    const warc = await makeWarc([
      { url: 'https://a.example/one', body: page('One') },
      { url: 'https://a.example/two', body: page('Two') },
    ]);
    const { rejects } = await read(warc.subarray(0, -12));
    expect(rejects[0]?.reason).toContain('is cut off in record 3 (https://a.example/two)');
  });

  it('gives what comes before damage in its packing', async () => {
    const warc = await makeWarc([{ url: 'https://a.example/one', body: page('One') }], true);
    const bad = await makeRecord({ url: 'https://a.example/two', body: page('Two') }, true);
    bad.fill(0xff, 30, 80);
    const { documents, rejects } = await read(Buffer.concat([warc, bad, warc]));
    expect(documents).toHaveLength(1);
    expect(rejects).toMatchObject([{ code: 'malformed' }]);
    expect(rejects[0]?.reason).toMatch(/cannot be unpacked further/);
  });

  it('does not read past a record without its length, or a header without an end', async () => {
    const warc = await makeWarc([{ url: 'https://a.example/one', body: page('One') }]);
    const noLength = Buffer.from('WARC/1.1\r\nWARC-Type: response\r\n\r\n');
    const cases = [
      [noLength, /does not give its length/],
      [Buffer.from('something else entirely\r\n'), /does not go on with a WARC record/],
      [Buffer.concat([Buffer.from('WARC/1.1\r\nX: '), Buffer.alloc(3_000_000, 'a')]), /header does not end/],
    ] as const;
    for (const [tail, reason] of cases) {
      const { documents, rejects } = await read(Buffer.concat([warc, tail]));
      expect(documents).toHaveLength(1);
      expect(rejects).toMatchObject([
        { code: 'malformed', reason: expect.stringMatching(reason) as unknown },
      ]);
    }
  });

  it('refuses one record that is too large, and reads on', async () => {
    const { documents, rejects } = await read(
      await makeWarc([
        { url: 'https://a.example/big', body: page('Big '.repeat(500_000)) },
        { url: 'https://a.example/two', body: page('Two') },
      ]),
      'crawl.warc',
      { document: 100_000 },
    );
    expect(documents.map(({ origin }) => origin.uri)).toEqual(['https://a.example/two']);
    expect(rejects).toMatchObject([{ code: 'too-large', subject: 'file:crawl.warc!https://a.example/big' }]);
  });

  it('stops at a bomb, in its packing and in a response', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000));
    const packed = await read(Buffer.concat([gzipSync('WARC/1.0\r\n'), bomb]));
    expect(packed.rejects).toMatchObject([{ code: expect.stringMatching(/too-large|malformed/) as unknown }]);
    const headers = { 'Content-Encoding': 'gzip' };
    const inside = await read(
      await makeWarc([
        { url: 'https://a.example/bomb', body: bomb, headers },
        { url: 'https://a.example/two', body: page('Two') },
      ]),
    );
    expect(inside.rejects).toMatchObject([
      { code: 'too-large', subject: 'file:crawl.warc!https://a.example/bomb' },
    ]);
    expect(inside.documents).toHaveLength(1);
  });

  it('reads bodies as they were sent: packed, in chunks, or neither for all that the header says', async () => {
    const text = page('The same');
    const chunked = `8\r\n${text.slice(0, 8)}\r\n${(text.length - 8).toString(16)}\r\n${text.slice(8)}\r\n0\r\n\r\n`;
    const url = 'https://a.example/';
    const { documents } = await read(
      await makeWarc([
        { url: `${url}1`, body: gzipSync(text), headers: { 'Content-Encoding': 'gzip' } },
        { url: `${url}2`, body: brotliCompressSync(text), headers: { 'Content-Encoding': 'br' } },
        { url: `${url}3`, body: chunked, headers: { 'Transfer-Encoding': 'chunked' } },
        { url: `${url}4`, body: text, headers: { 'Content-Encoding': 'gzip' } },
        { url: `${url}5`, body: text, headers: { 'Transfer-Encoding': 'chunked' } },
      ]),
    );
    expect(documents.map(({ bytes }) => textOf(bytes))).toEqual(Array(5).fill(text));
  });
});

describe('a WACZ', () => {
  it('gives the responses of each WARC in it, and one that is damaged stops none of the others', async () => {
    const one = await makeWarc([{ url: 'https://a.example/one', body: page('One') }], true);
    const two = await makeWarc([{ url: 'https://a.example/two', body: page('Two') }], true);
    const wacz = makeZip([
      { name: 'datapackage.json', bytes: Buffer.from('{}') },
      { name: 'archive/a.warc.gz', bytes: one },
      { name: 'archive/b.warc.gz', bytes: one.subarray(0, one.length - 40) },
      { name: 'archive/c.warc.gz', bytes: two },
      { name: 'pages/pages.jsonl', bytes: Buffer.from('{}') },
    ]);
    const { documents, containers, rejects } = await read(wacz, 'crawl.wacz');
    expect(containers).toMatchObject([{ media_type: 'application/wacz' }]);
    expect(documents.map(({ origin }) => [origin.uri, origin.container])).toEqual([
      ['https://a.example/one', sha256(wacz)],
      ['https://a.example/two', sha256(wacz)],
    ]);
    expect(rejects).toMatchObject([{ code: 'malformed', subject: 'file:crawl.wacz!archive/b.warc.gz' }]);
  });

  it('stops at a bomb, and says so', async () => {
    const bomb = Buffer.concat([
      Buffer.from('WARC/1.0\r\nContent-Length: 30000000\r\n\r\n'),
      Buffer.alloc(30_000_000),
    ]);
    const wacz = makeZip([{ name: 'archive/a.warc', bytes: bomb, deflate: true }]);
    expect(wacz.length).toBeLessThan(100_000);
    const { documents, rejects } = await read(wacz, 'bomb.wacz');
    expect(documents).toEqual([]);
    expect(rejects).toMatchObject([{ code: 'too-large', subject: 'file:bomb.wacz!archive/a.warc' }]);
    const many = await read(wacz, 'bomb.wacz', { unpacked: 1_000_000, ratio: 1e6 });
    expect(many.rejects).toMatchObject([{ code: 'too-large' }]);
  });

  it('that is cut off is damaged', async () => {
    const wacz = makeZip([{ name: 'archive/a.warc', bytes: Buffer.from('WARC/1.0\r\n') }]);
    const { rejects } = await read(wacz.subarray(0, -30), 'cut.wacz');
    expect(rejects).toMatchObject([{ code: 'malformed', subject: 'file:cut.wacz', where: 'cut.wacz' }]);
  });
});
