import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';

/**
 * Writes a file whole or not at all; what it held before stays until then.
 * @throws TallymanError `disk-full`, or `unreadable` where it cannot be written
 */
export async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
  let begun = false;
  try {
    const file = await open(partial, 'wx');
    begun = true;
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    if (begun) await rm(partial, { force: true });
    const code = systemCode(error);
    if (code === null) throw error;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new TallymanError('disk-full', 'no space is left for the file', path, { cause: error });
    throw new TallymanError('unreadable', `cannot be written: ${messageOf(error)}`, path, { cause: error });
  }
}
