import type { CaseConfig } from '../model/case-config.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { entityJudgementsInForce, type EntityJudgement } from '../model/entity-judgement.js';
import type { KeptFinding } from '../model/finding.js';
import type { Reject } from '../model/reject.js';
import { loadLedgerTables, type LedgerTables } from '../model/ledger-tables.js';
import type { Report, Sentence } from '../model/report.js';
import type { Screening } from '../model/sanctions.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { assessedBy, yardstickFor } from '../ledger/assessment.js';
import type { LegalYardstick } from '../ledger/legal-test.js';
import { judgedNames } from '../ledger/judged-names.js';
import { documentHead, type DocumentHead } from '../ledger/document-facts.js';
import { nameIndex } from '../ledger/names.js';
import { rulingsOf } from '../ledger/rulings.js';
import { partyId } from '../ledger/question.js';
import { strikeCases } from '../ledger/strike-cases.js';
import { findingsAnnex, rejectsAnnex, sourcesAnnex, statementsAnnex } from './annexes.js';
import {
  assessmentsAnnex,
  assumptionsAnnex,
  disputesAnnex,
  gradesAnnex,
  questionsAnnex,
} from './assessment-annexes.js';
import { assessmentSentences } from './assessment-sentences.js';
import { changesAnnex, type ReportChanges } from './changes-annex.js';
import { elementsAnnex, provisionsAnnex } from './legal-annexes.js';
import { legalParagraphs, testedInOrder } from './legal-section.js';
import { entityJudgementsAnnex } from './entity-judgements-annex.js';
import { judgementsAnnex } from './judgements-annex.js';
import { screeningAnnex } from './screening-annex.js';
import type { Evidence } from './evidence.js';
import { findingSentences } from './finding-sentences.js';
import { termsOf } from './goods.js';
import { headingOf } from './heading.js';
import { methodSentences, standardSentences, type AsOf } from './method.js';
import { SECTION_TITLES } from './phrases.js';
import { strikesAnnex } from './strikes-annex.js';
import { isBetween, levelled, themesOf } from './theme.js';

export interface ReportInput {
  readonly case: CaseConfig;
  readonly findings: readonly KeptFinding[];
  /** By id. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** By id. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly vocabulary: Vocabulary;
  /** The day, `YYYY-MM-DD`, at whose end all of this was known, and to whom; null for now. */
  readonly asOf: AsOf | null;
  /** What changed since the last edition; null where there is none. */
  readonly changes?: ReportChanges | null;
  /** The ledger's state, which the report names. */
  readonly ledger: string;
  readonly rejects?: readonly Reject[];
  /** Claims that an analyst has taken out of the ledger. */
  readonly rejected?: readonly Claim[];
  /** What analysts have said of entities, in the order in which they did. */
  readonly entityJudgements?: readonly EntityJudgement[];
  /** Of the ledger against the case's sanctions lists; null where it has none. */
  readonly screening?: Screening | null;
  readonly template?: 'brief';
  /** By default the bundled ones. */
  readonly tables?: LedgerTables;
  /** Name of the standard that decides what is a finding; by default the case's. */
  readonly standard?: string;
  /** The law that findings are tested against, and the standard of the test; where it is absent nothing is tested. */
  readonly law?: Pick<LegalYardstick, 'law' | 'standard'>;
}

/**
 * The report as data: a section a theme, a numbered paragraph a finding, a sentence a statement, each with its quotes.
 * It infers nothing; equal input gives an equal report.
 */
export function composeReport(input: ReportInput): Report {
  const { claims, documents, vocabulary, changes = null } = input;
  const tables = input.tables ?? loadLedgerTables();
  const names = judgedNames(nameIndex(vocabulary, tables.vague), rulingsOf(input.entityJudgements ?? []));
  const positions = new Map([...claims.values()].map((claim) => [`${claim.doc}:${claim.index}`, claim]));
  const evidence: Evidence = {
    claims,
    documents,
    claimAt: (doc, index) => positions.get(`${doc}:${index}`) ?? null,
    names,
    terms: termsOf(vocabulary, tables.vague),
    conversions: tables.conversions,
  };
  const by = yardstickFor(input.findings, tables, input.standard ?? input.case.standard);
  const findings = input.findings.map((finding) => assessedBy(finding, by));
  const strikes = strikeCases({ findings, claims, documents: headsOf(documents) }, names);
  const paragraphOf = new Map<string, number>();
  const rejects = input.rejects ?? [];
  const inForce = entityJudgementsInForce(input.entityJudgements ?? []);
  const judged = [...claims.values(), ...(input.rejected ?? [])].filter((claim) => claim.judgement);

  let number = 0;
  const paragraph = (sentences: readonly Sentence[], heading: string | null) => ({
    number: ++number,
    heading,
    sentences,
  });
  const method = {
    title: SECTION_TITLES.method,
    paragraphs: [
      ...methodSentences(input.case, findings, documents.size, rejects.length, input.asOf, names),
      standardSentences(by.standard),
    ].map((sentences) => paragraph(sentences, null)),
  };
  const parties = new Set(input.case.parties.map((party) => partyId(party, names) ?? party));
  const sections = levelled(themesOf(findings, claims, parties, names)).map(
    ({ title, findings: members }) => ({
      title,
      paragraphs: members.map((finding) => {
        const told = paragraph(
          [...findingSentences(finding, evidence), ...assessmentSentences(finding, evidence)],
          headingOf(finding.question, !isBetween(finding.question, parties), names),
        );
        paragraphOf.set(finding.id, told.number);
        return told;
      }),
    }),
  );
  const tested =
    input.law === undefined ? [] : testedInOrder(findings, claims, paragraphOf, { ...input.law, names });
  const legal = legalParagraphs(tested, evidence).map(({ sentences, heading }) =>
    paragraph(sentences, heading),
  );
  const engaging = tested.filter(({ test }) => test.provisions.length > 0);
  return {
    title: input.case.name,
    template: input.template ?? 'brief',
    as_of: input.asOf?.day ?? null,
    standard: by.standard.name,
    case: input.case.id,
    ledger: input.ledger,
    sections: [
      method,
      ...sections,
      ...(legal.length === 0 ? [] : [{ title: SECTION_TITLES.provisions, paragraphs: legal }]),
    ],
    annexes: [
      ...(changes === null ? [] : [changesAnnex(changes, paragraphOf, evidence)]),
      findingsAnnex(findings, paragraphOf, evidence),
      statementsAnnex(findings, paragraphOf, evidence),
      assessmentsAnnex(findings, paragraphOf),
      gradesAnnex(findings, paragraphOf, evidence),
      ...[
        assumptionsAnnex(findings, paragraphOf, evidence),
        disputesAnnex(findings, paragraphOf, evidence),
        questionsAnnex(findings, paragraphOf, evidence),
      ].filter((annex) => annex !== null),
      ...(input.law === undefined || engaging.length === 0
        ? []
        : [provisionsAnnex(engaging, input.law.law, evidence), elementsAnnex(engaging, evidence)]),
      ...(strikes.length === 0 ? [] : [strikesAnnex(strikes, evidence)]),
      ...(judged.length === 0 ? [] : [judgementsAnnex(judged, evidence)]),
      ...(inForce.length === 0 ? [] : [entityJudgementsAnnex(inForce)]),
      ...(input.screening ? [screeningAnnex(input.screening)] : []),
      sourcesAnnex([...documents.values()]),
      ...(rejects.length === 0 ? [] : [rejectsAnnex(rejects)]),
    ],
  };
}

const headsOf = (documents: ReadonlyMap<string, Document>): ReadonlyMap<string, DocumentHead> =>
  new Map([...documents].map(([id, document]) => [id, documentHead(document)]));
