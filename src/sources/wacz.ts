import type { Content } from './content.js';
import type { Piece } from './piece.js';
import { TallymanError } from '../core/errors.js';
import { isWarcEntry } from './media-type.js';
import { warcParts } from './warc.js';
import type { WarcPlace } from './warc-place.js';
import { zipEntries, zipEntryBytes } from './zip.js';

/**
 * Every response in the WARC files of a WACZ (Webrecorder, WACZ 1.1). Its bound on unpacking holds for all of them
 * together; one that is damaged does not stop the others.
 */
export async function* waczParts(content: Content, place: WarcPlace): AsyncGenerator<Piece, void> {
  let unpacked = 0;
  for await (const { entry, zip } of zipEntries(content)) {
    if (!isWarcEntry(entry.fileName)) continue;
    const subject = `${place.subject}!${entry.fileName}`;
    const bound = async function* (): AsyncGenerator<Uint8Array, void> {
      let given = 0;
      for await (const chunk of zipEntryBytes(zip, entry, subject)) {
        given += chunk.length;
        unpacked += chunk.length;
        if (unpacked > place.limits.unpacked)
          throw new TallymanError(
            'too-large',
            `unpacks to more than ${place.limits.unpacked} bytes`,
            subject,
          );
        if (given > place.limits.ratioFrom && given > entry.compressedSize * place.limits.ratio)
          throw new TallymanError(
            'too-large',
            `unpacks to more than ${place.limits.ratio} times its size`,
            subject,
          );
        yield chunk;
      }
    };
    yield* warcParts(bound(), { ...place, subject });
  }
}
