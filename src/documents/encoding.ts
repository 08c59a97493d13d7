import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { TallymanError } from '../core/errors.js';
import { languageScore } from './language.js';

/** Text from bytes, and how it was read. */
export interface Decoded {
  readonly text: string;
  /** Name of the encoding by the WHATWG Encoding Standard or iconv. */
  readonly encoding: string;
  /** What was guessed or lost. */
  readonly warnings: readonly string[];
}

/**
 * The legacy encodings in use, the commoner first where the same bytes read alike in two of them. Newer supersets
 * stand for their subsets: windows-1252 for ISO 8859-1, koi8-u for koi8-r, gb18030 for GBK and GB 2312.
 */
const LEGACY = [
  'windows-1252', 'windows-1251', 'koi8-u', 'windows-1250', 'iso-8859-2', 'iso-8859-5', 'cp866', 'windows-1253',
  'iso-8859-7', 'windows-1254', 'windows-1255', 'iso-8859-8', 'windows-1256', 'iso-8859-6', 'windows-1257',
  'windows-1258', 'windows-874', 'iso-8859-15', 'cp949', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'macintosh',
  'maccyrillic', 'utf-16le', 'utf-16be',
] as const; // prettier-ignore

const SUPERSETS: Readonly<Record<string, string>> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'koi8-r': 'koi8-u',
  'euc-kr': 'cp949',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  ibm866: 'cp866',
  'utf-16': 'utf-16le',
};

/** Bytes looked at by the detector: enough sentences to tell two code pages of one script apart. */
const SAMPLE = 4_096;
/** What a sender's word is worth against the text itself, in units of `languageScore`. */
const DECLARED_BONUS = 0.1;

/**
 * Decodes text: byte order mark, UTF-8 where it is valid, then the encoding in which it reads most like a language.
 * @param declared charset named by the sender (HTTP, mail, `<meta>`); believed unless the text speaks against it
 * @throws TallymanError `unsupported` where the bytes are no text
 */
export function decodeText(bytes: Uint8Array, declared: string | null, where: string | null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return checked(iconv.decode(Buffer.from(bytes), marked), marked, []);

  const switching = escapeEncoding(bytes, declared);
  if (switching !== null) return checked(new TextDecoder(switching).decode(bytes), switching, []);

  const wide = wideOrder(bytes);
  if (wide === null && isBinary(bytes)) {
    throw new TallymanError('unsupported', 'is named as text but holds binary data', where);
  }
  if (wide === null) {
    const utf8 = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (isMostlyUtf8(utf8, bytes)) return checked(utf8, 'utf-8', []);
  }

  const hint = known(declared);
  const sample = telling(bytes, wide !== null || (hint?.startsWith('utf-16') ?? false));
  // The commoner encoding comes first and wins among equals.
  const best = candidates(wide, hint)
    .map((encoding) => {
      const text = iconv.decode(sample, encoding);
      return {
        encoding,
        score: languageScore(text) - oddity(text) + (encoding === hint ? DECLARED_BONUS : 0),
      };
    })
    .reduce((a, b) => (b.score > a.score ? b : a));
  const warnings =
    best.encoding === hint
      ? []
      : [
          hint === null
            ? `encoding guessed: ${best.encoding}`
            : `encoding guessed: ${best.encoding}; it was declared as ${hint}`,
        ];
  return checked(iconv.decode(Buffer.from(bytes), best.encoding), best.encoding, warnings);
}

/** The charset that an HTML or XML file names in its first 4 kB; null where it names none. */
export function charsetInMarkup(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  const found =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

/** Says what was lost. */
function checked(text: string, encoding: string, warnings: readonly string[]): Decoded {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lost = replacements(plain);
  return {
    text: plain,
    encoding,
    warnings: lost === 0 ? warnings : [...warnings, `${lost} characters could not be read as ${encoding}`],
  };
}

const replacements = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0;

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  return null;
}

/** ISO 2022 switches character sets by escape sequences, which no other text has. */
function escapeEncoding(bytes: Uint8Array, declared: string | null): 'iso-2022-jp' | null {
  if (declared?.toLowerCase() === 'iso-2022-jp') return 'iso-2022-jp';
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  // eslint-disable-next-line no-control-regex -- the escape character is what is looked for
  return /\x1b\$[@B]/.test(head) && /\x1b\([BJ]/.test(head) ? 'iso-2022-jp' : null;
}

/** UTF-16 without a mark: spaces, digits and line ends put zero bytes on one side of each pair, and only there. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 === 1) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  const end = Math.min(bytes.length, 65_536);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  if (even + odd < end / 100) return null;
  if (even * 10 <= odd) return 'utf-16le'; // a few letters have a zero low byte too
  return odd * 10 <= even ? 'utf-16be' : null;
}

/** Zero bytes, or more control characters than a stray one. */
function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte)) controls++;
  }
  return controls > end / 200;
}

/** Valid, or valid but for a few damaged characters: other encodings are almost never valid by chance. */
function isMostlyUtf8(text: string, bytes: Uint8Array): boolean {
  return isUtf8(bytes) || replacements(text) * 10 <= beyondAscii(text);
}

// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const beyondAscii = (text: string): number => text.match(/[^\x00-\x7f]/g)?.length ?? 0;

function candidates(wide: string | null, hint: string | null): readonly string[] {
  if (wide !== null) return [wide];
  const narrow = LEGACY.filter((encoding) => !encoding.startsWith('utf-16') || encoding === hint);
  return hint === null || (narrow as readonly string[]).includes(hint) ? narrow : [...narrow, hint];
}

function known(declared: string | null): string | null {
  const name = declared?.trim().toLowerCase() ?? '';
  const wider = SUPERSETS[name] ?? name;
  return wider !== '' && wider !== 'utf-8' && wider !== 'utf8' && iconv.encodingExists(wider) ? wider : null;
}

/** The lines that differ from encoding to encoding, up to the sample's size. */
function telling(bytes: Uint8Array, wide: boolean): Buffer {
  if (wide) return Buffer.from(bytes.subarray(0, SAMPLE));
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < SAMPLE;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE));
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}

const OTHER_SCRIPT = '[\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Hebrew}\\p{sc=Arabic}\\p{sc=Thai}]';
/** What wrong code pages make of letters, quotation marks and dashes. */
const ODD = new RegExp(
  [
    '\\p{Ll}(?=(?![A-Z])\\p{Lu})', // donÕt
    '\\s(?![A-Z])\\p{Lu}(?=\\s)', // a dash read as a capital
    `[A-Za-z](?=${OTHER_SCRIPT})|${OTHER_SCRIPT}(?=[A-Za-z])`,
    '\\p{L}(?=[¦§¨©®°±´¶¸†•‰√∞≈≠≤≥∂∑∏∫\\u2500-\\u25ff])',
    '[¤‡¬]',
  ].join('|'),
  'gu',
);

/** Share of signs that correct text hardly has: control and private characters, and odd company within a word. */
function oddity(text: string): number {
  const lost = text.match(/[\uFFFD\u0080-\u009f\p{Co}\p{Cn}]/gu)?.length ?? 0;
  const odd = text.match(ODD)?.length ?? 0;
  return (lost * 3 + odd) / Math.max(1, beyondAscii(text));
}
