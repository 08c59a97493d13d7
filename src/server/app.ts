import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { TallymanError } from '../core/errors.js';
import { apiRoutes } from './api-routes.js';
import { deskRoutes } from './desk.js';
import { guard } from './guard.js';
import { pageRoutes } from './page-routes.js';
import { problem } from './problem.js';
import { rateLimit } from './rate-limit.js';
import type { ServedCase } from './served-case.js';

export interface AppOptions {
  /** What every caller must have; null where the server is reached from this computer alone. */
  readonly token?: string | null;
  /** Where the desk was built, by default in `dist/web`; null for none. */
  readonly desk?: string | null;
}

/** Judgements are small; nothing that is posted here holds a document. */
const MOST_BYTES = 1_000_000;

/** The case over HTTP: the desk and pages for people, JSON for programs under `/api` (docs/api.md). */
export function createApp(served: ServedCase, { token = null, desk }: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(policy);
  app.use(secureHeaders({ xFrameOptions: false, strictTransportSecurity: false }));
  app.use(guard(token));
  app.use(rateLimit() as MiddlewareHandler);
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (context) => {
        throw new TallymanError('too-large', `a request has ${MOST_BYTES} bytes at most`, context.req.path);
      },
    }),
  );
  app.route('/api', apiRoutes(served));
  const built = desk === null ? null : deskRoutes(desk);
  if (built !== null) app.route('/', built);
  app.route('/', pageRoutes(served.open, built === null));
  app.notFound((context) =>
    problem(context, new TallymanError('not-found', 'no such page', context.req.path)),
  );
  app.onError((error, context) => problem(context, error));
  return app;
}

/**
 * No scripts, no network, no frames, unless a route has a policy of its own: whatever a source's text smuggles in, there
 * is nothing that would run it.
 */
const policy: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('content-security-policy')) context.header('content-security-policy', POLICY);
  if (!context.res.headers.has('x-frame-options')) context.header('x-frame-options', 'DENY');
};

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
