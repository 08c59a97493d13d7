import type { Reject } from '../model/reject.js';
import type { Origin } from '../model/source.js';

/** What a container gives for each thing in it. */
export type Piece =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'skip'; readonly where: string; readonly reason: string }
  | { readonly kind: 'reject'; readonly reject: Reject };

/** Bytes taken out of a container, before their media type is known. */
export interface Part {
  readonly subject: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Content-Type as the sender declared it. */
  readonly declared: string | null;
  readonly origin: Origin;
  /** Of a crawl: an empty or unsupported one of these is page furniture and no loss. */
  readonly incidental: boolean;
}
