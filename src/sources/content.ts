import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';
import { sha256 } from '../core/hash.js';

/** Bytes that may be too many to hold, in memory or in a file. */
export interface Content {
  /** For error messages: the file or address. */
  readonly where: string;
  readonly size: number;
  /** The first 64 KiB. */
  head(): Promise<Uint8Array>;
  /** @throws TallymanError `too-large` beyond `limit` bytes */
  all(limit: number): Promise<Uint8Array>;
  stream(): AsyncIterable<Uint8Array>;
  sha256(): Promise<string>;
  /** @throws TallymanError `malformed` where it is no whole zip archive */
  zip(): Promise<ZipFile>;
}

const HEAD = 64 * 1024;

export function contentOfBytes(bytes: Uint8Array, where: string): Content {
  return {
    where,
    size: bytes.length,
    head: () => Promise.resolve(bytes.subarray(0, HEAD)),
    all: (limit) => {
      assertSize(bytes.length, limit, where);
      return Promise.resolve(bytes);
    },
    stream: () => chunksOf(bytes),
    sha256: () => Promise.resolve(sha256(bytes)),
    zip: () =>
      whole(where, () => fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))),
  };
}

/**
 * @throws TallymanError `unreadable` where the path is missing, may not be read or leads through a link;
 *   `unsupported` where it is a pipe, socket or device
 */
export async function contentOfFile(path: string, where: string): Promise<Content> {
  const { size, head } = await withFile(path, where, async (file, size) => ({
    size,
    head: await readUpTo(file, Math.min(size, HEAD)),
  }));
  // Most files are read whole by now; opening them again for each question is what a large folder would wait for.
  if (head.length === size) return contentOfBytes(head, where);
  return {
    where,
    size,
    head: () => Promise.resolve(head),
    all: (limit) =>
      withFile(path, where, async (file, sizeNow) => {
        assertSize(sizeNow, limit, where);
        return readUpTo(file, sizeNow);
      }),
    stream: () => ({ [Symbol.asyncIterator]: () => fileChunks(path, where) }),
    sha256: async () => {
      const hash = createHash('sha256');
      for await (const chunk of { [Symbol.asyncIterator]: () => fileChunks(path, where) }) hash.update(chunk);
      return hash.digest('hex');
    },
    zip: () => whole(where, () => openPromise(path)),
  };
}

function assertSize(size: number, limit: number, where: string): void {
  if (size > limit)
    throw new TallymanError(
      'too-large',
      `is ${size} bytes; at most ${limit} are read as one document`,
      where,
    );
}

async function withFile<T>(
  path: string,
  where: string,
  read: (file: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  return readable(where, async () => {
    // Without O_NONBLOCK, opening a named pipe would wait for its writer for ever.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const stats = await file.stat();
      if (!stats.isFile())
        throw new TallymanError('unsupported', 'is no file but a pipe, socket or device', where);
      return await read(file, stats.size);
    } finally {
      await file.close();
    }
  });
}

async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(buffer, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function* fileChunks(path: string, where: string): AsyncGenerator<Uint8Array, void> {
  const file = await readable(where, () => open(path, constants.O_RDONLY | constants.O_NOFOLLOW));
  try {
    const chunks = file.createReadStream({ autoClose: false, highWaterMark: HEAD });
    for await (const chunk of chunks as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    throw asUnreadable(error, where);
  } finally {
    await file.close();
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream in form, as a file's
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += HEAD) yield bytes.subarray(at, at + HEAD);
}

/** Runs file work; a system error becomes `unreadable` with what it means. */
export async function readable<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asUnreadable(error, where);
  }
}

const MEANING: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads in a circle, or was put in place of the file',
  ENAMETOOLONG: 'has a name too long for this disk',
  ENXIO: 'is no file but a pipe, socket or device',
};

function asUnreadable(error: unknown, where: string): unknown {
  const code = systemCode(error);
  if (error instanceof TallymanError || code === null || !/^E[A-Z0-9]+$/.test(code)) return error;
  return new TallymanError('unreadable', MEANING[code] ?? `cannot be read (${code})`, where, {
    cause: error,
  });
}

/** yauzl throws plain errors for every fault of an archive, and nothing else. */
async function whole(where: string, openZip: () => Promise<ZipFile>): Promise<ZipFile> {
  try {
    return await openZip();
  } catch (error) {
    if (systemCode(error) !== null) throw asUnreadable(error, where);
    throw new TallymanError('malformed', `is a damaged or cut-off zip archive: ${messageOf(error)}`, where, {
      cause: error,
    });
  }
}
