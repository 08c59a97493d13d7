import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChatLimits, ChatService } from '../../src/claims/chat-reader.js';
import type { Proposal } from '../../src/claims/proposal.js';

/** A question as the service gets it. */
export interface Asked {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format: { readonly json_schema: { readonly schema: unknown } };
  /** The passage, without its fence. */
  readonly passage: string;
  readonly authorization: string | undefined;
}

export type Behaviour = (asked: Asked, response: ServerResponse, tried: number) => void;

export interface LocalService extends ChatService {
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** A service of the protocol on this computer, which behaves as it is told. */
export async function startService(behaviour: Behaviour): Promise<LocalService> {
  const asked: Asked[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const question = JSON.parse(body) as Omit<Asked, 'passage' | 'authorization'>;
      const passage = (question.messages.at(-1)?.content ?? '').split('\n').slice(1, -1).join('\n');
      const one = { ...question, passage, authorization: request.headers.authorization };
      asked.push(one);
      if (request.url !== '/v1/chat/completions') response.writeHead(404).end();
      else behaviour(one, response, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    model: 'test-model',
    key: 'test-key',
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with these claims. */
export const answer =
  (claims: (asked: Asked) => readonly unknown[]): Behaviour =>
  (asked, response) =>
    say(response, JSON.stringify({ claims: claims(asked) }));

export function say(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
}

/** Few tries and short pauses, with time for an answer on a busy computer. */
export const QUICK: ChatLimits = {
  milliseconds: 20_000,
  bytes: 20_000,
  tries: 3,
  pauseMilliseconds: 5,
  longestPauseMilliseconds: 50,
};

/** A proposal with what matters given and the rest at rest. */
export const proposal = (given: Partial<Proposal> & Pick<Proposal, 'quote'>): Proposal => ({
  at: null,
  kind: 'transfer',
  polarity: 'affirmed',
  modality: 'asserted',
  claimant: null,
  supplier: null,
  recipient: null,
  actor: null,
  target: null,
  item: null,
  figure: null,
  ...given,
});

export const neverAborted = new AbortController().signal;
