import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { TallymanError } from '../core/errors.js';
import type { Content } from './content.js';
import { inflated } from './inflate.js';
import type { Limits } from './limits.js';
import { textFormat, type Declared, type Detection, type Form } from './text-format.js';
import { isText } from './text-bytes.js';
import { zipEntries } from './zip.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What the readers of documents can read, beside text, mail and DOCX. */
const READABLE = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'image/webp',
  'image/bmp',
  'image/gif',
]);

/**
 * The media type, by content first, then by what the sender declared, then by the name.
 * @throws TallymanError `empty`, `unsupported`, `encrypted`, `too-large`, `malformed`, each saying what the content is
 */
export async function detectMediaType(
  content: Content,
  declared: Declared,
  limits: Limits,
): Promise<Detection> {
  const { where } = content;
  if (content.size === 0) throw new TallymanError('empty', 'holds no bytes', where);
  const head = await content.head();

  // 1. Containers, which are never read whole.
  if (startsWith(head, 'WARC/')) return container('warc', 'application/warc', content, limits);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    if (await packsWarc(head, where)) return container('warc', 'application/warc', content, limits);
    throw unsupported(where, 'a gzip archive that holds no WARC; unpack it first');
  }
  if (['PK\u0003\u0004', 'PK\u0005\u0006'].includes(latin1(head, 4)))
    return zipFormat(content, declared, limits);

  // 2. Kinds whose mark is text itself, and which may be text throughout.
  if (latin1(head, 1024).includes('%PDF-')) return document('application/pdf', content, limits);
  if (startsWith(head, '{\\rtf')) throw unsupported(where, 'a rich text (RTF) file');
  if (startsWith(head, '%!PS')) throw unsupported(where, 'a PostScript file');

  // 3. Text before the marks of binary files: a text on the BM-21 launcher has the mark of a bitmap.
  if (isText(head)) {
    assertSize(content, limits);
    const bytes = await content.all(limits.document);
    if (isText(bytes)) return textFormat(bytes, declared, where);
  }

  // 4. Everything else by its mark.
  const known = await fileTypeFromBuffer(head);
  if (known && READABLE.has(known.mime)) return document(known.mime, content, limits);
  if (known?.mime === 'application/x-cfb') throw await oldOffice(content, limits);
  const claimed = claimedKind(declared);
  throw unsupported(
    where,
    `${known ? `${known.mime} data` : 'binary data of no known kind'}${claimed ? `, though ${claimed}` : ''}`,
  );
}

const unsupported = (where: string, what: string): TallymanError =>
  new TallymanError('unsupported', `is ${what}`, where);

function claimedKind({ type, name }: Declared): string | null {
  const extension = extname(name ?? '');
  if (extension !== '') return `named ${extension.slice(0, 20)}`;
  return type === null ? null : `declared as ${type.slice(0, 80)}`;
}

function document(media_type: string, content: Content, limits: Limits): Detection {
  assertSize(content, limits);
  return { media_type, form: 'plain' };
}

function assertSize(content: Content, limits: Limits): void {
  if (content.size > limits.document)
    throw new TallymanError(
      'too-large',
      `is ${content.size} bytes; at most ${limits.document} are read as one document`,
      content.where,
    );
}

function container(form: Form, media_type: string, content: Content, limits: Limits): Detection {
  if (content.size > limits.container)
    throw new TallymanError(
      'too-large',
      `is ${content.size} bytes; at most ${limits.container} are read as one archive`,
      content.where,
    );
  return { media_type, form };
}

async function packsWarc(head: Uint8Array, where: string): Promise<boolean> {
  const bound = { total: 2 ** 30, ratio: 2000, ratioFrom: 2 ** 30 };
  try {
    for await (const chunk of inflated([head.subarray(0, 4096)], 'gzip', bound, where))
      return startsWith(chunk, 'WARC/');
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error; // damaged from its first bytes: no WARC to be had of it
  }
  return false;
}

/** DOCX and WACZ are zip archives, told apart from all others by what lies in them. */
async function zipFormat(content: Content, { type, name }: Declared, limits: Limits): Promise<Detection> {
  const { where } = content;
  const names = new Set<string>();
  try {
    for await (const { entry } of zipEntries(content)) names.add(entry.fileName);
  } catch (error) {
    // The reader of documents says more of a damaged DOCX than can be said here.
    const docx = type === DOCX || /\.docx$/i.test(name ?? '');
    if (error instanceof TallymanError && error.code === 'malformed' && docx)
      return document(DOCX, content, limits);
    throw error;
  }
  if (names.has('word/document.xml')) return document(DOCX, content, limits);
  if ([...names].some(isWarcEntry)) return container('wacz', 'application/wacz', content, limits);
  if (names.has('xl/workbook.xml')) throw unsupported(where, 'a spreadsheet (XLSX)');
  if (names.has('ppt/presentation.xml')) throw unsupported(where, 'a presentation (PPTX)');
  if (names.has('META-INF/container.xml')) throw unsupported(where, 'an electronic book (EPUB)');
  if (names.has('content.xml') && names.has('META-INF/manifest.xml'))
    throw unsupported(where, 'an OpenDocument file');
  const known = await fileTypeFromBuffer(await content.head());
  if (known?.mime === DOCX) return document(DOCX, content, limits);
  throw unsupported(where, 'a zip archive, neither DOCX nor WACZ; unpack it and add the folder');
}

export const isWarcEntry = (name: string): boolean => /^archive\/[^/]+\.warc(\.gz)?$/.test(name);

/** Word before 2007, Outlook, and any Office file behind a password share one container format. */
async function oldOffice(content: Content, limits: Limits): Promise<TallymanError> {
  assertSize(content, limits);
  const bytes = Buffer.from(await content.all(limits.document));
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new TallymanError('encrypted', 'is an Office file behind a password', content.where)
    : unsupported(content.where, 'an Office file of before 2007 or an Outlook message');
}

const latin1 = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');

const startsWith = (bytes: Uint8Array, mark: string): boolean => latin1(bytes, mark.length) === mark;
