import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Citation, Conversion, Sentence } from '../model/report.js';
import type { Names } from '../ledger/names.js';
import { citationsOf } from './citation.js';
import { claimSentence, pageWords } from './claim-sentence.js';
import { settleFigures, sourceWords } from './figure.js';
import { figuresIn } from './figures-in.js';
import type { Terms } from './goods.js';
import { claimantWords, listed } from './people.js';

/** What sentences are made from. */
export interface Evidence {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly documents: ReadonlyMap<string, Document>;
  /** The claim of a document at a position. */
  readonly claimAt: (doc: string, index: number) => Claim | null;
  readonly names: Names;
  readonly terms: Terms;
}

type Entry = Finding['claims'][number];

/** The sentences of one finding: each statement in order, then denials, then who repeated which. */
export function findingSentences(finding: Finding, evidence: Evidence): Sentence[] {
  const isDenial = ({ claim }: Entry): boolean => evidence.claims.get(claim)?.polarity === 'denied';
  const own = finding.claims.filter(({ echo_of }) => echo_of === null);
  const echoes = finding.claims.filter(({ echo_of }) => echo_of !== null);
  const [denials, statements] = [own.filter(isDenial), own.filter((entry) => !isDenial(entry))];
  return [
    ...statements.map((entry) => statementSentence(entry, finding, evidence)),
    ...groupBy(denials, denialKey(evidence)).flatMap(([first, ...others]) => [
      statementSentence(first, finding, evidence),
      furtherDenials(others, finding, evidence),
    ]),
    ...echoes.map((entry) => statementSentence(entry, finding, evidence)),
  ].filter((sentence) => sentence !== null);
}

/** One claimant's denials of one thing are told once, with every page on which they stand. */
const denialKey =
  ({ claims }: Evidence) =>
  ({ claim, claimant }: Entry): string =>
    `${claimant ?? ''} ${claims.get(claim)?.item?.class ?? ''} ${claims.get(claim)?.modality ?? ''}`;

type Group = [first: Entry, ...others: Entry[]];

function groupBy(entries: readonly Entry[], key: (entry: Entry) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group) group.push(entry);
    else groups.set(key(entry), [entry]);
  }
  return [...groups.values()];
}

function furtherDenials(others: readonly Entry[], finding: Finding, evidence: Evidence): Sentence | null {
  const told = others.flatMap((entry) => {
    const claim = evidence.claims.get(entry.claim);
    const document = claim && evidence.documents.get(claim.doc);
    return claim && document ? [{ claim, document }] : [];
  });
  const [one] = told;
  if (one === undefined) return null;
  const pages = [...new Set(told.map(({ document }) => pageWords(document, evidence.names)))];
  const claimant = claimantWords(one.claim, one.document, evidence.names);
  const citations = told.flatMap(({ claim, document }) =>
    citationsOf(claim, document, evidence.names).slice(0, 1),
  );
  const text = `A denial by ${claimant} is also reported by ${listed(pages)}.`;
  return { text, finding: finding.id, citations, figures: [], conversions: [] };
}

function statementSentence(entry: Entry, finding: Finding, evidence: Evidence): Sentence | null {
  const claim = evidence.claims.get(entry.claim);
  const document = claim && evidence.documents.get(claim.doc);
  if (claim === undefined || document === undefined) return null;
  const related = relatedClaim(claim, evidence);
  const marked = claimSentence(claim, document, { names: evidence.names, terms: evidence.terms, related });
  const citations = citationsOf(claim, document, evidence.names);
  if (related !== null && !citations.some(({ span }) => sameSpan(span, related.span))) {
    citations.push(...citationsOf(related, document, evidence.names).slice(0, 1));
  }
  return finished(marked, finding.id, citations, claim);
}

/** The load of a capacity, or the figure that another was worked out from; it stands in the same document. */
function relatedClaim(claim: Claim, { claimAt }: Evidence): Claim | null {
  const { relation } = claim;
  const position = relation?.claim ?? null;
  if (relation === null || position === null) return null;
  const needed =
    relation.type === 'given' || (relation.type === 'alternative_to' && claim.kind === 'capacity');
  return needed ? claimAt(claim.doc, position) : null;
}

const sameSpan = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] === b[0] && a[1] === b[1];

/** Settles the figures, each on the citation that holds it; one that none holds was worked out, and says so. */
function finished(marked: string, finding: string, citations: readonly Citation[], claim: Claim): Sentence {
  const settled = settleFigures(marked);
  const conversions: Conversion[] = [];
  const figures = settled.figures.map(([start, end]) => {
    const printed = settled.text.slice(start, end);
    const held = citations.findIndex(({ quote }) => holdsFigure(quote, printed));
    if (held < 0 && claim.quantity !== null && claim.relation?.type === 'given') {
      conversions.push({
        figure: printed,
        from: sourceWords(claim.quantity.wording),
        assumption: 'worked out by arithmetic from the words quoted and the figure that they refer to',
        citation: 0,
      });
    }
    return { span: [start, end] as const, citation: Math.max(held, 0) };
  });
  const [first] = conversions;
  const text =
    first === undefined
      ? settled.text
      : settled.text.replace(/\.$/, `, worked out from the words “${first.from}”.`);
  return { text, finding, citations, figures, conversions };
}

/** The quote gives every number of the printed figure, in digits or words; vague words and quotes by their letters. */
function holdsFigure(quote: string, printed: string): boolean {
  const wanted = [...figuresIn(printed)];
  const given = figuresIn(quote);
  const main = wanted.filter((value) => value > 1 || wanted.length === 1);
  if (main.length > 0) return main.every((value) => given.has(value) || !isWhole(printed, value));
  return quote.toLowerCase().includes(printed.replace(/[“”]/g, '').toLowerCase());
}

/** Whether a value is a number of the printed figure itself, not the "3" or "million" of "3 million". */
function isWhole(printed: string, value: number): boolean {
  const scaled = [...printed.matchAll(/([\d.,]+) (million|billion)/g)].flatMap(([, digits = '', scale]) => [
    Number(digits.replace(/,/g, '')),
    scale === 'million' ? 1e6 : 1e9,
  ]);
  return !scaled.includes(value);
}
