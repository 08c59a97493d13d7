import PostalMime, { type Address, type Email } from 'postal-mime';
import { TallymanError, messageOf } from '../core/errors.js';
import type { Document } from '../model/document.js';
import { plainDraft, type Draft } from './draft.js';
import { readHtml } from './html.js';
import { markMailParts } from './mail-parts.js';
import { readOpening } from './opening.js';
import type { Reader } from './reader.js';
import { textBlocks } from './text-blocks.js';

/** Reads a mail: its subject is the title, its sender the publisher, its body the text. Attachments are sources of their own. */
export const readMail: Reader = async (bytes, { where, hints }) => {
  const mail = await parse(bytes, where);
  const subject = mail.subject?.replace(/\s+/g, ' ').trim() ?? '';
  const body = bodyOf(mail, hints, where);
  const blocks = markMailParts(body.text, body.blocks, subject);
  const lost = body.text.match(/\uFFFD/g)?.length ?? 0;
  return {
    ...plainDraft({ text: body.text, blocks }),
    language: body.language,
    truncated: readOpening(body.text, blocks).truncated,
    title: subject === '' ? null : subject,
    publisher: nameOf(mail.from),
    byline: readOpening(body.text, blocks).byline,
    published: sentOn(mail),
    warnings: [
      ...body.warnings,
      ...(lost > 0 ? [`${lost} characters could not be read in the mail's declared encoding`] : []),
      ...(mail.attachments.length > 0 ? [`attachments are not part of this text: ${names(mail)}`] : []),
    ],
  };
};

async function parse(bytes: Uint8Array, where: string): Promise<Email> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
  } catch (error) {
    throw new TallymanError('malformed', `is no sound mail: ${messageOf(error)}`, where, { cause: error });
  }
  // The parser reads anything as a mail; one that was sent has these.
  const known = ['from', 'date', 'subject', 'message-id', 'received', 'to'];
  if (!mail.headers.some(({ key }) => known.includes(key))) {
    throw new TallymanError('malformed', 'has none of the header lines of a mail', where);
  }
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (
    /multipart\/encrypted|pkcs7-mime(?!.*signed-data)/i.test(type) ||
    /^-----BEGIN PGP MESSAGE-----/m.test(mail.text ?? '')
  ) {
    throw new TallymanError('encrypted', 'is an encrypted mail', where);
  }
  return mail;
}

/** The plain part where it tells as much as the HTML part; newsletters often put a mere notice there. */
function bodyOf(mail: Email, hints: Parameters<typeof readHtml>[1]['hints'], where: string): Draft {
  const plain = mail.text ?? '';
  const html = mail.html ?? '';
  const fromHtml = html.trim() === '' ? null : htmlBody(html, hints);
  if (plain.trim() !== '' && (fromHtml === null || plain.length * 2 >= fromHtml.text.length)) {
    return plainDraft({ text: plain, blocks: textBlocks(plain) });
  }
  if (fromHtml !== null) return fromHtml;
  const attached = mail.attachments.length > 0 ? `; its attachments are ${names(mail)}` : '';
  throw new TallymanError('no-text', `has no text of its own${attached}`, where);
}

function htmlBody(html: string, hints: Parameters<typeof readHtml>[1]['hints']): Draft | null {
  try {
    // Mail programs send the inside of a page without its frame.
    const page = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
    return readHtml(page, { url: null, hints });
  } catch (error) {
    if (error instanceof TallymanError && error.code === 'no-text') return null;
    throw error;
  }
}

const names = (mail: Email): string =>
  mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType).join(', ');

function nameOf(from: Address | undefined): string | null {
  const name = from?.name.replace(/\s+/g, ' ').trim() ?? '';
  return name !== '' ? name : (from?.address ?? null);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day on the sender's own calendar, as written in the `Date` line. */
function sentOn(mail: Email): Document['published'] {
  const line = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const [, day, month, year] = /(\d{1,2})\s+(\p{L}{3})\p{L}*\.?\s+(\d{4})/u.exec(line) ?? [];
  const number = MONTHS.indexOf(month?.toLowerCase() ?? '') + 1;
  const edtf =
    number > 0
      ? `${year}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      : /^\d{4}-\d{2}-\d{2}/.exec(mail.date ?? '')?.[0];
  return edtf === undefined || Number.isNaN(Date.parse(edtf)) ? null : { edtf, how: 'mail' };
}
