import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ERRORS, TallymanError } from '../core/errors.js';

/** A failure as problem details (RFC 9457). Unexpected ones keep their words to the server's log. */
export function problem(context: Context, error: unknown): Response {
  const known = named(error);
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

function named(error: unknown): TallymanError {
  if (error instanceof TallymanError) return error;
  // Hono's own, such as a body that is no JSON.
  if (error instanceof HTTPException && error.status === 400)
    return new TallymanError('usage', error.message);
  return new TallymanError('internal', 'something went wrong');
}
