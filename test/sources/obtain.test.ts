import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import type { ObtainOptions } from '../../src/sources/found.js';
import { obtain } from '../../src/sources/obtain.js';
import { collect, textOf, type Collected } from './collect.js';
import { startServer, type LocalServer } from './local-server.js';
import { makeWarc } from './make-warc.js';
import { makeZip } from './make-zip.js';

let folder: string;
let skipped: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obtain-'));
  skipped = [];
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const options = (more: Partial<ObtainOptions> = {}): ObtainOptions => ({
  now: () => new Date('2025-01-02T03:04:05Z'),
  base: folder,
  network: null,
  onSkip: (where, reason) => skipped.push(`${where}: ${reason}`),
  ...more,
});
const add = (name: string, more?: Partial<ObtainOptions>): Promise<Collected> =>
  collect(obtain(join(folder, name), options(more)));
const write = (name: string, text: string | Uint8Array): Promise<void> => writeFile(join(folder, name), text);
const short = ({ rejects }: Collected): string[] => rejects.map((r) => `${r.code} ${r.where}: ${r.reason}`);
const isRoot = process.getuid?.() === 0;

describe('a file', () => {
  it('is found with its origin, named from the base', async () => {
    await mkdir(join(folder, 'in'));
    await write('in/report.txt', 'Two ships left.');
    const { documents, rejects } = await add('in/report.txt');
    expect(rejects).toEqual([]);
    expect(documents).toEqual([
      {
        role: 'document',
        subject: 'file:in/report.txt',
        name: 'report.txt',
        media_type: 'text/plain',
        bytes: Buffer.from('Two ships left.'),
        origin: {
          uri: 'file:in/report.txt',
          obtained: '2025-01-02T03:04:05.000Z',
          method: 'file',
          container: null,
          hints: {},
        },
      },
    ]);
  });

  it('that is missing, empty, binary, or a pipe is rejected by name, with what to do', async () => {
    await write('empty.html', '');
    await write(
      'data.txt',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 31) % 256),
    );
    const results = [await add('missing.html'), await add('empty.html'), await add('data.txt')];
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      results.push(await add('pipe'));
    }
    expect(results.flatMap(short)).toEqual([
      'unreadable missing.html: does not exist',
      'empty empty.html: holds no bytes',
      'unsupported data.txt: is binary data of no known kind, though named .txt',
      ...(process.platform === 'win32' ? [] : ['unsupported pipe: is no file but a pipe, socket or device']),
    ]);
    expect(results[0]?.rejects[0]).toMatchObject({ stage: 'sources', subject: 'file:missing.html' });
    expect(results[0]?.rejects[0]?.remedy).toMatch(/exists and may be read/);
  });

  it.skipIf(process.platform === 'win32')('that may not be read is rejected', async () => {
    await write('secret.txt', 'x');
    await chmod(join(folder, 'secret.txt'), 0o000);
    // Root may read everything: then the same walk is done as another user.
    if (isRoot) process.setegid?.(65534);
    if (isRoot) await chmod(folder, 0o755);
    if (isRoot) process.seteuid?.(65534);
    try {
      expect(short(await add('secret.txt'))).toEqual(['unreadable secret.txt: may not be read']);
    } finally {
      if (isRoot) process.seteuid?.(0);
      if (isRoot) process.setegid?.(0);
    }
  });

  it('of 100 MB is rejected without being read', async () => {
    await write('big.html', '<!doctype html><p>');
    await truncate(join(folder, 'big.html'), 100_000_000);
    await write('big.txt', Buffer.alloc(100_000_000, 'Two ships left. '));
    const before = process.memoryUsage().rss;
    expect(short(await add('big.txt'))[0]).toMatch(/^too-large big.txt: is 100000000 bytes/);
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
    expect((await add('big.html')).rejects).toHaveLength(1);
  });
});

describe('a folder', () => {
  it('is walked by name, hidden files left aside, and one bad file stops none of the others', async () => {
    await mkdir(join(folder, 'b/.git'), { recursive: true });
    await mkdir(join(folder, 'case'));
    for (const name of [
      'a.txt',
      'b/2.txt',
      'b/10.txt',
      'b.txt',
      'c.txt',
      '.hidden.txt',
      'b/.git/x.txt',
      'case/d.txt',
      'case.yaml',
    ])
      await write(name, `In ${name}`);
    await write('b/1-empty.txt', '');
    const { documents, rejects } = await add('', {
      exclude: ['case', 'case.yaml', 'none'].map((name) => join(folder, name)),
    });
    expect(documents.map(({ subject }) => subject)).toEqual(
      ['a.txt', 'b/10.txt', 'b/2.txt', 'b.txt', 'c.txt'].map((name) => `file:${name}`),
    );
    expect(rejects.map(({ subject, code }) => [subject, code])).toEqual([['file:b/1-empty.txt', 'empty']]);
    expect(skipped).toEqual([
      '.hidden.txt: is hidden',
      'b/.git: is hidden',
      'case: belongs to the case itself',
      'case.yaml: belongs to the case itself',
    ]);
  });

  it('leads nowhere else by its links, and to no end by those in a circle', async () => {
    await mkdir(join(folder, 'in'));
    await write('outside.txt', 'secret');
    await write('in/a.txt', 'Two ships left.');
    await symlink(join(folder, 'outside.txt'), join(folder, 'in/b-out'));
    await symlink(folder, join(folder, 'in/c-up'));
    await symlink(join(folder, 'in'), join(folder, 'in/d-circle'));
    await symlink('a.txt', join(folder, 'in/e-inside'));
    await symlink('nowhere', join(folder, 'in/f-dangling'));
    await symlink('g-self', join(folder, 'in/g-self'));
    const all = await add('in');
    expect(all.documents.map(({ subject }) => subject)).toEqual(['file:in/a.txt']);
    const out = 'is a link that leads out of the folder; add what it leads to by its own name';
    expect(short(all)).toEqual([
      `unreadable in/b-out: ${out}`,
      `unreadable in/c-up: ${out}`,
      'unreadable in/f-dangling: does not exist',
      'unreadable in/g-self: is a link that leads in a circle, or was put in place of the file',
    ]);
    expect(skipped.map((line) => line.split(':')[0])).toEqual(['in/d-circle', 'in/e-inside']);
    // A link that the user names is what the user asked for.
    expect((await add('in/b-out')).documents.map(({ subject }) => subject)).toEqual(['file:in/b-out']);
  });

  it('of 10,000 files gives them one at a time, and lets go when the caller does', async () => {
    await mkdir(join(folder, 'many'));
    const names = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(5, '0'));
    for (const name of names) writeFileSync(join(folder, `many/${name}.txt`), `Report ${name}`);
    let count = 0;
    let last = '';
    for await (const item of obtain(join(folder, 'many'), options())) {
      if ('stage' in item || item.subject <= last) break;
      count += 1;
      last = item.subject;
    }
    expect(count).toBe(10_000);
    for await (const item of obtain(join(folder, 'many'), options())) {
      expect(item.subject).toBe('file:many/00000.txt');
      break;
    }
    if (process.platform === 'linux') expect((await readdir('/proc/self/fd')).length).toBeLessThan(200);
  }, 120_000);

  it('is left when the signal says so, with its reason', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await write(name, name);
    const controller = new AbortController();
    const seen: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { subject } of obtain(folder, options({ signal: controller.signal }))) {
        seen.push(subject);
        controller.abort(new Error('the user left'));
      }
    };
    await expect(walk()).rejects.toThrow('the user left');
    expect(seen).toEqual(['file:a.txt']);
  });
});

describe('a mail', () => {
  const mail = (parts: string): string =>
    [
      'Message-ID: <1@a.example>',
      'From: Desk <desk@a.example>',
      'Subject: Two ships',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the report.',
      parts,
      '--b--',
      '',
    ].join('\r\n');
  const part = (type: string, name: string, bytes: Uint8Array | string, disposition = 'attachment'): string =>
    [
      '--b',
      `Content-Type: ${type}`,
      `Content-Disposition: ${disposition}; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(bytes).toString('base64'),
    ].join('\r\n');

  it('is a document, and so is each document attached to it', async () => {
    const bytes = mail(
      [
        part('application/octet-stream', '../../report.pdf', '%PDF-1.4 x'),
        part('text/plain', 'notes.txt', 'Two ships.'),
        part('image/png', 'logo.png', 'x', 'inline'),
        part('text/calendar', 'invite.ics', 'BEGIN:VCALENDAR'),
        part('application/zip', 'all.zip', makeZip([{ name: 'a', bytes: Buffer.from('a') }])),
      ].join('\r\n'),
    );
    await write('a.eml', bytes);
    const { documents, rejects } = await add('a.eml');
    expect(
      documents.map(({ subject, media_type, origin }) => [
        subject,
        media_type,
        origin.method,
        origin.container,
      ]),
    ).toEqual([
      ['file:a.eml', 'message/rfc822', 'file', null],
      ['file:a.eml!.._.._report.pdf', 'application/pdf', 'attachment', sha256(bytes)],
      ['file:a.eml!notes.txt', 'text/plain', 'attachment', sha256(bytes)],
    ]);
    expect(textOf(documents[2]?.bytes ?? Buffer.of())).toBe('Two ships.');
    expect(rejects).toMatchObject([{ code: 'unsupported', subject: 'file:a.eml!all.zip' }]);
    expect(skipped.map((line) => line.split('!')[1])).toEqual([
      'logo.png: is a picture within the text of the mail',
      'invite.ics: is text/calendar, no document',
    ]);
  });

  it('within archives is opened to a depth, and no further', async () => {
    const wrapped = (inner: string | Uint8Array): Promise<Buffer> =>
      makeWarc([
        { url: 'https://a.example/', body: inner, headers: { 'Content-Type': 'application/octet-stream' } },
      ]);
    let bytes: Buffer = Buffer.from(mail(part('text/plain', 'notes.txt', 'Two ships.')));
    await write('one.warc', (bytes = await wrapped(bytes)));
    expect((await add('one.warc')).documents).toHaveLength(2);
    for (let i = 0; i < 3; i += 1) bytes = await wrapped(bytes);
    await write('four.warc', bytes);
    const { containers, documents, rejects } = await add('four.warc');
    expect(containers).toHaveLength(4);
    expect(documents).toEqual([]);
    expect(rejects).toMatchObject([{ code: 'unsupported', reason: 'lies within 3 other archives' }]);
  });
});

describe('an address', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startServer((request, response) => {
      if (request.url === '/moved') response.writeHead(301, { location: '/page' }).end();
      else if (request.url === '/empty') response.writeHead(200).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=koi8-r' })
          .end('<!doctype html><p>Page</p>');
    });
  });
  afterAll(() => server.close());
  const get = (address: string): Promise<Collected> =>
    collect(obtain(address, options({ network: server.network })));

  it('gives its page, under the address that answered', async () => {
    const { documents } = await get(` ${server.origin}/moved `);
    expect(documents).toMatchObject([
      {
        subject: `${server.origin}/moved`,
        media_type: 'text/html',
        origin: {
          uri: `${server.origin}/page`,
          method: 'url',
          container: null,
          hints: { charset: 'koi8-r' },
        },
      },
    ]);
  });

  it('that is refused, empty, or none at all is rejected, its password not shown', async () => {
    const rejects: string[] = [];
    for (const address of [
      'http://user:word@127.0.0.1/x',
      'javascript:alert(1)',
      'ftp://a.example/',
      `${server.origin}/empty`,
    ])
      rejects.push(
        ...(await get(address)).rejects.map((r) => `${r.code} ${r.subject.replace(server.origin, '')}`),
      );
    rejects.push(
      ...(await collect(obtain('https://a.example/', options()))).rejects.map(
        (r) => `${r.code} ${r.subject}`,
      ),
    );
    expect(rejects).toEqual([
      'address-refused http://127.0.0.1/x',
      'address-refused javascript:alert(1)',
      'address-refused ftp://a.example/',
      'empty /empty',
      'fetch-failed https://a.example/',
    ]);
  });
});
