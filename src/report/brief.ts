import type { Sentence } from '../model/report.js';
import { assessmentSentences } from './assessment-sentences.js';
import { headingOf } from './heading.js';
import { leadingSentences } from './leading-sentences.js';
import type { Arranged, Matter } from './matter.js';
import { methodSentences } from './method.js';
import { Numbering, plainSentence } from './numbering.js';
import { SECTION_TITLES } from './phrases.js';
import { disputeSentence } from './support-sentences.js';
import { TEMPLATE_WORDS } from './template-words.js';

/** What two printed pages hold, in letters of text and of its notes. */
const PAGES = 6600;
/** A note takes about so many letters: claimant, publisher, date, place, hash. */
const NOTE = 110;
/** What is kept of it for disputes. */
const FOR_DISPUTES = 1200;

/** Two pages: the leading findings, then the disputes, as many as they hold. */
export function brief(matter: Matter): Arranged {
  const { evidence, themes, standard } = matter;
  const numbering = new Numbering();
  const findings = themes
    .flatMap((theme) => theme.findings)
    .filter(({ assessed }) => assessed.assessment.standing === 'finding')
    .sort((a, b) => b.origins - a.origins || b.claims.length - a.claims.length);
  const heading = (finding: (typeof findings)[number]): string =>
    headingOf(finding.question, true, evidence.names);
  const [scope = []] = methodSentences(
    matter.case,
    matter.findings,
    matter.documents.length,
    matter.rejects.length,
    matter.asOf,
    evidence.names,
  );
  const basis = [...scope, plainSentence(TEMPLATE_WORDS.briefBasis(standard.title))];
  const disputes = fitting(
    matter.findings.flatMap((finding) => {
      const sentence = disputeSentence(finding, evidence);
      return sentence === null ? [] : [{ finding, sentences: [sentence] }];
    }),
    FOR_DISPUTES,
  );
  const used = [basis, ...disputes.map(({ sentences }) => sentences)].reduce(
    (sum, sentences) => sum + lettersOf(sentences),
    0,
  );
  const leading = fitting(
    findings.map((finding) => {
      // The standing is said once, by the title; what follows it is likelihood and confidence.
      const [, ...judged] = assessmentSentences(finding, evidence);
      return {
        finding,
        sentences: [
          ...leadingSentences(finding, evidence),
          ...judged.filter(({ conversions }) => conversions.length === 0).slice(0, 2),
        ],
      };
    }),
    PAGES - used,
  );
  const left = findings.length - leading.length;
  const lead = leading.length === 0 ? [[plainSentence(TEMPLATE_WORDS.noFinding(standard.title))]] : [];
  const tail = left > 0 ? [[plainSentence(TEMPLATE_WORDS.leftOut(left))]] : [];
  return {
    sections: [
      {
        title: TEMPLATE_WORDS.leading,
        paragraphs: [
          ...lead.map((sentences) => numbering.paragraph(sentences, null)),
          ...leading.map(({ finding, sentences }) =>
            numbering.paragraph(sentences, heading(finding), finding.id),
          ),
          ...tail.map((sentences) => numbering.paragraph(sentences, null)),
        ],
      },
      {
        title: TEMPLATE_WORDS.disputes,
        paragraphs:
          disputes.length === 0
            ? [numbering.paragraph([plainSentence(TEMPLATE_WORDS.noDispute)], null)]
            : disputes.map(({ finding, sentences }) =>
                numbering.paragraph(sentences, headingOf(finding.question, true, evidence.names), finding.id),
              ),
      },
      { title: SECTION_TITLES.method, paragraphs: [numbering.paragraph(basis, null)] },
    ],
    plates: [],
    annexes: [],
  };
}

const lettersOf = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { text }) => sum + text.length, 0) +
  NOTE *
    new Set(sentences.flatMap(({ citations }) => citations.map(({ doc, span }) => `${doc} ${span.join()}`)))
      .size;

/** The first ones that fit. */
function fitting<T extends { readonly sentences: readonly Sentence[] }>(
  all: readonly T[],
  letters: number,
): T[] {
  let left = letters;
  const fit: T[] = [];
  for (const one of all) {
    left -= lettersOf(one.sentences);
    if (left < 0) break;
    fit.push(one);
  }
  return fit;
}
