import type { Endpoint } from './endpoint.js';
import { CASE_ENDPOINTS } from './endpoints-case.js';
import { CLAIM_ENDPOINTS } from './endpoints-claims.js';
import { DOCUMENT_ENDPOINTS } from './endpoints-documents.js';
import { ENTITY_ENDPOINTS } from './endpoints-entities.js';
import { FINDING_ENDPOINTS } from './endpoints-findings.js';
import { LAW_ENDPOINTS } from './endpoints-law.js';
import { LEDGER_ENDPOINTS } from './endpoints-ledger.js';
import { REVIEW_ENDPOINTS } from './endpoints-review.js';
import { RUN_ENDPOINTS } from './endpoints-runs.js';

/** All that the API does (docs/api.md). */
export const ENDPOINTS: readonly Endpoint[] = [
  ...CASE_ENDPOINTS,
  ...CLAIM_ENDPOINTS,
  ...FINDING_ENDPOINTS,
  ...DOCUMENT_ENDPOINTS,
  ...LEDGER_ENDPOINTS,
  ...ENTITY_ENDPOINTS,
  ...LAW_ENDPOINTS,
  ...REVIEW_ENDPOINTS,
  ...RUN_ENDPOINTS,
];
