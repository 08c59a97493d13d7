import { AsyncIterReader } from 'warcio';
import { TallymanError } from '../core/errors.js';
import { rejectFor } from '../model/reject.js';
import { decodedBody } from './content-coding.js';
import { charsetOf } from './content-type.js';
import type { Piece } from './piece.js';
import { fieldsOf, type WarcPlace } from './warc-place.js';

/** Types that may be a document; what is declared as anything else is the furniture of a page. */
const MAYBE_DOCUMENT =
  /^(text\/(html|plain|rtf|xml)|application\/(xhtml\+xml|pdf|msword|vnd\.openxml.*|octet-stream|(rss|atom|rdf)\+xml|xml|feed\+json|x-pdf)|message\/rfc822|image\/(png|jpe?g|tiff|webp|bmp|gif))$/;

/** What a response record holds, by its fields and its block; a `resource` record has no HTTP header in its block. */
export async function readResponse(
  header: ReadonlyMap<string, string>,
  block: Uint8Array,
  place: WarcPlace,
): Promise<Piece> {
  const uri = (header.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
  const subject = `${place.subject}!${uri}`;
  const skip = (reason: string): Piece => ({ kind: 'skip', where: subject, reason });
  if (!/^https?:\/\//i.test(uri) || !URL.canParse(uri)) return skip('its address is not http or https');
  const isHttp = header.get('warc-type') === 'response';
  if (isHttp && !/^application\/http\b/i.test(header.get('content-type') ?? ''))
    return skip('is no HTTP response');

  const http = isHttp ? splitHttp(block) : { status: 200, fields: header, body: block };
  if (http.status !== 200) return skip(`answered with status ${http.status}`);
  const declared = http.fields.get('content-type') ?? null;
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && !MAYBE_DOCUMENT.test(type)) return skip(`is ${type.slice(0, 80)}, no document`);
  try {
    const bytes = isHttp ? await bodyOf(http, place, subject) : block;
    if (type.startsWith('image/') && bytes.length < place.limits.pageImage)
      return skip('is a small image of a page');
    const charset = charsetOf(declared);
    return {
      kind: 'part',
      part: {
        subject,
        name: uri,
        bytes,
        declared,
        incidental: true,
        origin: {
          uri,
          obtained: warcDate(header.get('warc-date') ?? '', place),
          method: 'warc',
          container: place.container,
          hints: charset === null ? {} : { charset },
        },
      },
    };
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    return { kind: 'reject', reject: rejectFor('sources', subject, subject, error) };
  }
}

interface Http {
  readonly status: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

function splitHttp(block: Uint8Array): Http {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.length);
  const [end, gap] = [
    [buffer.indexOf('\r\n\r\n'), 4],
    [buffer.indexOf('\n\n'), 2],
  ]
    .filter(([at]) => at !== undefined && at >= 0)
    .sort(([a], [b]) => (a ?? 0) - (b ?? 0))[0] ?? [buffer.length, 0];
  const lines = buffer.subarray(0, end).toString('latin1').split(/\r?\n/);
  const status = Number(/^HTTP\/[\d.]+ +(\d{3})/i.exec(lines[0] ?? '')?.[1] ?? 0);
  return { status, fields: fieldsOf(lines.slice(1)), body: buffer.subarray((end ?? 0) + (gap ?? 0)) };
}

async function bodyOf({ fields, body }: Http, place: WarcPlace, where: string): Promise<Uint8Array> {
  const { document, ratio, ratioFrom } = place.limits;
  // warcio gives a body back as it is where a crawler stored it unchunked under the old header.
  const chunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '');
  const whole = chunked ? await new AsyncIterReader([body], null, true).readFully() : body;
  try {
    const bound = { total: document, ratio, ratioFrom };
    return await decodedBody([whole], fields.get('content-encoding') ?? null, bound, where);
  } catch (error) {
    // Some crawlers store the body unpacked and leave the header; its media type will tell.
    if (error instanceof TallymanError && error.code === 'malformed') return whole;
    throw error;
  }
}

/** WARC 1.1 allows a date of less precision and of more; what is no date was obtained when it was added. */
function warcDate(text: string, place: WarcPlace): string {
  const time = Date.parse(text);
  return (Number.isNaN(time) ? place.now() : new Date(time)).toISOString();
}
