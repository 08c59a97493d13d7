import { posix } from 'node:path';
import { TallymanError } from '../core/errors.js';
import { rejectFor, type Reject } from '../model/reject.js';
import type { Origin } from '../model/source.js';
import { contentOfBytes, type Content } from './content.js';
import { charsetOf } from './content-type.js';
import { entryPage, type FeedEntry } from './feed-entry.js';
import { readFeed } from './feed.js';
import { fetchUrl, type Network } from './fetch-url.js';
import type { Found, ObtainOptions } from './found.js';
import { LIMITS, type Limits } from './limits.js';
import { mailParts } from './mail.js';
import { detectMediaType } from './media-type.js';
import type { Part, Piece } from './piece.js';
import type { Detection } from './text-format.js';
import { waczParts } from './wacz.js';
import { warcParts } from './warc.js';

/** Something obtained, whose media type is not known yet. */
export interface Item extends Omit<Part, 'bytes'> {
  readonly content: Content;
}

export interface Context {
  readonly options: ObtainOptions;
  readonly limits: Limits;
  /** Null within a crawl or another feed: what they hold is taken as it was, without the network. */
  readonly network: Network | null;
  readonly depth: number;
}

export const outermost = (options: ObtainOptions): Context => ({
  options,
  limits: options.limits ?? LIMITS,
  network: options.network,
  depth: 0,
});

/** The item itself and everything in it, a reject for what cannot be taken further. */
export async function* takeApart(item: Item, context: Context): AsyncGenerator<Found | Reject, void> {
  const { options, limits } = context;
  options.signal?.throwIfAborted();
  const { content, subject } = item;
  try {
    // 1. What is it?
    const declared = { type: item.declared, name: fileName(item.name) };
    const detection = await detectMediaType(content, declared, limits);

    // 2. A document, with what is attached to it.
    if (detection.form === 'plain' || detection.form === 'mail') {
      const bytes = await content.all(limits.document);
      yield found(item, detection, { role: 'document', bytes });
      if (detection.form === 'plain') return;
      const container = await content.sha256();
      yield* takePieces(item, await mailParts(bytes, item.origin, container), context);
      return;
    }

    // 3. A container, with what is in it.
    const container = await content.sha256();
    yield found(item, detection, { role: 'container', bytes: content.stream() });
    const place = { subject, container, now: options.now, limits };
    switch (detection.form) {
      case 'warc':
        yield* takePieces(item, warcParts(content.stream(), place), context);
        break;
      case 'wacz':
        yield* takePieces(item, waczParts(content, place), context);
        break;
      case 'feed':
        yield* takeEntries(item, container, context);
        break;
    }
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    if (item.incidental && (error.code === 'empty' || error.code === 'unsupported'))
      options.onSkip?.(subject, error.message);
    else yield rejectFor('sources', subject, subject, error);
  }
}

type Held =
  | Pick<Extract<Found, { role: 'document' }>, 'role' | 'bytes'>
  | Pick<Extract<Found, { role: 'container' }>, 'role' | 'bytes'>;

function found({ subject, name, origin }: Item, { media_type }: Detection, held: Held): Found {
  return { subject, name, media_type, origin, ...held };
}

async function* takePieces(
  item: Item,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  context: Context,
): AsyncGenerator<Found | Reject, void> {
  const inner: Context = { ...context, network: null, depth: context.depth + 1 };
  if (inner.depth > context.limits.depth) {
    const { subject } = item;
    const error = new TallymanError(
      'unsupported',
      `lies within ${context.limits.depth} other archives`,
      subject,
    );
    yield rejectFor('sources', subject, subject, error);
    return;
  }
  for await (const piece of pieces) {
    context.options.signal?.throwIfAborted();
    if (piece.kind === 'skip') context.options.onSkip?.(piece.where, piece.reason);
    else if (piece.kind === 'reject') yield piece.reject;
    else {
      const { bytes, ...part } = piece.part;
      yield* takeApart({ ...part, content: contentOfBytes(bytes, part.subject) }, inner);
    }
  }
}

/**
 * The entries of a feed: the article where the feed carries it, else the page it links to, else its summary. Where the
 * page cannot be fetched there is a reject for it, and the summary is kept.
 */
async function* takeEntries(
  item: Item,
  container: string,
  context: Context,
): AsyncGenerator<Found | Reject, void> {
  const { limits, network, options } = context;
  const address = /^https?:/i.test(item.origin.uri) ? item.origin.uri : null;
  const bytes = await item.content.all(limits.document);
  const feed = readFeed(bytes, item.origin.hints.charset ?? null, address, item.subject);
  let fetches = 0;
  for (const [index, entry] of feed.entries.entries()) {
    options.signal?.throwIfAborted();
    const subject = `${item.subject}!${entry.id ?? `entry ${index + 1}`}`;
    const { title, published, link } = entry;
    const origin: Origin = {
      uri: link ?? subject,
      obtained: item.origin.obtained,
      method: 'feed',
      container,
      hints: { title, publisher: feed.publisher, published },
    };
    if (entry.content !== null) {
      yield entryFound(entry, entry.content, subject, origin);
      continue;
    }
    if (link !== null && network !== null && fetches < limits.feedFetches) {
      fetches += 1;
      const outcome = await fetchEntry(link, origin, network, context);
      if ('content' in outcome) {
        yield* takeApart(outcome, { ...context, network: null, depth: context.depth + 1 });
        continue;
      }
      yield outcome;
    }
    if (entry.summary !== null) yield entryFound(entry, entry.summary, subject, origin);
    else options.onSkip?.(subject, 'carries no text of its own');
  }
}

function entryFound(entry: FeedEntry, html: string, subject: string, origin: Origin): Found {
  const bytes = entryPage(entry, html);
  const hints = { ...origin.hints, charset: 'utf-8' };
  const name = entry.title ?? subject;
  return { role: 'document', subject, name, media_type: 'text/html', bytes, origin: { ...origin, hints } };
}

async function fetchEntry(
  link: string,
  origin: Origin,
  network: Network,
  { options, limits }: Context,
): Promise<Item | Reject> {
  try {
    const fetched = await fetchUrl(link, network, limits, options.signal);
    const charset = charsetOf(fetched.declared);
    return {
      subject: link,
      name: fetched.url,
      content: contentOfBytes(fetched.bytes, link),
      declared: fetched.declared,
      incidental: false,
      origin: {
        ...origin,
        uri: fetched.url,
        obtained: options.now().toISOString(),
        method: 'url',
        hints: charset === null ? origin.hints : { ...origin.hints, charset },
      },
    };
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    return rejectFor('sources', link, link, error);
  }
}

/** The last part of an address's path, or of a file's. */
function fileName(name: string): string {
  return posix.basename(URL.canParse(name) && /^https?:/i.test(name) ? new URL(name).pathname : name);
}
