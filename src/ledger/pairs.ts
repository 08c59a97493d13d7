import type { KeptFinding, Pair } from '../model/finding.js';
import { relate, type Relation, type RelationContext } from './relation.js';
import { saidIndex, type SaidIndex } from './said-relations.js';

type Grounds = Pick<KeptFinding, 'standings' | 'said' | 'nested'> & {
  readonly question: Pick<KeptFinding['question'], 'event'>;
};

/** What a question's statements are besides what each is by itself, from what the ledger keeps of it. */
export function relationContext(
  { said, nested, question }: Grounds,
  index: SaidIndex = saidIndex(said),
): RelationContext {
  const holders = new Map<string, Set<string>>();
  for (const [inner, outer] of nested) {
    const there = holders.get(inner);
    if (there) there.add(outer);
    else holders.set(inner, new Set([outer]));
  }
  return {
    says: (a, type, b) => index.says(a.at, type, b.at),
    revises: (a, b) => index.revises(a.at, b.at),
    within: (inner, outer) => inner === outer || holders.get(inner)?.has(outer) === true,
    event: question.event !== null,
  };
}

/** How every two of a finding's claims that are no echoes stand to each other, in their order; one at a time. */
export function* relationsOf(finding: Grounds): Generator<Relation> {
  const context = relationContext(finding);
  const { standings } = finding;
  for (let i = 0; i < standings.length; i++) {
    for (let j = i + 1; j < standings.length; j++) yield relate(standings[i]!, standings[j]!, context);
  }
}

/** The same as they are printed. */
export function* pairsOf(finding: Grounds): Generator<Pair> {
  for (const { a, b, relation, why } of relationsOf(finding))
    yield { a: a.at, b: b.at, relation, why: why() };
}

/** How one claim of a finding stands to each of the others that are no echoes, in their order; none where it is one. */
export function* pairsWith(finding: Grounds, at: number): Generator<Pair> {
  const context = relationContext(finding);
  const own = finding.standings.findIndex((standing) => standing.at === at);
  if (own < 0) return;
  for (const [n, other] of finding.standings.entries()) {
    if (n === own) continue;
    const [first, second] = n < own ? [other, finding.standings[own]!] : [finding.standings[own]!, other];
    const { a, b, relation, why } = relate(first, second, context);
    yield { a: a.at, b: b.at, relation, why: why() };
  }
}

/** Some of the pairs, from a place in their order on: as many as `limit`. */
export function pairsFrom(finding: Grounds, from: number, limit: number): Pair[] {
  const pairs: Pair[] = [];
  const context = relationContext(finding);
  const { standings } = finding;
  let skip = from;
  for (let i = 0; i < standings.length && pairs.length < limit; i++) {
    const others = standings.length - i - 1;
    if (skip >= others) {
      skip -= others;
      continue;
    }
    for (let j = i + 1 + skip; j < standings.length && pairs.length < limit; j++) {
      const { a, b, relation, why } = relate(standings[i]!, standings[j]!, context);
      pairs.push({ a: a.at, b: b.at, relation, why: why() });
    }
    skip = 0;
  }
  return pairs;
}
