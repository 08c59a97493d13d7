import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of bytes or UTF-8 text, as 64 lower-case hex digits. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** JSON by RFC 8785: equal values give equal text, whatever the order of their keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('a value without a JSON form has no canonical form');
  return text;
}

/** An id made of content alone, such as `c-1f0a…`: the same value has the same id in every run and on every machine. */
export function contentId(prefix: 'c' | 'f' | 'e' | 'r' | 'j' | 's' | 'h', value: unknown): string {
  return `${prefix}-${sha256(canonicalJson(value)).slice(0, 20)}`;
}

/** A hash for finding what is alike, where what is found is looked at again. */
export const shortHash = (text: string): string => sha256(text).slice(0, 16);
