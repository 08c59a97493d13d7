import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addSources } from '../../src/pipeline/add.js';
import { startServer } from '../../src/server/start-server.js';
import { SHIPS, TROOPS } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { servedCase } from './served-case.js';

/** Runs that are started over HTTP, and what is told of them meanwhile, over a real connection. */

const api = servedCase({ 'ships.txt': SHIPS });
const folder = temporaryFolder();

interface Told {
  readonly event: string;
  readonly data: {
    run?: {
      state: string;
      stage: { stage: string } | null;
      stages: { stage: string; in: number; out: number; rejected: number }[];
    };
    state?: string;
  };
}

/** Events until those that came are all that was waited for. */
async function eventsUntil(
  address: string,
  ended: (told: readonly Told[]) => boolean,
  meanwhile: () => Promise<void>,
): Promise<Told[]> {
  const stop = new AbortController();
  const response = await fetch(`${address}api/events`, { signal: stop.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const all: Told[] = [];
  let text = '';
  let begun = false;
  const decoder = new TextDecoder();
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const event = /^event: (.*)$/m.exec(message)?.[1];
      if (event !== undefined)
        all.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(message)?.[1] ?? '') as Told['data'] });
    }
    if (!begun && all.length > 0) {
      begun = true;
      await meanwhile();
    }
    if (ended(all)) break;
  }
  stop.abort();
  return all;
}

describe('a run over HTTP', () => {
  it('is refused while another is at work, and stops where it is asked to', async () => {
    const post = () => api.send('POST', '/api/runs', {});
    const { id } = (await (await post()).json()) as { id: string };
    expect((await post()).status).toBe(409);
    expect((await api.send('DELETE', `/api/runs/${id}`)).status).toBe(202);
    await api.served().runs.close();
    expect(await api.json(`/api/runs/${id}`)).toMatchObject({ state: 'stopped', stage: null });
    expect((await api.get('/api/runs/run-9')).status).toBe(404);
    // Only addresses are obtained: nothing of this computer's disk can be named.
    for (const add of ['/etc/passwd', 'file:///etc/passwd', 'ftp://example.org/x'])
      expect((await api.send('POST', '/api/runs', { add: [add] })).status).toBe(400);
  });

  it('is told from its beginning to its end, in = out + rejected, and the ledger after it', async () => {
    writeFileSync(join(folder, 'troops.txt'), TROOPS);
    await addSources(api.open(), [join(folder, 'troops.txt')], {
      online: false,
      signal: new AbortController().signal,
    });
    const server = await startServer(api.open(), 0);
    try {
      const post = (path: string) =>
        fetch(`${server.address}api/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
      const told = await eventsUntil(
        server.address,
        (all) => all.at(-1)?.event === 'ledger' && all.some(({ data }) => data.run?.state === 'done'),
        async () => {
          const started = await post('runs');
          expect(started.status).toBe(202);
          expect(await started.json()).toMatchObject({ state: 'running' });
        },
      );
      const runs = told.flatMap(({ data }) => data.run ?? []);
      expect(runs.at(-1)).toMatchObject({
        state: 'done',
        stages: [{ stage: 'documents' }, { stage: 'claims' }, { stage: 'ledger' }],
      });
      for (const stage of runs.at(-1)!.stages) expect(stage.in).toBe(stage.out + stage.rejected);
    } finally {
      await server.close();
    }
  });
});
