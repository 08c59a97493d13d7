import type { RelationType } from './enums.js';
import type { Doubt, KeptFinding, Question, Standing } from './finding.js';

/**
 * A finding in the form in which it is stored: what it came to, and its claims one by one, so that a new claim is added
 * without a look at most of the others. No claim has a number here; `assembledFinding` gives them theirs.
 */
export interface FindingParts {
  readonly head: FindingHead;
  readonly members: readonly FindingMember[];
}

/** What the claims on a question came to. */
export interface FindingHead {
  readonly id: string;
  readonly question: Question;
  /** First day of the flow, which open starts have; null where none is stated. */
  readonly start: string | null;
  /** How many claims bear on the question how. */
  readonly bearing: Readonly<Record<Bearing, number>>;
  readonly nested: KeptFinding['nested'];
  /** `leading` is the id of the claim. */
  readonly range: (Omit<NonNullable<KeptFinding['range']>, 'leading'> & { readonly leading: string }) | null;
  readonly origins: number;
  readonly denied_by: readonly string[];
  readonly dispute: string | null;
  /** Doubts that rest on several claims, by their ids. */
  readonly doubts: readonly (Omit<Doubt, 'claims'> & { readonly claims: readonly string[] })[];
}

/** How a claim bears on questions: by a figure, as a plain statement without one, or as a denial. */
export type Bearing = 'figure' | 'plain' | 'denial';

/** A claim on a question. */
export interface FindingMember {
  readonly claim: KeptFinding['claims'][number];
  readonly bears: Bearing;
  /** Whether its claimant denies it, which is more than to say that it was not so. */
  readonly denied: boolean;
  /** The day by which it stands in statement order; null where unknown. */
  readonly day: string | null;
  /** Null for an echo. */
  readonly standing: Omit<Standing, 'at'> | null;
  /** What it says of others, by their "doc:index"; null of one that stands elsewhere. */
  readonly said: readonly { readonly type: RelationType; readonly to: string | null }[];
  /** What is doubted of it alone. */
  readonly doubts: readonly Omit<Doubt, 'claims'>[];
  /** The first day that it states of a period or a growing total; null for all else and for an echo. */
  readonly flow: string | null;
  /** Whether a later word of its origin takes its place. */
  readonly superseded: boolean;
  /** Whether what the finding came to cannot be told without it (src/ledger/weighed.ts). */
  readonly weighs: boolean;
}

/** The order in which doubts of single claims are listed. */
const DOUBT_ORDER: readonly Doubt['rule'][] = ['calendar', 'rate', 'capacity', 'distance'];

/** Puts a finding together: its claims in statement order, and numbered by it. */
export function assembledFinding({ head, members }: FindingParts): KeptFinding {
  const ordered = [...members].sort(byStatementOrder);
  const positions = new Map(ordered.map(({ claim }, at) => [claim.claim, at]));
  const own = new Map<string, number>();
  for (const [at, { claim, standing }] of ordered.entries())
    if (standing !== null) own.set(`${claim.doc}:${claim.index}`, at);
  const { id, question, nested, range, origins, denied_by, dispute, doubts } = head;
  return {
    id,
    question,
    claims: ordered.map(({ claim }) => claim),
    standings: ordered.flatMap(({ standing }, at) => (standing === null ? [] : [{ at, ...standing }])),
    said: ordered.flatMap(({ said }, a) =>
      said.flatMap(({ type, to }) => {
        const b = to === null ? null : own.get(to);
        return b === undefined ? [] : [{ a, type, b }];
      }),
    ),
    nested,
    range: range === null ? null : { ...range, leading: positions.get(range.leading) ?? 0 },
    origins,
    denied_by,
    dispute,
    doubts: [
      ...DOUBT_ORDER.flatMap((rule) =>
        ordered.flatMap((one, at) =>
          one.doubts.filter((doubt) => doubt.rule === rule).map((doubt) => doubtOn(doubt, [at])),
        ),
      ),
      ...doubts.map((doubt) =>
        doubtOn(
          doubt,
          doubt.claims.map((claim) => positions.get(claim) ?? 0),
        ),
      ),
    ],
  };
}

const doubtOn = ({ rule, why }: Omit<Doubt, 'claims'>, claims: readonly number[]): Doubt => ({
  rule,
  claims,
  why,
});

/** By day; document and position only break ties. */
export function byStatementOrder(
  a: Pick<FindingMember, 'day' | 'claim'>,
  b: Pick<FindingMember, 'day' | 'claim'>,
): number {
  const [x, y] = [a.day ?? '9999', b.day ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  if (a.claim.doc !== b.claim.doc) return a.claim.doc < b.claim.doc ? -1 : 1;
  return a.claim.index - b.claim.index;
}

/**
 * The parts of a whole finding, in its own order. They do not say what a change of it would bring: the ledger is to be
 * built again before one.
 */
export function findingParts(finding: KeptFinding): FindingParts {
  const { id, question, claims, standings, said, nested, range, origins, denied_by, dispute, doubts } =
    finding;
  const standingAt = new Map(standings.map(({ at, ...standing }) => [at, standing]));
  return {
    head: {
      id,
      question,
      start: null,
      bearing: { figure: claims.length, plain: 0, denial: 0 },
      nested,
      range: range === null ? null : { ...range, leading: claims[range.leading]?.claim ?? '' },
      origins,
      denied_by,
      dispute,
      doubts: doubts.map((doubt) => ({
        ...doubt,
        claims: doubt.claims.map((at) => claims[at]?.claim ?? ''),
      })),
    },
    members: claims.map((claim, at) => {
      const standing = standingAt.get(at) ?? null;
      // The day of an echo is not among what was kept: their order stands in place of days.
      const day = String(at).padStart(9, '0');
      return {
        claim,
        bears: 'figure',
        denied: false,
        day,
        standing,
        said: said
          .filter(({ a }) => a === at)
          .map(({ type, b }) => ({
            type,
            to: b === null ? null : `${claims[b]?.doc}:${claims[b]?.index}`,
          })),
        doubts: [],
        flow: null,
        superseded: false,
        weighs: true,
      };
    }),
  };
}
