import { claimantOf, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { pairsOf } from '../pipeline/printed-finding.js';
import type { Shown, ShownClaim, ShownDocument, ShownFinding } from '../pipeline/show.js';
import { CLAIM_COLUMNS, FINDING_COLUMNS, settings } from './columns.js';
import { legalText } from './legal-text.js';
import type { Colours } from './output.js';
import type { Column } from './table.js';
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
  }
}

type Fields = readonly (readonly [name: string, value: unknown])[];

const fields = (pairs: Fields, { dim }: Colours): string =>
  pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${dim(name.padEnd(13))} ${oneLine(String(value))}\n`)
    .join('');

/** The fields of a record by the columns of its listing, ids aside. */
const listed = <T>(record: T, columns: readonly Column<T>[], without: readonly string[]): Fields =>
  columns
    .filter(({ name }) => !without.includes(name))
    .map(({ name, of }) => [name.replaceAll('_', ' '), of(record)] as const);

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

function findingText({ finding, claims, provisions }: ShownFinding, colours: Colours): string {
  const ids = new Map(claims.map(({ claim }) => [`${claim.doc}:${claim.index}`, claim.id]));
  return [
    `${colours.bold(finding.id)}\n\n`,
    fields(listed(finding, FINDING_COLUMNS, ['id', 'finding', 'parties', 'claims', 'low', 'high']), colours),
    `\n${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}, in the order of their statements:\n`,
    ...claims.map((shown, position) => statementText(shown, finding.claims[position], ids, colours)),
    pairsText(finding),
    `\nAgainst the law:\n${legalText(provisions, colours)}`,
  ].join('');
}

type Entry = ShownFinding['finding']['claims'][number];

function statementText(
  { claim, quote, document }: ShownClaim,
  entry: Entry | undefined,
  ids: ReadonlyMap<string, string>,
  { bold }: Colours,
): string {
  const idOf = ({ doc, index }: { doc: string; index: number }): string => ids.get(`${doc}:${index}`) ?? doc;
  const remarks = [
    claim.polarity === 'affirmed' ? claim.modality : `${claim.polarity}, ${claim.modality}`,
    claim.judgement ? `${claim.judgement.verdict} by ${oneLine(claim.judgement.by)}` : null,
    entry?.echo_of ? `repeats ${idOf(entry.echo_of)}` : null,
    ...(entry?.drift ?? []),
    entry?.derived_from ? `derived from ${idOf(entry.derived_from)}` : null,
  ].filter((remark) => remark !== null);
  const place = [document.publisher, document.published?.edtf, document.title].filter(
    (part) => part !== null,
  );
  return (
    `\n${bold(claim.id)}  ${oneLine(claimantOf(claim).who ?? '(not named)')}: ${remarks.join('; ')}\n` +
    `  "${oneLine(quote)}"\n  ${oneLine(place.join(', '))}\n`
  );
}

/** How the statements stand to each other, where that says something. */
function pairsText(finding: ShownFinding['finding']): string {
  const { claims } = finding;
  const lines: string[] = [];
  for (const { a, b, relation, why } of pairsOf(finding)) {
    if (relation === 'not-comparable' || relation === 'agrees') continue;
    if (lines.push(`${claims[a]?.claim} ${relation} ${claims[b]?.claim}: ${oneLine(why)}\n`) < MOST_PAIRS)
      continue;
    lines.push('and more: `tallyman findings --format jsonl` has every pair.\n');
    break;
  }
  return lines.length === 0 ? '' : `\nHow they stand to each other:\n${lines.join('')}`;
}

/** More than a person reads, and fewer than fill the memory: pairs grow with the square of the claims. */
const MOST_PAIRS = 1000;

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
