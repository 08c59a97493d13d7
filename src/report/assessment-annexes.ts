import type { Report } from '../model/report.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import { questionsOf } from '../ledger/questions.js';
import { cite } from './citation.js';
import type { Evidence } from './evidence.js';
import { number, sourceWords } from './figure.js';
import { headingOf } from './heading.js';
import { ANNEX_TITLES, UNIT_NOUNS } from './phrases.js';
import { LEVEL_NAMES } from './standing-phrases.js';

type Annex = Report['annexes'][number];
type Citations = Annex['citations'][number];

/** Each finding's standing, likelihood and confidence with their reasons. */
export function assessmentsAnnex(
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
): Annex {
  const rows = byParagraph(findings, paragraphOf).map(({ id, assessed: { assessment } }) => [
    String(paragraphOf.get(id) ?? ''),
    LEVEL_NAMES[assessment.standing],
    assessment.why,
    assessment.likelihood ?? 'none given',
    assessment.likelihood_why ?? '',
    assessment.confidence ?? 'none given',
    assessment.confidence_why ?? '',
  ]);
  return {
    title: ANNEX_TITLES.assessments,
    columns: [
      'Paragraph',
      'Standing',
      'Reason',
      'Likelihood',
      'Reason of likelihood',
      'Confidence',
      'Reason of confidence',
    ],
    rows,
    citations: rows.map((): Citations => []),
  };
}

/** The grade of every statement that is no repetition, on each question on which it stands. */
export function gradesAnnex(
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  evidence: Evidence,
): Annex {
  const rows = byParagraph(findings, paragraphOf).flatMap((finding) =>
    finding.claims.flatMap(({ claim, claimant }, position) => {
      const grade = finding.assessed.grades[position];
      if (!grade) return [];
      return [
        {
          cells: [
            String(paragraphOf.get(finding.id) ?? ''),
            sourceWords(claimant ?? ''),
            `${grade.source}${grade.credibility}`,
            grade.source_why,
            grade.credibility_why,
          ],
          citations: citationOf(claim, evidence),
        },
      ];
    }),
  );
  return {
    title: ANNEX_TITLES.grades,
    columns: ['Paragraph', 'Claimant', 'Grade', 'Source', 'Statement'],
    rows: rows.map(({ cells }) => cells),
    citations: rows.map(({ citations }) => citations),
  };
}

/** Ranges in other units, each with the assumption that gives it; none is part of a range. */
export function assumptionsAnnex(
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  { conversions }: Evidence,
): Annex | null {
  const bound = (value: number | null): string => (value === null ? 'open' : number(value, false));
  const rows = byParagraph(findings, paragraphOf).flatMap(({ id, assessed }) =>
    assessed.converted.flatMap(({ assumption, unit, low, high, against }) => {
      const named = conversions.find(({ name }) => name === assumption);
      if (named === undefined) return [];
      return [
        [
          String(paragraphOf.get(id) ?? ''),
          assumption,
          `${number(named.low, false)} to ${number(named.high, false)} ${UNIT_NOUNS[unit].many} a ${UNIT_NOUNS[named.from.unit].one}: ${named.why}`,
          bound(low),
          bound(high),
          UNIT_NOUNS[unit].many,
          against.map(({ why, verdict }) => `${verdict}: ${why}`).join('; '),
          `${named.owner}, ${named.since}`,
          named.source.join('; '),
        ],
      ];
    }),
  );
  if (rows.length === 0) return null;
  return {
    title: ANNEX_TITLES.assumptions,
    columns: ['Paragraph', 'Assumption', 'Says', 'Low', 'High', 'Unit', 'Beside', 'Owner', 'Rests on'],
    rows,
    citations: rows.map((): Citations => []),
  };
}

/** Each dispute in its sentence. */
export function disputesAnnex(
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  evidence: Evidence,
): Annex | null {
  const disputed = byParagraph(findings, paragraphOf).filter(({ dispute }) => dispute !== null);
  if (disputed.length === 0) return null;
  return {
    title: ANNEX_TITLES.disputes,
    columns: ['Paragraph', 'Question', 'Dispute'],
    rows: disputed.map(({ id, question, dispute }) => [
      String(paragraphOf.get(id) ?? ''),
      headingOf(question, true, evidence.names),
      sourceWords(dispute ?? '', 400),
    ]),
    citations: disputed.map(({ claims, standings, range }) =>
      standings
        .filter(({ interval }) => interval !== null && range !== null)
        .slice(0, 2)
        .flatMap(({ at }) => citationOf(claims[at]?.claim ?? '', evidence)),
    ),
  };
}

/** What an analyst should ask, with the reason. */
export function questionsAnnex(
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  evidence: Evidence,
): Annex | null {
  const rows = byParagraph(findings, paragraphOf).flatMap((finding) =>
    questionsOf(finding).map(({ rule, claims, why }) => ({
      cells: [String(paragraphOf.get(finding.id) ?? ''), rule, sourceWords(why, 500)],
      citations: claims.flatMap((claim) => citationOf(claim, evidence)),
    })),
  );
  if (rows.length === 0) return null;
  return {
    title: ANNEX_TITLES.questions,
    columns: ['Paragraph', 'Rule', 'Question'],
    rows: rows.map(({ cells }) => cells),
    citations: rows.map(({ citations }) => citations),
  };
}

function citationOf(id: string, { claims, documents }: Evidence): Citations {
  const claim = claims.get(id);
  const document = claim && documents.get(claim.doc);
  return claim && document ? [cite(claim, document)] : [];
}

const byParagraph = (
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
): AssessedFinding[] =>
  [...findings].sort((a, b) => (paragraphOf.get(a.id) ?? 0) - (paragraphOf.get(b.id) ?? 0));
