import type { RelationType } from '../model/enums.js';
import type { KeptFinding } from '../model/finding.js';
import { compare } from './statement-date.js';
import { refOf, type Statement } from './statement.js';

/** What a statement says of another ("part of", "revises"), by its "doc:index"; null where that one stands elsewhere. */
export interface SaidRelation {
  readonly type: RelationType;
  readonly to: string | null;
}

/**
 * What statements say of each other, by the "doc:index" of the statement that says it; what an echo says holds for its
 * oldest telling.
 * @param rootOf the oldest telling of what stands at a "doc:index", which may be the same; undefined where nothing does
 */
export function saidRelations(
  statements: Iterable<Pick<Statement, 'claim'>>,
  rootOf: (ref: string) => string | undefined,
): ReadonlyMap<string, readonly SaidRelation[]> {
  const said = new Map<string, Map<string, SaidRelation>>();
  for (const { claim } of statements) {
    if (claim.relation === null) continue;
    const { type, claim: index } = claim.relation;
    const to = index === null ? null : rootOf(refOf({ doc: claim.doc, index }));
    const by = rootOf(refOf(claim));
    if (to === undefined || by === undefined) continue;
    const there = said.get(by) ?? new Map<string, SaidRelation>();
    // Two tellings that say the same say it once.
    said.set(by, there.set(`${type} ${to ?? ''}`, { type, to }));
  }
  return new Map(
    [...said].map(([by, those]) => [
      by,
      [...those].sort(([a], [b]) => compare(a, b)).map(([, relation]) => relation),
    ]),
  );
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
