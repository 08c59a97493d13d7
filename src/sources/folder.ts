import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { TallymanError } from '../core/errors.js';
import { readable } from './content.js';

/** A thing met in a folder: a file to read, or why it is not read. */
export type Met =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'skip'; readonly path: string; readonly reason: string }
  | { readonly kind: 'refused'; readonly path: string; readonly error: TallymanError };

/**
 * Every file below a folder, by name, folder after folder; no more than the names in the open folders is held. Links
 * are not followed: what they lead to within the folder is met anyway, and what lies outside was not asked for.
 * @param root a path without links
 * @param exclude files and folders that are passed over
 */
export async function* filesBelow(root: string, exclude: readonly string[]): AsyncGenerator<Met, void> {
  const open: { folder: string; entries: Dirent[] }[] = [];
  let next: string | null = root;
  for (;;) {
    if (next !== null) {
      const folder: string = next;
      try {
        const entries = await readable(folder, () => readdir(folder, { withFileTypes: true }));
        open.push({ folder, entries: entries.sort(byNameDescending) });
      } catch (error) {
        if (!(error instanceof TallymanError)) throw error;
        yield { kind: 'refused', path: folder, error };
      }
      next = null;
    }
    const top = open.at(-1);
    if (!top) return;
    const entry = top.entries.pop();
    if (!entry) {
      open.pop();
      continue;
    }
    const path = join(top.folder, entry.name);
    if (entry.name.startsWith('.')) yield { kind: 'skip', path, reason: 'is hidden' };
    else if (entry.name.includes('\uFFFD')) yield { kind: 'refused', path, error: notUtf8(path) };
    else if (entry.isSymbolicLink()) yield await linkMet(root, path);
    else if (exclude.includes(path)) yield { kind: 'skip', path, reason: 'belongs to the case itself' };
    else if (!entry.isDirectory()) yield { kind: 'file', path };
    else next = path;
  }
}

/** By code units, so that every machine walks in the same order; the last is taken first. */
const byNameDescending = (a: Dirent, b: Dirent): number => (a.name < b.name ? 1 : a.name > b.name ? -1 : 0);

const notUtf8 = (path: string): TallymanError =>
  new TallymanError('unreadable', 'has a name that is not UTF-8; rename it', path);

async function linkMet(root: string, path: string): Promise<Met> {
  try {
    const target = await readable(path, () => realpath(path));
    const way = relative(root, target);
    if (way !== '..' && !way.startsWith(`..${sep}`) && target.startsWith(root))
      return { kind: 'skip', path, reason: 'is a link to what is in the folder anyway' };
    const reason = 'is a link that leads out of the folder; add what it leads to by its own name';
    return { kind: 'refused', path, error: new TallymanError('unreadable', reason, path) };
  } catch (error) {
    if (!(error instanceof TallymanError)) throw error;
    return { kind: 'refused', path, error };
  }
}
