import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { endpoint, rawEndpoint, type Endpoint } from './endpoint.js';
import { pageOfList } from './pages.js';
import { runBody, runState, type WireEvent } from './wire-work.js';
import { idParams, pageOf, pageQuery } from './wire.js';

export const RUN_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/runs',
    tag: 'runs',
    summary: 'Runs that were started here since the server began, the newest first.',
    query: z.strictObject(pageQuery),
    reply: pageOf(runState),
    stable: false,
    handle: ({ runs }, { query }) =>
      Promise.resolve(pageOfList(runs.list(), query, ['runs'], ({ id }) => id)),
  }),
  endpoint({
    path: '/runs/{id}',
    tag: 'runs',
    summary: 'A run, with how far it is.',
    params: idParams,
    reply: runState,
    stable: false,
    handle: ({ runs }, { params }) => Promise.resolve(runs.get(params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/runs',
    tag: 'runs',
    summary:
      'Starts a run, as `tallyman run` does it, after obtaining addresses; the answer comes at once, progress by `/events`.',
    body: runBody,
    reply: runState,
    status: 202,
    handle: ({ runs }, { body }) => Promise.resolve(runs.start(body.add, new Date())),
  }),
  endpoint({
    method: 'delete',
    path: '/runs/{id}',
    tag: 'runs',
    summary: 'Has a run stop after the item that it works on; the next run goes on from there.',
    params: idParams,
    reply: runState,
    status: 202,
    handle: ({ runs }, { params }) => Promise.resolve(runs.stop(params.id)),
  }),
  rawEndpoint({
    path: '/events',
    tag: 'runs',
    summary: 'Server-sent events: `run` with the state of a run, `ledger` whenever the ledger has changed.',
    media: ['text/event-stream'],
    handle: (served, _, context) => {
      context.header('x-accel-buffering', 'no');
      return Promise.resolve(
        streamSSE(context, async (stream) => {
          const waiting: WireEvent[] = [];
          let ended = false;
          let wake = (): void => undefined;
          const stop = served.events.listen((event) => {
            if (event === null) ended = true;
            else put(waiting, event);
            wake();
          });
          stream.onAbort(() => {
            ended = true;
            wake();
          });
          try {
            let last = await served.ledgerEvent();
            waiting.unshift(last);
            while (!ended || waiting.length > 0) {
              const event = waiting.shift();
              if (event !== undefined) {
                if (event.event === 'ledger') last = event;
                await stream.writeSSE({ event: event.event, data: JSON.stringify(event) });
              } else if (!(await woken((done) => (wake = done)))) {
                // On a server other processes change the ledger too.
                const now = await served.ledgerEvent();
                if (now.at !== last.at) waiting.push(now);
                else await stream.write(': still here\n\n');
              }
            }
          } finally {
            stop();
          }
        }),
      );
    },
  }),
];

/** A run's older state that nobody has been told of says nothing that the newer one does not. */
function put(waiting: WireEvent[], event: WireEvent): void {
  const last = waiting.at(-1);
  if (event.event === 'run' && last?.event === 'run' && last.run.id === event.run.id) waiting.pop();
  waiting.push(event);
}

/** Proxies and browsers give up on a connection that says nothing. */
const SILENCE_MS = 15_000;

/** Waits for a call; false where none came in time. */
function woken(call: (done: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), SILENCE_MS);
    call(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
