import type { ReactNode } from 'react';

interface Props {
  readonly text: string;
  /** UTF-16 offsets `[start, end)` into it, in their order. */
  readonly spans: readonly (readonly [number, number])[];
}

/** Words with those that were searched for marked. */
export function Highlighted({ text, spans }: Props): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
