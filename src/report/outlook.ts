import type { Sentence } from '../model/report.js';
import { findingSentences } from './finding-sentences.js';
import { headingOf } from './heading.js';
import type { Matter } from './matter.js';

/** What claims themselves say is to come, a paragraph a question; a claim on several questions is told once. */
export function outlookParagraphs({
  themes,
  evidence,
}: Matter): { heading: string; sentences: Sentence[] }[] {
  const told = new Set<string>();
  return themes.flatMap(({ findings }) =>
    findings.flatMap((finding) => {
      const sentences = findingSentences(finding, evidence).filter(({ citations }) => {
        const claim = evidence.claims.get(citations[0]?.claim ?? '');
        if (claim?.modality !== 'planned' || claim.polarity !== 'affirmed' || told.has(claim.id))
          return false;
        told.add(claim.id);
        return true;
      });
      return sentences.length === 0
        ? []
        : [{ heading: headingOf(finding.question, true, evidence.names), sentences }];
    }),
  );
}
