import type { RelationType } from '../model/enums.js';
import type { KeptFinding } from '../model/finding.js';
import type { Echo } from './echo.js';
import { refOf, type Statement } from './statement.js';

/** What a statement says of another ("part of", "revises"); null where that one stands elsewhere. */
export interface SaidRelation {
  readonly type: RelationType;
  readonly to: Statement | null;
}

/** What statements say of each other, by the statement that says it; what an echo says holds for its oldest telling. */
export function saidRelations(
  statements: readonly Statement[],
  byRef: ReadonlyMap<string, Statement>,
  echoes: ReadonlyMap<Statement, Echo>,
): ReadonlyMap<Statement, readonly SaidRelation[]> {
  const root = (statement: Statement): Statement => echoes.get(statement)?.of ?? statement;
  const said = new Map<Statement, SaidRelation[]>();
  for (const statement of statements) {
    const { relation, doc } = statement.claim;
    if (relation === null) continue;
    const target = relation.claim === null ? null : byRef.get(refOf({ doc, index: relation.claim }));
    if (target === undefined) continue;
    const one = { type: relation.type, to: target === null ? null : root(target) };
    const there = said.get(root(statement));
    if (there) there.push(one);
    else said.set(root(statement), [one]);
  }
  return said;
}

/** What is said on one question, by position. */
export type Said = KeptFinding['said'];

/** Answers who says what of whom; `partners` are the few of whom a statement says, or is said, anything. */
export interface SaidIndex {
  says(a: number, type: RelationType, b: number): boolean;
  revises(a: number, b: number): boolean;
  /** Of whom a statement says this, or who says it of the statement. */
  partners(at: number, type: RelationType): readonly number[];
  /** Those that say of any other that they revise it. */
  readonly revisers: ReadonlySet<number>;
}

export function saidIndex(said: Said): SaidIndex {
  const keys = new Set(said.map(({ a, type, b }) => `${a} ${type} ${b ?? 'elsewhere'}`));
  const partners = new Map<string, number[]>();
  for (const { a, type, b } of said) {
    if (b === null) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = `${one} ${type}`;
      const there = partners.get(key);
      if (there) there.push(other);
      else partners.set(key, [other]);
    }
  }
  const says = (a: number, type: RelationType, b: number): boolean =>
    keys.size > 0 && keys.has(`${a} ${type} ${b}`);
  return {
    says,
    revises: (a, b) => says(a, 'revises', b) || (keys.size > 0 && keys.has(`${a} revises elsewhere`)),
    partners: (at, type) => partners.get(`${at} ${type}`) ?? [],
    revisers: new Set(said.flatMap(({ a, type }) => (type === 'revises' ? [a] : []))),
  };
}
