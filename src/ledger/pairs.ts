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
