import type { Document } from '../model/document.js';
import type { Report } from '../model/report.js';
import { dateWords } from './dates.js';
import { markup, type Markup } from './markup.js';
import { citationsIn, notesOf, spanKey } from './notes.js';
import { roman } from './printed-report.js';
import { OfflinePage } from './offline-page.js';
import { ANNEX_TITLES } from './phrases.js';
import { annexHtml, noteHtml, paragraphHtml, plateHtml } from './report-parts.js';
import { sourceHtml } from './source-text.js';

const PAGE = new OfflinePage('report.css');

/** The page's own policy. A server may send it too. */
export const REPORT_POLICY = PAGE.policy;

/**
 * The report as one page that opens offline: paragraphs whose figures lead to the marked words of the archived text, in
 * the same file. Equal reports give equal bytes.
 * @param documents those cited; others are left out
 */
export function renderHtml(report: Report, documents: Iterable<Document>): string {
  const notes = notesOf(report, ownSpans(report));
  const cited = new Set(citationsIn(report).map(({ doc }) => doc));
  const sources = [...documents].filter(({ id }) => cited.has(id));
  const order = new Map(notes.all.map(({ citation }, position) => [citation.doc, -position]));
  sources.sort((a, b) => (order.get(b.id) ?? 0) - (order.get(a.id) ?? 0));

  const rowsOf = (title: string): string =>
    String(report.annexes.find((annex) => annex.title === title)?.rows.length ?? 0);
  const contents = [
    ...report.sections.map(({ title }, position) => ({ id: `section-${position + 1}`, title })),
    ...report.annexes.map(({ title }, position) => ({
      id: `annex-${position + 1}`,
      title: `Annex ${roman(position + 1)}. ${title}`,
    })),
    { id: 'notes', title: 'Notes' },
    { id: 'texts', title: 'Texts of the sources' },
  ];
  const body = markup`<a class="skip" href="#report">Skip to the report</a>
<header class="masthead">
<p class="series">Report from open sources</p>
<h1>${report.title}</h1>
<dl class="facts">
${fact('As of', report.as_of === null ? 'all statements held' : dateWords(report.as_of))}
${fact('Statements', rowsOf(ANNEX_TITLES.statements))}
${fact('Sources', rowsOf(ANNEX_TITLES.sources))}
${fact('Ledger', markup`<code title="${report.ledger}">${report.ledger.slice(0, 12)}</code>`)}
</dl>
</header>
<div class="sheet">
<nav class="contents" aria-label="Contents">
<h2>Contents</h2>
<ol>
${contents.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`)}</ol>
</nav>
<main id="report" tabindex="-1">
${report.sections.map(
  ({ title, paragraphs }, position) => markup`<section aria-labelledby="section-${position + 1}">
<h2 id="section-${position + 1}">${title}</h2>
${paragraphs.map((paragraph) => [
  paragraphHtml(paragraph, notes),
  ...report.plates.filter(({ after }) => after === paragraph.number).map((plate) => plateHtml(plate, notes)),
])}</section>
`,
)}${report.annexes.map(
    (annex, position) => markup`<section aria-labelledby="annex-${position + 1}">
<h2 id="annex-${position + 1}"><span class="annex-number">Annex ${roman(position + 1)}.</span> ${annex.title}</h2>
${annexHtml(annex, notes)}</section>
`,
  )}<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
<ol class="notes">
${notes.all.map((note) => noteHtml(note))}</ol>
</section>
<section aria-labelledby="texts">
<h2 id="texts">Texts of the sources</h2>
<p class="aside">Each text is printed as it was archived. Marked words are those that the report cites; the numbers lead back. What was set aside as no part of the article is dimmed and folded.</p>
${sources.map((document) => sourceHtml(document, notes.all))}</section>
</main>
</div>`;
  return PAGE.html(report.title, body);
}

/** Each claim's own span, as its row in the annex of statements cites it, else as it is first cited. */
function ownSpans(report: Report): ReadonlySet<string> {
  const spans = new Map<string, string>();
  const rows = report.annexes
    .filter(({ title }) => title === ANNEX_TITLES.statements)
    .flatMap(({ citations }) => citations.flatMap((row) => row.slice(0, 1)));
  for (const citation of [...rows, ...citationsIn(report)]) {
    if (!spans.has(citation.claim)) spans.set(citation.claim, spanKey(citation));
  }
  return new Set(spans.values());
}

const fact = (name: string, value: string | Markup): Markup =>
  markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;
