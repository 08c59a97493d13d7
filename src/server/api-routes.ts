import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import { TallymanError } from '../core/errors.js';
import { sha256 } from '../core/hash.js';
import { PACKAGE_VERSION } from '../core/package-root.js';
import { apiPage, API_PAGE_POLICY } from './api-page.js';
import { TAGS, type Endpoint } from './endpoint.js';
import { ENDPOINTS } from './endpoints.js';
import { Idempotency } from './idempotency.js';
import type { ServedCase } from './served-case.js';
import { problem } from './wire.js';

/** The API: a route for each endpoint, the OpenAPI document of them, and that document as a page. */
export function apiRoutes(served: ServedCase): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw usage(result.error);
    },
  });
  const done = new Idempotency();
  for (const endpoint of ENDPOINTS) {
    api.openapi(routeOf(endpoint), (async (context: Context) =>
      answer(served, endpoint, done, context)) as never);
  }
  const document = () => api.getOpenAPI31Document(ABOUT);
  api.get('/openapi.json', (context) => context.json(document()));
  api.get('/docs', (context) => {
    context.header('content-security-policy', API_PAGE_POLICY);
    return context.html(apiPage(document() as never));
  });
  return api;
}

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Tallyman',
    version: PACKAGE_VERSION,
    description: 'A case over HTTP: everything that the desk shows, and what analysts do there.',
  },
  servers: [{ url: '/api' }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
};

function routeOf({ method, path, tag, summary, params, query, body, reply, media, status }: Endpoint) {
  const content =
    reply === null
      ? Object.fromEntries(media.map((type) => [type, { schema: { type: 'string' as const } }]))
      : { 'application/json': { schema: reply } };
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    request: {
      params,
      query,
      ...(body === null
        ? {}
        : { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [status]: { description: summary, content },
      default: {
        description: 'What went wrong (docs/errors.md)',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  });
}

async function answer(
  served: ServedCase,
  endpoint: Endpoint,
  done: Idempotency,
  context: Context,
): Promise<Response> {
  const { method, query, body, reply, stable, status } = endpoint;
  const valid = (target: 'param' | 'query' | 'json'): unknown => context.req.valid(target as never);
  if (stable) {
    const tag = `W/"${sha256(`${await served.revision()} ${context.req.url}`).slice(0, 32)}"`;
    context.header('etag', tag);
    context.header('cache-control', 'private, no-cache');
    if (matches(context, tag)) return context.body(null, 304);
  }
  const input = {
    params: valid('param'),
    query: valid('query') ?? query.parse({}),
    body: body === null ? undefined : valid('json'),
  };
  if (reply === null) return (await endpoint.handle(served, input, context)) as Response;
  const work = async () => ({ text: JSON.stringify(await endpoint.handle(served, input, context)) });
  const { text } =
    method === 'post'
      ? await done.once(context.req.header('idempotency-key'), [context.req.path, input.body], work)
      : await work();
  if (!stable && method === 'get') {
    const tag = `"${sha256(text).slice(0, 32)}"`;
    context.header('etag', tag);
    context.header('cache-control', 'private, no-cache');
    if (matches(context, tag)) return context.body(null, 304);
  }
  return context.body(text, status, { 'content-type': 'application/json' });
}

const matches = (context: Context, tag: string): boolean =>
  (context.req.header('if-none-match') ?? '')
    .split(',')
    .some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''));

function usage(error: z.core.$ZodError): TallymanError {
  const faults = error.issues.map((issue) =>
    [issue.path.map(String).join('.'), issue.message].filter(Boolean).join(': '),
  );
  return new TallymanError('usage', faults.join('; ').slice(0, 2000));
}
