import type { SetFields } from './wire-work.js';

/** Fields and values of a body, as `--set` takes them. */
export const assignmentsOf = (set: SetFields | undefined): string[] =>
  Object.entries(set ?? {}).map(([field, value]) => `${field}=${value === null ? 'null' : String(value)}`);
