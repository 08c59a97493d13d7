import type { Doubt } from '../model/finding.js';
import type { AssessedFinding } from './assessment.js';

/** What an analyst is asked about a finding: raised with a reason, and never acted on by the program. */
export interface RaisedQuestion {
  readonly finding: string;
  /** A rule of plausibility; `arithmetic` for a figure that another's gives; `units` for ranges that exclude each other. */
  readonly rule: Doubt['rule'] | 'arithmetic' | 'units';
  /** Ids of the claims that it is about; none where it is about the range. */
  readonly claims: readonly string[];
  /** The claim or finding that it is held against; null where it is none. */
  readonly against: string | null;
  readonly why: string;
}

/** The questions on a finding: of plausibility, of arithmetic, of units. */
export function questionsOf({ id, claims, doubts, assessed }: AssessedFinding): RaisedQuestion[] {
  const at = (positions: readonly number[]): string[] =>
    positions.flatMap((position) => claims[position]?.claim ?? []);
  return [
    ...doubts.map(({ rule, claims: about, why }) => ({
      finding: id,
      rule,
      claims: at(about),
      against: null,
      why,
    })),
    ...assessed.derivations.map(({ claim, from, why }) => ({
      finding: id,
      rule: 'arithmetic' as const,
      claims: at([claim]),
      against: from.claim,
      why,
    })),
    ...assessed.converted.flatMap(({ against }) =>
      against
        .filter(({ verdict }) => verdict === 'inconsistent')
        .map((other) => ({
          finding: id,
          rule: 'units' as const,
          claims: [],
          against: other.finding,
          why: other.why,
        })),
    ),
  ];
}
