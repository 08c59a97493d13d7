/** A word or mark with its part of speech (Universal Dependencies tag) and lemma; offsets count in the document. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/** The one maker of tokens: those of one layout are read several times as fast. */
export const makeToken = (
  text: string,
  lower: string,
  lemma: string,
  pos: string,
  start: number,
  end: number,
): Token => ({ text, lower, lemma, pos, start, end });
