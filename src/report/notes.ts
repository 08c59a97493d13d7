import type { Citation, Report } from '../model/report.js';

/** A cited run of a document's words, with the number under which the report cites it. */
export interface Note {
  readonly number: number;
  readonly citation: Citation;
  /** Anchor of the marked words. */
  readonly anchor: string;
}

export interface Notes {
  /** In order of first citation. */
  readonly all: readonly Note[];
  of(citation: Citation): Note;
}

/**
 * Numbers the citations in the order in which the report makes them; claims cited by the same words have a note each, as
 * each is a statement of its own.
 */
export function notesOf(report: Report, claimSpans: ReadonlySet<string>): Notes {
  const notes = new Map<string, Note>();
  const documents = new Map<string, number>();
  const add = (citation: Citation): void => {
    const key = keyOf(citation, claimSpans);
    if (notes.has(key)) return;
    if (!documents.has(citation.doc)) documents.set(citation.doc, documents.size + 1);
    const place = `q-${documents.get(citation.doc)}-${citation.span.join('-')}`;
    const anchor =
      claimSpans.has(spanKey(citation)) && /^c-[0-9a-f]+$/.test(citation.claim) ? citation.claim : place;
    notes.set(key, { number: notes.size + 1, citation, anchor });
  };
  for (const citation of citationsIn(report)) add(citation);
  return {
    all: [...notes.values()],
    of: (citation) => {
      const note = notes.get(keyOf(citation, claimSpans));
      if (note === undefined) throw new TypeError(`no note for ${citation.claim}`);
      return note;
    },
  };
}

/** Every citation of the report, sections before annexes. */
export function citationsIn(report: Report): Citation[] {
  return [
    ...report.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ citations }) => citations)),
    ),
    ...report.plates.flatMap(({ statements }) => statements.map(({ citation }) => citation)),
    ...report.annexes.flatMap(({ citations }) => citations.flat()),
  ];
}

/** A claim's own words are those that its row in the annex cites first. */
export const spanKey = ({ claim, span }: Citation): string => `${claim} ${span.join('-')}`;

const keyOf = (citation: Citation, claimSpans: ReadonlySet<string>): string =>
  claimSpans.has(spanKey(citation)) ? citation.claim : `${citation.doc} ${citation.span.join('-')}`;
