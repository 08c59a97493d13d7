import type { Block } from '../model/document.js';

/** An ellipsis, "read more" or a wire's "(MORE)" at the very end. A closed quotation that trails off is no break. */
const BREAK =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|\+\d+ chars)\]|\((?:more|MORE)\)|(?:read more|continue reading|read the full (?:story|article))[ .…»>→]*)$/i;

/** Whether the article goes on elsewhere: its last kept block ends mid-sentence. */
export function breaksOff(text: string, kept: readonly Pick<Block, 'span'>[]): boolean {
  const last = kept.at(-1);
  return last !== undefined && BREAK.test(text.slice(...last.span).trimEnd());
}
