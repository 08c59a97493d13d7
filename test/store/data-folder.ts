import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../src/core/hash.js';
import { openStore } from '../../src/store/open-store.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'tallyman-test');

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'tallyman-test-'));

/**
 * Puts an empty, migrated PGlite folder at `target`, unless one is there. Making one takes seconds, so one is made for each form of the
 * tables and copied.
 */
export async function copyEmptyDataFolder(target: string): Promise<void> {
  if (existsSync(target)) return;
  const template = join(CACHE, `empty-${formOfTables()}`);
  if (!existsSync(template)) {
    mkdirSync(CACHE, { recursive: true });
    const draft = mkdtempSync(join(CACHE, 'draft-'));
    const dataFolder = join(draft, 'db');
    await (await openStore({ url: null, dataFolder, caseId: 'empty' })).close();
    try {
      renameSync(dataFolder, template);
    } catch (error) {
      // Another test file was quicker.
      if (!existsSync(template)) throw error;
    }
    rmSync(draft, { recursive: true, force: true });
  }
  cpSync(template, target, { recursive: true });
}

function formOfTables(): string {
  const store = join(ROOT, 'src', 'store');
  const files = readdirSync(store).filter((name) => name.startsWith('migration'));
  const version = join(ROOT, 'node_modules', '@electric-sql', 'pglite', 'package.json');
  const parts = [version, ...files.map((name) => join(store, name))].map((file) =>
    readFileSync(file, 'utf8'),
  );
  return sha256(parts.join('\n')).slice(0, 12);
}
