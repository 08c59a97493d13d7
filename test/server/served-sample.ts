import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCaseFolder } from '../../src/pipeline/case-folder.js';
import { servedFrom, type Asking } from './served-case.js';

const SAMPLE = fileURLToPath(new URL('../../samples/north-korea-russia/', import.meta.url));

/** The bundled case, read and served; call it at the top of a test file. */
export const servedSample = (): Asking =>
  servedFrom((folder) => {
    cpSync(join(SAMPLE, 'case.yaml'), join(folder, 'case.yaml'));
    return { made: openCaseFolder(folder), sources: join(SAMPLE, 'sources') };
  });
