import { AsyncIterReader } from 'warcio';
import { TallymanError } from '../core/errors.js';
import { rejectFor } from '../model/reject.js';
import type { Piece } from './piece.js';
import { inflated } from './inflate.js';
import { fieldsOf, type WarcPlace } from './warc-place.js';
import { readResponse } from './warc-response.js';

/**
 * Every response of a WARC file (ISO 28500), packed or not, that was answered with a document. A file that is cut off
 * or damaged gives what comes before the damage, and a reject that names the record it broke in.
 */
export async function* warcParts(
  bytes: AsyncIterable<Uint8Array>,
  place: WarcPlace,
): AsyncGenerator<Piece, void> {
  const source = new MeteredSource(bytes, place);
  // Unpacking is ours, since warcio's inflator has no bound; it also takes damage for the end of the packing.
  const chunks = source.chunks();
  const reader = new AsyncIterReader({ [Symbol.asyncIterator]: () => chunks }, null);
  let record = 'its first record';
  try {
    for (let number = 1; ; number += 1) {
      source.allow(place.limits.recordHeader);
      const header = await readHeader(reader, place);
      if (header === null) break;
      record = `record ${number} (${header.get('warc-target-uri') ?? header.get('warc-type') ?? 'unnamed'})`;
      const length = Number(header.get('content-length') ?? NaN);
      if (!Number.isSafeInteger(length) || length < 0)
        throw new TallymanError('malformed', `${record} does not give its length`, place.subject);

      source.allow(Infinity);
      const type = header.get('warc-type');
      const wanted = type === 'response' || type === 'resource';
      if (!wanted || length > place.limits.document + place.limits.recordHeader) {
        const skipped = await reader.skipSize(length);
        if (skipped < length) throw cutOff(record, place);
        if (wanted) yield tooLarge(header, length, place);
        continue;
      }
      const block = await reader.readSize(length);
      if (block.length < length) throw cutOff(record, place);
      yield await readResponse(header, block, place);
    }
    if (source.damage) throw source.damage;
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    const cause = source.damage ?? error;
    const reason = `${cause.message}; everything before ${record} was read`;
    const reject = new TallymanError(cause.code, reason, place.subject, { cause });
    yield { kind: 'reject', reject: rejectFor('sources', place.subject, place.subject, reject) };
  } finally {
    await chunks.return(); // warcio does not close what it reads from
  }
}

const cutOff = (record: string, place: WarcPlace): TallymanError =>
  new TallymanError('malformed', `is cut off in ${record}`, place.subject);

function tooLarge(header: ReadonlyMap<string, string>, length: number, place: WarcPlace): Piece {
  const subject = `${place.subject}!${header.get('warc-target-uri') ?? ''}`;
  const error = new TallymanError(
    'too-large',
    `is ${length} bytes; at most ${place.limits.document} are read as one document`,
    subject,
  );
  return { kind: 'reject', reject: rejectFor('sources', subject, subject, error) };
}

/** The named fields of the next record, names in lower case; null at the end. */
async function readHeader(reader: AsyncIterReader, place: WarcPlace): Promise<Map<string, string> | null> {
  let line = await reader.readline();
  while (/^\r?\n$/.test(line)) line = await reader.readline();
  if (line === '') return null;
  if (!/^WARC\/\d/.test(line))
    throw new TallymanError('malformed', 'does not go on with a WARC record', place.subject);
  const lines: string[] = [];
  for (;;) {
    line = await reader.readline();
    if (line === '')
      throw new TallymanError('malformed', 'is cut off in the header of a record', place.subject);
    if (/^\r?\n$/.test(line)) return fieldsOf(lines);
    lines.push(line);
  }
}

/**
 * The unpacked bytes, with a bound on how many may be asked for at once: a "header" without an end would otherwise be
 * collected in memory. Damage ends the stream and is kept, so that the records before it are read first.
 */
class MeteredSource {
  damage: TallymanError | null = null;
  private allowance = 0;

  constructor(
    private readonly bytes: AsyncIterable<Uint8Array>,
    private readonly place: WarcPlace,
  ) {}

  allow(bytes: number): void {
    this.allowance = bytes;
  }

  async *chunks(): AsyncGenerator<Uint8Array, void> {
    const { subject, limits } = this.place;
    const bound = { total: limits.unpacked, ratio: limits.ratio, ratioFrom: limits.ratioFrom };
    try {
      for await (const chunk of unpacked(this.bytes, bound, subject)) {
        if (this.allowance <= 0)
          throw new TallymanError('malformed', 'has a record whose header does not end', subject);
        this.allowance -= chunk.length;
        yield chunk;
      }
    } catch (error) {
      if (!(error instanceof TallymanError)) throw error;
      this.damage = error;
    }
  }
}

async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  bound: Parameters<typeof inflated>[2],
  where: string,
): AsyncGenerator<Uint8Array, void> {
  const chunks = bytes[Symbol.asyncIterator]();
  try {
    const first = await chunks.next();
    if (first.done === true) return;
    const all = async function* (): AsyncGenerator<Uint8Array, void> {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    };
    if (first.value[0] === 0x1f && first.value[1] === 0x8b) yield* inflated(all(), 'gzip', bound, where);
    else yield* all();
  } finally {
    await chunks.return?.(); // where reading stops at the first chunk, nothing else would
  }
}
