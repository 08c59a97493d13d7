/** What went wrong with a request, in the words of the server's error table (docs/errors.md). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** Code of the error table, or `offline` where no answer came. */
    readonly code: string,
    title: string,
    readonly remedy: string,
    readonly where: string | null = null,
  ) {
    super(title);
  }
}

interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The address of an API resource; parameters without a value are left out. */
export function apiPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const asked = search.toString();
  return `/api${path}${asked === '' ? '' : `?${asked}`}`;
}

/**
 * Asks the documented HTTP API.
 * @throws ApiProblem
 */
export async function request<T>(path: string, query: Query = {}, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(apiPath(path, query), init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new ApiProblem(
      0,
      'offline',
      'the server does not answer',
      'See whether `tallyman serve` still runs.',
    );
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return request<T>(
    path,
    {},
    {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  );
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const isProblem = (response.headers.get('content-type') ?? '').includes('json');
  const details = isProblem ? ((await response.json()) as ProblemDetails) : {};
  return new ApiProblem(
    response.status,
    (details.type ?? 'tallyman:internal').replace(/^tallyman:/, ''),
    details.title ?? `the server answered ${response.status}`,
    details.detail ?? '',
    details.instance ?? null,
  );
}
