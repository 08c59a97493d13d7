import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Shown, ShownClaim, ShownDocument } from '../pipeline/show.js';
import { CLAIM_COLUMNS, settings } from './columns.js';
import type { Colours } from './output.js';
import { fields, listed, type Fields } from './shown-fields.js';
import { findingText } from './shown-finding.js';
import { strikeText } from './strike-text.js';
import { oneLine, printable } from './terminal-text.js';

/** What `tallyman show` prints for a person. */
export function shownText(shown: Shown, colours: Colours): string {
  switch (shown.type) {
    case 'claim':
      return claimText(shown, colours);
    case 'finding':
      return findingText(shown, colours);
    case 'document':
      return documentText(shown, colours);
    case 'strike':
      return strikeText(shown, colours);
  }
}

/** Shown in another form, or for programs alone. */
const CLAIM_EXTRA = [
  'id',
  'claim',
  'doc',
  'index',
  'start',
  'end',
  'parties',
  'low',
  'high',
  'unit',
  'status',
  'relays',
];

function claimText(shown: ShownClaim, colours: Colours): string {
  const { claim, document, source, path, quote, before, after, page } = shown;
  return [
    `${colours.bold(claim.id)}\n\n`,
    // Without colours the words must stand out as well.
    `${printable(before)}${marked(printable(quote), colours)}${printable(after)}\n\n`,
    fields(
      [['said by', chain(claim)], ...listed(claim, CLAIM_COLUMNS, [...CLAIM_EXTRA, 'claimant'])],
      colours,
    ),
    '\n',
    fields(
      [
        ...documentFields(document),
        ['page', page],
        ['characters', claim.span.join(' to ')],
        ['origin', source.origins.map(({ uri }) => uri).join('; ')],
        ['obtained', source.origins[0]?.obtained],
        ['archived as', path],
        ['SHA-256', source.id],
      ],
      colours,
    ),
    judgementsText(shown),
  ].join('');
}

/** What analysts said of a claim, the first first, and what it says without them. */
function judgementsText({ judgements }: ShownClaim): string {
  if (judgements.length === 0) return '';
  const lines = judgements.map(
    (judgement) =>
      `  ${judgement.at}  ${judgement.verdict}${judgement.set === null ? '' : ` ${oneLine(settings(judgement))}`}, by ${oneLine(judgement.by)}: ${oneLine(judgement.why)}\n`,
  );
  return `\nJudged:\n${lines.join('')}`;
}

const marked = (quote: string, { isColorSupported, inverse }: Colours): string =>
  isColorSupported ? inverse(quote) : `>>>${quote}<<<`;

/** "Harbour Post < its source < the claimant", outermost first. */
const chain = (claim: Claim): string => claim.attribution.map(({ who }) => who ?? '(not named)').join(' < ');

const documentFields = (document: Document): Fields => [
  ['document', document.id],
  ['title', document.title],
  ['publisher', document.publisher],
  [
    'published',
    document.published === null ? null : `${document.published.edtf} (${document.published.how})`,
  ],
  ['read by', document.reader],
  ['OCR', document.ocr === null ? null : `mean confidence ${document.ocr.confidence.toFixed(0)} of 100`],
  ['warnings', document.warnings.join('; ')],
];

function documentText({ document, source, path, claims }: ShownDocument, colours: Colours): string {
  const marks = claims.map(({ span }) => span);
  return [
    fields(
      [
        ...documentFields(document),
        ['origin', source.origins.map(({ uri }) => uri).join('; ')],
        ['archived as', path],
        ['SHA-256', source.id],
        ['claims', claims.map(({ id }) => id).join(' ')],
      ],
      colours,
    ),
    ...document.blocks
      .filter((block) => block.dropped === null)
      .map((block) => `\n${markedWithin(document.text, block.span, marks, colours)}\n`),
  ].join('');
}

/** A block's text with every claim's words marked; claims may overlap. */
function markedWithin(
  text: string,
  [start, end]: readonly [number, number],
  marks: Claim['span'][],
  { isColorSupported, inverse }: Colours,
): string {
  const inside = (at: number): boolean => marks.some(([from, to]) => from <= at && at < to);
  const cuts = [start, end, ...marks.flat().filter((at) => start < at && at < end)];
  const edges = [...new Set(cuts)].sort((a, b) => a - b);
  return edges
    .slice(0, -1)
    .map((from, n) => {
      const part = printable(text.slice(from, edges[n + 1]));
      return inside(from) && isColorSupported ? inverse(part) : part;
    })
    .join('');
}
