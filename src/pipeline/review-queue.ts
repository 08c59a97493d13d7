import { assessedBy, type AssessedFinding, type Yardstick } from '../ledger/assessment.js';
import { judgementsInForce, type Judgement } from '../model/judgement.js';
import type { OpenCase } from './open-case.js';

/** What waits for a person: claims that nobody judged, and those on which two people are of different minds. */

/** A claim on which people's judgements in force say different things. */
export interface JudgementConflict {
  readonly claim: string;
  /** In force, in the order in which they were made. */
  readonly judgements: readonly Judgement[];
}

/** How far a case is judged. */
export interface JudgedSoFar {
  /** Claims of the present reading on which a judgement is in force, rejected ones aside. */
  readonly standing: number;
  readonly conflicts: readonly JudgementConflict[];
}

export async function judgementConflicts({ store }: OpenCase): Promise<JudgedSoFar> {
  const threads = new Map<string, Judgement[]>();
  for await (const { claim, judgement } of store.judgements()) {
    if (claim === null) continue;
    const thread = threads.get(claim);
    if (thread) thread.push(judgement);
    else threads.set(claim, [judgement]);
  }
  let standing = 0;
  const conflicts: JudgementConflict[] = [];
  for (const [claim, history] of threads) {
    const inForce = judgementsInForce(history);
    const last = inForce.at(-1);
    if (last === undefined) continue;
    if (last.verdict !== 'reject') standing++;
    if (inForce.some((judgement) => differ(judgement, last))) conflicts.push({ claim, judgements: inForce });
  }
  return { standing, conflicts };
}

/** Whether two people said different things: another verdict, or another value for one field. */
function differ(a: Judgement, b: Judgement): boolean {
  if (a.by === b.by) return false;
  if (a.verdict !== b.verdict) return true;
  return Object.entries(a.set ?? {}).some(
    ([field, value]) =>
      b.set !== null && field in b.set && JSON.stringify(b.set[field]) !== JSON.stringify(value),
  );
}

/** An unjudged claim, with what speaks for judging it before others. */
export interface QueuedClaim {
  readonly claim: string;
  readonly weight: number;
  readonly why: readonly string[];
  readonly findings: readonly string[];
}

/** How much hangs on a claim's being right, by what it does on a finding. */
const WEIGHTS = {
  leads: [5, 'leads the range of a finding'],
  counts: [3, 'counts for what may be published'],
  alone: [2, 'is the only word of its kind on the question'],
  disputed: [2, 'stands in a dispute'],
  doubted: [2, 'a question is raised about it'],
  stands: [1, 'stands on a finding'],
} as const;
type Weight = keyof typeof WEIGHTS;

/**
 * Claims that repeat no other and that nobody has judged, the weightiest first, then by id.
 */
export async function reviewQueue({ store }: OpenCase, by: Yardstick): Promise<readonly QueuedClaim[]> {
  const weighed = new Map<string, { weights: Set<Weight>; findings: string[] }>();
  for await (const finding of store.findings()) {
    const assessed = assessedBy(finding, by);
    for (const [at, entry] of finding.claims.entries()) {
      if (entry.echo_of !== null || entry.judgement !== undefined) continue;
      const there = weighed.get(entry.claim) ?? { weights: new Set(), findings: [] };
      for (const weight of weightsAt(assessed, at)) there.weights.add(weight);
      there.findings.push(finding.id);
      weighed.set(entry.claim, there);
    }
  }
  return [...weighed]
    .map(([claim, { weights, findings }]) => ({
      claim,
      weight: [...weights].reduce((sum, weight) => sum + WEIGHTS[weight][0], 0),
      why: [...weights].sort((a, b) => WEIGHTS[b][0] - WEIGHTS[a][0]).map((weight) => WEIGHTS[weight][1]),
      findings,
    }))
    .sort((a, b) => b.weight - a.weight || (a.claim < b.claim ? -1 : 1));
}

function weightsAt(finding: AssessedFinding, at: number): Weight[] {
  const { range, dispute, doubts, origins, standings, assessed } = finding;
  const affirmed = standings.some((standing) => standing.at === at && standing.affirmed);
  const all: readonly [Weight, boolean][] = [
    ['leads', range?.leading === at],
    ['counts', assessed.assessment.counts.includes(at)],
    ['alone', origins === 1 && affirmed],
    ['disputed', dispute !== null],
    ['doubted', doubts.some(({ claims }) => claims.includes(at))],
    ['stands', true],
  ];
  return all.flatMap(([weight, holds]) => (holds ? [weight] : []));
}
