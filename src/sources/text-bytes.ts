import iconv from 'iconv-lite';

/**
 * Whether bytes are text, in any encoding that text is still found in: UTF-8, UTF-16 with or without its mark, and the
 * 8-bit and multi-byte encodings of Windows, Unix, DOS and the Mac. Those leave the control codes alone, which data of
 * any other kind does not: in packed or random bytes every tenth is one.
 */

/** Stray control codes that text is allowed: this share of it, and one in anything longer than a line. */
const STRAY = 0.002;
const strayAllowed = (length: number): number => Math.max(length * STRAY, length >= 80 ? 1 : 0);

/** 1 for a byte that no text encoding but UTF-16 uses for a character or a shift. */
const CONTROL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x7f || (byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x1a, 0x1b].includes(byte))
    ? 1
    : 0,
);

export function isText(bytes: Uint8Array): boolean {
  if (markOf(bytes) !== null) return true;
  return isEightBit(bytes) || utf16WithoutMark(bytes) !== null;
}

/**
 * The start of text as characters, enough to recognise markup by: exact for UTF-8 and UTF-16, and for the ASCII part of
 * every other encoding.
 */
export function textHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 16 * 1024);
  const label = markOf(head) ?? utf16WithoutMark(head) ?? 'latin1';
  if (label.startsWith('utf-32')) return iconv.decode(Buffer.from(head), label).trimStart();
  return new TextDecoder(label).decode(head).trimStart();
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return hasTextAfterMark(bytes, 'utf-16le') ? 'utf-16le' : null;
  if (a === 0xfe && b === 0xff) return hasTextAfterMark(bytes, 'utf-16be') ? 'utf-16be' : null;
  return null;
}

const hasTextAfterMark = (bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): boolean =>
  bytes.length === 2 || commonCharacters(bytes, label) !== null;

function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 8 || isEightBit(bytes.subarray(0, 16 * 1024))) return null;
  const little = commonCharacters(bytes, 'utf-16le');
  const big = commonCharacters(bytes, 'utf-16be');
  if (little === null && big === null) return null;
  return (little ?? -1) >= (big ?? -1) ? 'utf-16le' : 'utf-16be';
}

const isEightBit = (bytes: Uint8Array): boolean => {
  let controls = 0;
  for (const byte of bytes) controls += CONTROL[byte] ?? 0;
  return controls <= strayAllowed(bytes.length);
};

/**
 * How many characters are ASCII, or the spaces and stops of Chinese and Japanese: with its bytes the wrong way round, a
 * text has next to none. Null where it is no text, which is nearly all assigned characters, parted by some such.
 */
function commonCharacters(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): number | null {
  const text = new TextDecoder(label).decode(bytes.subarray(0, 16 * 1024 - 2));
  const unlike = text.match(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\s]|\uFFFD/gu)?.length ?? 0;
  const common = text.match(/[\t\n\r -~\u3000-\u3002]/gu)?.length ?? 0;
  return unlike <= text.length * 0.01 && common >= Math.floor(text.length / 200) ? common : null;
}
