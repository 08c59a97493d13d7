import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { TallymanError, messageOf, type ErrorCode } from './errors.js';

/**
 * Reads a YAML file by a schema.
 * @throws TallymanError `code` naming file, line and column of each fault, so that an analyst can mend it
 */
export function readYaml<T extends z.ZodType>(
  path: string,
  schema: T,
  code: ErrorCode = 'bad-data',
): z.output<T> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new TallymanError(code, `cannot be read: ${messageOf(error)}`, path, { cause: error });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const fault = document.errors[0];
  if (fault)
    throw new TallymanError(
      code,
      fault.message.split('\n')[0] ?? 'is no YAML',
      at(path, lines, fault.pos[0]),
    );
  const result = schema.safeParse(valueOf(document, path, code));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    let keys: readonly PropertyKey[] = issue.path;
    // A missing key has no node of its own: the nearest one that exists is where to look.
    while (keys.length > 0 && !document.hasIn(keys as unknown[])) keys = keys.slice(0, -1);
    const node = document.getIn(keys as unknown[], true) as { range?: [number, number, number] } | undefined;
    return `${at(path, lines, node?.range?.[0] ?? 0)} ${issue.path.map(String).join('.')}: ${issue.message}`;
  });
  throw new TallymanError(code, problems.join('\n'), path);
}

/** The document's value; an alias to nothing, or a nest of them that unfolds without end, is a fault of the file. */
function valueOf(document: Document, path: string, code: ErrorCode): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new TallymanError(code, error.message, path, { cause: error });
  }
}

function at(path: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${path}:${line}:${col}`;
}
