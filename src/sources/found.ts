import type { Origin } from '../model/source.js';
import type { Limits } from './limits.js';
import type { Network } from './fetch-url.js';

interface FoundBase {
  /** What a reject of the same thing would name: clear the one when the other succeeds. */
  readonly subject: string;
  /** File name or address, for a person. */
  readonly name: string;
  readonly media_type: string;
  readonly origin: Origin;
}

/** Something to read. */
interface FoundDocument extends FoundBase {
  readonly role: 'document';
  readonly bytes: Uint8Array;
}

/** A WARC, WACZ or feed: kept as the evidence of where its parts came from, not read as a document itself. */
interface FoundContainer extends FoundBase {
  readonly role: 'container';
  /** May be gigabytes: hand it on to `Archive.put` as it is. Can be iterated more than once. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

export type Found = FoundDocument | FoundContainer;

export interface ObtainOptions {
  readonly now: () => Date;
  /** Folder that the origin of a file is written relative to. */
  readonly base: string;
  /** Null where nothing may be fetched: an address is then rejected, and a feed gives its summaries. */
  readonly network: Network | null;
  readonly limits?: Limits | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Absolute paths of files and folders that a walk passes over: the case's own. */
  readonly exclude?: readonly string[] | undefined;
  /** Told of what is left aside because it never was a document: a hidden file, a style sheet in a crawl, a logo. */
  readonly onSkip?: ((where: string, reason: string) => void) | undefined;
}
