import { contentId } from '../core/hash.js';
import type { KeptFinding, Question } from '../model/finding.js';
import type { Claim } from '../model/claim.js';
import type { Echo } from './echo.js';
import type { Names } from './names.js';
import { relationContext } from './pairs.js';
import { earliestStart, flowStart, placed as place, type Placed } from './placed.js';
import { nestings } from './places.js';
import { qualifying, rangeField, rangeOf } from './range.js';
import { saidIndex, type Said, type SaidRelation } from './said-relations.js';
import { byStatement } from './statement-date.js';
import { refOf, type Statement } from './statement.js';
import { supersededIn } from './superseded.js';

interface FindingContext {
  readonly echoes: ReadonlyMap<Statement, Echo>;
  readonly said: ReadonlyMap<Statement, readonly SaidRelation[]>;
  /** The statement at a "doc:index". */
  readonly at: (ref: string) => Statement | undefined;
  readonly names: Names;
}

/** What the statements on one question support: who repeats whom, how they stand, and the range that is left. */
export function findingOf(
  question: Question,
  statements: readonly Statement[],
  { echoes, said: everySaid, at, names }: FindingContext,
): KeptFinding {
  const start = flowStart(statements.filter((statement) => !echoes.has(statement)));
  const placed = [...statements]
    .sort(byStatement)
    .map((statement, position) => place(statement, question, start, position));
  const own = placed.filter(({ original }) => !echoes.has(original));
  const standings = own.map(({ standing }) => standing);
  const said = saidOn(own, everySaid);
  const nested = question.event === null ? nestedPlaces(own, names) : [];
  const index = saidIndex(said);
  const context = relationContext({ question, standings, said, nested }, index);
  const standing = {
    statements: own,
    superseded: supersededIn(standings, context, index),
    derived: new Set<Placed>(own.filter((statement) => derivedFrom(statement, at) !== null)),
  };
  const range = rangeOf({
    ...standing,
    start: start ?? earliestStart(own),
    wholeWindow: question.event !== null || question.per !== null,
    context,
    alternatives: (position) => index.partners(position, 'alternative_to'),
  });
  return {
    id: contentId('f', question),
    question,
    claims: placed.map((statement) => {
      const echo = echoes.get(statement.original);
      return {
        ...refFields(statement),
        claim: statement.claim.id,
        claimant: statement.claimant,
        origin: echo === undefined ? statement.origin : null,
        echo_of: echo === undefined ? null : refFields(echo.of),
        drift: echo?.drift ?? [],
        derived_from: derivedFrom(statement, at),
        ...judgedField(statement.claim),
      };
    }),
    standings,
    said,
    nested,
    range: rangeField(range, placed),
    origins: distinct(qualifying(standing)).length,
    denied_by: distinct(own.filter(({ claim }) => claim.polarity === 'denied')),
    dispute: range?.dispute ?? null,
  };
}

/** What the statements on the question say of each other. */
function saidOn(own: readonly Placed[], said: ReadonlyMap<Statement, readonly SaidRelation[]>): Said {
  if (said.size === 0) return [];
  const positions = new Map(own.map(({ original, standing }) => [original, standing.at]));
  return own.flatMap(({ original, standing }) =>
    (said.get(original) ?? []).flatMap(({ type, to }) => {
      const b = to === null ? null : positions.get(to);
      return b === undefined ? [] : [{ a: standing.at, type, b }];
    }),
  );
}

function nestedPlaces(own: readonly Placed[], names: Names): KeptFinding['nested'] {
  const places = own.flatMap(({ claim: { place: named } }) => (named === null ? [] : [named]));
  return [...nestings(places, names)].flatMap(([inner, outer]) =>
    [...outer].map((each) => [inner, each] as const),
  );
}

/** How an analyst has the claim stand, where one has. */
const judgedField = ({ judgement }: Claim): { judgement?: 'accepted' | 'edited' } =>
  judgement === undefined || judgement.verdict === 'rejected' ? {} : { judgement: judgement.verdict };

const refFields = ({ claim }: Statement): { doc: string; index: number } => ({
  doc: claim.doc,
  index: claim.index,
});

const distinct = (statements: readonly Statement[]): string[] => [
  ...new Set(statements.map(({ origin }) => origin)),
];

/** The claim of another on which this one's figure is arithmetic. */
function derivedFrom(
  { claim, claimant, interval }: Statement,
  at: (ref: string) => Statement | undefined,
): { doc: string; index: number } | null {
  if (claim.relation?.type !== 'given' || claim.relation.claim === null || interval === null) return null;
  const source = at(refOf({ doc: claim.doc, index: claim.relation.claim }));
  return source === undefined || source.claimant === claimant ? null : refFields(source);
}
