import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ERRORS, TallymanError } from '../core/errors.js';

/** A failure as problem details (RFC 9457). Unexpected ones keep their words to the server's log. */
export function problem(context: Context, error: unknown): Response {
  const known =
    error instanceof TallymanError ? error : new TallymanError('internal', 'something went wrong');
  if (known.code === 'internal') console.error(error);
  const { status, remedy } = ERRORS[known.code];
  return context.body(
    JSON.stringify({
      type: `tallyman:${known.code}`,
      title: known.message,
      status,
      detail: remedy,
      ...(known.where === null ? {} : { instance: known.where }),
    }),
    status satisfies ContentfulStatusCode,
    { 'content-type': 'application/problem+json' },
  );
}
