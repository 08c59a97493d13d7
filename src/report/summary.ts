import type { Sentence } from '../model/report.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import { leadingSentences, referring } from './leading-sentences.js';
import type { Matter } from './matter.js';
import { plainSentence } from './numbering.js';
import { listed } from './people.js';
import { TEMPLATE_WORDS } from './template-words.js';
import type { Theme } from './theme.js';

/** What the summary tells of each theme; the rest is a number of findings. */
const MOST = 4;

/** One that leads in, then one a theme that has findings. */
export const summaryLength = (themes: readonly Theme<AssessedFinding>[]): number =>
  1 + themes.filter(hasFindings).length;

/**
 * The summary: only what meets the standard, the leading findings of each theme, and where the sources are in dispute.
 * @returns for each paragraph its heading and sentences, as many as `summaryLength` says
 */
export function summaryParagraphs(
  { themes, standard, evidence }: Matter,
  paragraphOf: ReadonlyMap<string, number>,
): { heading: string | null; sentences: Sentence[] }[] {
  const all = themes.flatMap(({ findings }) => findings);
  const count = (level: string): number =>
    all.filter(({ assessed }) => assessed.assessment.standing === level).length;
  const lead =
    count('finding') === 0
      ? TEMPLATE_WORDS.noFinding(standard.title)
      : TEMPLATE_WORDS.below(count('reported'), count('alleged'));
  return [
    { heading: null, sentences: [plainSentence(lead)] },
    ...themes.filter(hasFindings).map(({ title, findings }) => {
      const shown = findings.filter(isFinding);
      const disputed = shown.filter(({ dispute }) => dispute !== null);
      const further = shown.length - MOST;
      return {
        heading: title,
        sentences: [
          ...shown.slice(0, MOST).flatMap((finding) => {
            const sentences = leadingSentences(finding, evidence);
            return sentences.map((sentence, position) =>
              position === sentences.length - 1 ? referring(sentence, paragraphOf.get(finding.id)) : sentence,
            );
          }),
          ...(further > 0 ? [plainSentence(TEMPLATE_WORDS.further(further))] : []),
          ...(disputed.length > 0
            ? [
                plainSentence(
                  TEMPLATE_WORDS.disputed(
                    listed(disputed.map(({ id }) => String(paragraphOf.get(id) ?? ''))),
                    disputed.length,
                  ),
                ),
              ]
            : []),
        ],
      };
    }),
  ];
}

const isFinding = ({ assessed }: AssessedFinding): boolean => assessed.assessment.standing === 'finding';
const hasFindings = ({ findings }: Theme<AssessedFinding>): boolean => findings.some(isFinding);
