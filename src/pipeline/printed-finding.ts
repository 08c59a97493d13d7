/** Findings as every listing prints them, with the pairs that the ledger gives when they are asked for. */
export { pairsFrom, pairsOf } from '../ledger/pairs.js';
export { findingJson, wholeFinding } from '../ledger/printed-finding.js';
