import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { messageOf } from '../core/errors.js';
import type { Document } from '../model/document.js';
import { QUESTION_VERSION, RESPONSE_FORMAT, messagesFor, passagesOf, type Passage } from './chat-messages.js';
import type { FurtherReader, Proposals } from './further-reader.js';

/** A service that speaks the chat completions protocol. */
export interface ChatService {
  /** The address that `/chat/completions` is added to, such as `http://localhost:8080/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as bearer token; null where the service asks for none. */
  readonly key: string | null;
}

export interface ChatLimits {
  /** Of one try, from the request to the last byte of the answer. */
  readonly milliseconds: number;
  /** Bytes of an answer. */
  readonly bytes: number;
  /** Tries of one question. */
  readonly tries: number;
  /** Before the second try; twice that before each further one. */
  readonly pauseMilliseconds: number;
  /** The longest that a service may ask to wait for. */
  readonly longestPauseMilliseconds: number;
}

export const CHAT_LIMITS: ChatLimits = {
  milliseconds: 120_000,
  bytes: 1_000_000,
  tries: 4,
  pauseMilliseconds: 1_000,
  longestPauseMilliseconds: 30_000,
};

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
const claimsSchema = z.object({ claims: z.array(z.unknown()).max(200) });

/** Asks a chat service for the claims of each passage. */
export function chatReader(service: ChatService, limits: ChatLimits = CHAT_LIMITS): FurtherReader {
  const address = `${service.url.replace(/\/+$/, '')}/chat/completions`;
  return {
    version: `${QUESTION_VERSION} ${service.model} ${new URL(address).host}`,
    async propose(document: Document, signal: AbortSignal): Promise<Proposals> {
      const { passages, left } = passagesOf(document);
      const proposals: unknown[] = [];
      const failures = left === 0 ? [] : [`${left} passages are beyond what is asked about in one document`];
      for (const passage of passages) {
        if (signal.aborted) break;
        const answer = await ask(service, address, passage, limits, signal);
        if ('claims' in answer) proposals.push(...answer.claims.map((claim) => placed(claim, passage)));
        else failures.push(answer.failure);
        if ('gone' in answer && answer.gone) return { proposals, failures, gone: true };
      }
      return { proposals, failures, gone: false };
    },
  };
}

/** A place in the passage as one in the document. */
function placed(claim: unknown, { start }: Passage): unknown {
  if (typeof claim !== 'object' || claim === null || !('at' in claim)) return claim;
  return typeof claim.at === 'number' ? { ...claim, at: claim.at + start } : { ...claim, at: start };
}

type Answer = { readonly claims: readonly unknown[] } | { readonly failure: string; readonly gone: boolean };

/** What one try came to: an answer, or a failure that another try may mend. */
type Try = Answer & { readonly retryAfter?: number | null };

async function ask(
  service: ChatService,
  address: string,
  passage: Passage,
  limits: ChatLimits,
  signal: AbortSignal,
): Promise<Answer> {
  let pause = limits.pauseMilliseconds;
  for (let tried = 1; ; tried++) {
    const { retryAfter, ...answer }: Try = await oneTry(service, address, passage, limits, signal);
    if (retryAfter === undefined || tried >= limits.tries || signal.aborted) return answer;
    try {
      await wait(Math.min(retryAfter ?? pause, limits.longestPauseMilliseconds), undefined, { signal });
    } catch {
      return answer; // only the signal ends a wait early
    }
    pause *= 2;
  }
}

async function oneTry(
  { model, key }: ChatService,
  address: string,
  passage: Passage,
  limits: ChatLimits,
  signal: AbortSignal,
): Promise<Try> {
  const deadline = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(address, {
      method: 'POST',
      // The key is for this service and no other.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        messages: messagesFor(passage),
        response_format: RESPONSE_FORMAT,
      }),
      signal: AbortSignal.any([signal, deadline]),
    });
    if (response.ok) return answerIn(await boundedText(response, limits.bytes));
    await response.body?.cancel();
    const failure = `the service answered ${response.status}`;
    const passing = response.status === 429 || response.status >= 500;
    return passing
      ? { failure, gone: false, retryAfter: secondsIn(response) }
      : { failure, gone: refuses(response) };
  } catch (error) {
    // Whatever a network does, here any error is expected.
    if (deadline.aborted)
      return { failure: `no answer within ${limits.milliseconds / 1000} s`, gone: false, retryAfter: null };
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    return { failure: `no connection: ${messageOf(cause)}`, gone: true, retryAfter: null };
  }
}

/** A wrong key or address is wrong for every passage. */
const refuses = ({ status }: Response): boolean => status === 401 || status === 403 || status === 404;

/** `Retry-After` in milliseconds; null where there is none in seconds. */
function secondsIn({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** The text of an answer; null where it is longer than it may be. */
async function boundedText(response: Response, most: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > most) return null;
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

function answerIn(text: string | null): Answer {
  if (text === null) return { failure: 'the answer is too long', gone: false };
  const completion = completionSchema.safeParse(parsed(text));
  const content = completion.data?.choices[0]?.message.content;
  const claims = claimsSchema.safeParse(content === undefined ? undefined : parsed(content));
  return claims.success
    ? { claims: claims.data.claims }
    : { failure: 'the answer is not of the form that was asked for', gone: false };
}

/** The value of JSON text; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
