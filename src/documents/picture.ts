import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { TallymanError, messageOf } from '../core/errors.js';

/** More than a double page at 600 dpi; a picture that claims more is not decoded at all. */
const MAX_PIXELS = 80_000_000;
/** A page at 400 dpi: finer detail only costs time. */
const ENOUGH_PIXELS = 16_000_000;
/** Screenshots carry letters smaller than the engine was trained on; they are drawn at twice their size. */
const SMALL_PIXELS = 1_000_000;

/**
 * A picture made ready for text recognition: decoded, on white, at a size that the engine reads well. TIFF stays as it
 * is, for the engine decodes it itself.
 * @throws TallymanError `malformed`, `unsupported`, or `too-large` by its declared size, before anything is decoded
 */
export async function preparePicture(bytes: Uint8Array, where: string): Promise<Uint8Array> {
  const { width, height, type } = declaredSize(bytes, where);
  if (width * height > MAX_PIXELS) {
    throw new TallymanError(
      'too-large',
      `is a picture of ${width} x ${height} pixels; at most ${MAX_PIXELS} are read`,
      where,
    );
  }
  if (type === 'tiff') return bytes;
  try {
    const image = await loadImage(Buffer.from(bytes));
    const scale = scaleOf(image.width * image.height);
    const canvas = createCanvas(
      Math.max(1, Math.round(image.width * scale)),
      Math.max(1, Math.round(image.height * scale)),
    );
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.encode('png');
  } catch (error) {
    throw new TallymanError('malformed', `cannot be decoded: ${messageOf(error)}`, where, { cause: error });
  }
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

function declaredSize(bytes: Uint8Array, where: string): { width: number; height: number; type: string } {
  try {
    const { width, height, type } = imageSize(bytes);
    return { width, height, type: type ?? '' };
  } catch (error) {
    throw new TallymanError(
      'malformed',
      `is no picture, or its head is damaged: ${messageOf(error)}`,
      where,
      { cause: error },
    );
  }
}

function scaleOf(pixels: number): number {
  if (pixels < SMALL_PIXELS) return 2;
  return pixels <= ENOUGH_PIXELS ? 1 : Math.sqrt(ENOUGH_PIXELS / pixels);
}
