import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { TallymanError } from '../core/errors.js';

/** Requests that one address may make at once, and how many more each second; what changes something costs more. */
const BURST = 600;
const PER_SECOND = 100;
const WRITE_COSTS = 5;
/** Addresses that are remembered. */
const MOST_ADDRESSES = 10_000;

/**
 * Keeps one caller from taking all of the server: a bucket of requests for each address, which fills again with time.
 * @param now milliseconds, for tests
 * @throws TallymanError `too-many`
 */
export function rateLimit(
  now: () => number = Date.now,
): MiddlewareHandler<{ Bindings: Partial<HttpBindings> }> {
  const buckets = new Map<string, { left: number; at: number }>();
  return async (context, next) => {
    const address = context.env?.incoming?.socket.remoteAddress ?? '';
    const bucket = buckets.get(address) ?? { left: BURST, at: now() };
    bucket.left = Math.min(BURST, bucket.left + ((now() - bucket.at) / 1000) * PER_SECOND);
    bucket.at = now();
    buckets.delete(address);
    buckets.set(address, bucket);
    if (buckets.size > MOST_ADDRESSES) buckets.delete(buckets.keys().next().value ?? '');
    const cost = context.req.method === 'GET' || context.req.method === 'HEAD' ? 1 : WRITE_COSTS;
    if (bucket.left < cost) {
      context.header('retry-after', String(Math.ceil((cost - bucket.left) / PER_SECOND)));
      throw new TallymanError('too-many', 'too many requests in a short time', context.req.path);
    }
    bucket.left -= cost;
    await next();
  };
}
