import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.js';
import { storeConformance } from './conformance.js';
import { copyEmptyDataFolder, temporaryFolder } from './data-folder.js';

storeConformance('PGlite', async () => {
  const folder = temporaryFolder();
  const dataFolder = join(folder, 'db');
  await copyEmptyDataFolder(dataFolder);
  const open = () => openStore({ url: null, dataFolder, caseId: 'a_case', purpose: 'test' });
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      return (store = await open());
    },
    async dispose() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
