import type { Block } from '../model/document.js';

/** An ellipsis or a wire's "(MORE)" at the very end. A closed quotation that trails off is no break. */
const BREAK = /(?:…|\.\.\.|\[(?:…|\.\.\.|\+\d+ chars)\]|\((?:more|MORE)\))$/;
const READ_ON = /(?:read more|continue reading|read the full (?:story|article))[ .…»›>→]*$/i;

/** Whether the article goes on elsewhere: its last kept block ends mid-sentence, or "Read more" stands at its end. */
export function breaksOff(text: string, blocks: readonly Pick<Block, 'span' | 'dropped'>[]): boolean {
  const last = blocks.findLastIndex((block) => block.dropped === null);
  const [end, next] = [blocks[last], blocks[last + 1]].map((block) =>
    block === undefined ? '' : text.slice(...block.span).trimEnd(),
  );
  return last >= 0 && (BREAK.test(end ?? '') || READ_ON.test(end ?? '') || READ_ON.test(next ?? ''));
}
