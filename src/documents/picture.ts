import { imageSize } from 'image-size';
import { TallymanError, messageOf } from '../core/errors.js';

/** A page of A3 at 400 dpi or A4 at 600; a picture that claims more is not decoded at all. */
const MAX_PIXELS = 40_000_000;

/**
 * Refuses a picture by its head alone, before anything decodes it.
 * @throws TallymanError `too-large` by its declared size, or `malformed` where it declares none
 */
export function checkPicture(bytes: Uint8Array, where: string): void {
  const { width, height } = declaredSize(bytes, where);
  if (width * height <= MAX_PIXELS) return;
  throw new TallymanError(
    'too-large',
    `is a picture of ${width} x ${height} pixels; at most ${MAX_PIXELS} are read`,
    where,
  );
}

/** Pages of a TIFF; 1 for any other picture. */
export function pictureCount(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = bytes.length < 8 ? 0 : view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) return 1;
  let count = 0;
  // Each directory ends with the offset of the next; a damaged file may point in a circle.
  for (let at = view.getUint32(4, little); at !== 0 && at + 2 <= bytes.length && count < 10_000; count++) {
    const next = at + 2 + view.getUint16(at, little) * 12;
    at = next + 4 <= bytes.length ? view.getUint32(next, little) : 0;
  }
  return Math.max(1, count);
}

function declaredSize(bytes: Uint8Array, where: string): { width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch (error) {
    throw new TallymanError(
      'malformed',
      `is no picture, or its head is damaged: ${messageOf(error)}`,
      where,
      { cause: error },
    );
  }
}
