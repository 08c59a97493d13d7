import { harmlessHtml } from '../documents/harmless-html.js';
import type { Source } from '../model/source.js';
import type { OpenCase } from './open-case.js';

/** How a browser may show an archived original. */
export type ShownAs = 'html' | 'pdf' | 'text' | 'image' | 'download';

const IMAGES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function shownAs(mediaType: string): ShownAs {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'application/pdf') return 'pdf';
  if (type === 'text/plain') return 'text';
  return IMAGES.has(type) ? 'image' : 'download';
}

/** An original as it is sent to a browser. */
export interface ShownOriginal {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly as: ShownAs;
}

/**
 * The archived bytes of a source; a page comes as markup in which nothing runs and nothing is loaded, all else as it is.
 * @param raw the bytes themselves, to be saved
 */
export async function shownOriginal(open: OpenCase, source: Source, raw: boolean): Promise<ShownOriginal> {
  const bytes = new Uint8Array(await open.originals.read(source.id));
  const as = raw ? 'download' : shownAs(source.media_type);
  switch (as) {
    case 'html':
      return {
        bytes: new TextEncoder().encode(harmlessHtml(bytes, source)),
        mediaType: 'text/html; charset=utf-8',
        as,
      };
    case 'text':
      return { bytes, mediaType: 'text/plain; charset=utf-8', as };
    case 'pdf':
    case 'image':
      return { bytes, mediaType: source.media_type.split(';')[0] ?? '', as };
    case 'download':
      return { bytes, mediaType: 'application/octet-stream', as };
  }
}
