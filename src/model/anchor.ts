import { TallymanError } from '../core/errors.js';
import { claimantOf, type Claim } from './claim.js';
import { editedClaim } from './edit.js';
import { standingOf, type Judgement } from './judgement.js';

/** The judgements on one claim, in their order, and where they stood last. */
export interface Thread {
  readonly history: readonly Judgement[];
  readonly claim: string | null;
}

/**
 * Finds the claims of a newer reading on which earlier judgements stand: by the quoted words and by what the claim says,
 * the closest first, one claim for each. What is not found is lost.
 * @param claims as read, of one document
 * @returns for each thread its claim, or null
 */
export function anchored(
  threads: readonly Thread[],
  claims: readonly Claim[],
  text: string,
): (Claim | null)[] {
  const pairs = threads.flatMap((thread, t) => {
    const distance = distanceFrom(thread);
    return claims.flatMap((claim, c) => {
      const far = distance(claim, text);
      return far === null ? [] : [{ t, c, far }];
    });
  });
  const found: (Claim | null)[] = threads.map(() => null);
  const taken = new Set<number>();
  for (const { t, c } of pairs.sort((a, b) => a.far - b.far || a.t - b.t || a.c - b.c)) {
    if (found[t] !== null || taken.has(c)) continue;
    found[t] = claims[c] ?? null;
    taken.add(c);
  }
  return found;
}

/** How far a claim is from the one that was judged: 0 is the very claim; null where it is another. */
function distanceFrom({ history, claim: last }: Thread): (claim: Claim, text: string) => number | null {
  const newest = history.at(-1);
  if (newest === undefined) return () => null;
  const { claim: judged, quote } = newest;
  const corrected = correctedClaim(history, judged);
  const words = plain(quote);
  return (claim, text) => {
    if (claim.id === judged.id || claim.id === last) return 0;
    const here = plain(text.slice(...claim.span));
    if (here !== words && !here.includes(words) && !words.includes(here)) return null;
    const moved = here === words ? 0 : 4;
    if (whole(claim) === whole(judged)) return moved + 1;
    if (core(claim) === core(judged)) return moved + 2;
    // A newer extractor may have come to say what the analyst had set right.
    return corrected !== null && core(claim) === core(corrected) ? moved + 3 : null;
  };
}

function correctedClaim(history: readonly Judgement[], judged: Claim): Claim | null {
  try {
    return editedClaim(judged, standingOf(history)?.set ?? {});
  } catch (error) {
    if (error instanceof TallymanError) return null;
    throw error;
  }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** What makes a claim this one and no other of its sentence. */
const core = ({ kind, polarity, item, quantity }: Claim): string =>
  JSON.stringify([kind, polarity, item?.class ?? null, ...figureOf(quantity)]);

const whole = (claim: Claim): string =>
  JSON.stringify([
    core(claim),
    claim.modality,
    claimantOf(claim).who,
    ...[claim.supplier, claim.recipient, claim.actor, claim.target, claim.place, claim.outcome],
    claim.when.edtf,
    claim.route,
  ]);

/** A quantity without bounds that is not vague says as little as none. */
function figureOf(quantity: Claim['quantity']): readonly unknown[] {
  if (quantity === null) return [];
  const { low, high, unit, vague = false, share_of = null } = quantity;
  return low === null && high === null && !vague && share_of === null
    ? []
    : [low, high, unit, vague, share_of];
}
