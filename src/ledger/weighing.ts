import type { KeptFinding, Standing } from '../model/finding.js';
import { LETTERS, type Letter } from '../model/ledger-tables.js';
import { supports } from './modality.js';
import { relationContext } from './pairs.js';
import type { RelationContext } from './relation.js';
import { saidIndex } from './said-relations.js';
import { supersededIn } from './superseded.js';

/** The statements on a question that are no echoes, with what is known of which of them stand. */
export interface Weighing {
  readonly standings: readonly Standing[];
  /** Positions of those that another supersedes, and of those whose figure is arithmetic on another's. */
  readonly superseded: ReadonlySet<number>;
  readonly derived: ReadonlySet<number>;
  readonly context: RelationContext;
}

/** The same from a finding as it is kept. */
export function weighingOf(finding: KeptFinding): Weighing {
  const index = saidIndex(finding.said);
  const context = relationContext(finding, index);
  return {
    standings: finding.standings,
    superseded: supersededIn(finding.standings, context, index),
    derived: new Set(finding.claims.flatMap(({ derived_from }, at) => (derived_from === null ? [] : [at]))),
    context,
  };
}

/** Whether a statement supports the finding: affirmed, not superseded or derived, and said in a way that does. */
export const qualifies = (standing: Standing, { superseded, derived }: Weighing): boolean =>
  standing.affirmed &&
  supports(standing.modality) &&
  !superseded.has(standing.at) &&
  !derived.has(standing.at);

/** A denial counts against it where its source is known, and has nothing of its own to defend. */
export const opposes = ({ affirmed, source }: Standing): boolean =>
  !affirmed && source.letter !== 'F' && !source.because.includes('own-denial');

/** This letter or a better one. */
export const atLeast = (letter: Letter, worst: Letter): boolean =>
  LETTERS.indexOf(letter) <= LETTERS.indexOf(worst);

/** Better letters first. */
export const byLetter = (a: Standing, b: Standing): number =>
  LETTERS.indexOf(a.source.letter) - LETTERS.indexOf(b.source.letter);
