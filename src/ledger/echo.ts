import type { DocumentFacts } from './document-facts.js';
import type { Drift } from './drift.js';
import type { Names } from './names.js';
import { driftOf } from './retelling.js';
import { nearDuplicates } from './shingles.js';
import { compare } from './statement-date.js';
import { refOf, type Statement } from './statement.js';
import { Tellings } from './tellings.js';

/** A statement told again: whose, and what the retelling changed. */
export interface Echo {
  /** The oldest telling. */
  readonly of: Statement;
  readonly drift: readonly Drift[];
}

/** The statements that only repeat another, by what they repeat. The order of the statements plays no part. */
export function echoesOf(
  statements: readonly Statement[],
  documents: readonly DocumentFacts[],
  names: Names,
): ReadonlyMap<Statement, Echo> {
  const tellings = new Tellings(originalDocuments(documents), names);
  const echoes = new Map<Statement, Echo>();
  for (const statement of [...statements].sort(byTelling)) {
    const source = tellings.sourceOf(statement);
    if (source !== null) {
      const root = echoes.get(source)?.of ?? source;
      echoes.set(statement, { of: root, drift: driftOf(root, statement, names) });
    }
    tellings.add(statement);
  }
  return withJoinedAlternatives(echoes, statements);
}

/** Oldest telling first: publication, then statement order, then document and position. */
function byTelling(a: Statement, b: Statement): number {
  return (
    compare(a.published ?? '9999', b.published ?? '9999') ||
    compare(a.day ?? '9999', b.day ?? '9999') ||
    compare(a.claim.doc, b.claim.doc) ||
    a.claim.index - b.claim.index
  );
}

/** The document that each near-duplicate repeats, by id. */
function originalDocuments(documents: readonly DocumentFacts[]): ReadonlyMap<string, string> {
  const oldestFirst = [...documents].sort(
    (a, b) => compare(a.published ?? '9999', b.published ?? '9999') || compare(a.id, b.id),
  );
  return new Map([...nearDuplicates(oldestFirst)].map(([repeat, original]) => [repeat.id, original.id]));
}

/** "3 million or 500,000" retold as both: each is an echo of an alternative, and neither says so any more. */
function withJoinedAlternatives(
  echoes: ReadonlyMap<Statement, Echo>,
  statements: readonly Statement[],
): ReadonlyMap<Statement, Echo> {
  const byRef = new Map(statements.map((statement) => [refOf(statement.claim), statement]));
  const retold = new Set([...echoes].map(([{ claim }, { of }]) => `${claim.doc} ${refOf(of.claim)}`));
  return new Map(
    [...echoes].map(([later, echo]) => {
      const { doc, relation } = echo.of.claim;
      const other =
        relation?.type === 'alternative_to' && relation.claim !== null
          ? byRef.get(refOf({ doc, index: relation.claim }))
          : undefined;
      const joined =
        other !== undefined &&
        later.claim.relation?.type !== 'alternative_to' &&
        retold.has(`${later.claim.doc} ${refOf(other.claim)}`);
      return [later, joined ? { ...echo, drift: [...echo.drift, 'or-as-and'] } : echo];
    }),
  );
}
