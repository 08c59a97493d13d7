import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { TallymanError } from '../../src/core/errors.js';
import { contentOfBytes } from '../../src/sources/content.js';
import { LIMITS } from '../../src/sources/limits.js';
import { detectMediaType } from '../../src/sources/media-type.js';
import { makeZip } from './make-zip.js';

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const detect = async (
  bytes: Uint8Array,
  name: string | null = null,
  type: string | null = null,
): Promise<string> =>
  (await detectMediaType(contentOfBytes(bytes, name ?? 'x'), { name, type }, LIMITS)).media_type;

async function refusal(
  bytes: Uint8Array,
  name: string | null = null,
  type: string | null = null,
): Promise<string> {
  try {
    return await detect(bytes, name, type);
  } catch (error) {
    if (error instanceof TallymanError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('a document is known by its content', () => {
  const cases: readonly (readonly [what: string, text: string, name: string | null, type: string])[] = [
    ['a page', '<!DOCTYPE html><title>Ships</title>', 'page.txt', 'text/html'],
    ['a page after white space and a comment', '\n <!-- made by -->\n<html><body>', null, 'text/html'],
    ['a page after a warning', 'Warning: cache is cold\n<!DOCTYPE html><html>', 'page.html', 'text/html'],
    ['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html xmlns="x">', null, 'text/html'],
    ['a fragment', '<p>Two ships left.</p>', null, 'text/html'],
    ['a fragment named as text', '<p>Two ships left.</p>', 'notes.txt', 'text/plain'],
    ['text about markup', '<Yonhap> Two ships left.', null, 'text/plain'],
    ['RSS', '<?xml version="1.0"?><!-- c --><rss version="2.0">', 'feed.xml', 'application/rss+xml'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', null, 'application/atom+xml'],
    ['RDF', '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/">', null, 'application/rdf+xml'],
    [
      'JSON feed',
      '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}',
      null,
      'application/feed+json',
    ],
    [
      'mail',
      'Received: from a by b\r\nFrom: a@example.org\r\nSubject: s\r\n\r\nText',
      null,
      'message/rfc822',
    ],
    ['mail by its name', 'Subject: s\r\n\r\nText', 'a.eml', 'message/rfc822'],
    ['text with a header', 'title: Two ships\ndate: 2024-03-01\n\nTwo ships left.', null, 'text/plain'],
    ['a pasted mail', 'From: The ministry\nDate: 3 March\n\nTwo ships left.', 'a.txt', 'text/plain'],
    ['text that begins as a bitmap does', 'BM-21 launchers were seen in three towns.', null, 'text/plain'],
    [
      'text that begins as a program does',
      'MZ is the mark of a program, and of this text.',
      null,
      'text/plain',
    ],
    ['text in brackets', '[Updated] Two ships left.', null, 'text/plain'],
    [
      'text with a form feed and a stray mark',
      `Two ships left.\f${'More on that. '.repeat(20)}\b`,
      null,
      'text/plain',
    ],
    ['a WARC', 'WARC/1.1\r\nWARC-Type: warcinfo\r\n', 'crawl.txt', 'application/warc'],
    ['PDF after a mark', '\n%PDF-1.4\n', 'report.txt', 'application/pdf'],
  ];
  it.each(cases)('%s', async (_what, text, name, type) => {
    expect(await detect(bytesOf(text), name)).toBe(type);
  });

  it('PDF, DOCX, images, packed WARC and WACZ', async () => {
    const pdf = new PDFDocument();
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.text('Two ships left.').end();
    await new Promise((resolve) => pdf.once('end', resolve));
    expect(await detect(Buffer.concat(chunks), 'report.txt')).toBe('application/pdf');
    const docx = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('Two ships')] }] }),
    );
    const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(await detect(docx)).toBe(DOCX);
    // Cut off, it is still for the reader of DOCX to say what is wrong with it.
    expect(await detect(docx.subarray(0, docx.length / 2), 'a.docx')).toBe(DOCX);
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    expect(await detect(png, 'scan.txt')).toBe('image/png');
    expect(await detect(gzipSync('WARC/1.0\r\n'))).toBe('application/warc');
    expect(await detect(makeZip([{ name: 'archive/data.warc', bytes: bytesOf('WARC/1.0') }]))).toBe(
      'application/wacz',
    );
  });

  it('then by what was declared, then by the name', async () => {
    expect(await detect(bytesOf('Two ships left.'), 'a', 'text/html; charset=utf-8')).toBe('text/html');
    expect(await detect(bytesOf('Two ships left.'), 'a.htm')).toBe('text/html');
    expect(await detect(bytesOf('Two ships left.'), 'a.htm', 'text/plain')).toBe('text/plain');
  });
});

describe('what is no document is refused, and named', () => {
  const binary = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
  const program = Buffer.concat([Buffer.from('7f454c460201010000000000', 'hex'), binary]);
  const cases: readonly (readonly [what: string, bytes: Uint8Array, name: string, refusal: string])[] = [
    ['nothing', bytesOf(''), 'a.txt', 'empty: holds no bytes'],
    ['white space', bytesOf(' \r\n\t'), 'a.txt', 'empty: holds nothing but white space'],
    ['a byte order mark', bytesOf('\uFEFF'), 'a.txt', 'empty: holds nothing but white space'],
    ['binary named .txt', binary, 'a.txt', 'unsupported: is binary data of no known kind, though named .txt'],
    ['a program named .txt', program, 'a.txt', 'unsupported: is application/x-elf data, though named .txt'],
    [
      'text that turns binary',
      Buffer.concat([Buffer.alloc(70_000, 'a '), binary]),
      'a.txt',
      'unsupported: is bin',
    ],
    ['a zip', makeZip([{ name: 'a.txt', bytes: binary }]), 'a.zip', 'unsupported: is a zip archive, neither'],
    [
      'a spreadsheet',
      makeZip([{ name: 'xl/workbook.xml', bytes: binary }]),
      'a.docx',
      'unsupported: is a spreadsheet',
    ],
    [
      'half a zip',
      makeZip([{ name: 'a', bytes: binary }]).subarray(0, 90),
      'a.zip',
      'malformed: is a damaged or',
    ],
    ['gzip', gzipSync('Two ships'), 'a.gz', 'unsupported: is a gzip archive that holds no WARC'],
    ['RTF', bytesOf('{\\rtf1\\ansi Two ships}'), 'a.doc', 'unsupported: is a rich text'],
    ['JSON', bytesOf('{"a": 1}'), 'a.json', 'unsupported: is JSON data'],
    [
      'other XML',
      bytesOf('<?xml version="1.0"?><kml>'),
      'a.xml',
      'unsupported: is XML data of the kind "kml"',
    ],
    ['a style sheet', bytesOf('body { margin: 0 }'), 'a.css', 'unsupported: is a script'],
    [
      'a mailbox',
      bytesOf('From a@b.org Mon Mar  4 10:00:00 2024\nReceived: x\n\nt'),
      'a.mbox',
      'unsupported: is a mailb',
    ],
  ];
  it.each(cases)('%s', async (_what, bytes, name, expected) => {
    expect(await refusal(bytes, name)).toContain(expected);
  });

  it('an Office file behind a password', async () => {
    const file = Buffer.alloc(2048);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
    expect(await refusal(file, 'a.doc')).toContain('unsupported: is an Office file of before 2007');
    file.write('EncryptedPackage', 1024, 'utf16le');
    expect(await refusal(file, 'a.docx')).toContain('encrypted:');
  });

  it('a page of 100 MB, without being read', async () => {
    const content = contentOfBytes(bytesOf('<!doctype html>'), 'big.html');
    const unread = { ...content, size: 100_000_000, all: () => Promise.reject(new Error('was read')) };
    const detection = detectMediaType(unread, { name: 'big.html', type: null }, LIMITS);
    await expect(detection).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('text is text in every encoding', () => {
  const SENTENCES: Readonly<Record<string, string>> = {
    latin:
      'Deux navires ont quitté le port de la côte est; « où vont-ils? » demande-t-on à l’été. Größe, señal, Łódź.',
    cyrillic:
      'Два корабля вышли из порта на восточном побережье, сообщило министерство. Куда они идут, неизвестно.',
    greek: 'Δύο πλοία έφυγαν από το λιμάνι της ανατολικής ακτής, ανακοίνωσε το υπουργείο.',
    hebrew: 'שתי ספינות יצאו מן הנמל שבחוף המזרחי, הודיע המשרד.',
    arabic: 'غادرت سفينتان الميناء على الساحل الشرقي، حسبما أعلنت الوزارة.',
    korean: '배 두 척이 동해안 항구를 떠났다고 부처가 밝혔다. 어디로 가는지는 알려지지 않았다.',
    chinese: '两艘船离开了东海岸的港口，该部宣布。目的地不明。',
    japanese: '二隻の船が東海岸の港を出たと省が発表した。行き先は不明である。',
    thai: 'เรือสองลำออกจากท่าเรือชายฝั่งตะวันออก กระทรวงแถลง',
    vietnamese: 'Hai con tàu rời cảng ở bờ biển phía đông.',
  };
  const ENCODINGS: Readonly<Record<string, readonly string[]>> = {
    latin: [
      'windows-1252',
      'windows-1250',
      'iso-8859-1',
      'iso-8859-2',
      'iso-8859-15',
      'macintosh',
      'cp437',
      'cp850',
    ],
    cyrillic: ['windows-1251', 'koi8-r', 'koi8-u', 'cp866', 'iso-8859-5', 'maccyrillic'],
    greek: ['windows-1253', 'iso-8859-7'],
    hebrew: ['windows-1255', 'iso-8859-8'],
    arabic: ['windows-1256', 'iso-8859-6'],
    korean: ['euc-kr', 'cp949'],
    chinese: ['gbk', 'gb18030', 'big5'],
    japanese: ['shift_jis', 'euc-jp'],
    thai: ['windows-874', 'tis620'],
    vietnamese: ['windows-1258'],
  };
  const pairs = Object.entries(SENTENCES).flatMap(([script, text]) =>
    [
      ...(ENCODINGS[script] ?? []),
      'utf-8',
      'utf-16le',
      'utf-16be',
      'utf8-bom',
      'utf16le-bom',
      'utf16be-bom',
      'utf32-bom',
    ].map((encoding) => [script, encoding, text] as const),
  );
  const encoded = (text: string, encoding: string): Uint8Array =>
    encoding.endsWith('-bom')
      ? iconv.encode(text, encoding.replace('-bom', '').replace('utf32', 'utf-32le'), { addBOM: true })
      : iconv.encode(text, encoding);

  it.each(pairs)('%s in %s', async (_script, encoding, text) => {
    expect(await detect(encoded(text, encoding), 'a.txt')).toBe('text/plain');
    expect(await detect(encoded(`<!doctype html><title>${text}</title>`, encoding), 'a')).toBe('text/html');
  });

  it('ISO-2022-JP, which shifts by escape codes', async () => {
    // "日本" and two ASCII words
    expect(await detect(Buffer.from('the \x1b$BF|K\\\x1b(B ship left', 'latin1'), 'a.txt')).toBe(
      'text/plain',
    );
  });

  it('any text at all, in UTF-8 and UTF-16', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aéЖ한中 \n.,'), minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(letters, fc.constantFrom('utf-8', 'utf-16le'), async (text, encoding) => {
        fc.pre(text.trim() !== '');
        const marked = iconv.encode(text, encoding, { addBOM: true });
        expect(await detect(marked, 'a.txt')).toBe('text/plain');
      }),
    );
  });

  it('and packed data is not', async () => {
    const packed = gzipSync(readFileSync(new URL('../../package-lock.json', import.meta.url))).subarray(200);
    for (let at = 0; at + 400 < packed.length; at += 400)
      expect(await refusal(packed.subarray(at, at + 400), 'a.txt')).toMatch(/^unsupported/);
  });
});
