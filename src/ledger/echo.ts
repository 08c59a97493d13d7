import type { ClaimRef } from '../model/ledger-rows.js';
import type { Drift } from './drift.js';
import type { Names } from './names.js';
import { driftOf } from './retelling.js';
import { compare } from './statement-date.js';
import { refOf, type Statement } from './statement.js';
import { Tellings } from './tellings.js';

/** A statement told again: whose, and what the retelling changed. */
export interface Echo {
  /** The telling that it repeats, which may repeat another. */
  readonly source: Statement;
  /** The oldest telling. */
  readonly of: Statement;
  readonly drift: readonly Drift[];
}

/**
 * The statements that only repeat another, by what they repeat. The order of the statements plays no part.
 * @param originals the document that each near-duplicate repeats, by id
 */
export function echoesOf(
  statements: readonly Statement[],
  originals: ReadonlyMap<string, string>,
  names: Names,
): ReadonlyMap<Statement, Echo> {
  const sources = sourcesOf([...statements].sort(byTelling), () => true, originals, names);
  const roots = new Map<Statement, Statement>();
  // Sources come before what repeats them.
  for (const [statement, source] of sources) roots.set(statement, roots.get(source) ?? source);
  const joined = joinedAlternatives(roots);
  return new Map(
    [...sources].map(([statement, source]) => {
      const of = roots.get(statement)!;
      return [statement, { source, of, drift: driftFrom(of, statement, joined.has(statement), names) }];
    }),
  );
}

/**
 * The statement that each of those asked about retells directly; those that retell none are left out.
 * @param ordered oldest telling first: those asked about, and all that they may retell
 */
export function sourcesOf(
  ordered: readonly Statement[],
  asked: (statement: Statement) => boolean,
  originals: ReadonlyMap<string, string>,
  names: Names,
): Map<Statement, Statement> {
  const tellings = new Tellings(originals, names);
  const sources = new Map<Statement, Statement>();
  for (const statement of ordered) {
    const source = asked(statement) ? tellings.sourceOf(statement) : null;
    if (source !== null) sources.set(statement, source);
    tellings.add(statement);
  }
  return sources;
}

/** What a retelling changed of the oldest telling. */
export const driftFrom = (
  root: Statement,
  later: Statement,
  joinsAlternatives: boolean,
  names: Names,
): readonly Drift[] => {
  const drift = driftOf(root, later, names);
  return joinsAlternatives ? [...drift, 'or-as-and'] : drift;
};

/** Oldest telling first: publication, then statement order, then document and position. */
export function byTelling(a: Statement, b: Statement): number {
  return (
    compare(a.published ?? '9999', b.published ?? '9999') ||
    compare(a.day ?? '9999', b.day ?? '9999') ||
    compare(a.claim.doc, b.claim.doc) ||
    a.claim.index - b.claim.index
  );
}

/**
 * "3 million or 500,000" retold as both: each is an echo of an alternative, and neither says so any more.
 * @param roots of the echoes, those of a document together or not at all
 */
export function joinedAlternatives(roots: ReadonlyMap<Statement, Statement>): ReadonlySet<Statement> {
  const retold = new Set([...roots].map(([{ claim }, of]) => `${claim.doc} ${refOf(of.claim)}`));
  const joined = new Set<Statement>();
  for (const [later, of] of roots) {
    const other = alternativeTo(of);
    if (other === null || later.claim.relation?.type === 'alternative_to') continue;
    if (retold.has(`${later.claim.doc} ${refOf(other)}`)) joined.add(later);
  }
  return joined;
}

/** The claim to which a statement says that it is an alternative. */
function alternativeTo({ claim: { doc, relation } }: Statement): ClaimRef | null {
  if (relation?.type !== 'alternative_to' || relation.claim === null) return null;
  return { doc, index: relation.claim };
}
