import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERRORS } from '../../src/core/errors.js';
import { sha256 } from '../../src/core/hash.js';
import type { Claim } from '../../src/model/claim.js';
import { reportSchema } from '../../src/model/report.js';
import { addSources } from '../../src/pipeline/add.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { initCase } from '../../src/pipeline/case-folder.js';
import { run } from '../../src/pipeline/run.js';
import { createApp } from '../../src/server/app.js';
import { ServedCase } from '../../src/server/served-case.js';
import { startServer } from '../../src/server/start-server.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { openAlone } from '../pipeline/new-case.js';
import { DENIAL, SHIPS, TROOPS, writeFiles } from '../pipeline/sources.js';

/** A page that tries what a hostile page would. */
const HOSTILE = `<!doctype html><html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Ships</title></head><body><article>
<h1>&lt;img src=x onerror=alert(2)&gt; Ships leave the harbour</h1>
<p>The Ministry of Defence of Ukraine said on 3 June 2024 that North Korea had delivered 5,000 artillery shells
&lt;script&gt;alert(3)&lt;/script&gt; to Russia through the northern port, where work goes on day and night.</p>
<p>The port has been busy since the winter, and more trains arrive every day, people who live nearby say.</p>
</article></body></html>`;

let open: OpenCase;
let get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;
const folder = temporaryFolder();

beforeAll(async () => {
  writeFiles(join(folder, 'in'), {
    'ships.txt': SHIPS,
    'denial.txt': DENIAL,
    'troops.txt': TROOPS,
    'hostile.html': HOSTILE,
    'empty.txt': '',
  });
  open = await openAlone(initCase(join(folder, 'case'), { name: 'Flotilla <b>' }));
  await addSources(open, [join(folder, 'in')], { online: false, signal: new AbortController().signal });
  await run(open);
  const app = createApp(new ServedCase(open, null), { desk: null });
  get = async (path, headers = {}, method = 'GET') =>
    app.request(`http://127.0.0.1:4780${path}`, { method, headers: { host: '127.0.0.1:4780', ...headers } });
}, 120_000);
afterAll(async () => {
  await open.close();
});

const json = async (path: string): Promise<Record<string, unknown>> =>
  (await (await get(path)).json()) as Record<string, unknown>;
const items = async (path: string): Promise<Record<string, unknown>[]> =>
  (await json(path))['items'] as Record<string, unknown>[];
const claims = async (): Promise<Claim[]> => (await items('/api/claims')).map(({ claim }) => claim as Claim);

describe('the API', () => {
  it('gives the case with its counts', async () => {
    expect(await json('/api/case')).toMatchObject({
      name: 'Flotilla <b>',
      counts: { sources: 4, documents: 4 },
    });
  });

  it('filters as the command line does', async () => {
    const all = await claims();
    const troops = await items('/api/claims?party=north%20korea&kind=deployment');
    expect(troops.map(({ claim }) => (claim as Claim).id)).toEqual(
      all.filter(({ kind }) => kind === 'deployment').map(({ id }) => id),
    );
    expect(troops).not.toEqual([]);
    expect(await items('/api/documents?publisher=Fjord%20Gazette')).toHaveLength(1);
    expect(await items('/api/rejects?stage=sources')).toHaveLength(1);
  });

  it('gives the report', async () => {
    expect(reportSchema.parse(await json('/api/report')).title).toBe('Flotilla <b>');
  });

  it.each([
    ['/api/claims?kind=sale', 400, 'usage'],
    ['/api/claims?colour=grey', 400, 'usage'],
    ['/api/claims?limit=0', 400, 'usage'],
    ['/api/claims?limit=many', 400, 'usage'],
    ['/api/claims?period=spring', 400, 'usage'],
    ['/api/claims/c-0000', 404, 'not-found'],
    ['/api/documents/..%2f..%2fetc%2fpasswd', 404, 'not-found'],
    ['/api/none', 404, 'not-found'],
  ] as const)('%s is problem %i %s', async (path, status, code) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: `tallyman:${code}`,
      status,
      detail: ERRORS[code].remedy,
    });
    expect(response.status).toBe(status);
  });
});

describe('the pages', () => {
  it('the report, under its own policy', async () => {
    expect(await (await get('/')).text()).toBe(await (await get('/report')).text());
    const response = await get('/report');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
    );
    expect(await response.text()).toContain('Flotilla &lt;b&gt;');
  });

  it('a document, with each of its claims marked and to be linked to', async () => {
    const all = await claims();
    for (const { id } of await items('/api/documents')) {
      const page = await (await get(`/documents/${String(id)}`)).text();
      for (const claim of all.filter(({ doc }) => doc === id)) expect(page).toContain(`id="${claim.id}"`);
    }
    const ships = all.find(({ item }) => item?.class === 'container');
    const page = await (await get(`/documents/${ships?.doc}`)).text();
    expect(page).toContain(`<mark>${SHIPS.slice(...(ships?.span ?? [0, 0]))}</mark>`);
    const redirect = await get(`/claims/${ships?.id}`);
    expect([redirect.status, redirect.headers.get('location')]).toEqual([
      302,
      `/documents/${ships?.doc}#${ships?.id}`,
    ]);
  });

  it('the list of documents', async () => {
    const page = await (await get('/documents')).text();
    expect(page).toContain('Containers leave the northern port');
    expect(page).toContain('Documents of Flotilla &lt;b&gt;');
  });

  it('nothing of a hostile source becomes markup, on any page', async () => {
    const [hostile] = (await items('/api/documents')).filter(({ reader }) =>
      String(reader).startsWith('html'),
    );
    for (const path of ['/', '/documents', `/documents/${String(hostile?.['id'])}`]) {
      const page = await (await get(path)).text();
      expect(page).not.toMatch(/<script|<img/i);
    }
    expect(await (await get(`/documents/${String(hostile?.['id'])}`)).text()).toContain(
      '&lt;script&gt;alert(3)',
    );
  });

  it('an original, byte for byte, to be saved and never shown', async () => {
    const response = await get(`/originals/${sha256(HOSTILE)}`);
    expect(await response.text()).toBe(HOSTILE);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${sha256(HOSTILE)}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
    for (const path of [sha256('other'), '..%2fcase.yaml', 'aa']) {
      expect((await get(`/originals/${path}`)).status).toBe(404);
    }
  });
});

describe('who may ask', () => {
  it.each(['127.0.0.1:4780', 'localhost:1', 'LOCALHOST', '[::1]:80'])('%s may', async (host) => {
    expect((await get('/api/case', { host })).status).toBe(200);
  });

  it.each(['example.org', 'example.org:4780', 'localhost.example.org', '127.0.0.1.example.org', ''])(
    'a page that is called %j may not: it could be anyone’s whose name leads here',
    async (host) => {
      const response = await get('/api/case', { host });
      expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
        421,
        'tallyman:host-refused',
      ]);
    },
  );

  it.each(['PUT', 'PATCH', 'OPTIONS'])('nobody may %s', async (method) => {
    expect((await get('/api/case', {}, method)).status).toBe(405);
  });

  it('no other site may read the answers, or show them in a frame', async () => {
    for (const path of ['/', '/documents', '/api/case', '/api/none', '/style.css']) {
      const { headers } = await get(path, { origin: 'https://example.org' });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});

describe('a running server', () => {
  it('answers on this computer’s own address, takes another port where one is taken, and ends', async () => {
    const first = await startServer(open, 0);
    const port = Number(new URL(first.address).port);
    const second = await startServer(open, port);
    expect(second.address).not.toBe(first.address);
    for (const { address } of [first, second]) {
      expect(new URL(address).hostname).toBe('127.0.0.1');
      expect((await fetch(`${address}api/case`)).status).toBe(200);
    }
    await Promise.all([first.close(), second.close()]);
    await expect(fetch(first.address)).rejects.toThrow();
  });
});
