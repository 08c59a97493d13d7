import type { ReactNode } from 'react';

/** A stretch of a text that is to be marked: UTF-16 offsets `[start, end)`. */
export interface Mark {
  readonly id: string;
  readonly span: readonly [number, number];
}

/** A piece of a text with the marks that lie on it, in the order of `marks`. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly on: readonly string[];
}

/** Cuts `[start, end)` wherever a mark begins or ends, so that marks may overlap. */
export function piecesOf(start: number, end: number, marks: readonly Mark[]): readonly Piece[] {
  const near = marks.filter(({ span }) => span[0] < end && start < span[1]);
  const cuts = new Set([start, end]);
  for (const { span } of near) for (const cut of span) if (cut > start && cut < end) cuts.add(cut);
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(1).map((to, n) => {
    const from = ends[n] ?? start;
    return {
      start: from,
      end: to,
      on: near.filter(({ span }) => span[0] < to && from < span[1]).map(({ id }) => id),
    };
  });
}

interface Props {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  /** Id of the mark that stands out. */
  readonly current: string | null;
  readonly onPick: (id: string) => void;
}

/** A part of a source's text with marks on it. The text is only ever text: nothing in it becomes markup. */
export function MarkedText({ text, start, end, marks, current, onPick }: Props): ReactNode {
  return piecesOf(start, end, marks).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    const [first] = piece.on;
    if (first === undefined)
      return (
        <span key={piece.start} data-at={piece.start}>
          {words}
        </span>
      );
    const chosen = current !== null && piece.on.includes(current) ? current : first;
    return (
      <mark
        key={piece.start}
        data-at={piece.start}
        data-claim={chosen}
        data-current={chosen === current || undefined}
        title={piece.on.length > 1 ? `${piece.on.length} claims` : undefined}
        onClick={() => onPick(piece.on[(piece.on.indexOf(current ?? '') + 1) % piece.on.length] ?? first)}
      >
        {words}
      </mark>
    );
  });
}
