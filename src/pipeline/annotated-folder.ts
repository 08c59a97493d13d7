import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';
import { sha256 } from '../core/hash.js';
import { readDocument } from '../documents/read-document.js';
import { claimBodySchema, makeClaim, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';

/**
 * A folder of annotated documents: `NAME.txt`, with or without header lines, and its claims in `NAME.jsonl`. A document
 * goes by its NAME, and offsets count into the whole file.
 */

/** The names in a folder, sorted. @throws TallymanError `unreadable` where there is no folder, or no `.txt` in it */
export async function documentNames(folder: string): Promise<readonly string[]> {
  const files = await read(folder, (path) => readdir(path));
  const names = files.filter((file) => file.endsWith('.txt')).map((file) => file.slice(0, -'.txt'.length));
  if (names.length === 0) throw new TallymanError('unreadable', 'the folder holds no .txt file', folder);
  return names.sort();
}

/** @throws TallymanError as `readDocument` does */
export async function annotatedDocument(folder: string, name: string): Promise<Document> {
  const bytes = await read(join(folder, `${name}.txt`), (path) => readFile(path));
  const origin = {
    uri: `file:${name}.txt`,
    obtained: '1970-01-01T00:00:00Z', // takes no part in reading
    method: 'file',
    container: null,
    hints: {},
  } as const;
  const source = { id: sha256(bytes), media_type: 'text/plain', size: bytes.length, origins: [origin] };
  return { ...(await readDocument(source, bytes)), id: name };
}

/** The claims noted for a document. @throws TallymanError `bad-data` naming file and line */
export async function annotatedClaims(folder: string, document: Document): Promise<readonly Claim[]> {
  const path = join(folder, `${document.id}.jsonl`);
  const text = await read(path, (file) => readFile(file, 'utf8'));
  const lines = text.split('\n').map((line, n) => ({ line, place: `${path}:${n + 1}` }));
  return lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }, index) => {
      const body = claimBodySchema.safeParse(parsed(line, place));
      if (!body.success) {
        const faults = body.error.issues.map(({ path: keys, message }) => `${keys.join('.')}: ${message}`);
        throw new TallymanError('bad-data', faults.join('; '), place);
      }
      if (body.data.span[1] > document.text.length)
        throw new TallymanError('bad-data', 'span: lies outside the text', place);
      return makeClaim({ ...body.data, doc: document.id }, index, 'annotated', []);
    });
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new TallymanError('bad-data', messageOf(error), place, { cause: error });
  }
}

async function read<T>(path: string, work: (path: string) => Promise<T>): Promise<T> {
  try {
    return await work(path);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new TallymanError('unreadable', messageOf(error), path, { cause: error });
  }
}
