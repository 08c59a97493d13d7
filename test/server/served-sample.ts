import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { addSources } from '../../src/pipeline/add.js';
import { openCaseFolder } from '../../src/pipeline/case-folder.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { run } from '../../src/pipeline/run.js';
import { ServedCase } from '../../src/server/served-case.js';
import { openAlone } from '../pipeline/new-case.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { asking, type Asking } from './served-case.js';

const SAMPLE = fileURLToPath(new URL('../../samples/north-korea-russia/', import.meta.url));

/** The bundled case, read and served; call it at the top of a test file. */
export function servedSample(): Asking {
  const folder = temporaryFolder();
  let open: OpenCase;
  let served: ServedCase;
  beforeAll(async () => {
    cpSync(join(SAMPLE, 'case.yaml'), join(folder, 'case.yaml'));
    open = await openAlone(openCaseFolder(folder));
    const signal = new AbortController().signal;
    await addSources(open, [join(SAMPLE, 'sources')], { online: false, signal });
    await run(open);
    served = new ServedCase(open, null);
  }, 300_000);
  afterAll(async () => {
    await served.close();
    await open.close();
  });
  return asking(
    () => open,
    () => served,
  );
}
