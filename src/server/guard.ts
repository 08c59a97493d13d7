import type { MiddlewareHandler } from 'hono';
import { TallymanError } from '../core/errors.js';

const LOCAL_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Lets through what a browser on this computer asks for by a local name. A page elsewhere that has its own name point
 * to this computer (DNS rebinding) is refused by that name, and nothing can be changed here by any method.
 * @throws TallymanError `host-refused`, `method-refused`
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!LOCAL_NAMES.has(host.replace(/:\d+$/, '').toLowerCase()))
    throw new TallymanError('host-refused', 'this server answers to local names alone', host.slice(0, 200));
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
    throw new TallymanError('method-refused', `${context.req.method} is not served`, context.req.path);
  await next();
};
