import type { Report, Sentence } from '../model/report.js';

export type Section = Report['sections'][number];
export type Paragraph = Section['paragraphs'][number];

/** Gives paragraphs their numbers in the order in which they stand, and keeps which one tells a finding. */
export class Numbering {
  #last = 0;
  /** The paragraph that tells each finding, by its id. */
  readonly paragraphOf = new Map<string, number>();

  /** Keeps the next numbers for paragraphs that are written once all others have theirs. @returns the first of them */
  reserve(count: number): number {
    const first = this.#last + 1;
    this.#last += count;
    return first;
  }

  /** @param tells the finding that readers are led to here */
  paragraph(sentences: readonly Sentence[], heading: string | null, tells: string | null = null): Paragraph {
    const number = this.reserve(1);
    if (tells !== null && !this.paragraphOf.has(tells)) this.paragraphOf.set(tells, number);
    return { number, heading, sentences };
  }
}

/** A sentence that states no fact of the case. */
export const plainSentence = (text: string): Sentence => ({
  text,
  finding: null,
  role: 'text',
  citations: [],
  figures: [],
  conversions: [],
});
