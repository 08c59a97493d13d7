import type { Finding } from '../model/finding.js';
import type { AssessedFinding } from './assessment.js';
import { pairsOf } from './pairs.js';

/** The finding as it is printed, with its pairs: for a question of moderate size. */
export function wholeFinding(finding: AssessedFinding): Finding {
  const { head, tail } = partsOf(finding);
  return { ...head, pairs: [...pairsOf(finding)], ...tail };
}

/** How many pairs are put to text at a time. */
const CHUNK = 1000;

/**
 * The JSON of the finding as it is printed, in pieces: the pairs of a question with thousands of claims are more than
 * one string can hold.
 */
export function* findingJson(finding: AssessedFinding): Generator<string> {
  const { head, tail } = partsOf(finding);
  yield `${JSON.stringify(head).slice(0, -1)},"pairs":[`;
  let chunk: string[] = [];
  let first = true;
  for (const pair of pairsOf(finding)) {
    chunk.push(JSON.stringify(pair));
    if (chunk.length < CHUNK) continue;
    yield `${first ? '' : ','}${chunk.join(',')}`;
    [chunk, first] = [[], false];
  }
  if (chunk.length > 0) yield `${first ? '' : ','}${chunk.join(',')}`;
  yield `],${JSON.stringify(tail).slice(1)}`;
}

type Head = Pick<Finding, 'id' | 'question' | 'claims'>;

/** What is printed before and after the pairs. */
function partsOf(finding: AssessedFinding): { head: Head; tail: Omit<Finding, keyof Head | 'pairs'> } {
  const { id, question, claims, range, origins, denied_by, dispute, doubts, assessed } = finding;
  const { grades, assessment, converted, derivations } = assessed;
  const standings = new Map(finding.standings.map((standing) => [standing.at, standing]));
  const told = claims.map((claim, at) => ({
    ...claim,
    grade: grades[at] ?? null,
    evidence: standings.get(at)?.evidence ?? [],
    vague: standings.get(at)?.vague ?? false,
  }));
  return {
    head: { id, question, claims: told },
    tail: { range, origins, denied_by, dispute, doubts, assessment, converted, derivations },
  };
}
