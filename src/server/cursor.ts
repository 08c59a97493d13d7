import { createHmac, timingSafeEqual } from 'node:crypto';
import { TallymanError } from '../core/errors.js';
import { canonicalJson } from '../core/hash.js';

/**
 * Cursors of lists: opaque to who gets one, and good for the list that it came from alone, with the same filters and
 * order. They hold where the next page begins, and a mark by which one that was changed or made up is known.
 */

/** Where a list goes on. */
export type Place = readonly (string | number | null)[];

const MARK_BYTES = 12;

/** @param list the list with its filters and order, whatever they are, but not the size of a page */
export function makeCursor(list: unknown, place: Place): string {
  const text = JSON.stringify(place);
  return Buffer.concat([markOf(list, text), Buffer.from(text)]).toString('base64url');
}

/** @throws TallymanError `bad-cursor` */
export function readCursor(list: unknown, cursor: string): Place {
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.subarray(MARK_BYTES).toString();
  const fits =
    bytes.length > MARK_BYTES &&
    timingSafeEqual(bytes.subarray(0, MARK_BYTES), markOf(list, text)) &&
    bytes.toString('base64url') === cursor;
  if (!fits)
    throw new TallymanError(
      'bad-cursor',
      'is no cursor of this list with these filters',
      cursor.slice(0, 80),
    );
  return JSON.parse(text) as Place;
}

/** Keeps mistakes apart rather than secrets: it needs to be the same after a restart. */
const markOf = (list: unknown, text: string): Buffer =>
  createHmac('sha256', 'tallyman-cursor-1')
    .update(canonicalJson(list))
    .update('\0')
    .update(text)
    .digest()
    .subarray(0, MARK_BYTES);
