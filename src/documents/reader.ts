import type { Origin } from '../model/source.js';
import type { Draft } from './draft.js';
import type { OcrService } from './ocr.js';

/** What a reader may use beside the bytes. */
export interface ReaderContext {
  /** The source's address or file, for errors. */
  readonly where: string;
  /** The page's address on the web; null for files. */
  readonly url: string | null;
  /** What the sender said of it. */
  readonly hints: Origin['hints'];
  /** Reads pictures; started only when first used. */
  readonly ocr: OcrService;
  readonly signal: AbortSignal | null;
}

/**
 * Reads one kind of file.
 * @throws TallymanError `malformed`, `encrypted`, `too-large`, `unsupported` or `no-text`, naming `context.where`
 */
export type Reader = (bytes: Uint8Array, context: ReaderContext) => Promise<Draft>;
