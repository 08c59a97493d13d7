import { dayBounds } from '../core/edtf-date.js';
import type { Interval } from '../core/interval.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { Question } from '../model/finding.js';
import type { ClaimRef, DocumentFrame } from '../model/ledger-rows.js';
import { canonicalClaimant, claimantName } from './entities.js';
import { intervalOf } from './interval-of-claim.js';
import { modalityGroup, type ModalityGroup } from './modality.js';
import type { Names } from './names.js';
import { originOf } from './origin.js';
import { statementDay } from './statement-date.js';
import { isRunningTotal, windowOf, type Window } from './window.js';

/** A claim with what the rules of the ledger read from it. */
export interface Statement {
  readonly claim: Claim;
  readonly document: DocumentFrame | undefined;
  /** The day of the statement, else of publication; null where unknown. */
  readonly day: string | null;
  /** Last day of the publication date; null where unknown. */
  readonly published: string | null;
  /** Canonical name of the claimant. */
  readonly claimant: string;
  /** Whether its claimant is no other than the page's publisher. */
  readonly narrated: boolean;
  readonly origin: string;
  /** Null where it gives no figure. */
  readonly interval: Interval | null;
  /** The range of a vague word in its figure; null where there are numbers, or none is known for the word. */
  readonly word: Interval | null;
  readonly group: ModalityGroup;
  /** Open starts are still open: which start they have depends on the question. */
  readonly window: Window;
  readonly runningTotal: boolean;
  readonly question: Question;
}

export function statementOf(
  claim: Claim,
  document: DocumentFrame | undefined,
  question: Question,
  names: Names,
): Statement {
  const day = statementDay(claim, document);
  const interval = intervalOf(claim, names);
  const published = document?.published ?? null;
  const claimant = claimantOf(claim);
  return {
    claim,
    document,
    day,
    published: published === null ? null : (dayBounds(published)?.end ?? null),
    claimant: canonicalClaimant(claim, document, names),
    narrated:
      claim.attribution.length === 1 && (claimant.who === null || claimant.who === document?.publisher),
    origin: originOf(claimantName(claim, document), day, names),
    interval,
    word: wordRange(claim, names),
    group: modalityGroup(claim.modality),
    window: windowOf(claim, day),
    runningTotal: isRunningTotal(claim, interval !== null),
    question,
  };
}

function wordRange({ quantity }: Claim, names: Names): Interval | null {
  if (quantity?.low !== null || quantity.high !== null) return null;
  return names.vagueRange(quantity.wording);
}

/** "doc:index", by which claims point to each other. */
export const refOf = ({ doc, index }: ClaimRef): string => `${doc}:${index}`;
