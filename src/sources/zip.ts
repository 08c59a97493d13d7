import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { TallymanError, messageOf } from '../core/errors.js';
import type { Content } from './content.js';

/** Far more entries than any document or crawl has. */
const MOST_ENTRIES = 100_000;

/**
 * The entries of a zip archive, in the order of its directory. Names are checked by yauzl: none leads out of a folder.
 * @throws TallymanError `malformed`, `too-large`
 */
export async function* zipEntries(content: Content): AsyncGenerator<{ entry: Entry; zip: ZipFile }, void> {
  const zip = await content.zip();
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new TallymanError('too-large', `has ${zip.entryCount} entries`, content.where);
    const entries = zip.eachEntry()[Symbol.asyncIterator]();
    for (;;) {
      const next = await damaged(content.where, () => entries.next());
      if (next.done === true) return;
      yield { entry: next.value, zip };
    }
  } finally {
    zip.close();
  }
}

/** @throws TallymanError `encrypted`, `unsupported`, `malformed` */
export async function* zipEntryBytes(
  zip: ZipFile,
  entry: Entry,
  where: string,
): AsyncGenerator<Uint8Array, void> {
  if (entry.isEncrypted()) throw new TallymanError('encrypted', 'is encrypted', where);
  if (!entry.canDecodeFileData())
    throw new TallymanError('unsupported', `is packed by zip method ${entry.compressionMethod}`, where);
  const stream: Readable = await damaged(where, () => zip.openReadStreamPromise(entry));
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await damaged(where, () => chunks.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

/** yauzl throws plain errors for every fault of an archive, and nothing else. */
async function damaged<T>(where: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new TallymanError('malformed', `is a damaged zip archive: ${messageOf(error)}`, where, {
      cause: error,
    });
  }
}
