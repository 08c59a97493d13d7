import { TallymanError } from '../../src/core/errors.js';
import type { Reject } from '../../src/model/reject.js';
import type { Found } from '../../src/sources/found.js';

/** The code of the error that a promise fails with; null where it succeeds. */
export async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof TallymanError) return error.code;
    throw error;
  }
}

export interface Collected {
  readonly documents: Extract<Found, { role: 'document' }>[];
  readonly containers: Extract<Found, { role: 'container' }>[];
  readonly rejects: Reject[];
}

export async function collect(items: AsyncIterable<Found | Reject>): Promise<Collected> {
  const collected: Collected = { documents: [], containers: [], rejects: [] };
  for await (const item of items) {
    if ('stage' in item) collected.rejects.push(item);
    else if (item.role === 'document') collected.documents.push(item);
    else collected.containers.push(item);
  }
  return collected;
}

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
