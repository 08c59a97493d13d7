import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { TallymanError } from '../core/errors.js';
import { sha256 } from '../core/hash.js';

const LOCAL_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const METHODS: ReadonlySet<string> = new Set([...READS, 'POST', 'DELETE']);

/**
 * Who may ask. On this computer alone (`token` null): whoever calls it by a local name, so that a page elsewhere that has
 * its own name point here (DNS rebinding) is refused by that name. Where others reach it: whoever has the token. In
 * either case no page of another site may change anything: what changes something is JSON, of no origin or this one.
 * @throws TallymanError `host-refused`, `token-refused`, `origin-refused`, `method-refused`
 */
export const guard =
  (token: string | null): MiddlewareHandler =>
  async (context, next) => {
    if (token === null) byLocalName(context);
    else if (!bearsToken(context, token)) {
      const asked = context.req.query('token');
      if (asked === undefined || !same(asked, token) || context.req.method !== 'GET')
        throw new TallymanError('token-refused', 'this server answers to its token alone', context.req.path);
      // From the address bar into a cookie that no script reads and no other site sends.
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect(context.req.path);
    }
    const { method } = context.req;
    if (!METHODS.has(method))
      throw new TallymanError('method-refused', `${method} is not served`, context.req.path);
    if (!READS.has(method)) byOwnPage(context);
    await next();
  };

const COOKIE = 'tallyman';

function byLocalName(context: Context): void {
  const host = context.req.header('host') ?? '';
  if (!LOCAL_NAMES.has(host.replace(/:\d+$/, '').toLowerCase()))
    throw new TallymanError('host-refused', 'this server answers to local names alone', host.slice(0, 200));
}

function bearsToken(context: Context, token: string): boolean {
  const [scheme, given = ''] = (context.req.header('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer') return same(given, token);
  return same(getCookie(context, COOKIE) ?? '', token);
}

/** In a time that does not tell how much of it is right. */
const same = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));

function byOwnPage(context: Context): void {
  const { origin, host, site, type } = {
    origin: context.req.header('origin'),
    host: context.req.header('host') ?? '',
    site: context.req.header('sec-fetch-site'),
    type: context.req.header('content-type'),
  };
  const own = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
  if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new TallymanError(
      'origin-refused',
      'another site may change nothing here',
      origin?.slice(0, 200) ?? site,
    );
  // What a form of another site can send without asking is never JSON.
  if (context.req.method === 'POST' && !/^application\/json\b/i.test(type ?? ''))
    throw new TallymanError(
      'unsupported',
      'what is posted must be application/json',
      type?.slice(0, 100) ?? null,
    );
}
