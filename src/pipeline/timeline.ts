import type { Claim } from '../model/claim.js';
import type { Kind } from '../model/enums.js';
import type { StrikeCase } from '../model/strike-case.js';
import { namesOfCase } from './entities.js';
import { claimLabel } from './finding-summaries.js';
import type { OpenCase } from './open-case.js';
import { daysOf, ownClaims, strikeOfClaim, type PlacedClaim } from './placed-claims.js';

export const TIMELINE_TYPES = [
  'statement',
  'transfer',
  'movement',
  'deployment',
  'strike',
  'seizure',
  'agreement',
] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];

/** Something that was said, done or happened. */
export interface TimelineEntry {
  /** EDTF, as it is told. */
  readonly date: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly type: TimelineType;
  readonly label: string;
  readonly parties: string[];
  readonly kind: Kind;
  readonly claim: string;
  readonly finding: string | null;
  readonly strike: string | null;
}

/** What of a claim is an event with a time of its own, beside that it was stated. */
const EVENTS: Partial<Record<Kind, TimelineType>> = {
  transfer: 'transfer',
  movement: 'movement',
  deployment: 'deployment',
  interdiction: 'seizure',
  agreement: 'agreement',
};

/** All that has a date, by its first day; each strike once, by its case. */
export async function timeline(open: OpenCase, strikes: readonly StrikeCase[]): Promise<TimelineEntry[]> {
  const names = await namesOfCase(open);
  const strikeOf = strikeOfClaim(strikes);
  const entries: TimelineEntry[] = [];
  const kinds = new Map<string, Kind>();
  const entryOf = (
    { claim, finding }: PlacedClaim,
    type: TimelineType,
    date: string | null,
  ): TimelineEntry[] =>
    date === null
      ? []
      : [
          {
            date,
            ...daysOf(date),
            type,
            label: claimLabel(claim, names),
            parties: partiesOf(claim),
            kind: claim.kind,
            claim: claim.id,
            finding,
            strike: strikeOf.get(claim.id) ?? null,
          },
        ];
  for (const own of await ownClaims(open)) {
    const { claim, stated } = own;
    kinds.set(claim.id, claim.kind);
    entries.push(...entryOf(own, 'statement', stated));
    const type = EVENTS[claim.kind];
    if (type !== undefined && claim.polarity === 'affirmed' && claim.when.edtf !== null)
      entries.push(...entryOf(own, type, claim.when.edtf));
  }
  for (const strike of strikes) {
    const claim = strike.claims[0] ?? '';
    entries.push({
      date: strike.date,
      ...daysOf(strike.date),
      type: 'strike',
      label: [strike.place, strike.weapons.map(({ model, item }) => model ?? item ?? '').join(', ')]
        .filter(Boolean)
        .join(': '),
      parties: [...new Set([...strike.used_by.map(({ actor }) => actor), strike.target ?? ''])].filter(
        Boolean,
      ),
      kind: kinds.get(claim) ?? 'use',
      claim,
      finding: null,
      strike: strike.id,
    });
  }
  return entries.sort(
    (a, b) =>
      byText(a.from ?? a.to ?? '', b.from ?? b.to ?? '') ||
      byText(a.type, b.type) ||
      byText(a.claim, b.claim),
  );
}

const partiesOf = ({ supplier, recipient, actor, target }: Claim): string[] => [
  ...new Set([supplier, recipient, actor, target].filter((party) => party !== null)),
];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
