import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createExtractor } from '../claims/extract.js';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';
import { sha256 } from '../core/hash.js';
import { readDocument } from '../documents/read-document.js';
import type { Claim } from '../model/claim.js';
import type { Source } from '../model/source.js';
import { loadVocabulary } from '../model/vocabulary.js';

/**
 * The claims that the reader draws from a folder of annotated documents (`NAME.txt`, its claims in `NAME.jsonl`), in
 * the same form: `doc` is NAME, offsets count into the whole file. The annotations themselves are not looked at.
 * @throws TallymanError `unreadable` where the folder cannot be read or holds no `.txt`
 */
export async function* evaluateFolder(folder: string): AsyncIterable<Claim> {
  const extractor = createExtractor(loadVocabulary());
  for (const name of await textNames(folder)) {
    const bytes = await readFile(join(folder, `${name}.txt`));
    const document = await readDocument(asSource(name, bytes), bytes);
    for (const claim of extractor.extract(document).claims) yield { ...claim, doc: name };
  }
}

async function textNames(folder: string): Promise<string[]> {
  try {
    const names = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort();
    if (names.length === 0) throw new TallymanError('unreadable', 'the folder holds no .txt file', folder);
    return names.map((file) => file.slice(0, -'.txt'.length));
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new TallymanError('unreadable', messageOf(error), folder, { cause: error });
  }
}

const asSource = (name: string, bytes: Uint8Array): Source => ({
  id: sha256(bytes),
  media_type: 'text/plain',
  size: bytes.length,
  origins: [
    {
      uri: `file:${name}.txt`,
      obtained: '1970-01-01T00:00:00Z', // takes no part in reading
      method: 'file',
      container: null,
      hints: {},
    },
  ],
});
