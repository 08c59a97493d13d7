import type { RelationType } from '../model/enums.js';
import type { Echo } from './echo.js';
import { refOf, type Statement } from './statement.js';

/** What statements say of each other ("part of", "revises"), each under its oldest telling. */
export interface SaidRelations {
  /** Whether `a` says this of `b`. */
  says(a: Statement, type: RelationType, b: Statement): boolean;
  /** Whether `a` says that it revises `b`, or an earlier statement that stands elsewhere. */
  revises(a: Statement, b: Statement): boolean;
}

/** What an echo says of relations holds for its oldest telling. */
export function saidRelations(
  statements: readonly Statement[],
  echoes: ReadonlyMap<Statement, Echo>,
): SaidRelations {
  const byRef = new Map(statements.map((statement) => [refOf(statement.claim), statement]));
  const root = (statement: Statement): Statement => echoes.get(statement)?.of ?? statement;
  const said = new Set<string>();
  const key = (a: Statement, type: RelationType, b: Statement | null): string =>
    `${refOf(a.claim)} ${type} ${b === null ? 'elsewhere' : refOf(b.claim)}`;
  for (const statement of statements) {
    const { relation, doc } = statement.claim;
    if (relation === null) continue;
    const target = relation.claim === null ? null : byRef.get(refOf({ doc, index: relation.claim }));
    if (target === undefined) continue;
    said.add(key(root(statement), relation.type, target === null ? null : root(target)));
  }
  const says = (a: Statement, type: RelationType, b: Statement): boolean => said.has(key(a, type, b));
  return { says, revises: (a, b) => says(a, 'revises', b) || said.has(key(a, 'revises', null)) };
}
