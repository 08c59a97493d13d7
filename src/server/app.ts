import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { TallymanError } from '../core/errors.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { apiRoutes } from './api-routes.js';
import { guard } from './guard.js';
import { pageRoutes } from './page-routes.js';
import { problem } from './problem.js';

/** The case over HTTP, to be read: pages for people under `/`, JSON for programs under `/api` (docs/formats.md). */
export function createApp(open: OpenCase): Hono {
  const app = new Hono();
  app.use(secureHeaders({ xFrameOptions: 'DENY', strictTransportSecurity: false }));
  app.use(policy);
  app.use(guard);
  app.route('/', pageRoutes(open));
  app.route('/api', apiRoutes(open));
  app.notFound((context) =>
    problem(context, new TallymanError('not-found', 'no such page', context.req.path)),
  );
  app.onError((error, context) => problem(context, error));
  return app;
}

/**
 * No scripts, no network, no frames, unless a route has a narrower policy of its own: whatever a source's text smuggles
 * in, there is nothing that would run it.
 */
const policy: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('content-security-policy')) context.header('content-security-policy', POLICY);
};

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
