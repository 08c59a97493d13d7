import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Converted } from '../model/finding.js';
import type { Conversion } from '../model/ledger-tables.js';
import type { Citation, Sentence } from '../model/report.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import { questionsOf } from '../ledger/questions.js';
import { cite, distinctCitations } from './citation.js';
import type { Evidence } from './evidence.js';
import { figure, number, settleFigures } from './figure.js';
import { holdsFigure } from './finished-sentence.js';
import { UNIT_NOUNS } from './phrases.js';
import { ASSESSMENT } from './standing-phrases.js';

interface Cited {
  readonly claim: Claim;
  readonly document: Document;
}

/**
 * What the standard makes of a finding, how likely it is and, apart from that, how firm the basis is; then what the range
 * is in other units, where a finding of such a unit stands beside it, and whether questions are raised. Reasons with their
 * numbers stand in the annexes.
 */
export function assessmentSentences(finding: AssessedFinding, evidence: Evidence): Sentence[] {
  const { assessment, converted } = finding.assessed;
  const counting = citedOf(finding, assessment.counts, evidence);
  const every = citedOf(finding, ownPositions(finding), evidence);
  const cited = counting.length > 0 ? counting : every;
  const plain = (text: string): Sentence => ({
    text,
    finding: finding.id,
    role: 'support',
    citations: distinctCitations(cited.map(({ claim, document }) => cite(claim, document))),
    figures: [],
    conversions: [],
  });
  return [
    plain(standingText(finding)),
    ...(assessment.likelihood === null ? [] : [plain(ASSESSMENT.likelihood(assessment.likelihood))]),
    ...(assessment.confidence === null ? [] : [plain(ASSESSMENT.confidence(assessment.confidence))]),
    ...converted
      .filter(({ against }) => against.length > 0)
      .flatMap((one) => convertedSentence(one, finding, evidence) ?? []),
    ...(questionsOf(finding).length > 0 ? [plain(ASSESSMENT.questioned)] : []),
  ];
}

const ownPositions = ({ standings }: AssessedFinding): number[] => standings.map(({ at }) => at);

function citedOf(
  finding: AssessedFinding,
  positions: readonly number[],
  { claims, documents }: Evidence,
): Cited[] {
  return positions.flatMap((position) => {
    const claim = claims.get(finding.claims[position]?.claim ?? '');
    const document = claim && documents.get(claim.doc);
    return claim && document ? [{ claim, document }] : [];
  });
}

function standingText({ standings, assessed: { assessment } }: AssessedFinding): string {
  const counting = standings.filter(({ at }) => assessment.counts.includes(at));
  const origins = new Set(counting.map(({ origin }) => origin)).size;
  const basis = origins > 1 ? ASSESSMENT.several : ASSESSMENT.single;
  switch (assessment.standing) {
    case 'finding':
      return ASSESSMENT.finding(basis);
    case 'reported':
      return ASSESSMENT.reported(basis);
    case 'alleged':
      return origins === 0 ? ASSESSMENT.alleged : ASSESSMENT.tooLittle;
  }
}

/** "By the assumption container-152mm, at least 1,000 containers would be at least 250,000 rounds." */
function convertedSentence(
  converted: Converted,
  finding: AssessedFinding,
  evidence: Evidence,
): Sentence | null {
  const { range, claims } = finding;
  const conversion = evidence.conversions.find(({ name }) => name === converted.assumption);
  if (range === null || conversion === undefined) return null;
  const ends = endsOf(finding, evidence);
  if (ends.length === 0 || claims.length === 0) return null;
  const marked = ASSESSMENT.converted(
    conversion.name,
    amount(range.low, range.high),
    UNIT_NOUNS[conversion.from.unit].many,
    amount(converted.low, converted.high),
    UNIT_NOUNS[conversion.to.unit].many,
    verdictOf(converted),
  );
  const { text, figures } = settleFigures(marked);
  const citations: Citation[] = ends.map(({ claim, document }) => cite(claim, document));
  const placed = figures.map(([start, end]) => {
    const printed = text.slice(start, end);
    const held = citations.findIndex(({ quote }) => holdsFigure(quote, printed));
    return { span: [start, end] as const, citation: Math.max(0, held), held: held >= 0, printed };
  });
  return {
    text,
    finding: finding.id,
    role: 'support',
    citations,
    figures: placed.map(({ span, citation }) => ({ span, citation })),
    conversions: placed
      .filter(({ held }) => !held)
      .map(({ printed, citation }) => ({
        figure: printed,
        from: ends[citation]?.claim.quantity?.wording ?? '',
        assumption: assumptionText(conversion),
        citation,
      })),
  };
}

/** The claims that give the ends of the range. */
function endsOf(finding: AssessedFinding, evidence: Evidence): Cited[] {
  const { range, standings } = finding;
  const giving = (['low', 'high'] as const).flatMap((end) => {
    const bound = range?.[end] ?? null;
    const found = standings.find(
      ({ interval, affirmed }) => affirmed && bound !== null && interval?.[end] === bound,
    );
    return found === undefined ? [] : [found.at];
  });
  return citedOf(finding, [...new Set(giving)], evidence);
}

function amount(low: number | null, high: number | null): string {
  const words = (value: number): string => figure(number(value, false));
  if (low !== null && high !== null) return low === high ? words(low) : `${words(low)} to ${words(high)}`;
  if (low !== null) return `at least ${words(low)}`;
  return high === null ? 'any number of' : `up to ${words(high)}`;
}

function verdictOf({ against }: Converted): string {
  const verdicts = new Set(against.map(({ verdict }) => verdict));
  if (verdicts.has('inconsistent')) return ASSESSMENT.inconsistent;
  return verdicts.has('growth') ? ASSESSMENT.growth : ASSESSMENT.consistent;
}

/** An assumption as it is cited: what it says, and whose it is; the annex has on what it rests. */
const assumptionText = ({ name, from, to, low, high, owner, since }: Conversion): string =>
  `assumption ${name} of ${owner} (${since}): ${number(low, false)} to ${number(high, false)} ${UNIT_NOUNS[to.unit].many} a ${UNIT_NOUNS[from.unit].one}`;
