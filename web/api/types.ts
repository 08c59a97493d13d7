import type { WireDocumentDetail } from '../../src/server/wire-documents.js';

/** What the API answers, by the schemas that its documentation is made of. */
export type { WireClaimDetail as ClaimDetail, WireTelling as Telling } from '../../src/server/wire-claims.js';
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
export type { WireQueued as Queued } from '../../src/server/wire-work.js';
export type { WireDocumentHead as DocumentHead, WireEvidence as Evidence } from '../../src/server/wire.js';

export type DocumentDetail = WireDocumentDetail;
export type Claim = WireDocumentDetail['claims'][number];
/** A document in a list. */
export type DocumentSummary = Omit<WireDocumentDetail['document'], 'text' | 'blocks'> & {
  readonly characters: number;
};
