import { useEffect, useState, type RefObject } from 'react';

export interface SelectedSpan {
  /** UTF-16 offsets `[start, end)` into the text of the document. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Where the selection stands on the screen. */
  readonly top: number;
  readonly left: number;
}

/** What is selected of a text whose pieces carry the offset of their first character as `data-at`; null for nothing. */
export function useSelectedSpan(place: RefObject<HTMLElement | null>): SelectedSpan | null {
  const [span, setSpan] = useState<SelectedSpan | null>(null);
  useEffect(() => {
    const look = (): void => setSpan(selectedIn(place.current));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [place]);
  return span;
}

function selectedIn(place: HTMLElement | null): SelectedSpan | null {
  const selection = document.getSelection();
  if (place === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return null;
  const range = selection.getRangeAt(0);
  if (!place.contains(range.commonAncestorContainer)) return null;
  // Pieces that the selection touches: the boundary points may lie in a heading or a badge between them.
  const pieces = [...place.querySelectorAll<HTMLElement>('[data-at]')].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = Number(first.dataset['at']) + (first.contains(range.startContainer) ? range.startOffset : 0);
  const end =
    Number(last.dataset['at']) +
    (last.contains(range.endContainer) && range.endContainer.nodeType === Node.TEXT_NODE
      ? range.endOffset
      : last.contains(range.endContainer)
        ? 0
        : (last.textContent?.length ?? 0));
  if (end <= start) return null;
  const { bottom, left } = range.getBoundingClientRect();
  return { start, end, words: range.toString().trim(), top: bottom, left };
}
