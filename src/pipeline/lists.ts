import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { TallymanError } from '../core/errors.js';
import { listFormat, readList } from '../exchange/read-list.js';
import type { ListFormat, SanctionsList } from '../model/sanctions.js';
import type { OpenCase } from './open-case.js';

export interface ListRequest {
  /** The file, as it is found. */
  readonly path: string;
  /** What the list is called; by its form or file where it is null. */
  readonly name: string | null;
  /** Its edition; the day that it shows, or else today's, where it is null. */
  readonly edition: string | null;
}

export interface AddedList {
  readonly list: SanctionsList;
  /** False where the case held these bytes already. */
  readonly added: boolean;
}

/** Rejected entries that are kept one by one; the others are counted. */
const MOST_REJECTS = 1000;

/**
 * Archives a list and counts its entries, each read or rejected. Older versions stay.
 * @throws TallymanError `unreadable`, `empty`, `unsupported`; `malformed` where its XML is broken, naming the line
 */
export async function addList(open: OpenCase, request: ListRequest, now: Date): Promise<AddedList> {
  const { store, originals } = open;
  const format = await listFormat(request.path);
  if (!(await stat(request.path)).isFile()) throw new TallymanError('unreadable', 'is no file', request.path);
  const { id, size } = await originals.put(createReadStream(request.path));
  const known = (await store.lists()).find((list) => list.id === id);
  if (known) return { list: known, added: false };
  const { edition, ...counts } = await countEntries(originals.pathOf(id), format, request.path);
  const list: SanctionsList = {
    id,
    name: request.name ?? nameOf(request.path, format),
    version: request.edition ?? edition ?? now.toISOString().slice(0, 10),
    format,
    file: basename(request.path),
    size,
    added: now.toISOString(),
    ...counts,
  };
  await store.addList(list);
  return { list, added: true };
}

const nameOf = (path: string, format: ListFormat): string =>
  format === 'un-consolidated' ? 'UN Security Council Consolidated List' : basename(path, extname(path));

type Counts = Pick<SanctionsList, 'in' | 'out' | 'rejected' | 'screened' | 'rejects'>;

async function countEntries(
  path: string,
  format: ListFormat,
  where: string,
): Promise<Counts & { readonly edition: string | null }> {
  const counts = { in: 0, out: 0, rejected: 0, screened: 0 };
  const rejects: SanctionsList['rejects'][number][] = [];
  let latest: string | null = null;
  for await (const entry of readList(path, format, where)) {
    counts.in++;
    if ('reason' in entry) {
      counts.rejected++;
      if (rejects.length < MOST_REJECTS) rejects.push({ line: entry.line, reason: entry.reason });
      continue;
    }
    counts.out++;
    if (entry.listed.type !== 'other') counts.screened++;
    if (entry.edition !== null && entry.edition > (latest ?? '')) latest = entry.edition;
  }
  return { ...counts, rejects, edition: latest };
}

/** The version of each list that was added last, by name. */
export function latestLists(lists: readonly SanctionsList[]): readonly SanctionsList[] {
  const latest = new Map(lists.map((list) => [list.name, list]));
  return [...latest.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
