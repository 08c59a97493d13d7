import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import { TallymanError, messageOf } from '../core/errors.js';
import type { Part } from './draft.js';
import { recognizedParts, type Recognized } from './ocr-blocks.js';

/** What was read from one picture. */
export interface OcrPage {
  /** Blocks in reading order; what reads as dirt is dropped under its own rule. */
  readonly parts: readonly Pick<Part, 'text' | 'kind' | 'dropped'>[];
  /** Mean confidence of the words, 0 to 100; 0 where there are none. */
  readonly confidence: number;
  readonly words: number;
}

/** Reads text from pictures, one after another. */
export interface OcrService {
  /**
   * @param image PNG, JPEG, WebP, GIF, BMP or TIFF bytes. They are decoded inside the engine's WebAssembly, where a
   *   damaged or hostile file can harm nothing else.
   * @throws TallymanError `malformed` where it cannot be decoded, `too-large` where it takes longer than the limit
   */
  recognize(image: Uint8Array, where: string, signal: AbortSignal | null): Promise<OcrPage>;
  /** Ends the engine; a later `recognize` would start another. */
  close(): Promise<void>;
}

/** Below this mean confidence a figure read from the picture may well be wrong. */
export const LOW_CONFIDENCE = 70;

const PAGE_TIMEOUT_MS = 120_000;

/**
 * An OCR service by Tesseract with its packaged English data; nothing is fetched or cached. The engine starts with the
 * first picture and serves all that follow.
 */
export function startOcr(timeoutMs = PAGE_TIMEOUT_MS): OcrService {
  let engine: Promise<Worker> | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const stop = async (): Promise<void> => {
    const running = engine;
    engine = null;
    if (running !== null) await (await running).terminate();
  };

  const one = async (image: Uint8Array, where: string, signal: AbortSignal | null): Promise<OcrPage> => {
    signal?.throwIfAborted();
    engine ??= startEngine();
    const worker = await engine;
    const limit = cutOff(timeoutMs, signal);
    try {
      const job = worker
        .recognize(Buffer.from(image), {}, { text: false, blocks: true })
        .catch((error: unknown) => {
          throw new TallymanError('malformed', `cannot be read as a picture: ${messageOf(error)}`, where);
        });
      const result = await Promise.race([job, limit.reached]);
      if (result !== null) return pageOf(result.data.blocks ?? []);
      await stop(); // the engine is still busy with this picture and would keep the next one waiting
      signal?.throwIfAborted();
      throw new TallymanError('too-large', `text recognition took longer than ${timeoutMs / 1000} s`, where);
    } finally {
      limit.clear();
    }
  };

  return {
    recognize(image, where, signal) {
      const result = queue.then(() => one(image, where, signal));
      queue = result.catch(() => undefined); // one picture's failure is its caller's; the next goes on
      return result;
    },
    close: stop,
  };
}

function startEngine(): Promise<Worker> {
  const require = createRequire(import.meta.url);
  const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'));
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    // Rejections reach the caller through the promise; without a handler the library throws them a second time.
    errorHandler: () => undefined,
  });
}

/** Resolves to null after the time or when the signal aborts. */
function cutOff(ms: number, signal: AbortSignal | null): { reached: Promise<null>; clear: () => void } {
  let clear = (): void => undefined;
  const reached = new Promise<null>((resolve) => {
    const end = (): void => resolve(null);
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
    clear = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    };
  });
  return { reached, clear };
}

function pageOf(blocks: readonly Recognized[]): OcrPage {
  const confidences = blocks.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map((word) => word.confidence))),
  );
  const sum = confidences.reduce((total, value) => total + value, 0);
  return {
    parts: recognizedParts(blocks),
    confidence: confidences.length === 0 ? 0 : Math.round((sum / confidences.length) * 10) / 10,
    words: confidences.length,
  };
}
