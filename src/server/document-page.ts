import { html } from 'hono/html';
import type { Span } from '../core/span.js';
import type { Claim } from '../model/claim.js';
import type { Block } from '../model/document.js';
import type { ShownDocument } from '../pipeline/show.js';
import { page, type Markup } from './page.js';

/** A document's text with each claim's words marked; `#c-…` leads to one of them. */
export function documentPage({ document, source, claims }: ShownDocument): Markup {
  const title = document.title ?? document.id.slice(0, 12);
  const facts: [string, string | null][] = [
    ['Publisher', document.publisher],
    [
      'Published',
      document.published === null ? null : `${document.published.edtf} (${document.published.how})`,
    ],
    ['By', document.byline],
    ['Origin', source.origins.map(({ uri }) => uri).join(', ')],
    ['Obtained', source.origins[0]?.obtained ?? null],
    ['SHA-256', source.id],
    ['Read by', document.reader],
    ['OCR', document.ocr === null ? null : `mean confidence ${document.ocr.confidence.toFixed(0)} of 100`],
    ['Warnings', document.warnings.join('; ') || null],
    ['Ending', document.truncated ? 'the text breaks off' : null],
  ];
  return page(
    title,
    html`<h1>${title}</h1>
      <dl>
        ${facts
          .filter(([, value]) => value !== null)
          .map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        <dt>Original</dt>
        <dd>
          <a href="/originals/${source.id}" download>download, ${source.size} bytes (${source.media_type})</a>
        </dd>
      </dl>
      <article>${document.blocks.map((block) => blockMarkup(document.text, block, claims))}</article>`,
  );
}

function blockMarkup(text: string, { span, dropped }: Block, claims: readonly Claim[]): Markup {
  const words = segments(span, claims).map(({ at: [start, end], starting, inside }) => {
    const anchors = starting.map((claim) => html`<span id="${claim.id}"></span>`);
    const part = text.slice(start, end);
    return inside ? html`${anchors}<mark>${part}</mark>` : html`${anchors}${part}`;
  });
  return dropped === null
    ? html`<p>${words}</p>`
    : html`<p class="dropped">${words} <span class="rule">[set aside: ${dropped}]</span></p>`;
}

interface Segment {
  readonly at: Span;
  /** Claims whose words begin here. */
  readonly starting: readonly Claim[];
  /** Whether any claim's words go on here. */
  readonly inside: boolean;
}

/** Cuts a block where a claim's words begin or end; claims may overlap or share their words. */
function segments([start, end]: Span, claims: readonly Claim[]): Segment[] {
  const within = claims.filter(({ span }) => span[0] < end && start < span[1]);
  const edges = new Set([
    start,
    end,
    ...within.flatMap(({ span }) => span).filter((at) => start < at && at < end),
  ]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, n) => {
    const to = sorted[n + 1] ?? end;
    return {
      at: [from, to],
      starting: within.filter(({ span }) => span[0] === from),
      inside: within.some(({ span }) => span[0] <= from && to <= span[1]),
    };
  });
}
