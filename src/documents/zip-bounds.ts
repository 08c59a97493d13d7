import { fromBufferPromise } from 'yauzl';
import { TallymanError, messageOf } from '../core/errors.js';

/** A thousand-page report unzips to less; more is no document. */
const MAX_BYTES = 128 * 1024 * 1024;
const MAX_XML_BYTES = 48 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/**
 * Unzips a file once, to know that it is harmless before another library unzips it: by what it declares, then by what
 * really comes out.
 * @param wanted entries whose text is given back
 * @throws TallymanError `too-large`, or `malformed` where it is no sound zip
 */
export async function checkZip(
  bytes: Uint8Array,
  wanted: readonly string[],
  where: string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true });
    // Readers disagree about which directory counts where a comment holds a second one; no program writes one here.
    if (zip.comment !== '')
      throw new TallymanError('malformed', 'is a zip with a comment, which no document has', where);
    if (zip.entryCount > MAX_ENTRIES) throw tooLarge(`${zip.entryCount} files`, where);
    let total = 0;
    let xml = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new TallymanError('encrypted', 'is a zip with a password', where);
      const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
      total += entry.uncompressedSize;
      if (isXml) xml += entry.uncompressedSize;
      if (total > MAX_BYTES || xml > MAX_XML_BYTES)
        throw tooLarge(`more than ${megabytes(Math.max(total, xml))} MB`, where);
      const chunks: Buffer[] = [];
      // The stream fails as soon as more comes out than the entry declared.
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        if (wanted.includes(entry.fileName)) chunks.push(chunk as Buffer);
      }
      if (chunks.length > 0) found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
    }
  } catch (error) {
    if (error instanceof TallymanError) throw error;
    throw new TallymanError('malformed', `is no sound zip: ${messageOf(error)}`, where, { cause: error });
  }
  return found;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const tooLarge = (what: string, where: string): TallymanError =>
  new TallymanError('too-large', `unzips to ${what}`, where);
