import { claimantOf, type Claim } from '../model/claim.js';

/** The slots in which two readings of one statement can differ. */
export const SLOTS = [
  'figure',
  'supplier',
  'recipient',
  'actor',
  'target',
  'claimant',
  'polarity',
  'modality',
] as const;
export type Slot = (typeof SLOTS)[number];

/** What a second reader makes of a claim of the first, or the first of one of the second. */
export interface Comparison {
  /** Null where only the second reader has it. */
  readonly first: Claim | null;
  /** Null where only the first reader has it. */
  readonly second: Claim | null;
  /** Empty where both say the same, or only one says anything. */
  readonly differs: readonly Slot[];
}

/** Both readings of one document side by side: each claim once, with its nearest counterpart in the same words. */
export function compareReadings(first: readonly Claim[], second: readonly Claim[]): Comparison[] {
  const candidates = first
    .flatMap((one) =>
      second.filter((other) => sameStatement(one, other)).map((other) => compared(one, other)),
    )
    .sort((a, b) => a.differs.length - b.differs.length);
  const taken = new Set<Claim>();
  const pairs = candidates.filter(({ first: one, second: other }) => {
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
  const byFirst = new Map(pairs.map((pair) => [pair.first, pair]));
  return [
    ...first.map((one) => byFirst.get(one) ?? { first: one, second: null, differs: [] }),
    ...second
      .filter((other) => !taken.has(other))
      .map((other) => ({ first: null, second: other, differs: [] })),
  ];
}

const sameStatement = (a: Claim, b: Claim): boolean =>
  a.kind === b.kind &&
  (a.item?.class ?? null) === (b.item?.class ?? null) &&
  a.span[0] < b.span[1] &&
  b.span[0] < a.span[1];

const compared = (first: Claim, second: Claim): { first: Claim; second: Claim; differs: Slot[] } => ({
  first,
  second,
  differs: SLOTS.filter((slot) => valueOf(first, slot) !== valueOf(second, slot)),
});

function valueOf(claim: Claim, slot: Slot): string | null {
  switch (slot) {
    case 'figure':
      return claim.quantity === null
        ? null
        : [claim.quantity.low, claim.quantity.high, claim.quantity.unit].join(' ');
    case 'claimant':
      return claimantOf(claim).who;
    default:
      return claim[slot];
  }
}
