import type { Sentence } from '../model/report.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import type { Evidence } from './evidence.js';
import { findingSentences } from './finding-sentences.js';
import { TEMPLATE_WORDS } from './template-words.js';
import { rangeSentence } from './support-sentences.js';

/** The statement that leads a finding, in its own sentence, and the range of all of them. */
export function leadingSentences(finding: AssessedFinding, evidence: Evidence): Sentence[] {
  const leading = leadingClaim(finding);
  const told = findingSentences(finding, evidence);
  const statement = told.find(({ citations }) => citations[0]?.claim === leading);
  return [statement, rangeSentence(finding, evidence)].filter(
    (sentence) => sentence !== undefined && sentence !== null,
  );
}

/** The claim whose figure leads; where there is none, the first that counts for the standing. */
function leadingClaim({ range, claims, assessed }: AssessedFinding): string | undefined {
  const position = range?.leading ?? assessed.assessment.counts[0] ?? 0;
  return claims[position]?.claim;
}

/** The sentence with the number of the paragraph that tells it whole. */
export const referring = (sentence: Sentence, paragraph: number | undefined): Sentence =>
  paragraph === undefined
    ? sentence
    : { ...sentence, text: sentence.text.replace(/\.$/, ` (${TEMPLATE_WORDS.paragraph(paragraph)}).`) };
