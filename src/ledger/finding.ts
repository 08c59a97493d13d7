import { questionId } from '../model/question.js';
import type { KeptFinding, Question } from '../model/finding.js';
import type { Claim } from '../model/claim.js';
import type { LedgerTables } from '../model/ledger-tables.js';
import type { ClaimRef } from '../model/ledger-rows.js';
import type { Drift } from './drift.js';
import { sourceGrade } from './grade-source.js';
import type { Names } from './names.js';
import { relationContext } from './pairs.js';
import { earliestStart, flowStart, placed as place, type Placed } from './placed.js';
import { nestings } from './places.js';
import { doubtsOn } from './plausibility.js';
import { qualifying, rangeField, rangeOf } from './range.js';
import { saidIndex, type Said, type SaidRelation } from './said-relations.js';
import { byStatement } from './statement-date.js';
import { refOf, type Statement } from './statement.js';
import { supersededIn } from './superseded.js';

/** What the ledger knows of the statements besides what each says by itself. */
export interface FindingContext {
  /** Which of them only repeat another, whose, and what the retelling changed. */
  readonly echoOf: (statement: Statement) => KeptEcho | undefined;
  /** What is said of others by the statement at a "doc:index". */
  readonly said: ReadonlyMap<string, readonly SaidRelation[]>;
  /** The claimant of the statement at a "doc:index". */
  readonly claimantAt: (ref: string) => string | undefined;
  readonly names: Names;
  readonly tables: LedgerTables;
}

/** An echo as a finding tells it. */
export interface KeptEcho {
  /** The oldest telling. */
  readonly of: ClaimRef;
  readonly drift: readonly Drift[];
}

/** What the statements on one question support: who repeats whom, how they stand, and the range that is left. */
export function findingOf(
  question: Question,
  statements: readonly Statement[],
  { echoOf, said: everySaid, claimantAt, names, tables }: FindingContext,
): KeptFinding {
  const start = flowStart(statements.filter((statement) => echoOf(statement) === undefined));
  const placed = [...statements].sort(byStatement).map((statement, position) =>
    place(statement, {
      question,
      start,
      at: position,
      source: sourceGrade(statement, question, names, tables),
    }),
  );
  const own = placed.filter(({ original }) => echoOf(original) === undefined);
  const standings = own.map(({ standing }) => standing);
  const said = saidOn(own, everySaid);
  const nested = question.event === null ? nestedPlaces(own, names) : [];
  const index = saidIndex(said);
  const context = relationContext({ question, standings, said, nested }, index);
  const weighing = {
    standings,
    superseded: supersededIn(standings, context, index),
    derived: new Set(own.flatMap((one) => (derivedFrom(one, claimantAt) === null ? [] : [one.standing.at]))),
    context,
  };
  const range = rangeOf({
    statements: own,
    weighing,
    start: start ?? earliestStart(own),
    wholeWindow: question.event !== null || question.per !== null,
    alternatives: (position) => index.partners(position, 'alternative_to'),
  });
  return {
    id: questionId(question),
    question,
    claims: placed.map((statement) => {
      const echo = echoOf(statement.original);
      return {
        ...refFields(statement.claim),
        claim: statement.claim.id,
        claimant: statement.claimant,
        origin: echo === undefined ? statement.origin : null,
        echo_of: echo === undefined ? null : refFields(echo.of),
        drift: echo?.drift ?? [],
        derived_from: derivedFrom(statement, claimantAt),
        ...judgedField(statement.claim),
      };
    }),
    standings,
    said,
    nested,
    range: rangeField(range, placed),
    origins: distinct(qualifying(own, weighing)).length,
    denied_by: distinct(own.filter(({ claim }) => claim.polarity === 'denied')),
    dispute: range?.dispute ?? null,
    doubts: doubtsOn(question, own, names, tables.plausibility),
  };
}

/** What the statements on the question say of each other. */
function saidOn(own: readonly Placed[], said: ReadonlyMap<string, readonly SaidRelation[]>): Said {
  if (said.size === 0) return [];
  const positions = new Map(own.map(({ claim, standing }) => [refOf(claim), standing.at]));
  return own.flatMap(({ claim, standing }) =>
    (said.get(refOf(claim)) ?? []).flatMap(({ type, to }) => {
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

const refFields = ({ doc, index }: ClaimRef): ClaimRef => ({ doc, index });

const distinct = (statements: readonly Statement[]): string[] => [
  ...new Set(statements.map(({ origin }) => origin)),
];

/** The claim of another on which this one's figure is arithmetic. */
function derivedFrom(
  { claim, claimant, interval }: Statement,
  claimantAt: FindingContext['claimantAt'],
): ClaimRef | null {
  if (claim.relation?.type !== 'given' || claim.relation.claim === null || interval === null) return null;
  const source = { doc: claim.doc, index: claim.relation.claim };
  const other = claimantAt(refOf(source));
  return other === undefined || other === claimant ? null : source;
}
