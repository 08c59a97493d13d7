import { sha256 } from '../core/hash.js';

/**
 * Text in columns. Postgres refuses U+0000 and has no lone surrogates, and both occur in damaged sources. Records are
 * kept whole as `json`, whose text is pure escapes for both, so they come back exactly; columns are only compared, so
 * an escape that maps different texts to different texts is enough and is never undone.
 */

/** The text with `\`, U+0000 and lone surrogates escaped; different texts stay different. */
function storedText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\0', '\\0')
    .replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** An index entry of Postgres holds some 2,700 bytes; hostile names and addresses are longer. */
const LONGEST_KEY = 200;

/** The text as an indexed column holds it: whole where it is short, else its beginning and its hash. */
export function keyText(text: string): string {
  const stored = storedText(text);
  return stored.length <= LONGEST_KEY
    ? stored
    : `${storedText(text.slice(0, LONGEST_KEY))}…${sha256(stored)}`;
}

export const keyOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : keyText(text);

/** The text for a search that ignores case; folded here, since a server's own folding depends on its locale. */
export const foldedText = (text: string): string => storedText(text.toLowerCase());
