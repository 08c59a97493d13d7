import type { Source } from '../model/source.js';

/** A source by the place it was first obtained from, for a person. */
export function sourceName(source: Source): string {
  const uri = source.origins[0]?.uri ?? source.id;
  return uri.startsWith('file:') ? uri.slice('file:'.length) : uri;
}
