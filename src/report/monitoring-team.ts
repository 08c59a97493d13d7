import { findingsAnnex, rejectsAnnex, sourcesAnnex, statementsAnnex } from './annexes.js';
import {
  assessmentsAnnex,
  assumptionsAnnex,
  disputesAnnex,
  gradesAnnex,
  questionsAnnex,
} from './assessment-annexes.js';
import { assessmentSentences } from './assessment-sentences.js';
import { changesAnnex } from './changes-annex.js';
import { entityJudgementsAnnex } from './entity-judgements-annex.js';
import { findingSentences } from './finding-sentences.js';
import { headingOf } from './heading.js';
import { judgementsAnnex } from './judgements-annex.js';
import { elementsAnnex, provisionsAnnex } from './legal-annexes.js';
import { legalParagraphs, testedInOrder, type Engaged } from './legal-section.js';
import type { Annex, Arranged, Matter } from './matter.js';
import { methodSentences, standardSentences } from './method.js';
import { Numbering, type Section } from './numbering.js';
import { outlookParagraphs } from './outlook.js';
import { SECTION_TITLES } from './phrases.js';
import { casePlates, numbered, rangePlates } from './plates.js';
import { repetitionsAnnex } from './repetitions-annex.js';
import { screeningAnnex } from './screening-annex.js';
import { strikesAnnex } from './strikes-annex.js';
import { summaryLength, summaryParagraphs } from './summary.js';
import { isBetween, levelled } from './theme.js';
import { voyagesAnnex } from './voyages-annex.js';

/** The whole report: every question in a numbered paragraph under its theme, what the law says of it, every annex. */
export function monitoringTeam(matter: Matter): Arranged {
  const { evidence, findings, themes, law } = matter;
  const numbering = new Numbering();
  const { paragraphOf } = numbering;
  const summaryStart = numbering.reserve(summaryLength(themes));
  const method = methodSection(matter, numbering);
  const told = levelled(themes).map((theme) => ({
    title: theme.title,
    paragraphs: theme.findings.map((finding) =>
      numbering.paragraph(
        [...findingSentences(finding, evidence), ...assessmentSentences(finding, evidence)],
        headingOf(finding.question, !isBetween(finding.question, matter.parties), evidence.names),
        finding.id,
      ),
    ),
  }));
  const tested = law === null ? [] : testedInOrder(findings, evidence.claims, paragraphOf, law);
  const section = (title: string, paragraphs: Section['paragraphs']): Section[] =>
    paragraphs.length === 0 ? [] : [{ title, paragraphs }];
  const provisions = legalParagraphs(tested, evidence).map(({ sentences, heading }) =>
    numbering.paragraph(sentences, heading),
  );
  const outlook = outlookParagraphs(matter).map(({ sentences, heading }) =>
    numbering.paragraph(sentences, heading),
  );
  const leading = levelled(themes).flatMap((theme) => theme.findings);
  const summary = summaryParagraphs(matter, paragraphOf).map((paragraph, position) => ({
    number: summaryStart + position,
    ...paragraph,
  }));
  return {
    sections: [
      { title: SECTION_TITLES.summary, paragraphs: summary },
      method,
      ...told,
      ...section(SECTION_TITLES.provisions, provisions),
      ...section(SECTION_TITLES.outlook, outlook),
    ],
    plates: numbered([
      ...casePlates(matter, summaryStart + summary.length - 1),
      ...rangePlates(leading, paragraphOf, matter),
    ]),
    annexes: annexesOf(matter, tested, paragraphOf),
  };
}

function methodSection(matter: Matter, numbering: Numbering): Section {
  const { documents, rejects, asOf, evidence, findings, standard } = matter;
  return {
    title: SECTION_TITLES.method,
    paragraphs: [
      ...methodSentences(matter.case, findings, documents.length, rejects.length, asOf, evidence.names),
      standardSentences(standard),
    ].map((sentences) => numbering.paragraph(sentences, null)),
  };
}

function annexesOf(
  matter: Matter,
  tested: readonly Engaged[],
  paragraphOf: ReadonlyMap<string, number>,
): Annex[] {
  const { evidence, findings, strikes, changes, judged, entityJudgements, screening, rejects, law } = matter;
  const engaging = tested.filter(({ test }) => test.provisions.length > 0);
  return [
    voyagesAnnex(matter),
    statementsAnnex(findings, paragraphOf, evidence),
    repetitionsAnnex(findings, paragraphOf, evidence),
    disputesAnnex(findings, paragraphOf, evidence),
    strikes.length === 0 ? null : strikesAnnex(strikes, evidence),
    sourcesAnnex(matter.documents),
    assumptionsAnnex(findings, paragraphOf, evidence),
    changes === null ? null : changesAnnex(changes, paragraphOf, evidence),
    findingsAnnex(findings, paragraphOf, evidence),
    assessmentsAnnex(findings, paragraphOf),
    gradesAnnex(findings, paragraphOf, evidence),
    questionsAnnex(findings, paragraphOf, evidence),
    law === null || engaging.length === 0 ? null : provisionsAnnex(engaging, law.law, evidence),
    engaging.length === 0 ? null : elementsAnnex(engaging, evidence),
    judged.length === 0 ? null : judgementsAnnex(judged, evidence),
    entityJudgements.length === 0 ? null : entityJudgementsAnnex(entityJudgements),
    screening === null ? null : screeningAnnex(screening),
    rejects.length === 0 ? null : rejectsAnnex(rejects),
  ].filter((annex) => annex !== null);
}
