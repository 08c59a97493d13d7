import type { CaseConfig } from '../model/case-config.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { EntityJudgement } from '../model/entity-judgement.js';
import type { Standard } from '../model/ledger-tables.js';
import type { Reject } from '../model/reject.js';
import type { Report } from '../model/report.js';
import type { Screening } from '../model/sanctions.js';
import type { StrikeCase } from '../model/strike-case.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import type { LegalYardstick } from '../ledger/legal-test.js';
import type { ReportChanges } from './changes-annex.js';
import type { Evidence } from './evidence.js';
import type { AsOf } from './method.js';
import type { Theme } from './theme.js';

/** All that a report may tell, worked out once; a template arranges it. */
export interface Matter {
  readonly case: CaseConfig;
  readonly evidence: Evidence;
  readonly findings: readonly AssessedFinding[];
  /** Each finding under one theme, in the order in which they are told. */
  readonly themes: readonly Theme<AssessedFinding>[];
  /** The case's own parties, as findings name them. */
  readonly parties: ReadonlySet<string>;
  readonly strikes: readonly StrikeCase[];
  readonly standard: Standard;
  readonly asOf: AsOf | null;
  readonly changes: ReportChanges | null;
  /** Null where nothing is tested against the law. */
  readonly law: LegalYardstick | null;
  readonly documents: readonly Document[];
  /** Claims that analysts have judged, those taken out too. */
  readonly judged: readonly Claim[];
  readonly entityJudgements: readonly EntityJudgement[];
  readonly screening: Screening | null;
  readonly rejects: readonly Reject[];
}

/** What a template makes of it. */
export type Arranged = Pick<Report, 'sections' | 'plates' | 'annexes'>;
export type Annex = Report['annexes'][number];
