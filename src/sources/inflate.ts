import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { Transform } from 'node:stream';
import { TallymanError } from '../core/errors.js';

/** How far unpacking may go: bytes out, and bytes out over bytes in once `ratioFrom` bytes are out. */
export interface UnpackBound {
  readonly total: number;
  readonly ratio: number;
  readonly ratioFrom: number;
}

export type Coding = 'gzip' | 'deflate' | 'br';

/** Small, since the worst pack unpacks to a thousand times this before it is looked at. */
const SLICE = 32 * 1024;
const MEMBER = Buffer.from('1f8b08', 'hex');

/**
 * Unpacks as a stream. Everything that came out before damage is yielded before the error is thrown.
 * @throws TallymanError `too-large` beyond the bound; `malformed` where the pack is damaged or cut off
 */
export async function* inflated(
  packed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  coding: Coding,
  bound: UnpackBound,
  where: string,
): AsyncGenerator<Uint8Array, void> {
  let unpacker: Unpacker | null = null;
  let taken = 0;
  let given = 0;
  const counted = function* (chunks: readonly Uint8Array[]): Generator<Uint8Array> {
    for (const chunk of chunks) {
      given += chunk.length;
      if (given > bound.total)
        throw new TallymanError('too-large', `unpacks to more than ${bound.total} bytes`, where);
      if (given > bound.ratioFrom && given > taken * bound.ratio)
        throw new TallymanError('too-large', `unpacks to more than ${bound.ratio} times its size`, where);
      yield chunk;
    }
  };
  try {
    for await (const chunk of packed) {
      unpacker ??= new Unpacker(decoderFor(coding, chunk));
      for (const slice of slices(chunk)) {
        taken += slice.length;
        yield* counted(await unpacker.push(slice));
        unpacker.assertWhole(where);
      }
    }
    if (!unpacker) return;
    yield* counted(await unpacker.end());
    unpacker.assertWhole(where);
  } finally {
    unpacker?.stop();
  }
}

/**
 * Cut before whatever may be the start of a gzip member. What a slice unpacks to is lost when damage is met in it, and
 * each record of a packed WARC is a member: so the records before a damaged one are whole.
 */
function* slices(chunk: Uint8Array): Generator<Uint8Array> {
  const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  for (let at = 0; at < buffer.length;) {
    const member = buffer.indexOf(MEMBER, at + 1);
    const end = Math.min(at + SLICE, member === -1 ? buffer.length : member);
    yield buffer.subarray(at, end);
    at = end;
  }
}

/** One slice in, all that it unpacks to out. Piping would lose what is buffered when an error arrives. */
class Unpacker {
  private chunks: Uint8Array[] = [];
  private failure: Error | null = null;

  constructor(private readonly decoder: Transform) {
    decoder.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    decoder.on('error', (error) => (this.failure = error));
  }

  async push(slice: Uint8Array): Promise<readonly Uint8Array[]> {
    await this.settled((done) => this.decoder.write(slice, () => done()));
    return this.take();
  }

  async end(): Promise<readonly Uint8Array[]> {
    await this.settled(() => this.decoder.end());
    return this.take();
  }

  assertWhole(where: string): void {
    if (this.failure)
      throw new TallymanError('malformed', `cannot be unpacked further: ${this.failure.message}`, where, {
        cause: this.failure,
      });
  }

  stop(): void {
    this.decoder.destroy();
  }

  private take(): readonly Uint8Array[] {
    const chunks = this.chunks;
    this.chunks = [];
    return chunks;
  }

  /** A write that fails is never called back: the stream closes instead. */
  private async settled(work: (done: () => void) => void): Promise<void> {
    if (this.decoder.destroyed || this.decoder.readableEnded) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.decoder.off('close', done);
        resolve();
      };
      this.decoder.on('close', done);
      work(done);
    });
  }
}

function decoderFor(coding: Coding, head: Uint8Array): Transform {
  switch (coding) {
    case 'gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // Servers send it with and without the zlib header that the standard asks for.
      return ((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
  }
}
