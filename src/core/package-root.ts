import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that holds `data/` and `samples/`, the same from `src/` and from the built `dist/`. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The bundled vocabularies, gazetteers and rules. */
export const DATA_FOLDER = fileURLToPath(new URL('../../data/', import.meta.url));

export const PACKAGE_VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
