import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { addSources } from '../../src/pipeline/add.js';
import type { CaseFolder } from '../../src/pipeline/case-folder.js';
import type { OpenCase } from '../../src/pipeline/open-case.js';
import { run } from '../../src/pipeline/run.js';
import { createApp, type AppOptions } from '../../src/server/app.js';
import { ServedCase } from '../../src/server/served-case.js';
import { caseMaker, openAlone } from '../pipeline/new-case.js';
import { writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';

/** What a test asks of a served case. */
export interface Asking {
  open(): OpenCase;
  served(): ServedCase;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  json<T = Record<string, unknown>>(path: string): Promise<T>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

const HOST = '127.0.0.1:4780';

/** Asks an application that is made before the first test. */
function asking(open: () => OpenCase, served: () => ServedCase, options: AppOptions = {}): Asking {
  let app: ReturnType<typeof createApp> | null = null;
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    app ??= createApp(served(), { desk: null, ...options });
    return app.request(`http://${HOST}${path}`, {
      ...init,
      headers: { host: HOST, ...(init.headers as Record<string, string>) },
    });
  };
  const get: Asking['get'] = (path, headers = {}) => ask(path, { headers });
  return {
    open,
    served,
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

/** A case of these files, read and served; call it at the top of a test file. */
export function servedCase(files: Readonly<Record<string, string>>, options: AppOptions = {}): Asking {
  const makeCase = caseMaker();
  return servedFrom((folder) => {
    writeFiles(join(folder, 'in'), files);
    return { made: makeCase(join(folder, 'case'), { name: 'Flotilla' }), sources: join(folder, 'in') };
  }, options);
}

/**
 * A case that is made in a new folder, with its sources read, served until the tests of the file have ended.
 * @param make gives the case and where its sources lie
 */
export function servedFrom(
  make: (folder: string) => { readonly made: CaseFolder; readonly sources: string },
  options: AppOptions = {},
): Asking {
  const folder = temporaryFolder();
  let open: OpenCase;
  let served: ServedCase;
  beforeAll(async () => {
    const { made, sources } = make(folder);
    open = await openAlone(made);
    await addSources(open, [sources], { online: false, signal: new AbortController().signal });
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
    options,
  );
}
