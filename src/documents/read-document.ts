import { TallymanError } from '../core/errors.js';
import { bodyText, type Document } from '../model/document.js';
import type { Source } from '../model/source.js';
import { readDocx } from './docx.js';
import { finish } from './draft.js';
import { charsetInMarkup, decodeText } from './encoding.js';
import { readHtml } from './html.js';
import { readImage } from './image.js';
import { detectLanguage } from './language.js';
import { readMail } from './mail.js';
import { startOcr, type OcrService } from './ocr.js';
import { readPdf } from './pdf.js';
import { readPlainText } from './plain-text.js';
import type { Reader, ReaderContext } from './reader.js';

/** A page's text by its charset: the server's word, else the page's own. */
const readHtmlPage: Reader = (bytes, { where, url, hints }) => {
  const { text, warnings } = decodeText(bytes, hints.charset ?? charsetInMarkup(bytes), where);
  const draft = readHtml(text, { url, hints });
  return Promise.resolve({ ...draft, warnings: [...warnings, ...draft.warnings] });
};

/** Every reader with its version. A reader that reads anything differently gets a new number. */
const READER = {
  html: { version: 'html-1', read: readHtmlPage },
  pdf: { version: 'pdf-1', read: readPdf },
  docx: { version: 'docx-1', read: readDocx },
  mail: { version: 'mail-1', read: readMail },
  text: { version: 'text-1', read: readPlainText },
  image: { version: 'image-1', read: readImage },
} as const satisfies Record<string, { version: string; read: Reader }>;

const BY_MEDIA_TYPE: Readonly<Record<string, (typeof READER)[keyof typeof READER]>> = {
  'text/html': READER.html,
  'application/xhtml+xml': READER.html,
  'application/pdf': READER.pdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': READER.docx,
  // Password-protected Office files and old binary ones share this container; the reader tells them apart.
  'application/x-cfb': READER.docx,
  'message/rfc822': READER.mail,
  'text/plain': READER.text,
  'text/markdown': READER.text,
  'image/png': READER.image,
  'image/jpeg': READER.image,
  'image/webp': READER.image,
  'image/tiff': READER.image,
  'image/bmp': READER.image,
  'image/gif': READER.image,
};

/** All readers' versions as one: where it changes, sources are read anew and get a document beside the old one. */
export const READERS = Object.values(READER)
  .map(({ version }) => version)
  .join('+');

/**
 * Reads a source's bytes as a document.
 * @param options.ocr shared by many calls, else one is started where a picture needs it and closed again
 * @throws TallymanError `empty`, `unsupported`, `malformed`, `encrypted`, `too-large` or `no-text`, naming the file
 */
export async function readDocument(
  source: Source,
  bytes: Uint8Array,
  options: { readonly signal?: AbortSignal; readonly ocr?: OcrService } = {},
): Promise<Document> {
  const origin = source.origins[0];
  const where = origin?.uri ?? source.id;
  if (bytes.length === 0) throw new TallymanError('empty', 'holds no bytes', where);
  const mediaType = source.media_type.split(';')[0]?.trim().toLowerCase() ?? '';
  const reader = Object.hasOwn(BY_MEDIA_TYPE, mediaType) ? BY_MEDIA_TYPE[mediaType] : undefined;
  if (reader === undefined) {
    throw new TallymanError('unsupported', `is ${source.media_type}, which Tallyman does not read`, where);
  }

  const ocr = options.ocr ?? startOcr();
  const context: ReaderContext = {
    where,
    url: /^https?:/i.test(where) ? where : null,
    hints: origin?.hints ?? {},
    ocr,
    signal: options.signal ?? null,
  };
  try {
    const draft = await reader.read(bytes, context);
    if (draft.text.trim() === '') throw new TallymanError('no-text', 'holds no text', where);
    const { hints } = context;
    return finish(
      {
        ...draft,
        title: draft.title ?? hints.title ?? null,
        publisher: draft.publisher ?? hints.publisher ?? null,
        published: draft.published ?? feedDate(hints.published ?? null),
        language: detectLanguage(bodyText(draft)) ?? draft.language,
      },
      source.id,
      reader.version,
    );
  } finally {
    if (options.ocr === undefined) await ocr.close();
  }
}

/** A feed's date to the day, in UTC; the document's own date comes first. */
function feedDate(hint: string | null): Document['published'] {
  const time = hint === null ? NaN : Date.parse(hint);
  return Number.isNaN(time) ? null : { edtf: new Date(time).toISOString().slice(0, 10), how: 'feed' };
}
