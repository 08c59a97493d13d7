import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';
import { ENDPOINTS } from '../../src/server/endpoints.js';
import { servedSample } from './served-sample.js';

/** Every endpoint, against what it says of itself, on the bundled case. */

const sample = servedSample();
const docs = readFileSync(join(PACKAGE_ROOT, 'docs', 'api.md'), 'utf8');

const reads = ENDPOINTS.filter(({ method, reply }) => method === 'get' && reply !== null);
const named = (endpoints: typeof ENDPOINTS) => endpoints.map((each) => [each.path, each] as const);

interface ListBody {
  items: Record<string, unknown>[];
  total: number;
  next: string | null;
}

/** Something of the case for each `{id}`. */
const SAMPLE_IDS: Readonly<Record<string, (list: ListBody) => string | undefined>> = {
  '/claims': ({ items }) => (items[0]?.['claim'] as { id: string }).id,
  '/findings': ({ items }) => items[0]?.['id'] as string,
  '/documents': ({ items }) => items[0]?.['id'] as string,
  '/strikes': ({ items }) => items[0]?.['id'] as string,
  '/entities': ({ items }) => items[0]?.['id'] as string,
};

/** What some cannot do without. */
const NEEDED: Readonly<Record<string, string>> = {
  '/diff': '?from=2024-03-01&to=2024-12-31',
  '/search': '?q=containers',
  '/passages': '?text=containers',
};

async function pathFor(path: string): Promise<string | null> {
  const [list = ''] = path.split('/{id}');
  if (list === path) return `${path}${NEEDED[path] ?? ''}`;
  const of = SAMPLE_IDS[list];
  if (of === undefined) return null;
  const id = of(await sample.json<ListBody>(`/api${list}`));
  return path.replace('{id}', id ?? '');
}

describe('every endpoint that is read', () => {
  it.each(named(reads))('%s answers as its schema says', async (path, { reply }) => {
    // Of runs there are none before one is started.
    if (path === '/runs/{id}') return;
    const asked = await pathFor(path);
    expect(asked).not.toBeNull();
    const response = await sample.get(`/api${asked}`);
    const body: unknown = await response.json();
    expect([asked, response.status, JSON.stringify(body).slice(0, 300)]).toEqual([
      asked,
      200,
      expect.anything(),
    ]);
    const parsed = strict(reply as z.ZodType).safeParse(body);
    expect(parsed.error?.issues.slice(0, 5) ?? []).toEqual([]);
  });

  it.each(named(reads))('%s comes with a tag, and not again to who has it', async (path) => {
    if (path === '/runs/{id}') return;
    const asked = `/api${await pathFor(path)}`;
    const tag = (await sample.get(asked)).headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    const again = await sample.get(asked, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await sample.get(asked, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  const lists = reads.filter(({ query }) => 'cursor' in query.shape);
  it.each(named(lists))('%s is whole by following next, in pages of any size', async (path) => {
    const asked = `/api${await pathFor(path)}`;
    const join_ = asked.includes('?') ? '&' : '?';
    const whole = await sample.json<ListBody>(`${asked}${join_}limit=1000`);
    const pages: unknown[] = [];
    const size = Math.max(1, Math.ceil(whole.total / 4));
    let next: string | null = null;
    do {
      const cursor: string = next === null ? '' : `&cursor=${next}`;
      const page: ListBody = await sample.json<ListBody>(`${asked}${join_}limit=${size}${cursor}`);
      expect(page.total).toBe(whole.total);
      pages.push(...page.items);
      next = page.next;
    } while (next !== null && pages.length <= whole.total);
    expect(whole.next === null ? pages : pages.slice(0, 1000)).toEqual(whole.items);
    expect(pages).toHaveLength(whole.total);
  });

  it.each(named(lists))('%s refuses a cursor that is damaged, or of another list', async (path) => {
    const asked = `/api${await pathFor(path)}`;
    const other = path === '/claims' ? '/api/findings?limit=1' : '/api/claims?limit=1';
    const { next } = await sample.json<ListBody>(other);
    for (const cursor of ['AAAA', 'not a cursor', next ?? '', `${(next ?? '').slice(0, -2)}AA`]) {
      const response = await sample.get(
        `${asked}${asked.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`,
      );
      expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
        400,
        'tallyman:bad-cursor',
      ]);
    }
  });

  it.each(named(ENDPOINTS.filter(({ method }) => method === 'get')))(
    '%s refuses a parameter that it has not',
    async (path) => {
      const asked = `/api${path.replace('{id}', 'c-1')}`;
      expect((await sample.get(`${asked}?colour=grey`)).status).toBe(400);
    },
  );
});

describe('the documents of the API', () => {
  it('the OpenAPI document has every endpoint with its answer', async () => {
    const { paths, openapi } = await sample.json<{
      openapi: string;
      paths: Record<
        string,
        Record<string, { responses: Record<string, { content: Record<string, unknown> }> }>
      >;
    }>('/api/openapi.json');
    expect(openapi).toBe('3.1.0');
    const there = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(there.sort()).toEqual(ENDPOINTS.map(({ method, path }) => `${method} ${path}`).sort());
    for (const { method, path, status, media } of ENDPOINTS)
      expect(Object.keys(paths[path]?.[method]?.responses[status]?.content ?? {})).toEqual(media);
  });

  it('its page shows all of them, without scripts', async () => {
    const response = await sample.get('/api/docs');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(text).not.toMatch(/<script/i);
    for (const { method, path } of ENDPOINTS) expect(text).toContain(`${method.toUpperCase()} /api${path}`);
  });

  it('docs/api.md has every endpoint, and no other', () => {
    const rows = docs
      .split('\n')
      .flatMap((line) => /^\| `((?:GET|POST|DELETE) \/api\/[^`]*)`/.exec(line)?.[1] ?? []);
    expect(rows.sort()).toEqual(
      [
        ...ENDPOINTS.map(({ method, path }) => `${method.toUpperCase()} /api${path}`),
        'GET /api/openapi.json',
        'GET /api/docs',
      ].sort(),
    );
  });

  it('docs/api.md names every parameter of a query in the row of its endpoint', () => {
    for (const { method, path, query } of ENDPOINTS) {
      const row =
        docs.split('\n').find((line) => line.startsWith(`| \`${method.toUpperCase()} /api${path}\``)) ?? '';
      const own = Object.keys(query.shape).filter((name) => name !== 'limit' && name !== 'cursor');
      for (const name of own) expect([path, name, row.includes(`\`${name}\``)]).toEqual([path, name, true]);
    }
  });
});

/** The same schema that also refuses a key which it does not name, so that nothing is told that no document tells of. */
function strict(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodReadonly) return strict(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return z.array(strict(schema.element as z.ZodType));
  if (schema instanceof z.ZodNullable) return strict(schema.unwrap() as z.ZodType).nullable();
  if (schema instanceof z.ZodOptional) return strict(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    return z.strictObject(
      Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, strict(value)])),
    );
  }
  return schema;
}
