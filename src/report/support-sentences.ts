import { intervalOf } from '../ledger/interval-of-claim.js';
import { relationsOf } from '../ledger/pairs.js';
import { statementDay } from '../ledger/statement-date.js';
import { documentHead } from '../ledger/document-facts.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import type { KeptFinding } from '../model/finding.js';
import type { Citation, Conversion, Sentence } from '../model/report.js';
import { cite } from './citation.js';
import { dateWords } from './dates.js';
import type { Evidence } from './evidence.js';
import { bounds, figure, number, settleFigures, sourceWords } from './figure.js';
import { holdsFigure } from './finished-sentence.js';
import { goodsWords } from './goods.js';
import { claimantWords } from './people.js';
import { ASSESSMENT } from './standing-phrases.js';

interface Told {
  readonly claim: Claim;
  readonly document: Document;
  readonly low: number | null;
  readonly high: number | null;
}

/** The range that several statements allow together, and where they exclude each other. */
export const supportSentences = (finding: AssessedFinding, evidence: Evidence): Sentence[] =>
  [disputeSentence(finding, evidence), rangeSentence(finding, evidence)].filter(
    (sentence) => sentence !== null,
  );

/** The statements that are no repetitions, each with its figure; null where it has none. */
const toldIn = (finding: KeptFinding, evidence: Evidence): (Told | null)[] =>
  finding.claims.filter(({ echo_of }) => echo_of === null).map(({ claim }) => toldOf(claim, evidence));

function toldOf(id: string, { claims, documents, names }: Evidence): Told | null {
  const claim = claims.get(id);
  const document = claim && documents.get(claim.doc);
  const interval = claim?.polarity === 'affirmed' ? intervalOf(claim, names) : null;
  return claim && document && interval ? { claim, document, ...interval } : null;
}

/** Said only of several statements: one alone has said its own range already. */
export function rangeSentence(finding: AssessedFinding, evidence: Evidence): Sentence | null {
  const { range, question } = finding;
  const figures = toldIn(finding, evidence).filter((one) => one !== null);
  if (range === null || figures.length < 2 || (range.low === null && range.high === null)) return null;
  const lowest = range.low === null ? null : figures.find(({ low }) => low === range.low);
  const highest = range.high === null ? null : figures.find(({ high }) => high === range.high);
  if (lowest === undefined || highest === undefined) return null;
  const ends = [lowest, highest].filter((one) => one !== null);
  const [first = null] = ends;
  if (first === null) return null;
  const things = goodsWords(
    { ...first.claim, quantity: { low: 2, high: 2, unit: question.unit, wording: '' } },
    evidence.terms,
  )
    .replace(/^\S+ ?/, '')
    .trim();
  const low = range.low === null ? null : figure(number(range.low, false));
  const high = range.high === null ? null : figure(number(range.high, false));
  const amount =
    low === null
      ? `up to ${high}`
      : high === null
        ? `at least ${low}`
        : low === high
          ? low
          : `${low} to ${high}`;
  const rate = question.per === null ? '' : ` a ${sourceWords(question.per, 20)}`;
  const dispute = finding.dispute === null ? 'support' : 'leave open';
  const vague = range.vague.length === 0 ? '' : ASSESSMENT.vague;
  const marked = `${ASSESSMENT.together[finding.assessed.assessment.standing]} ${dispute} a range of ${amount} ${things}${rate}, as of ${dateWords(range.as_of)}${vague}.`;
  return settled(marked, finding, ends);
}

/** Settles the figures of a range, whose ends may be a tenth or a word away from what was said. */
function settled(marked: string, finding: KeptFinding, ends: readonly Told[]): Sentence {
  const { text, figures } = settleFigures(marked);
  const citations: Citation[] = ends.map(({ claim, document }) => cite(claim, document));
  const conversions: Conversion[] = [];
  const placed = figures.map(([start, end], position) => {
    const citation = Math.min(position, citations.length - 1);
    const printed = text.slice(start, end);
    const quantity = ends[citation]?.claim.quantity;
    if (quantity && !holdsFigure(citations[citation]?.quote ?? '', printed)) {
      conversions.push({
        figure: printed,
        from: sourceWords(quantity.wording),
        assumption:
          quantity.vague === true
            ? 'the range that the table of vague words gives'
            : 'about a figure is read as a tenth less to a tenth more',
        citation,
      });
    }
    return { span: [start, end] as const, citation };
  });
  return { text, finding: finding.id, role: 'support', citations, figures: placed, conversions };
}

/** The two statements farthest apart of those that contradict each other and stand, each with its figure as claimed. */
export function disputeSentence(finding: KeptFinding, evidence: Evidence): Sentence | null {
  if (finding.dispute === null) return null;
  const told = toldIn(finding, evidence);
  const own = finding.claims.filter(({ echo_of }) => echo_of === null);
  const at = (position: number): Told | null => {
    const entry = finding.claims[position];
    return entry === undefined ? null : (told[own.indexOf(entry)] ?? null);
  };
  const superseded = new Set<number>();
  const opposed: (readonly [number, number])[] = [];
  for (const { a, b, relation } of relationsOf(finding)) {
    if (relation === 'supersedes') superseded.add(b.at);
    if (relation === 'contradicts') opposed.push([a.at, b.at]);
  }
  const sides = opposed.flatMap(([a, b]) => {
    const [one, other] = [at(a), at(b)];
    const stands = !superseded.has(a) && !superseded.has(b);
    return stands && one !== null && other !== null ? [one, other] : [];
  });
  const [above] = [...sides].sort((a, b) => (b.low ?? -Infinity) - (a.low ?? -Infinity));
  const [below] = [...sides].sort((a, b) => (a.high ?? Infinity) - (b.high ?? Infinity));
  if (above === undefined || below === undefined || above === below) return null;
  const words = ({ claim, document }: Told): string => {
    const day = statementDay(claim, documentHead(document));
    const amount = (claim.quantity && bounds(claim.quantity)) ?? sourceWords(claim.quantity?.wording ?? '');
    return `${figure(amount)} by ${claimantWords(claim, document, evidence.names)}${day === null ? '' : ` (${dateWords(day)})`}`;
  };
  return settled(
    `These statements are in dispute: ${words(above)} stands against ${words(below)}.`,
    finding,
    [above, below],
  );
}
