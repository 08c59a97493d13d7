import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { initCase, type CaseFolder, type CaseSettings } from '../../src/pipeline/case-folder.js';
import { openCase, type OpenCase } from '../../src/pipeline/open-case.js';

/**
 * Makes cases whose database is a copy of an empty one: the database itself takes seconds to make. Call it at the top of
 * a test file.
 */
export function caseMaker(): (root: string, settings?: CaseSettings) => CaseFolder {
  const template = mkdtempSync(join(tmpdir(), 'tallyman-template-'));
  beforeAll(async () => {
    await (await openAlone(initCase(template, {}))).close();
  }, 300_000);
  afterAll(() => rmSync(template, { recursive: true, force: true }));
  return (root, settings = {}) => {
    const folder = initCase(root, settings);
    cpSync(join(template, 'store'), folder.store, { recursive: true });
    return folder;
  };
}

export const openAlone = (folder: CaseFolder): Promise<OpenCase> =>
  openCase(folder, { purpose: 'test', databaseUrl: null });

/** Everything that an asynchronous listing gives. */
export async function all<T>(records: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
}
