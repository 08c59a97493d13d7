/** A word or mark with its part of speech (Universal Dependencies tag) and lemma; offsets count in the document. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}
