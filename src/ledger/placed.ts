import type { Question, SourceGrade, Standing } from '../model/finding.js';
import { evidenceBeside } from './evidence.js';
import { supports } from './modality.js';
import type { Statement } from './statement.js';
import { dayBounds } from '../core/edtf-date.js';
import { compare } from './statement-date.js';
import type { Window } from './window.js';

/** A statement on one question, with the window that it has there. */
export interface Placed extends Statement {
  /** The same before it was placed. */
  readonly original: Statement;
  readonly window: Window;
  readonly standing: Standing;
}

/** Where a statement stands on a question. */
export interface Place {
  readonly question: Question;
  /** First day of the flow; null where open. */
  readonly start: string | null;
  /** Position in the finding. */
  readonly at: number;
  readonly source: SourceGrade;
}

export function placed(statement: Statement, { question, start, at, source }: Place): Placed {
  const window = placedWindow(statement, question, start);
  const { claim, origin, day, group, interval, runningTotal } = statement;
  const standing: Standing = {
    at,
    origin,
    day,
    affirmed: claim.polarity === 'affirmed',
    modality: claim.modality,
    source,
    evidence: evidenceOf(statement),
    group,
    interval,
    vague: interval !== null && claim.quantity?.vague === true,
    share: (claim.quantity?.share_of ?? null) !== null,
    place: claim.place,
    window: { start: window.start, end: window.end },
    dated: claim.when.edtf !== null,
    runningTotal,
  };
  return { original: statement, ...statement, window, standing };
}

/** What the words of a claim name; a seizure that is told is evidence by itself. */
function evidenceOf({ claim, document }: Statement): Standing['evidence'] {
  const named = evidenceBeside(claim.span, document?.evidence ?? []);
  const seized = claim.kind === 'interdiction' && claim.polarity === 'affirmed' && supports(claim.modality);
  return seized && !named.includes('seizure') ? [...named, 'seizure' as const].sort() : named;
}

/** The earliest start that a flow's own statements give; null where all are open. */
export function flowStart(statements: readonly Statement[]): string | null {
  return earliestStart(
    statements.filter(({ claim: { when } }) => when.scope === 'period' || when.scope === 'cumulative'),
  );
}

export function earliestStart(statements: readonly Statement[]): string | null {
  let earliest: string | null = null;
  for (const { window } of statements)
    if (window.start !== null && (earliest === null || compare(window.start, earliest) < 0))
      earliest = window.start;
  return earliest;
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
