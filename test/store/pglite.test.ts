import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openInFolder } from '../../src/store/database.js';
import { storeConformance } from './conformance.js';
import { copyEmptyDataFolder, temporaryFolder } from './data-folder.js';

const folder = temporaryFolder();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

storeConformance('PGlite', async () => {
  const dataFolder = join(folder, 'db');
  await copyEmptyDataFolder(dataFolder);
  return openInFolder(dataFolder, 'test');
});
