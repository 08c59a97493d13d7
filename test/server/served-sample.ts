import { fileURLToPath } from 'node:url';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { addSources } from '../../src/pipeline/add.js';
import { openCaseFolder } from '../../src/pipeline/case-folder.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { run } from '../../src/pipeline/run.js';
import { createApp } from '../../src/server/app.js';
import { ServedCase } from '../../src/server/served-case.js';
import { openAlone } from '../pipeline/new-case.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';

const SAMPLE = fileURLToPath(new URL('../../samples/north-korea-russia/', import.meta.url));

/** What a test asks the served sample case. */
export interface ServedSample {
  open(): OpenCase;
  served(): ServedCase;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  json<T = Record<string, unknown>>(path: string): Promise<T>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** The bundled case, read and served; call it at the top of a test file. */
export function servedSample(): ServedSample {
  const folder = temporaryFolder();
  let open: OpenCase;
  let served: ServedCase;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    cpSync(join(SAMPLE, 'case.yaml'), join(folder, 'case.yaml'));
    open = await openAlone(openCaseFolder(folder));
    const signal = new AbortController().signal;
    await addSources(open, [join(SAMPLE, 'sources')], { online: false, signal });
    await run(open);
    served = new ServedCase(open, null);
    app = createApp(served, { desk: null });
  }, 300_000);
  afterAll(async () => {
    await served.close();
    await open.close();
  });
  const ask = async (path: string, init: RequestInit): Promise<Response> =>
    app.request(`http://127.0.0.1:4780${path}`, {
      ...init,
      headers: { host: '127.0.0.1:4780', ...(init.headers as Record<string, string>) },
    });
  const get: ServedSample['get'] = (path, headers = {}) => ask(path, { headers });
  return {
    open: () => open,
    served: () => served,
    get,
    json: async <T>(path: string) => (await (await get(path)).json()) as T,
    send: (method, path, body, headers = {}) =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}
