import type { Claim } from '../model/claim.js';
import type { StrikeStatus, StrikeStep } from '../model/strike-case.js';
import type { Names } from './names.js';
import type { StrikeClaim } from './strike-claim.js';

/** Kinds of bodies whose confirmation is official. */
const OFFICIAL: ReadonlySet<string> = new Set([
  'government',
  'ministry',
  'intelligence',
  'military',
  'police',
  'prosecutor',
  'court',
  'joint_body',
  'un_body',
]);

/** What each statement on a strike did to its status, in statement order. */
export const stepsOf = (uses: readonly StrikeClaim[], names: Names): StrikeStep[] =>
  uses.map(({ claim, day, entry, narrated }) => ({
    date: day,
    status: statusBy(claim, narrated || isOfficial(entry.origin ?? '', names)),
    authority: entry.claimant ?? '',
    origin: entry.origin ?? '',
    polarity: claim.polarity,
    modality: claim.modality,
    claim: claim.id,
  }));

/** @param official whether its confirmation is official; a page that says "was confirmed" tells of one by somebody */
function statusBy(claim: Claim, official: boolean): StrikeStatus {
  if (claim.polarity !== 'affirmed') return 'disputed';
  if (claim.modality === 'investigated') return 'under-investigation';
  return claim.modality === 'confirmed' && official ? 'officially-confirmed' : 'recorded';
}

/** A state, those who speak for one, and bodies of several states. */
function isOfficial(origin: string, names: Names): boolean {
  const known = names.who(origin);
  return known?.state !== undefined || OFFICIAL.has(known?.organisation?.type ?? '');
}

const RANK: Readonly<Record<Exclude<StrikeStatus, 'disputed'>, number>> = {
  recorded: 0,
  'under-investigation': 1,
  'officially-confirmed': 2,
};

/** The highest that was reached; disputed while the last word of some origin denies it. */
export function statusAfter(steps: readonly StrikeStep[]): StrikeStatus {
  const lastWords = new Map(steps.map((step) => [step.origin, step.status]));
  if ([...lastWords.values()].includes('disputed')) return 'disputed';
  let best: Exclude<StrikeStatus, 'disputed'> = 'recorded';
  for (const { status } of steps) if (status !== 'disputed' && RANK[status] > RANK[best]) best = status;
  return best;
}
