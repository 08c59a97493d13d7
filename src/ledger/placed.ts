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
  readonly standing: Omit<Standing, 'at'>;
}

/** Where a statement stands on a question. */
export interface Place {
  readonly question: Question;
  /** First day of the flow; null where open. */
  readonly start: string | null;
  readonly source: SourceGrade;
}

export function placed(statement: Statement, { question, start, source }: Place): Placed {
  const window = placedWindow(statement, question, start);
  const { claim, origin, day, group, interval, runningTotal } = statement;
  const standing: Placed['standing'] = {
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

/** The first day that a statement gives of a flow: of a period or a growing total; null where open, and for all else. */
export const statedStart = ({ claim: { when }, window }: Statement): string | null =>
  when.scope === 'period' || when.scope === 'cumulative' ? window.start : null;

/** The earliest of some days; null where all are open. */
export function earliest(days: Iterable<string | null>): string | null {
  let first: string | null = null;
  for (const day of days) if (day !== null && (first === null || compare(day, first) < 0)) first = day;
  return first;
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
