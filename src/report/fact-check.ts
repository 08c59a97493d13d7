import type { Sentence } from '../model/report.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import { sourcesAnnex, statementsAnnex } from './annexes.js';
import { assessmentSentences } from './assessment-sentences.js';
import { statementSentence } from './finding-sentences.js';
import { headingOf } from './heading.js';
import { leadingSentences } from './leading-sentences.js';
import type { Arranged, Matter } from './matter.js';
import { numbered, rangePlates } from './plates.js';
import { Numbering, plainSentence, type Section } from './numbering.js';
import { disputeSentence, rangeSentence } from './support-sentences.js';
import { TEMPLATE_WORDS } from './template-words.js';

/** Each question as a claim that is checked: who says so, who only repeats it, what contradicts it, what is shown. */
export function factCheck(matter: Matter): Arranged {
  const { themes, evidence, findings } = matter;
  const numbering = new Numbering();
  const sections = themes.flatMap((theme) =>
    theme.findings.map((finding): Section => {
      const parts = checked(finding, matter);
      return {
        title: headingOf(finding.question, true, evidence.names),
        paragraphs: parts.map(({ heading, sentences }) =>
          numbering.paragraph(sentences, heading, finding.id),
        ),
      };
    }),
  );
  return {
    sections,
    plates: numbered(
      rangePlates(
        themes.flatMap(({ findings: these }) => these),
        shownIn(sections),
        matter,
      ),
    ),
    annexes: [statementsAnnex(findings, numbering.paragraphOf, evidence), sourcesAnnex(matter.documents)],
  };
}

/** The last paragraph of each question, which says what is shown. */
const shownIn = (sections: readonly Section[]): ReadonlyMap<string, number> =>
  new Map(
    sections.flatMap(({ paragraphs }) => {
      const last = paragraphs.at(-1);
      const finding = last?.sentences.find((sentence) => sentence.finding !== null)?.finding ?? null;
      return last === undefined || finding === null ? [] : [[finding, last.number] as const];
    }),
  );

function checked(
  finding: AssessedFinding,
  { evidence }: Matter,
): { heading: string; sentences: readonly Sentence[] }[] {
  const { claims } = evidence;
  const sentenceOf = (entry: (typeof finding.claims)[number]): Sentence[] => {
    const sentence = statementSentence(entry, finding, evidence);
    return sentence === null ? [] : [sentence];
  };
  const own = finding.claims.filter(({ echo_of }) => echo_of === null);
  const echoes = finding.claims.filter(({ echo_of }) => echo_of !== null);
  const affirms = ({ claim }: { claim: string }): boolean => claims.get(claim)?.polarity === 'affirmed';
  const dispute = disputeSentence(finding, evidence);
  const range = rangeSentence(finding, evidence);
  const orElse = (sentences: readonly Sentence[], none: string): readonly Sentence[] =>
    sentences.length === 0 ? [plainSentence(none)] : sentences;
  const [claim] = leadingSentences(finding, evidence);
  const speakers = own.filter(affirms).flatMap(sentenceOf);
  return [
    ...(claim === undefined ? [] : [{ heading: TEMPLATE_WORDS.claim, sentences: [claim] }]),
    { heading: TEMPLATE_WORDS.speakers, sentences: orElse(speakers, TEMPLATE_WORDS.noneSays) },
    {
      heading: TEMPLATE_WORDS.repeaters,
      sentences: orElse(echoes.flatMap(sentenceOf), TEMPLATE_WORDS.noneRepeats),
    },
    {
      heading: TEMPLATE_WORDS.against,
      sentences: orElse(
        [
          ...own.filter((entry) => !affirms(entry)).flatMap(sentenceOf),
          ...(dispute === null ? [] : [dispute]),
        ],
        TEMPLATE_WORDS.noneContradicts,
      ),
    },
    {
      heading: TEMPLATE_WORDS.shown,
      sentences: [...(range === null ? [] : [range]), ...assessmentSentences(finding, evidence)],
    },
  ];
}
