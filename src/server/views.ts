import { yardstickOf } from '../pipeline/assessing.js';
import { summariesOf, type FindingSummary } from '../pipeline/finding-summaries.js';
import { collected } from './pages.js';
import type { ServedCase } from './served-case.js';

/** What several answers rest on, worked out once for each state of the case. */

/** Every finding of the ledger as lists show it, sorted by id. @param standard by default that of case.yaml */
export const findingSummaries = (served: ServedCase, standard?: string): Promise<readonly FindingSummary[]> =>
  served.once(`finding summaries ${standard ?? ''}`, async () => {
    const { open } = served;
    const by = standard === undefined ? await served.yardstick() : await yardstickOf(open, standard);
    return summariesOf(open, await collected(open.store.findings()), by);
  });
