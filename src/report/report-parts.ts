import { raw } from 'hono/html';
import type { Plate, Report, Sentence } from '../model/report.js';
import { dateWords } from './dates.js';
import { markup, type Markup } from './markup.js';
import { PRINTED_WORDS } from './printed-words.js';
import type { Note, Notes } from './notes.js';

type Paragraph = Report['sections'][number]['paragraphs'][number];
type Annex = Report['annexes'][number];

/** From this many statements on, a paragraph is set as a list: one statement a line. */
const LIST_FROM = 4;

export function paragraphHtml({ number, heading, sentences }: Paragraph, notes: Notes): Markup {
  const asList = sentences.filter(({ finding }) => finding !== null).length >= LIST_FROM;
  const told = sentences.map((sentence) => sentenceHtml(sentence, notes));
  return markup`<div class="paragraph" id="p-${number}">
<p class="number"><a href="#p-${number}" aria-label="Paragraph ${number}">${number}.</a></p>
<div>
${heading === null ? null : markup`<h3>${heading}</h3>\n`}${
    asList
      ? markup`<ul>\n${told.map((sentence) => markup`<li>${sentence}</li>\n`)}</ul>`
      : markup`<p>${told.map((sentence, position) => markup`${position === 0 ? null : ' '}${sentence}`)}</p>`
  }
</div>
</div>
`;
}

/** A picture, whose bars lead to the words of their statements, with what it shows in words. */
export const plateHtml = ({ number, caption, svg, statements }: Plate, notes: Notes): Markup =>
  markup`<figure class="plate" id="figure-${number}">
<div class="scroll">${raw(svg)}</div>
<figcaption><b>${PRINTED_WORDS.figure} ${number}.</b> ${caption} ${PRINTED_WORDS.statements} ${statements.map(
    ({ key, citation }) => markup`${key}<sup class="cites">${markHtml(notes.of(citation))}</sup> `,
  )}</figcaption>
</figure>
`;

/** A sentence whose figures and note marks lead to the words cited. */
function sentenceHtml({ text, citations, figures, conversions }: Sentence, notes: Notes): Markup {
  const pieces: (string | Markup)[] = [];
  let at = 0;
  for (const { span, citation } of [...figures].sort((a, b) => a.span[0] - b.span[0])) {
    const cited = citations[citation];
    if (cited === undefined || span[0] < at) continue;
    pieces.push(text.slice(at, span[0]));
    pieces.push(markup`<a class="figure" href="#${notes.of(cited).anchor}">${text.slice(...span)}</a>`);
    at = span[1];
  }
  pieces.push(text.slice(at));
  const marks = citations.map((citation) => markHtml(notes.of(citation)));
  const how = conversions.map(
    ({ figure, from, assumption }) =>
      markup` <span class="conversion">[${figure}: ${assumption}; from “${from}”.]</span>`,
  );
  return markup`${pieces}${marks.length === 0 ? null : markup`<sup class="cites">${marks}</sup>`}${how}`;
}

const markHtml = ({ number, anchor, citation }: Note): Markup =>
  markup`<a href="#${anchor}" aria-label="Note ${number}: ${label(citation)}">${number}</a>`;

const label = ({ publisher, published }: Note['citation']): string =>
  [publisher ?? 'unnamed publisher', published === null ? null : dateWords(published)]
    .filter((part) => part !== null)
    .join(', ');

/** A note: whose page, of what date, and the words themselves, for a reader on paper. */
export const noteHtml = ({ number, anchor, citation }: Note): Markup =>
  markup`<li id="note-${number}" value="${number}">${label(citation)}${
    citation.page === null ? null : `, page ${citation.page}`
  }: <a href="#${anchor}">“${citation.quote.replace(/\s+/g, ' ')}”</a> <code class="hash" title="SHA-256 of the archived bytes: ${citation.sha256}">${citation.sha256.slice(0, 12)}</code></li>
`;

/** A table of any width; the numbers of a row lead to what the row cites. */
export function annexHtml({ title, columns, rows, citations }: Annex, notes: Notes): Markup {
  const cited = citations.some((row) => row.length > 0);
  return markup`<div class="scroll" role="region" aria-label="${title}" tabindex="0">
<table>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}${cited ? markup`<th scope="col">Note</th>` : null}</tr></thead>
<tbody>
${rows.map((row, position) => {
  const own = (citations[position] ?? []).map((citation) => notes.of(citation));
  return markup`<tr>${row.map((cell, column) => cellHtml(cell, columns[column] ?? '', own[0]))}${
    cited ? markup`<td class="cites">${own.map(markHtml)}</td>` : null
  }</tr>\n`;
})}</tbody>
</table>
</div>
`;
}

/** Columns of words about the law, whose digits are no figures of a source. */
const WORDS = new Set([
  'Provision',
  'In own words',
  'In force',
  'Amended by',
  'What must be shown',
  'Why',
  'Source',
]);

/** Columns whose digits are no figures of a source. */
const NOT_FIGURES = new Set(['Date', 'Published', 'As of', 'Independent origins', 'Grade']);

function cellHtml(cell: string, column: string, note: Note | undefined): Markup {
  if (column === 'Paragraph') {
    const links = cell.split(', ').filter((one) => one !== '');
    return markup`<td>${links.map((one, position) => markup`${position === 0 ? null : ', '}<a href="#p-${one}">${one}</a>`)}</td>`;
  }
  if (/^[0-9a-f]{64}$/.test(cell)) return markup`<td><code class="hash">${cell}</code></td>`;
  if (WORDS.has(column)) return markup`<td>${cell}</td>`;
  if (NOT_FIGURES.has(column)) return markup`<td class="date">${cell}</td>`;
  if (note === undefined || !/\d/.test(cell)) return markup`<td>${cell}</td>`;
  return /^[\d,.]+(?: \w+)?$/.test(cell)
    ? markup`<td class="numeric"><a class="figure" href="#${note.anchor}">${cell}</a></td>`
    : markup`<td><a class="words" href="#${note.anchor}">${cell}</a></td>`;
}
