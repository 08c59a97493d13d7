import { dayBounds } from '../core/edtf-date.js';
import { contentId } from '../core/hash.js';
import type { Finding, Question } from '../model/finding.js';
import type { Echo } from './echo.js';
import type { Names } from './names.js';
import { qualifying, rangeField, rangeOf } from './range.js';
import { relate, type Placed } from './relation.js';
import type { SaidRelations } from './said-relations.js';
import { byStatement, compare } from './statement-date.js';
import { refOf, type Statement } from './statement.js';
import type { Window } from './window.js';

interface FindingContext {
  readonly echoes: ReadonlyMap<Statement, Echo>;
  readonly said: SaidRelations;
  /** The statement at a "doc:index". */
  readonly at: (ref: string) => Statement | undefined;
  readonly names: Names;
}

/** What the statements on one question support: who repeats whom, how each pair stands, and the range that is left. */
export function findingOf(
  question: Question,
  statements: readonly Statement[],
  { echoes, said, at, names }: FindingContext,
): Finding {
  const start = flowStart(statements.filter((statement) => !echoes.has(statement)));
  const placed = [...statements].sort(byStatement).map((statement) => ({
    original: statement,
    ...statement,
    window: placedWindow(statement, question, start),
  }));
  const own = placed.filter(({ original }) => !echoes.has(original));
  const context = { names, said, event: question.event !== null };
  const relations = own.flatMap((one, position) =>
    own.slice(position + 1).map((other) => relate(one, other, context)),
  );
  const derived = new Set<Placed>(own.filter((statement) => derivedFrom(statement, at) !== null));
  const range = rangeOf({
    statements: own,
    relations,
    derived,
    start: start ?? earliestStart(own),
    wholeWindow: question.event !== null || question.per !== null,
    alternatives: (a, b) => said.says(a, 'alternative_to', b) || said.says(b, 'alternative_to', a),
  });
  const positions = new Map<Placed, number>(placed.map((statement, position) => [statement, position]));
  const position = (statement: Placed): number => positions.get(statement) ?? 0;
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
      };
    }),
    pairs: relations.map(({ a, b, relation, why }) => ({ a: position(a), b: position(b), relation, why })),
    range: rangeField(range, placed),
    origins: distinct(qualifying(own, relations, derived)).length,
    denied_by: distinct(own.filter(({ claim }) => claim.polarity === 'denied')),
    dispute: range?.dispute ?? null,
  };
}

const refFields = ({ claim }: Statement): { doc: string; index: number } => ({
  doc: claim.doc,
  index: claim.index,
});

const distinct = (statements: readonly Statement[]): string[] => [
  ...new Set(statements.map(({ origin }) => origin)),
];

/** The earliest start that a flow's own statements give; null where all are open. */
function flowStart(statements: readonly Statement[]): string | null {
  return earliestStart(
    statements.filter(({ claim: { when } }) => when.scope === 'period' || when.scope === 'cumulative'),
  );
}

function earliestStart(statements: readonly Statement[]): string | null {
  const starts = statements.flatMap(({ window: { start } }) => (start === null ? [] : [start]));
  return starts.sort(compare)[0] ?? null;
}

/** An event has one window; a rate without one has the same as any other such; an open start is the flow's. */
function placedWindow({ claim, window }: Statement, question: Question, start: string | null): Window {
  if (question.event?.date) {
    const bounds = dayBounds(question.event.date);
    return { start: bounds?.start ?? null, end: bounds?.end ?? null, endStated: true };
  }
  if (question.per !== null && claim.when.edtf === null) return { start: null, end: null, endStated: false };
  return window.start === null ? { ...window, start } : window;
}

/** The claim of another on which this one's figure is arithmetic. */
function derivedFrom(
  { claim, claimant, interval }: Statement,
  at: (ref: string) => Statement | undefined,
): { doc: string; index: number } | null {
  if (claim.relation?.type !== 'given' || claim.relation.claim === null || interval === null) return null;
  const source = at(refOf({ doc: claim.doc, index: claim.relation.claim }));
  return source === undefined || source.claimant === claimant ? null : refFields(source);
}
