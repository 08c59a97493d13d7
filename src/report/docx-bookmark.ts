import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx';

/** What is led to within the document. */
const TARGETS = ['section', 'annex', 'p', 'note'] as const;
type Target = (typeof TARGETS)[number];

export const bookmarkName = (target: Target, number: number): string => `${target}-${number}`;

/** A place in the text. Its number follows from its name: the library's own would count on from document to document. */
export function bookmarked(target: Target, number: number, child: ParagraphChild): ParagraphChild[] {
  const id = number * TARGETS.length + TARGETS.indexOf(target);
  return [
    new BookmarkStart(bookmarkName(target, number), id),
    child,
    new BookmarkEnd(id),
  ] as ParagraphChild[];
}
