import { drawLedger } from './draw-ledger.js';
import type { OpenCase } from './open-case.js';
import { SILENT } from './progress.js';

/** Has the ledger follow judgements and claims made since it was built; the last stage of a run, alone. */
export async function bringUpToDate(open: OpenCase): Promise<void> {
  // Before the first run there is none to follow them.
  if ((await open.store.ledgerState()) === null) return;
  await drawLedger(open, SILENT);
}
