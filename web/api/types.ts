import type { z } from 'zod';
import type { documentSummary } from '../../src/server/wire-documents.js';
import type { WireDocumentDetail } from '../../src/server/wire-documents.js';
import type { searchResult } from '../../src/server/wire-claims.js';
import type { candidate, entityDetail, strikeDetail } from '../../src/server/wire-ledger.js';
import type { provision, question } from '../../src/server/wire-tables.js';
import type { conflict, judged, judgedByRule } from '../../src/server/wire-work.js';
import type { Entity as ModelEntity } from '../../src/model/entity.js';

/** What the API answers, by the schemas that its documentation is made of. */
export type { WireClaimDetail as ClaimDetail, WireTelling as Telling } from '../../src/server/wire-claims.js';
export type { WireDuplicate as Duplicate } from '../../src/server/wire-documents.js';
export type {
  WireFindingClaim as FindingClaim,
  WireFindingDetail as FindingDetail,
  WireFindingSummary as FindingSummary,
  WireHistoryPoint as HistoryPoint,
} from '../../src/server/wire-findings.js';
export type {
  WireCase as CaseSummary,
  WireOverview as Overview,
  WireTimelineEntry as TimelineEntry,
} from '../../src/server/wire-ledger.js';
export type { WireMap as CaseMap } from '../../src/server/wire-map.js';
export type {
  WireEvent as ServerEvent,
  WireQueued as Queued,
  WireRun as Run,
} from '../../src/server/wire-work.js';
export type { WireEvidence as Evidence } from '../../src/server/wire.js';
export type { Explanation } from '../../src/model/explanation.js';
export type { Reject } from '../../src/model/reject.js';
export type { Screening } from '../../src/model/sanctions.js';
export type { StrikeCase } from '../../src/model/strike-case.js';
export type { ModelEntity as Entity };

export type DocumentDetail = WireDocumentDetail;
export type Claim = WireDocumentDetail['claims'][number];
/** A document in a list. */
export type DocumentSummary = z.output<typeof documentSummary>;
export type SearchResult = z.output<typeof searchResult>;
export type Candidate = z.output<typeof candidate>;
export type EntityDetail = z.output<typeof entityDetail>;
export type StrikeDetail = z.output<typeof strikeDetail>;
export type Provision = z.output<typeof provision>;
export type Question = z.output<typeof question>;
export type Conflict = z.output<typeof conflict>;
export type Judged = z.output<typeof judged>;
export type JudgedByRule = z.output<typeof judgedByRule>;
