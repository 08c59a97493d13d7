import { TallymanError } from '../core/errors.js';
import { ledgerVersion } from '../ledger/build-ledger.js';
import { judgedNames } from '../ledger/judged-names.js';
import { nameIndex } from '../ledger/names.js';
import type { Claim } from '../model/claim.js';
import type { LedgerStanding } from '../model/ledger-rows.js';
import { rejectFor, type StageCount } from '../model/reject.js';
import type { OpenCase } from './open-case.js';
import type { Progress } from './progress.js';
import { rulingsOfCase } from './entities.js';
import { rebuildLedger, type LedgerRules } from './rebuild-ledger.js';
import { StageCounter } from './stage-counter.js';
import { hasBasis, updateLedger, type WithBasis } from './update-ledger.js';

/**
 * Claims -> ledger: every claim stands in a finding, or is listed as one that stands in none. A ledger by the same rules
 * and names is changed where documents or judgements have changed since; else all of it is built.
 */
export async function drawLedger(open: OpenCase, progress: Progress): Promise<StageCount> {
  const { store } = open;
  // Asked for first: a judgement that comes meanwhile leaves the ledger stale.
  const judgement = await store.latestJudgement();
  const standing = await store.ledgerStanding();
  const [vocabulary, tables, rulings] = [open.vocabulary(), open.tables(), await rulingsOfCase(open)];
  const rules: LedgerRules = {
    version: ledgerVersion({ vocabulary, tables, rulings }),
    names: judgedNames(nameIndex(vocabulary, tables.vague), rulings),
    tables,
    rulings,
  };
  if (isCurrent(standing, rules.version, judgement)) return counted(open, progress);
  const followed = await changedLittle(open, standing, rules.version);
  if (followed === null) {
    const { claims, placed } = await rebuildLedger(open, rules, standing, judgement);
    const counter = new StageCounter('ledger', progress, claims.length);
    for (const { subject } of await store.rejects('ledger')) await store.clearReject('ledger', subject);
    await rejectUnplaced(open, claims, placed, (claim, became) => counter.add(claim.id, became));
    return counter.end();
  }
  const { claims, placed } = await updateLedger(open, rules, followed, judgement);
  await rejectUnplaced(open, claims, placed, () => undefined);
  return counted(open, progress);
}

/** The standing of a ledger that follows what changed; null where building all of it is faster, or needed. */
async function changedLittle(
  { store }: OpenCase,
  standing: LedgerStanding,
  version: string,
): Promise<WithBasis | null> {
  if (!hasBasis(standing) || standing.basis.version !== version) return null;
  const few = standing.changed.length;
  return few <= FEW || few * SHARE <= (await store.counts()).documents ? standing : null;
}

const FEW = 50;
const SHARE = 50;

async function rejectUnplaced(
  { store }: OpenCase,
  claims: readonly Claim[],
  placed: ReadonlySet<string>,
  tell: (claim: Claim, became: { readonly out?: number; readonly rejected?: number }) => void,
): Promise<void> {
  for (const claim of claims) {
    if (!placed.has(claim.id)) await store.addReject(rejectFor('ledger', claim.id, claim.doc, UNPLACED));
    tell(claim, placed.has(claim.id) ? { out: 1 } : { rejected: 1 });
  }
}

const isCurrent = (standing: LedgerStanding, version: string, judgement: string | null): boolean =>
  standing.basis?.version === version && standing.changed.length === 0 && standing.judgement === judgement;

/** Counts the claims that stand in the ledger, whether or not there was work with them. */
async function counted({ store }: OpenCase, progress: Progress): Promise<StageCount> {
  const { basis } = await store.ledgerStanding();
  const claims = basis?.claims ?? 0;
  const rejected = (await store.rejects('ledger')).length;
  const counter = new StageCounter('ledger', progress, null);
  counter.count({ out: claims - rejected, rejected });
  return counter.end();
}

const UNPLACED = new TallymanError('internal', 'the claim stands in no finding');
