import { TallymanError } from '../core/errors.js';
import { inflated, type Coding, type UnpackBound } from './inflate.js';

const CODINGS: Readonly<Record<string, Coding>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
};

/**
 * The body of an HTTP message by its Content-Encoding, collected.
 * @throws TallymanError `too-large`, `malformed`, or `unsupported` for a coding that is not known
 */
export async function decodedBody(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  contentEncoding: string | null,
  bound: UnpackBound,
  where: string,
): Promise<Uint8Array> {
  const names = (contentEncoding ?? '').toLowerCase().split(',');
  const codings = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  let stream = body;
  // The last coding named was applied last.
  for (const name of codings.reverse()) {
    const coding = CODINGS[name];
    if (!coding)
      throw new TallymanError('unsupported', `is sent in the content coding "${name.slice(0, 40)}"`, where);
    stream = inflated(stream, coding, bound, where);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > bound.total)
      throw new TallymanError('too-large', `is longer than ${bound.total} bytes`, where);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
