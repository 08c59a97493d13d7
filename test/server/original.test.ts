import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.js';
import { SHIPS } from '../pipeline/sources.js';
import { servedCase } from './served-case.js';

/** The archived originals, as a browser is given them. */

const PAGE = `<!doctype html><html><head><title>Ships</title><script src="https://evil.example/x.js"></script></head><body><article>
<h1>Ships leave the harbour</h1><p onclick="alert(1)">The Ministry of Defence of Ukraine said on 3 June 2024 that North Korea had delivered 5,000
artillery shells to Russia through the northern port, where work goes on day and night.</p><img src="https://evil.example/x.png" alt="a quay">
<p>The port has been busy since the winter, and more trains arrive every day, people who live nearby say.</p></article></body></html>`;
const api = servedCase({ 'page.html': PAGE, 'ships.txt': SHIPS });

const documentOf = async (content: string) => {
  const { items } = await api.json<{ items: { id: string; source: string }[] }>('/api/documents');
  return items.find(({ source }) => source === sha256(content))!.id;
};

describe('an original', () => {
  it('of a page is markup in which nothing runs or is loaded, in a sandbox', async () => {
    const id = await documentOf(PAGE);
    const { original } = await api.json<{ original: { href: string; shown_as: string } }>(
      `/api/documents/${id}`,
    );
    expect(original.shown_as).toBe('html');
    const response = await api.get(original.href);
    const html = await response.text();
    expect(html).not.toMatch(/<script|onclick|evil\.example|<img/);
    expect(html).toContain('5,000');
    expect(html).toContain('[picture: a quay]');
    const headers = Object.fromEntries(response.headers);
    expect(headers['content-security-policy']).toMatch(
      /^sandbox; default-src 'none'; .*frame-ancestors 'self'/,
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });

  it('is the archived bytes where these are asked for, to be saved', async () => {
    const id = await documentOf(PAGE);
    const response = await api.get(`/api/documents/${id}/original?raw=true`);
    expect(await response.text()).toBe(PAGE);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${sha256(PAGE)}"`,
    });
  });

  it('of a text is text', async () => {
    const response = await api.get(`/api/documents/${await documentOf(SHIPS)}/original`);
    expect([response.headers.get('content-type'), await response.text()]).toEqual([
      'text/plain; charset=utf-8',
      SHIPS,
    ]);
    expect((await api.get('/api/documents/none/original')).status).toBe(404);
  });
});
