import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, request, type Dispatcher } from 'undici';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';
import { PACKAGE_ROOT } from '../core/package-root.js';
import { decodedBody } from './content-coding.js';
import type { Limits } from './limits.js';
import { checkedAddresses, type AddressPolicy } from './public-address.js';

/** How the network may be used. */
export interface Network extends AddressPolicy {
  /** Given to tell a test's server from a user's; the default names the product and its version. */
  readonly userAgent?: string | undefined;
}

export interface Fetched {
  /** The address that answered, after redirects, without its fragment. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Content-Type as sent. */
  readonly declared: string | null;
}

const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,application/xml;q=0.8,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

/**
 * Fetches one public http or https address. Every hop's host is resolved once, each of its addresses checked, and the
 * connection made to those alone.
 * @throws TallymanError `address-refused`, `fetch-failed`, `too-large`, `malformed`; the signal's reason when aborted
 */
export async function fetchUrl(
  address: string,
  network: Network,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(limits.fetchMilliseconds);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  let url = parsed(address, null);
  try {
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      const answer = await oneHop(url, network, limits, either);
      if (!('location' in answer)) return answer;
      url = parsed(answer.location, url);
    }
    throw new TallymanError('fetch-failed', `redirects more than ${limits.redirects} times`, address);
  } catch (error) {
    if (error instanceof TallymanError) throw error;
    signal?.throwIfAborted();
    if (deadline.aborted)
      throw new TallymanError(
        'fetch-failed',
        `was not there after ${limits.fetchMilliseconds / 1000} s`,
        address,
      );
    // What undici and the sockets throw carries a code; anything else is a fault of our own.
    if (systemCode(error) === null) throw error;
    throw new TallymanError('fetch-failed', `cannot be fetched: ${messageOf(error)}`, url.href, {
      cause: error,
    });
  }
}

function parsed(address: string, base: URL | null): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (!url) throw new TallymanError('address-refused', 'is no valid address', address.slice(0, 200));
  url.hash = '';
  return url;
}

async function oneHop(
  url: URL,
  network: Network,
  limits: Limits,
  signal: AbortSignal,
): Promise<Fetched | { location: string }> {
  const addresses = await raced(checkedAddresses(url, network), signal);
  const agent = new Agent({
    connect: {
      timeout: limits.idleMilliseconds,
      lookup: (_host, options, done) => {
        if (options.all) done(null, [...addresses]);
        else done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4);
      },
    },
    headersTimeout: limits.idleMilliseconds,
    bodyTimeout: limits.idleMilliseconds,
  });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: { ...HEADERS, 'user-agent': network.userAgent ?? `Tallyman/${version}` },
    });
    return await answerOf(response, url, limits);
  } finally {
    await agent.destroy();
  }
}

async function answerOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  limits: Limits,
): Promise<Fetched | { location: string }> {
  const where = url.href;
  const location = first(headers['location']);
  // The connection is closed by the caller; an error of the unread body has nobody to tell.
  if (statusCode !== 200) body.on('error', () => undefined);
  if ([301, 302, 303, 307, 308].includes(statusCode) && location !== null) return { location };
  if (statusCode !== 200)
    throw new TallymanError('fetch-failed', `answered with status ${statusCode}`, where);
  const length = Number(first(headers['content-length']) ?? 0);
  if (length > limits.fetch) {
    body.on('error', () => undefined);
    throw new TallymanError(
      'too-large',
      `announces ${length} bytes; at most ${limits.fetch} are fetched`,
      where,
    );
  }
  const bound = { total: limits.fetch, ratio: limits.ratio, ratioFrom: limits.ratioFrom };
  const bytes = await decodedBody(body, first(headers['content-encoding']), bound, where);
  return { url: where, bytes, declared: first(headers['content-type']) };
}

const first = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

/** The name service takes no signal. */
async function raced<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
