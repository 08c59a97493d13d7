import type { CaseConfig } from '../model/case-config.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { entityJudgementsInForce, type EntityJudgement } from '../model/entity-judgement.js';
import type { KeptFinding } from '../model/finding.js';
import type { Reject } from '../model/reject.js';
import { loadLedgerTables, type LedgerTables } from '../model/ledger-tables.js';
import type { Report, TemplateName } from '../model/report.js';
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
import { brief } from './brief.js';
import type { ReportChanges } from './changes-annex.js';
import { factCheck } from './fact-check.js';
import { termsOf } from './goods.js';
import type { Arranged, Matter } from './matter.js';
import type { AsOf } from './method.js';
import { monitoringTeam } from './monitoring-team.js';
import { themesOf } from './theme.js';

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
  /** By default the whole report of a monitoring team. */
  readonly template?: TemplateName;
  /** By default the bundled ones. */
  readonly tables?: LedgerTables;
  /** Name of the standard that decides what is a finding; by default the case's. */
  readonly standard?: string;
  /** The law that findings are tested against, and the standard of the test; where it is absent nothing is tested. */
  readonly law?: Pick<LegalYardstick, 'law' | 'standard'>;
}

/**
 * The report as data: a section a theme, a numbered paragraph a finding, a sentence a statement, each with its quotes,
 * arranged by the template. It infers nothing; equal input gives an equal report.
 */
export function composeReport(input: ReportInput): Report {
  const template = input.template ?? 'monitoring-team';
  const matter = matterOf(input);
  return {
    title: input.case.name,
    template,
    as_of: input.asOf?.day ?? null,
    standard: matter.standard.name,
    case: input.case.id,
    ledger: input.ledger,
    ...ARRANGED[template](matter),
  };
}

const ARRANGED: Readonly<Record<TemplateName, (matter: Matter) => Arranged>> = {
  'monitoring-team': monitoringTeam,
  brief,
  'fact-check': factCheck,
};

function matterOf(input: ReportInput): Matter {
  const { claims, documents, vocabulary } = input;
  const tables = input.tables ?? loadLedgerTables();
  const names = judgedNames(nameIndex(vocabulary, tables.vague), rulingsOf(input.entityJudgements ?? []));
  const positions = new Map([...claims.values()].map((claim) => [`${claim.doc}:${claim.index}`, claim]));
  const by = yardstickFor(input.findings, tables, input.standard ?? input.case.standard);
  const findings = input.findings.map((finding) => assessedBy(finding, by));
  const parties = new Set(input.case.parties.map((party) => partyId(party, names) ?? party));
  return {
    case: input.case,
    evidence: {
      claims,
      documents,
      claimAt: (doc, index) => positions.get(`${doc}:${index}`) ?? null,
      names,
      terms: termsOf(vocabulary, tables.vague),
      conversions: tables.conversions,
    },
    findings,
    themes: themesOf(findings, claims, parties, names),
    parties,
    strikes: strikeCases({ findings, claims, documents: headsOf(documents) }, names),
    standard: by.standard,
    asOf: input.asOf,
    changes: input.changes ?? null,
    law: input.law === undefined ? null : { ...input.law, names },
    documents: [...documents.values()],
    judged: [...claims.values(), ...(input.rejected ?? [])].filter(({ judgement }) => judgement),
    entityJudgements: entityJudgementsInForce(input.entityJudgements ?? []),
    screening: input.screening ?? null,
    rejects: input.rejects ?? [],
  };
}

const headsOf = (documents: ReadonlyMap<string, Document>): ReadonlyMap<string, DocumentHead> =>
  new Map([...documents].map(([id, document]) => [id, documentHead(document)]));
