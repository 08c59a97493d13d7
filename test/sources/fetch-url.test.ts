import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchUrl, type Fetched, type Network } from '../../src/sources/fetch-url.js';
import { LIMITS, type Limits } from '../../src/sources/limits.js';
import { isPublicAddress } from '../../src/sources/public-address.js';
import { codeOf, textOf } from './collect.js';
import { startServer, type LocalServer } from './local-server.js';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const PAGE = '<!doctype html><p>Two ships left the port.</p>';
const redirectTo =
  (location: string): Answer =>
  (response) =>
    response.writeHead(302, { location }).end('moved');
const packed =
  (coding: string, body: Buffer): Answer =>
  (response) =>
    response.writeHead(200, { 'content-encoding': coding }).end(body);

let server: LocalServer;
let other: LocalServer;
let asked: IncomingMessage[];

const ANSWERS: Record<string, Answer> = {
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=koi8-r' }).end(PAGE),
  '/missing': (response) => response.writeHead(404).end('no'),
  '/moved': redirectTo('page#part'),
  '/loop': redirectTo('/loop'),
  '/private': redirectTo('http://169.254.169.254/latest/meta-data/'),
  '/loopback': (response) => response.writeHead(301, { location: `${other.origin}/secret` }).end(),
  '/disguised': redirectTo('http://[::ffff:10.0.0.1]/'),
  '/file': redirectTo('file:///etc/passwd'),
  '/gzip': packed('gzip', gzipSync(PAGE)),
  '/br': packed('br', brotliCompressSync(PAGE)),
  '/deflate': packed('deflate', deflateSync(PAGE)),
  '/deflate-raw': packed('deflate', deflateRawSync(PAGE)),
  '/twice': packed('gzip, br', brotliCompressSync(gzipSync(PAGE))),
  '/unknown-coding': packed('zstd', Buffer.from(PAGE)),
  '/cut-gzip': packed('gzip', gzipSync(PAGE.repeat(100)).subarray(0, 40)),
  '/bomb': packed('gzip', gzipSync(Buffer.alloc(60_000_000))),
  '/endless': (response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65536, 'a'))) continue;
    };
    response.on('drain', more);
    more();
  },
  '/announced': (response) => response.writeHead(200, { 'content-length': '60000000' }).write('a'),
  '/slow-body': (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('a'), 50);
    response.on('close', () => clearInterval(timer));
  },
  '/idle-body': (response) => response.writeHead(200).write('a'),
  '/idle-header': () => undefined,
  '/dropped': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('a');
    setTimeout(() => response.destroy(), 20);
  },
  '/secret': (response) => response.writeHead(200).end('secret'),
};

beforeAll(async () => {
  const listener: Answer = (response, request) => {
    asked.push(request);
    ANSWERS[request.url ?? '']?.(response, request);
  };
  server = await startServer((request, response) => listener(response, request));
  other = await startServer((request, response) => listener(response, request));
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await server.close();
  await other.close();
});

const get = (path: string, limits: Partial<Limits> = {}, signal?: AbortSignal): Promise<Fetched> =>
  fetchUrl(`${server.origin}${path}`, server.network, { ...LIMITS, ...limits }, signal);

describe('a fetch', () => {
  it('gives the bytes, their type and their address, and says who asks', async () => {
    const { bytes, declared, url } = await get('/page#end');
    expect(textOf(bytes)).toBe(PAGE);
    expect(declared).toBe('text/html; charset=koi8-r');
    expect(url).toBe(`${server.origin}/page`);
    expect(asked[0]?.headers['user-agent']).toMatch(/^Tallyman\/\d+\.\d+\.\d+/);
  });

  it('follows redirects, and gives the address that answered', async () => {
    expect((await get('/moved')).url).toBe(`${server.origin}/page`);
  });

  it.each(['/gzip', '/br', '/deflate', '/deflate-raw', '/twice'])('unpacks %s', async (path) => {
    expect(textOf((await get(path)).bytes)).toBe(PAGE);
  });

  it('connects to the address that was checked, whatever the name would stand for', async () => {
    let lookups = 0;
    const resolve: Network['resolve'] = () => {
      lookups += 1;
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    };
    const network: Network = { ...server.network, resolve };
    const { bytes } = await fetchUrl(`http://ships.example:${server.port}/page`, network, LIMITS);
    expect(textOf(bytes)).toBe(PAGE);
    expect(lookups).toBe(1);
    expect(asked[0]?.headers.host).toBe(`ships.example:${server.port}`);
  });

  it('stops when told to, with the reason given', async () => {
    const controller = new AbortController();
    const fetching = get('/idle-header', {}, controller.signal);
    setTimeout(() => controller.abort(new Error('the user left')), 30);
    await expect(fetching).rejects.toThrow('the user left');
  });
});

describe('a fetch refuses', () => {
  const refusals: readonly (readonly [what: string, path: string, code: string])[] = [
    ['a redirect to a cloud’s metadata', '/private', 'address-refused'],
    ['a redirect to another local server', '/loopback', 'address-refused'],
    ['a redirect to a private address in IPv6 clothes', '/disguised', 'address-refused'],
    ['a redirect to a file', '/file', 'address-refused'],
    ['a redirect in a circle', '/loop', 'fetch-failed'],
    ['a status other than 200', '/missing', 'fetch-failed'],
    ['a length beyond the bound', '/announced', 'too-large'],
    ['a body that never ends', '/endless', 'too-large'],
    ['a gzip bomb', '/bomb', 'too-large'],
    ['a coding it does not know', '/unknown-coding', 'unsupported'],
    ['a packed body that is cut off', '/cut-gzip', 'malformed'],
    ['a body that is cut off', '/dropped', 'fetch-failed'],
  ];
  it.each(refusals)('%s', async (_what, path, code) => {
    expect(await codeOf(get(path, path === '/endless' ? { fetch: 5_000_000 } : {}))).toBe(code);
    expect(asked.some(({ url }) => url === '/secret')).toBe(false);
  });

  it('follows five redirects and no more', async () => {
    await codeOf(get('/loop'));
    expect(asked).toHaveLength(6);
  });

  it.each(['/slow-body', '/idle-header'])('what takes longer than its time: %s', async (path) => {
    const started = Date.now();
    await expect(get(path, { fetchMilliseconds: 400 })).rejects.toMatchObject({
      code: 'fetch-failed',
      message: 'was not there after 0.4 s',
    });
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it.each(['/idle-body', '/idle-header'])('what falls silent: %s', async (path) => {
    expect(await codeOf(get(path, { idleMilliseconds: 300, fetchMilliseconds: 20_000 }))).toBe(
      'fetch-failed',
    );
  });

  it('a closed port and a name that does not exist, with the address named', async () => {
    const network: Network = { allowAddress: () => true };
    await expect(fetchUrl('http://127.0.0.1:1/', network, LIMITS)).rejects.toMatchObject({
      code: 'fetch-failed',
      where: 'http://127.0.0.1:1/',
    });
    expect(await codeOf(fetchUrl('http://ships.invalid/', network, LIMITS))).toBe('fetch-failed');
  });

  it.each([
    'ftp://example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://user:word@example.org/',
    'http://localhost/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0/',
    'http://[::1]/',
    'http://[fd00:ec2::254]/',
    'http://[64:ff9b::7f00:1]/',
    'https://10.1.2.3/',
    'http:///',
    'http://exa mple/',
  ])('%s', async (address) => {
    const error: unknown = await fetchUrl(address, {}, LIMITS).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'address-refused' });
    expect(JSON.stringify(error)).not.toContain('word');
  });

  it('a name of which even one address is private', async () => {
    const resolve: Network['resolve'] = () =>
      Promise.resolve([
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ]);
    await expect(fetchUrl('http://ships.example/', { resolve }, LIMITS)).rejects.toMatchObject({
      code: 'address-refused',
      message: 'leads to 10.0.0.7, which is no public address',
    });
  });
});

describe('public addresses', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '2606:2800:21f:cb07::1', '2a00:1450:4001::5e'])(
    '%s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...[
      '0.0.0.0',
      '10.0.0.1',
      '100.64.0.1',
      '100.100.100.200',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
    ],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.192',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '203.0.113.9',
    ],
    ...['224.0.0.1', '240.0.0.1', '255.255.255.255', '168.63.129.16'],
    ...[
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd12::1',
      'fec0::1',
      'ff02::1',
      '2001:db8::1',
      '100::1',
    ],
    ...[
      '::ffff:8.8.8.8',
      '::ffff:10.0.0.1',
      '::8.8.8.8',
      '64:ff9b::808:808',
      '64:ff9b:1::1',
      '2002:a00:1::1',
    ],
    ...['2001::1', '3fff::1', '5f00::1', '4000::1', 'not an address', ''],
  ])('and none of the others: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
