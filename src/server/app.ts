import { Hono } from 'hono';
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
  app.use(guard);
  app.use(
    secureHeaders({
      // No scripts, no network: whatever a source's text smuggles in, there is nothing that would run it.
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  );
  app.route('/', pageRoutes(open));
  app.route('/api', apiRoutes(open));
  app.notFound((context) =>
    problem(context, new TallymanError('not-found', 'no such page', context.req.path)),
  );
  app.onError((error, context) => problem(context, error));
  return app;
}
