import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { TallymanError, systemCode } from '../core/errors.js';
import type { ListFormat } from '../model/sanctions.js';
import { followTheMoney } from './followthemoney.js';
import type { ListEntry } from './list-entry.js';
import { unList } from './un-list.js';

const HEAD = 4096;

const READERS: Readonly<
  Record<ListFormat, (chunks: AsyncIterable<Uint8Array>, where: string) => AsyncIterable<ListEntry>>
> = {
  followthemoney: followTheMoney,
  'un-consolidated': unList,
};

/**
 * The form of a list by how its file begins.
 * @throws TallymanError `unreadable`; `empty`; `unsupported` for another form
 */
export async function listFormat(path: string): Promise<ListFormat> {
  const head = (await beginning(path)).replace(/^\uFEFF/, '').trimStart();
  if (head === '') throw new TallymanError('empty', 'the file is empty', path);
  if (head.startsWith('{')) return 'followthemoney';
  if (/^<(?:\?xml[^>]*>\s*<)?(?:!--[^]*?-->\s*<)*CONSOLIDATED_LIST[\s>]/.test(head)) return 'un-consolidated';
  throw new TallymanError(
    'unsupported',
    'is neither entity JSON lines (FollowTheMoney) nor the XML of the UN Consolidated List',
    path,
  );
}

async function beginning(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return buffer.subarray(0, bytesRead).toString('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new TallymanError('unreadable', `cannot be read (${code})`, path, { cause: error });
  }
}

/**
 * The entries of a list of any size, one at a time: of each entry either what it says or why it is refused.
 * @param where what to call the file in errors
 * @throws TallymanError `malformed` where XML is broken, naming the line
 */
export const readList = (path: string, format: ListFormat, where = path): AsyncIterable<ListEntry> =>
  READERS[format](createReadStream(path), where);
