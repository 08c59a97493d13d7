import { questionId } from '../model/question.js';
import type { Question } from '../model/finding.js';
import type { Bearing, FindingHead, FindingMember, FindingParts } from '../model/kept-finding.js';
import type { Claim } from '../model/claim.js';
import type { LedgerTables } from '../model/ledger-tables.js';
import type { ClaimRef } from '../model/ledger-rows.js';
import type { Drift } from './drift.js';
import { sourceGrade } from './grade-source.js';
import type { Names } from './names.js';
import { relationContext } from './pairs.js';
import { earliest, placed as place, statedStart, type Placed } from './placed.js';
import { doubtsOf, sharedDoubts } from './plausibility.js';
import { qualifying, rangeField, rangeOf, type Told } from './range.js';
import { saidIndex, type SaidRelation } from './said-relations.js';
import { byStatement } from './statement-date.js';
import { refOf, type Statement } from './statement.js';
import { nestedAmong, numberedInOrder, saidAmong, weighed } from './weighed.js';

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
  context: FindingContext,
): FindingParts {
  const { names, tables } = context;
  const own = statements.filter((statement) => context.echoOf(statement) === undefined);
  const start = earliest(own.map(statedStart));
  const members = weighed(
    statements.map((statement) => memberOf(statement, question, start, context)),
    question,
    names,
  );
  const doubts =
    question.vessel === null
      ? []
      : sharedDoubts(
          question,
          [...own].sort(byStatement).map((statement) => placedOn(statement, question, start, context)),
          names,
          tables.plausibility,
        );
  const bearing: Record<Bearing, number> = { figure: 0, plain: 0, denial: 0 };
  for (const { bears } of members) bearing[bears]++;
  const weighing = withThoseSaid(
    members.filter(({ weighs }) => weighs),
    members,
  );
  return { head: headOf(question, weighing, { start, bearing, doubts, names }), members };
}

/** Members, and those of all of which they say something. */
export function withThoseSaid(
  members: readonly FindingMember[],
  all: readonly FindingMember[],
): readonly FindingMember[] {
  const said = thoseSaid(members);
  return said.size === 0 ? members : [...members, ...all.filter(({ claim }) => said.has(refOf(claim)))];
}

/** The "doc:index" of those of which some members say something, and that are not among them. */
export function thoseSaid(members: readonly FindingMember[]): ReadonlySet<string> {
  const said = new Set(members.flatMap(({ said: those }) => those.flatMap(({ to }) => to ?? [])));
  for (const { claim } of members) said.delete(refOf(claim));
  return said;
}

/** A statement as it stands on a question, before it is known which others take its place. */
export function memberOf(
  statement: Statement,
  question: Question,
  start: string | null,
  context: FindingContext,
): FindingMember {
  const { claim, claimant, origin, interval, day } = statement;
  const echo = context.echoOf(statement);
  const placed = echo === undefined ? placedOn(statement, question, start, context) : null;
  return {
    claim: {
      ...refFields(claim),
      claim: claim.id,
      claimant,
      origin: echo === undefined ? origin : null,
      echo_of: echo === undefined ? null : refFields(echo.of),
      drift: echo?.drift ?? [],
      derived_from: derivedFrom(statement, context.claimantAt),
      ...judgedField(claim),
    },
    bears: claim.polarity !== 'affirmed' ? 'denial' : interval === null ? 'plain' : 'figure',
    denied: echo === undefined && claim.polarity === 'denied',
    day,
    standing: placed?.standing ?? null,
    said: placed === null ? [] : (context.said.get(refOf(claim)) ?? []),
    doubts: placed === null ? [] : doubtsOf(placed, question, context.names, context.tables.plausibility),
    flow: placed === null ? null : statedStart(statement),
    superseded: false,
    weighs: false,
  };
}

const placedOn = (
  statement: Statement,
  question: Question,
  start: string | null,
  { names, tables }: FindingContext,
): Placed => place(statement, { question, start, source: sourceGrade(statement, question, names, tables) });

/** What is known of a question besides its members. */
interface Setting extends Pick<FindingHead, 'start' | 'bearing' | 'doubts'> {
  readonly names: Names;
}

/**
 * What the claims on a question came to.
 * @param weighing the members that weigh, with those of which they say something; more of them change nothing
 */
export function headOf(
  question: Question,
  weighing: readonly FindingMember[],
  { start, bearing, doubts, names }: Setting,
): FindingHead {
  const own = numberedInOrder(weighing);
  const standings = own.map(({ standing }) => standing);
  const said = saidAmong(own);
  const nested = nestedAmong(own, question, names);
  const index = saidIndex(said);
  const context = relationContext({ question, standings, said, nested }, index);
  const numbers = (holds: (member: FindingMember) => boolean): ReadonlySet<number> =>
    new Set(own.flatMap(({ member, standing }) => (holds(member) ? [standing.at] : [])));
  const found = {
    standings,
    superseded: numbers(({ superseded }) => superseded),
    derived: numbers(({ claim }) => claim.derived_from !== null),
    context,
  };
  const told: Told[] = own.map(({ member: { claim }, standing }) => ({ claim, standing }));
  const supporting = qualifying(told, found);
  const range = rangeOf({
    statements: told,
    weighing: found,
    start: start ?? earliest(standings.map(({ window }) => window.start)),
    wholeWindow: question.event !== null || question.per !== null,
    alternatives: (position) => index.partners(position, 'alternative_to'),
  });
  return {
    id: questionId(question),
    question,
    start,
    bearing,
    nested,
    range: rangeField(range, supporting),
    origins: distinct(supporting).length,
    denied_by: distinct(told.filter((_, at) => own[at]?.member.denied === true)),
    dispute: range?.dispute ?? null,
    doubts,
  };
}

/** How an analyst has the claim stand, where one has. */
const judgedField = ({ judgement }: Claim): { judgement?: 'accepted' | 'edited' } =>
  judgement === undefined || judgement.verdict === 'rejected' ? {} : { judgement: judgement.verdict };

const refFields = ({ doc, index }: ClaimRef): ClaimRef => ({ doc, index });

const distinct = (told: readonly Told[]): string[] => [
  ...new Set(told.map(({ standing }) => standing.origin)),
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
