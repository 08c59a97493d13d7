import PostalMime from 'postal-mime';
import { TallymanError, messageOf } from '../core/errors.js';
import type { Origin } from '../model/source.js';
import type { Piece } from './piece.js';

/** Parts of a mail that carry no document: signatures, invitations, cards, delivery notes. */
const NO_DOCUMENT =
  /^(application\/(pgp-signature|pgp-keys|x?-?pkcs7-signature|ics)|text\/(calendar|x?-?vcard)|message\/(delivery-status|disposition-notification)|text\/rfc822-headers)$/;

/**
 * The files attached to a mail. Pictures that its text shows (logos, signatures) are no attachments.
 * @throws TallymanError `malformed`
 */
export async function mailParts(
  bytes: Uint8Array,
  mail: Origin,
  container: string,
): Promise<readonly Piece[]> {
  const { attachments } = await parse(bytes, mail.uri);
  return attachments.map(({ filename, mimeType, disposition, related, content }, index): Piece => {
    const name = filename?.replace(/[\p{Cc}/\\]/gu, '_').slice(0, 200) ?? `part ${index + 1}`;
    const uri = `${mail.uri}!${name}`;
    if (NO_DOCUMENT.test(mimeType))
      return { kind: 'skip', where: uri, reason: `is ${mimeType}, no document` };
    if (related === true || (disposition === 'inline' && mimeType.startsWith('image/')))
      return { kind: 'skip', where: uri, reason: 'is a picture within the text of the mail' };
    return {
      kind: 'part',
      part: {
        subject: uri,
        name,
        bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
        declared: mimeType,
        incidental: false,
        origin: { uri, obtained: mail.obtained, method: 'attachment', container, hints: {} },
      },
    };
  });
}

async function parse(bytes: Uint8Array, where: string): ReturnType<typeof PostalMime.parse> {
  try {
    return await PostalMime.parse(bytes);
  } catch (error) {
    // The parser throws plain errors, for its bounds on nesting and headers alone.
    throw new TallymanError('malformed', `its attachments cannot be read: ${messageOf(error)}`, where, {
      cause: error,
    });
  }
}
