import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/server/app.js';
import { rateLimit } from '../../src/server/rate-limit.js';
import { startServer } from '../../src/server/start-server.js';
import { Hono } from 'hono';
import { problem } from '../../src/server/problem.js';
import { SHIPS } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { servedCase } from './served-case.js';

/** Who may ask, where the server is reached by others, and what is served beside the API. */

const TOKEN = 'a-token-of-some-length';
const api = servedCase({ 'ships.txt': SHIPS }, { token: TOKEN });
const folder = temporaryFolder();

describe('a server that others reach', () => {
  it.each([
    [{}, 401],
    [{ authorization: 'Bearer wrong' }, 401],
    [{ authorization: `Basic ${TOKEN}` }, 401],
    [{ cookie: 'tallyman=wrong' }, 401],
    [{ authorization: `Bearer ${TOKEN}` }, 200],
    [{ cookie: `tallyman=${TOKEN}` }, 200],
    [{ authorization: `Bearer ${TOKEN}`, host: 'tallyman.example.org' }, 200],
  ])('answers %j by %i', async (headers, status) => {
    for (const path of ['/api/case', '/report', '/documents', '/style.css'])
      expect((await api.get(path, headers)).status).toBe(status);
  });

  it('takes the token out of the address bar, into a cookie that scripts and other sites have not', async () => {
    const response = await api.get(`/?token=${TOKEN}`);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
    expect(response.headers.get('set-cookie')).toMatch(/^tallyman=.*; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await api.get('/?token=other')).status).toBe(401);
    expect((await api.send('POST', `/api/runs?token=${TOKEN}`, {})).status).toBe(401);
  });

  it('is not started without a token', async () => {
    await expect(startServer(api.open(), 0, { host: '0.0.0.0' })).rejects.toMatchObject({ code: 'usage' });
    await expect(startServer(api.open(), 0, { host: '203.0.113.7', token: TOKEN })).rejects.toMatchObject({
      code: 'usage',
    });
  });
});

describe('the rate limit', () => {
  it('refuses what is too much at once, says when to come again, and then answers', async () => {
    let now = 0;
    const app = new Hono();
    app.use(rateLimit(() => now) as never);
    app.get('/', (context) => context.text('here'));
    app.onError((error, context) => problem(context, error));
    const statuses: number[] = [];
    for (let n = 0; n < 601; n++) statuses.push((await app.request('/')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(600);
    const refused = await app.request('/');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    now += 1000;
    expect((await app.request('/')).status).toBe(200);
  });
});

describe('the desk', () => {
  const app = () => {
    const desk = join(folder, 'web');
    mkdirSync(join(desk, 'assets'), { recursive: true });
    writeFileSync(join(desk, 'index.html'), '<!doctype html><title>Desk</title>');
    writeFileSync(join(desk, 'assets', 'desk-1a2b.js'), 'export {};');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    return createApp(api.served(), { desk });
  };
  const get = async (path: string) =>
    app().request(`http://127.0.0.1:4780${path}`, { headers: { host: '127.0.0.1' } });

  it.each(['/', '/desk', '/desk/findings/f-1', '/desk/a/b?c=d'])(
    'is at %s, with a policy that lets only its own scripts run',
    async (path) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>Desk</title>']);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("worker-src 'self' blob:");
      expect(response.headers.get('x-frame-options')).toBe('DENY');
    },
  );

  it('has its files, and none of others', async () => {
    const script = await get('/assets/desk-1a2b.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const path of [
      '/assets/../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/secret.txt',
      '/assets/other.js',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('leaves the pages and the API where they are', async () => {
    expect(await (await get('/report')).text()).toContain('Flotilla');
    expect((await get('/documents')).status).toBe(200);
    expect((await get('/api/case')).headers.get('content-type')).toBe('application/json');
  });
});
