import type { Context } from 'hono';
import { z } from 'zod';
import type { ServedCase } from './served-case.js';
import { noQuery } from './wire.js';

/** One thing that the API does. The table of them (endpoints.ts) is what routes, OpenAPI document and tests are made of. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'delete';
  /** `/claims/{id}`, below `/api`. */
  readonly path: string;
  readonly tag: Tag;
  /** What it gives or does, in a sentence. */
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Null where it takes no body. */
  readonly body: z.ZodType | null;
  /** Null where the answer is no JSON, with the media types that it may have. */
  readonly reply: z.ZodType | null;
  readonly media: readonly string[];
  readonly status: 200 | 201 | 202;
  /** Whether the answer is the same for as long as the case is, so that it has an ETag by the state of the case. */
  readonly stable: boolean;
  readonly handle: (served: ServedCase, input: AnyInput, context: Context) => Promise<unknown>;
}

export const TAGS = {
  case: 'The case as a whole',
  claims: 'Claims, and who repeats whom',
  findings: 'What the claims together support',
  documents: 'Sources and their text',
  ledger: 'Strikes, changes, questions',
  entities: 'Who and what the claims speak of',
  law: 'Provisions and standards',
  review: 'What analysts judge',
  runs: 'Runs, and what happens meanwhile',
} as const;
export type Tag = keyof typeof TAGS;

interface AnyInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

const NONE = z.object({});

interface Spec<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType> {
  readonly method?: Endpoint['method'];
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply: R;
  readonly status?: Endpoint['status'];
  readonly stable?: boolean;
  readonly handle: (
    served: ServedCase,
    input: Input<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<Given<z.input<R>>>;
}

/** What a handler may give for a shape: arrays and objects that nobody changes any more. */
type Given<T> = T extends readonly (infer U)[]
  ? T extends readonly [unknown, ...unknown[]]
    ? Readonly<T>
    : readonly Given<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Given<T[K]> }
    : T;

/** An endpoint that answers in JSON. What it gives is checked by the compiler, and against `reply` by the tests. */
export const endpoint = <
  P extends z.ZodObject = typeof NONE,
  Q extends z.ZodObject = typeof noQuery,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(
  spec: Spec<P, Q, B, R>,
): Endpoint => ({
  method: 'get',
  status: 200,
  stable: (spec.method ?? 'get') === 'get',
  ...spec,
  params: spec.params ?? NONE,
  query: spec.query ?? noQuery,
  body: spec.body ?? null,
  media: ['application/json'],
  handle: (served, input) => spec.handle(served, input as Input<z.output<P>, z.output<Q>, z.output<B>>),
});

/** An endpoint that makes its response itself. */
export const rawEndpoint = <
  P extends z.ZodObject = typeof NONE,
  Q extends z.ZodObject = typeof noQuery,
>(spec: {
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly media: readonly string[];
  readonly handle: (
    served: ServedCase,
    input: Input<z.output<P>, z.output<Q>, undefined>,
    context: Context,
  ) => Promise<Response>;
}): Endpoint => ({
  method: 'get',
  status: 200,
  stable: false,
  ...spec,
  params: spec.params ?? NONE,
  query: spec.query ?? noQuery,
  body: null,
  reply: null,
  handle: (served, input, context) =>
    spec.handle(served, input as Input<z.output<P>, z.output<Q>, undefined>, context),
});
