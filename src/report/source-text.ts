import type { Block, Document } from '../model/document.js';
import { dateWords } from './dates.js';
import { markedText, type Mark } from './marked-text.js';
import { markup, type Markup } from './markup.js';
import type { Note } from './notes.js';

/** A document's archived text, with the cited words marked and what was set aside folded. */
export function sourceHtml(document: Document, notes: readonly Note[]): Markup {
  const marks = notes.filter(({ citation }) => citation.doc === document.id).map(markOf);
  const begun = new Set<string>();
  const title = document.title ?? 'Untitled';
  const facts = [
    document.publisher ?? 'unnamed publisher',
    document.published === null ? 'date unknown' : dateWords(document.published.edtf),
    document.ocr === null
      ? null
      : `read from a picture, mean confidence ${Math.round(document.ocr.confidence)} of 100`,
    document.truncated ? 'breaks off' : null,
  ].filter((one) => one !== null);
  return markup`<article class="source">
<h3>${title}</h3>
<p class="facts">${facts.join(' · ')}${addressHtml(document.canonical_url)}<br><code class="hash">${document.source}</code></p>
<div class="text">
${runsOf(document.blocks).map(({ dropped, blocks }) => {
  const inside = blocks.map((block) => blockHtml(document.text, block, marks, begun));
  if (!dropped) return inside;
  const rules = [...new Set(blocks.map((block) => block.dropped))].join(', ');
  return markup`<details class="dropped"><summary>Set aside: ${rules}</summary>\n${inside}</details>\n`;
})}</div>
</article>
`;
}

const markOf = ({ anchor, number, citation }: Note): Mark => ({
  id: anchor,
  span: citation.span,
  lead: markup`<a class="back" href="#note-${number}" aria-label="Back to note ${number}">${number}</a>`,
});

function blockHtml(text: string, block: Block, marks: readonly Mark[], begun: Set<string>): Markup {
  const inside = markedText(text, block.span, marks, begun);
  const page = block.page === null ? null : markup` data-page="${block.page}"`;
  return markup`<p class="block ${block.kind}"${page}>${inside}</p>\n`;
}

/** Neighbouring blocks that were kept, or that were set aside, together. */
function runsOf(blocks: readonly Block[]): { dropped: boolean; blocks: Block[] }[] {
  const runs: { dropped: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const dropped = block.dropped !== null;
    const last = runs.at(-1);
    if (last?.dropped === dropped) last.blocks.push(block);
    else runs.push({ dropped, blocks: [block] });
  }
  return runs;
}

/** Only an address of the web becomes a link; anything else a source may have written stays text. */
function addressHtml(address: string | null): Markup | null {
  if (address === null) return null;
  const web = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return web
    ? markup` · <a href="${address}" rel="noreferrer noopener nofollow external">${address}</a>`
    : markup` · ${address}`;
}
