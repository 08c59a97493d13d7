import type { Limits } from './limits.js';

/** Where a WARC stands: what its parts' origins and errors name. */
export interface WarcPlace {
  readonly subject: string;
  readonly container: string;
  readonly now: () => Date;
  readonly limits: Limits;
}

/** Header fields, names in lower case; a line that begins with white space continues the one before. */
export function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    } else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      // The first of a repeated field is the crawler's; a later one may come from the page.
      if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
}
