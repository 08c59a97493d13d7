import { PACKAGE_VERSION } from '../core/package-root.js';
import { READERS } from '../documents/read-document.js';
import type { CaseConfig } from '../model/case-config.js';
import type { Counts } from '../model/store.js';
import type { OpenCase } from './open-case.js';
import { extractorVersion } from './versioned-extractor.js';

/** What a case is and holds. */
export interface CaseSummary extends Omit<CaseConfig, 'second_reader'> {
  readonly version: string;
  readonly counts: Counts;
  readonly ledger: { readonly state: string | null; readonly stale: boolean };
  readonly readers: string;
  readonly extractor: string;
}

export async function caseSummaryOf(open: OpenCase): Promise<CaseSummary> {
  const { id, name, parties, period, languages, standard, team } = open.folder.config;
  const { state, judgement, changed } = await open.store.ledgerStanding();
  return {
    id,
    name,
    parties,
    period,
    languages,
    standard,
    team,
    version: PACKAGE_VERSION,
    counts: await open.store.counts(),
    ledger: { state, stale: changed.length > 0 || judgement !== (await open.store.latestJudgement()) },
    readers: READERS,
    extractor: extractorVersion(open.vocabulary()),
  };
}
