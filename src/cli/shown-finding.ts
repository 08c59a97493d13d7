import { claimantOf } from '../model/claim.js';
import type { Grade } from '../model/finding.js';
import { questionsOf, type AssessedFinding } from '../pipeline/assessing.js';
import { pairsOf } from '../pipeline/printed-finding.js';
import type { ShownClaim, ShownFinding } from '../pipeline/show.js';
import { FINDING_COLUMNS, convertedWords } from './columns.js';
import { legalText } from './legal-text.js';
import type { Colours } from './output.js';
import { fields, listed, type Fields } from './shown-fields.js';
import { oneLine } from './terminal-text.js';

/** What `tallyman show` prints of a finding for a person. */
export function findingText({ finding, claims, provisions }: ShownFinding, colours: Colours): string {
  const ids = new Map(claims.map(({ claim }) => [`${claim.doc}:${claim.index}`, claim.id]));
  return [
    `${colours.bold(finding.id)}\n\n`,
    fields(listed(finding, FINDING_COLUMNS, FINDING_EXTRA), colours),
    `\n${fields(assessmentFields(finding), colours)}`,
    `\n${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}, in the order of their statements:\n`,
    ...claims.map((shown, position) => statementText(shown, finding, position, ids, colours)),
    pairsText(finding),
    convertedText(finding),
    questionsText(finding),
    `\nAgainst the law:\n${legalText(provisions, colours)}`,
  ].join('');
}

/** Shown in another form, or for programs alone. */
const FINDING_EXTRA = [
  'id',
  'finding',
  'parties',
  'claims',
  'low',
  'high',
  'vague',
  'standing',
  'standing_why',
  'likelihood',
  'confidence',
  'leading_grade',
  'converted',
  'questions',
];

/** Standing, likelihood and confidence with their reasons, a line each. */
function assessmentFields({ assessed: { assessment } }: AssessedFinding): Fields {
  const because = (word: string | null, why: string | null): string | null =>
    word === null ? why : `${word}: ${why ?? ''}`;
  return [
    ['standard', assessment.standard],
    ['standing', because(assessment.standing, assessment.why)],
    ['likelihood', because(assessment.likelihood, assessment.likelihood_why)],
    ['confidence', because(assessment.confidence, assessment.confidence_why)],
  ];
}

function statementText(
  { claim, quote, document }: ShownClaim,
  finding: AssessedFinding,
  position: number,
  ids: ReadonlyMap<string, string>,
  { bold }: Colours,
): string {
  const idOf = ({ doc, index }: { doc: string; index: number }): string => ids.get(`${doc}:${index}`) ?? doc;
  const entry = finding.claims[position];
  const grade = finding.assessed.grades[position] ?? null;
  const standing = finding.standings.find(({ at }) => at === position);
  const remarks = [
    claim.polarity === 'affirmed' ? claim.modality : `${claim.polarity}, ${claim.modality}`,
    claim.judgement ? `${claim.judgement.verdict} by ${oneLine(claim.judgement.by)}` : null,
    entry?.echo_of ? `repeats ${idOf(entry.echo_of)}` : null,
    ...(entry?.drift ?? []),
    standing?.vague ? 'vague' : null,
    ...(standing?.evidence ?? []).map((kind) => `names ${kind}`),
    entry?.derived_from ? `derived from ${idOf(entry.derived_from)}` : null,
  ].filter((remark) => remark !== null);
  const place = [document.publisher, document.published?.edtf, document.title].filter(
    (part) => part !== null,
  );
  return (
    `\n${bold(claim.id)}  ${oneLine(claimantOf(claim).who ?? '(not named)')}: ${remarks.join('; ')}\n` +
    `  "${oneLine(quote)}"\n  ${oneLine(place.join(', '))}\n${gradeText(grade)}`
  );
}

/** "Grade B2: an official body of a state; a usually reliable source, …" */
const gradeText = (grade: Grade | null): string =>
  grade === null
    ? ''
    : `  grade ${grade.source}${grade.credibility}: ${oneLine(grade.source_why.replace(/^[A-F]: /, ''))}; ${oneLine(grade.credibility_why)}\n`;

/** How the statements stand to each other, where that says something. */
function pairsText(finding: AssessedFinding): string {
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

/** The range in other units, each with its assumption and what stands beside it. */
function convertedText({ assessed: { converted } }: AssessedFinding): string {
  if (converted.length === 0) return '';
  const lines = converted.flatMap((one) => [
    `  ${convertedWords(one)}\n`,
    ...one.against.map(({ verdict, why }) => `    ${verdict}: ${oneLine(why)}\n`),
  ]);
  return `\nConverted by assumptions (\`tallyman conversions\`), no part of the range:\n${lines.join('')}`;
}

function questionsText(finding: AssessedFinding): string {
  const lines = questionsOf(finding).map(
    ({ rule, claims, why }) =>
      `  ${rule}: ${oneLine(why)}${claims.length === 0 ? '' : ` (${claims.join(', ')})`}\n`,
  );
  return lines.length === 0 ? '' : `\nQuestions raised:\n${lines.join('')}`;
}
