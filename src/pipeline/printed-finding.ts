/** Findings as every listing prints them, with the pairs that the ledger gives when they are asked for. */
export { findingJson, pairsOf, wholeFinding } from '../ledger/pairs.js';
